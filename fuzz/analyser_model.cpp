// SPDX-License-Identifier: Apache-2.0
// Door: the analyser's model file. A good file is overwritten at places the input names and given a
// right checksum again, as a forger would; it is refused, or it analyses text without reading
// outside itself.
#include <xxhash.h>

#include <cstdint>
#include <cstring>
#include <vector>

#include "isnad/analysis/analyser.h"
#include "isnad/analysis/self_check.h"
#include "isnad/analysis/tiny_model.h"

namespace {

constexpr size_t kHeader = 64;      // bytes the hash leaves out
constexpr size_t kHashOffset = 56;  // where the hash stands

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static const std::string kGood = isnad::tiny_model_bytes(1);
  // and to the village, his book, of what he announced, a date
  static const isnad::SpacedText kText =
      isnad::make_spaced_text("وللقرية كتابه مما اعلن 16/1/2024 .");
  std::string forged = kGood;
  for (size_t i = 0; i + 4 <= size; i += 4) {
    const size_t place =
        static_cast<size_t>(data[i]) << 16 | static_cast<size_t>(data[i + 1]) << 8 | data[i + 2];
    forged[kHeader + place % (forged.size() - kHeader)] = static_cast<char>(data[i + 3]);
  }
  const uint64_t hash = XXH3_64bits(forged.data() + kHeader, forged.size() - kHeader);
  std::memcpy(forged.data() + kHashOffset, &hash, sizeof hash);
  const isnad::AlignedBytes bytes(forged);
  auto container =
      isnad::Container::view(bytes.view(), isnad::kAnalyserKind, isnad::kAnalyserVersion, "fuzz");
  if (!container) return 0;
  const auto analyser = isnad::Analyser::over(std::move(*container));
  if (!analyser) return 0;
  isnad::AnalysisWorkspace work;
  (void)analyser->analyse(kText.text, kText.bytes, work);
  return 0;
}
