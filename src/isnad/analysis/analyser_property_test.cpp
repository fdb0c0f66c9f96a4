// SPDX-License-Identifier: Apache-2.0
// What must hold of any analysis, whatever the text: words cover the tokens in order, columns are
// of one length, and every sentence is one tree.
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <random>

#include "isnad/analysis/conllu.h"
#include "isnad/analysis/paragraph.h"
#include "isnad/analysis/self_check.h"
#include "isnad/analysis/tiny_model.h"

namespace isnad {
namespace {

const Analyser& tiny_analyser() {
  static const AlignedBytes kBytes(tiny_model_bytes(4));
  static const auto kAnalyser =
      Analyser::over(*Container::view(kBytes.view(), kAnalyserKind, kAnalyserVersion, "tiny"));
  return *kAnalyser;
}

bool is_tree(const Analysis& analysis, WordSpan sentence) {
  size_t roots = 0;
  for (uint32_t w = sentence.begin; w < sentence.end; ++w) {
    roots += analysis.head[w] == kRootHead;
    uint32_t up = w;
    for (uint32_t steps = 0; up != kRootHead; ++steps) {
      if (steps > sentence.size() || !sentence.contains(up)) return false;
      up = analysis.head[up];
    }
  }
  return roots == 1;
}

bool is_well_formed(const Analysis& analysis, const Text& text) {
  const size_t n = analysis.size();
  bool good = analysis.first_word.size() == text.tokens.size() + 1 &&
              analysis.first_word.back() == n && analysis.form.size() == n &&
              analysis.lemma.size() == n && analysis.upos.size() == n &&
              analysis.head.size() == n && analysis.head_margin.size() == n;
  for (size_t t = 0; good && t < text.tokens.size(); ++t)
    good = analysis.first_word[t] < analysis.first_word[t + 1];
  for (const WordSpan sentence : analysis.sentences)
    good = good && (sentence.empty() || is_tree(analysis, sentence));
  return good;
}

// Mostly Arabic letters, marks and what stands between words; now and then anything.
std::string any_line() {
  const auto letters = *rc::gen::container<std::u16string>(rc::gen::weightedOneOf<char16_t>(
      {{12, rc::gen::inRange<char16_t>(0x0621, 0x064B)},
       {3, rc::gen::inRange<char16_t>(0x064B, 0x0653)},
       {5, rc::gen::element<char16_t>(u' ', u'.', u',', u'-', u'/', u'7')},
       {1, rc::gen::inRange<char16_t>(0xFE70, 0xFEFF)},
       {1, rc::gen::inRange<char16_t>(0x20, 0x2FFF)}}));
  std::string out;
  append_utf8(letters, out);
  return out;
}

RC_GTEST_PROP(AnyAnalysis, IsOneTreeASentence, ()) {
  const std::string line = any_line();
  const Text text = make_paragraph(line);
  AnalysisWorkspace work;
  RC_ASSERT(is_well_formed(tiny_analyser().analyse(text, line, work), text));
}

// Bytes that are no text at all; the same memory for all of them.
void analyse_random_bytes(int strings) {
  std::mt19937_64 random(7);
  AnalysisWorkspace work;
  std::string out;
  for (int i = 0; i < strings; ++i) {
    std::string bytes(random() % 48, ' ');
    for (char& byte : bytes)
      byte = static_cast<char>(random() % 3 == 0 ? 0xD8 + random() % 2 : random() % 256);
    const SpacedText spaced = make_spaced_text(bytes);
    const Analysis analysis = tiny_analyser().analyse(spaced.text, spaced.bytes, work);
    ASSERT_TRUE(is_well_formed(analysis, spaced.text)) << "string " << i;
    out.clear();
    append_conllu(analysis, spaced.text, spaced.bytes, out);
  }
}

TEST(AnyAnalysis, StandsRandomBytes) { analyse_random_bytes(5000); }
// Minutes with the sanitizers, so by hand: --gtest_also_run_disabled_tests.
TEST(AnyAnalysis, DISABLED_StandsAMillionRandomByteStrings) { analyse_random_bytes(1000000); }

}  // namespace
}  // namespace isnad
