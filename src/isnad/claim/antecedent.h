// SPDX-License-Identifier: Apache-2.0
// Who spoke last: the narrator of a verb without a subject (وأضافت), of "the statement", of "the
// source". Speakers are remembered in text order with the gender their verb gave them.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "isnad/claim/find_attributions.h"
#include "isnad/claim/narrator_phrase.h"
#include "isnad/claim/reporting_cues.h"

namespace isnad {

struct Speaker {
  Narrator narrator;
  TokenSpan tokens;
  uint32_t cue = 0;  // token of the verb that brought him in
  Gender gender = Gender::kUnknown;
  bool nested = false;       // speaks inside another's words
  int32_t attribution = -1;  // index of his latest attribution; -1: he was named and said nothing
};

class Antecedents {
 public:
  Antecedents(const Syntax& syntax, const ReportingCues& cues) : syntax_(syntax), cues_(cues) {}

  void remember(Speaker speaker) { speakers_.push_back(std::move(speaker)); }
  // What the outlet recalls by itself (يذكر أن) ends the speaking before it.
  void forget_before(uint32_t token) { from_ = token; }

  // The last speaker whom a verb of that gender fits, of the same sentence first, at most two
  // paragraphs back. Null when there is none.
  [[nodiscard]] const Speaker* latest(uint32_t token, Gender gender, bool same_sentence) const;
  // The speaker named before with the same noun (المصدر for مصدر أمني) or by more of the same name.
  [[nodiscard]] const Speaker* same_as(TokenSpan phrase) const;

 private:
  [[nodiscard]] bool near(const Speaker& speaker, uint32_t token) const;
  [[nodiscard]] bool is_part_of(TokenSpan phrase, TokenSpan fuller) const;

  const Syntax& syntax_;
  const ReportingCues& cues_;
  std::vector<Speaker> speakers_;
  uint32_t from_ = 0;
};

}  // namespace isnad
