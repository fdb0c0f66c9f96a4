// SPDX-License-Identifier: Apache-2.0
// Door: a confidence model's text. Any bytes are refused or give a model; with a right checksum put
// in, too.
#include "isnad/event/confidence_model.h"

#include <cstdint>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  (void)isnad::ConfidenceModel::parse(text, "fuzz");
  isnad::ConfidenceModelText model;
  model.weights.emplace(text.substr(0, text.find('\n')), 1.0F);
  model.weights.emplace(isnad::lone_word_name(text.substr(0, text.find('\n')), ""), 1.0F);
  model.words_share = 0.5F;
  if (const auto parsed = isnad::ConfidenceModel::parse(model.render(), "fuzz")) {
    const float p = parsed->probability({{text, 1}});
    if (!(p >= 0 && p <= 1)) __builtin_trap();
    if (parsed->judges_sentences(text)) {
      const float q = parsed->probability({}, text, {{text, 1}});
      if (!(q >= 0 && q <= 1)) __builtin_trap();
    }
  }
  return 0;
}
