// SPDX-License-Identifier: Apache-2.0
// What the confidence model looks at: a claim as a list of named features. The names are words a
// reader of --explain understands ("construction=event-noun", "left=اعلن"); docs/reference/
// confidence.md lists their kinds. Training and coding share this file, so that they see the same.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "isnad/analysis/analysis.h"
#include "isnad/claim/claim.h"
#include "isnad/event/confidence_model.h"
#include "isnad/event/knowledge.h"
#include "isnad/event/syntax.h"
#include "isnad/report/report.h"

namespace isnad {

struct ConfidenceInput {
  const Report& report;
  const Text& text;
  std::span<const Match> matches;
  const Syntax& syntax;
  const Analysis& analysis;
  const Lexicon& lexicon;
  const EventKnowledge& events;
  std::span<const Feature> sentence_words;  // lone_sentence_words of the report
};

class ConfidenceFeatures {
 public:
  // What `input` refers to must outlive it. Linear in the text.
  ConfidenceFeatures(const ConfidenceInput& input, std::span<const Claim> claims);

  // The features of one of the claims given to the constructor, none twice, in no order that means
  // anything. Linear in the claim's sentence.
  [[nodiscard]] std::vector<Feature> of(const Claim& claim) const;

 private:
  struct SentenceFacts {
    uint32_t events = 0;                 // claims whose trigger stands in it
    std::vector<CueEffect> cue_effects;  // of all cues in it, each once
  };

  ConfidenceInput in_;
  bool lone_ = false;                     // the report is one sentence
  std::vector<std::string> lemmas_;       // one element a token: folded, clitics off
  std::vector<SentenceFacts> sentences_;  // one element a sentence
};

}  // namespace isnad
