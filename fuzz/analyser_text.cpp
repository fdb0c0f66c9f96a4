// SPDX-License-Identifier: Apache-2.0
// Door: any text, through the analyser. Whatever the bytes, words cover the tokens and every
// sentence has one tree.
#include <cstdint>
#include <cstdlib>

#include "isnad/analysis/analyser.h"
#include "isnad/analysis/conllu.h"
#include "isnad/analysis/self_check.h"
#include "isnad/analysis/tiny_model.h"

namespace {

const isnad::Analyser& tiny_analyser() {
  static const isnad::AlignedBytes kBytes(isnad::tiny_model_bytes(2));
  static const auto kAnalyser = isnad::Analyser::over(*isnad::Container::view(
      kBytes.view(), isnad::kAnalyserKind, isnad::kAnalyserVersion, "fuzz"));
  return *kAnalyser;
}

void require(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const isnad::SpacedText spaced =
      isnad::make_spaced_text({reinterpret_cast<const char*>(data), size});
  isnad::AnalysisWorkspace work;
  const isnad::Analysis analysis = tiny_analyser().analyse(spaced.text, spaced.bytes, work);
  require(analysis.first_word.size() == spaced.text.tokens.size() + 1);
  for (const isnad::WordSpan sentence : analysis.sentences) {
    size_t roots = 0;
    for (uint32_t w = sentence.begin; w < sentence.end; ++w) {
      roots += analysis.head[w] == isnad::kRootHead;
      uint32_t up = w;
      for (uint32_t steps = 0; up != isnad::kRootHead; ++steps) {
        require(steps <= sentence.size() && sentence.contains(up));
        up = analysis.head[up];
      }
    }
    require(roots == (sentence.empty() ? 0u : 1u));
  }
  std::string out;
  isnad::append_conllu(analysis, spaced.text, spaced.bytes, out);
  return 0;
}
