// SPDX-License-Identifier: Apache-2.0
// Door: lexicon text. Any bytes as a TSV table and as a TOML frame file give tables and faults, and
// compile.
#include <cstddef>
#include <cstdint>

#include "isnad/lexicon/compile.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  // Lexicon text is UTF-8 by the time it is folded; the reader turns other bytes away, so the
  // fuzzer keeps to ASCII and Arabic letters by mapping its bytes onto them.
  std::string text;
  for (size_t i = 0; i < size; ++i) {
    if (data[i] < 0x80) {
      text += static_cast<char>(data[i]);
    } else {
      text += static_cast<char>(0xD8 + (data[i] & 1));
      text += static_cast<char>(0x80 + (data[i] & 0x3F));
    }
  }
  isnad::LexiconSource source;
  source.tables.push_back(isnad::parse_table(text, "fuzz", "fuzz.tsv", source.faults));
  source.tables.push_back(isnad::parse_frames(text, "fuzz.toml", source.faults));
  (void)isnad::compile_lexicon(source, "fuzz");
  return 0;
}
