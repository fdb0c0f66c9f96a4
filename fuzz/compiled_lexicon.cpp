// SPDX-License-Identifier: Apache-2.0
// Door: a compiled lexicon. A good file is overwritten at places the input names and given a right
// checksum again, as a forger would; it is refused or it works, it never reads outside itself.
#include <xxhash.h>

#include <cstdint>
#include <cstring>
#include <vector>

#include "isnad/lexicon/compile.h"
#include "isnad/lexicon/lexicon.h"

namespace {

constexpr size_t kHeader = 64;      // bytes the hash leaves out
constexpr size_t kHashOffset = 56;  // where the hash stands

std::string good_file() {
  isnad::LexiconSource source;
  source.tables.push_back(
      isnad::parse_table("id\tar\tpos\tgloss\tsource\n"
                         "attack\tهجوم\tnoun\tattack\ttest\n"
                         "sdf\tقوات سوريا الديمقراطية\t\tSDF\ttest\n"
                         "shell\tقصف\tverb\tshell\ttest\n",
                         "fuzz", "fuzz", source.faults));
  return isnad::compile_lexicon(source, "fuzz").bytes;
}

isnad::Text text_to_match() {
  isnad::Report report;
  // and by the attack on the SDF they shelled
  report.text = "وبالهجوم على قوات سوريا الديمقراطية قصفوا";
  report.zones = {{isnad::ZoneKind::kParagraph, {0, static_cast<uint32_t>(report.text.size())}}};
  return isnad::make_text(report);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static const std::string kGood = good_file();
  static const isnad::Text kText = text_to_match();
  std::vector<char> memory(kGood.size() + kHeader);
  char* bytes =
      memory.data() + (kHeader - reinterpret_cast<uintptr_t>(memory.data()) % kHeader) % kHeader;
  std::memcpy(bytes, kGood.data(), kGood.size());
  for (size_t i = 0; i + 3 <= size; i += 3) {
    const size_t at =
        kHeader + (static_cast<size_t>(data[i]) << 8 | data[i + 1]) % (kGood.size() - kHeader);
    bytes[at] = static_cast<char>(data[i + 2]);
  }
  const uint64_t hash = XXH3_64bits(bytes + kHeader, kGood.size() - kHeader);
  std::memcpy(bytes + kHashOffset, &hash, sizeof hash);
  auto lexicon = isnad::Lexicon::view(std::as_bytes(std::span(bytes, kGood.size())));
  if (!lexicon) return 0;
  for (const auto& match : lexicon->find_matches(kText)) {
    (void)lexicon->id(match.row);
    (void)lexicon->field(match.row, "gloss");
  }
  return 0;
}
