// SPDX-License-Identifier: Apache-2.0
// Door: any text with a lexicon of parties. Mentions stay inside the text, in order, none over
// another, and each refers only to an earlier one.
#include <cstdlib>

#include "isnad/mention/actor/actor_test_lexicon.h"
#include "isnad/report/decode_text.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const auto text = isnad::decode_text(std::string_view(reinterpret_cast<const char*>(data), size));
  if (!text || text->size() > 4096) return 0;
  const auto reading = isnad::actor_test::read(*text);
  uint32_t last = 0;
  for (uint32_t i = 0; i < reading.mentions.size(); ++i) {
    const auto& mention = reading.mentions[i];
    const bool sound = mention.tokens.begin >= last && !mention.tokens.empty() &&
                       mention.tokens.end <= reading.text.tokens.size() &&
                       (mention.refers_to == UINT32_MAX || mention.refers_to < i);
    if (!sound) std::abort();
    last = mention.tokens.end;
  }
  return 0;
}
