// SPDX-License-Identifier: Apache-2.0
// The way from the trigger up to the root, and the trigger's own dependents. A tree may be wrong:
// the model learns how far each trait can be trusted.
#include "isnad/claim/tree_features.h"

#include "isnad/text/fold.h"

namespace isnad {
namespace {

using std::string;
using std::string_view;

constexpr int kFarthestUp = 30;  // words; a tree of newspaper prose is seldom half as deep

bool is_clitic(Upos upos) {
  return upos == Upos::kADP || upos == Upos::kCCONJ || upos == Upos::kPRON || upos == Upos::kDET ||
         upos == Upos::kPART;
}

bool opens_clause(Deprel deprel) {
  return deprel == Deprel::kAcl || deprel == Deprel::kAclRelcl || deprel == Deprel::kAdvcl ||
         deprel == Deprel::kCcomp || deprel == Deprel::kXcomp || deprel == Deprel::kCsubj ||
         deprel == Deprel::kParataxis;
}

// The content word of a token; kNoHead where there is none.
uint32_t word_of(const Analysis& analysis, uint32_t token) {
  uint32_t best = kNoHead;
  for (uint32_t w = analysis.first_word[token]; w < analysis.first_word[token + 1]; ++w) {
    if (best == kNoHead || !is_clitic(analysis.upos[w])) best = w;
  }
  return best;
}

string lemma(const Analysis& analysis, uint32_t word) { return fold_only(analysis.lemma_of(word)); }

string form(const Features& features) {
  constexpr string_view kAspects = "-pi";
  constexpr string_view kVoices = "-ap";
  constexpr string_view kNumbers = "-sdp";
  constexpr string_view kDefinites = "-idc";
  return {kAspects[features.aspect], kVoices[features.voice], kNumbers[features.number],
          kDefinites[features.definite]};
}

void upwards(const Analysis& analysis, uint32_t word, string_view type, NamedFeatures& out) {
  const uint32_t governor = analysis.head[word];
  const string relation(deprel_name(analysis.deprel[word]));
  out.add("relation", relation);
  out.add("type+relation", string(type) + " " + relation);
  if (governor >= analysis.size()) return out.add("clauses-above", "root");
  out.add_word("governor", lemma(analysis, governor));
  out.add("governor-class", upos_name(analysis.upos[governor]));
  out.add("relation+governor-class", relation + " " + string(upos_name(analysis.upos[governor])));
  int clauses = opens_clause(analysis.deprel[word]);
  string nearest = clauses > 0 ? relation : "";
  bool verb_met = false;
  uint32_t at = governor;
  for (int step = 0; step < kFarthestUp; ++step) {
    if (!verb_met && analysis.upos[at] == Upos::kVERB) {
      verb_met = true;
      out.add_word("verb-above", lemma(analysis, at));
      out.add("verb-above-form", form(analysis.features[at]));
    }
    if (analysis.head[at] >= analysis.size()) break;
    if (opens_clause(analysis.deprel[at])) {
      ++clauses;
      if (nearest.empty()) nearest = deprel_name(analysis.deprel[at]);
    }
    at = analysis.head[at];
  }
  out.add_word("root", lemma(analysis, at));
  out.add("clauses-above", clauses > 2 ? "3+" : std::to_string(clauses));
  out.add("clause", nearest.empty() ? "main" : nearest);
}

void downwards(const Analysis& analysis, uint32_t word, WordSpan sentence, NamedFeatures& out) {
  for (uint32_t w = sentence.begin; w < sentence.end; ++w) {
    if (analysis.head[w] == word) {
      out.add("dependent", deprel_name(analysis.deprel[w]));
      if (analysis.deprel[w] == Deprel::kAmod || analysis.deprel[w] == Deprel::kAdvmod ||
          analysis.deprel[w] == Deprel::kCase || analysis.deprel[w] == Deprel::kMark)
        out.add_word(deprel_name(analysis.deprel[w]), lemma(analysis, w));
    } else if (analysis.deprel[w] == Deprel::kCase && analysis.head[w] < analysis.size() &&
               analysis.head[analysis.head[w]] == word) {
      out.add_word("dependent-case", lemma(analysis, w));
    }
  }
}

}  // namespace

void add_tree_features(const Analysis& analysis, size_t tokens, uint32_t head, string_view type,
                       NamedFeatures& out) {
  if (analysis.first_word.size() <= tokens) return;
  const uint32_t word = word_of(analysis, head);
  if (word == kNoHead || analysis.head[word] == kNoHead) return;
  out.add("trigger-form", form(analysis.features[word]));
  upwards(analysis, word, type, out);
  for (const WordSpan sentence : analysis.sentences) {
    if (word >= sentence.begin && word < sentence.end) downwards(analysis, word, sentence, out);
  }
}

}  // namespace isnad
