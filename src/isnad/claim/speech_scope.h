// SPDX-License-Identifier: Apache-2.0
// How far a narrator's word reaches: where what he says begins after his verb, and where it ends.
#pragma once

#include "isnad/claim/party_index.h"
#include "isnad/claim/reporting_cues.h"
#include "isnad/event/syntax.h"

namespace isnad {

struct Said {
  uint32_t begin = 0;  // first token of what is said; 0: nothing is (no sentence's content is at 0)
  uint32_t mark = 0;   // the token that opens it: أن, a colon, a quotation mark
  [[nodiscard]] bool empty() const { return begin == 0; }
};

class SpeechScope {
 public:
  // Keeps references to its arguments.
  SpeechScope(const Syntax& syntax, const ReportingCues& cues, const PartyIndex& parties)
      : syntax_(syntax), cues_(cues), parties_(parties) {}

  // The clause or quotation that a verb ending before `from` brings in. `strict`: the verb also
  // takes a noun phrase (أعلن مقتل), so that a clause farther off is another verb's.
  [[nodiscard]] Said content_after(uint32_t from, bool strict) const;
  // The end of what begins at `begin`: the closing mark of a quotation, another narrator's verb, or
  // the sentence's end.
  [[nodiscard]] uint32_t clause_end(uint32_t begin) const;
  // The same of what is said in a manner: what is denied ends before "but", too.
  [[nodiscard]] uint32_t clause_end(uint32_t begin, Manner manner) const;
  // The end of the noun phrase that a verb like أعلن takes, with all that hangs on it, up to a
  // relative clause.
  [[nodiscard]] uint32_t noun_end(uint32_t begin) const;
  // The end of the clause around a word of source in its middle: the next comma or joined verb.
  [[nodiscard]] uint32_t parenthesis_end(uint32_t at) const;
  // Steps over ", in a press conference he gave yesterday," at `at`; `at` itself when none is
  // there.
  [[nodiscard]] uint32_t after_aside(uint32_t at) const;
  // The quotation that closes right before a verb; empty when none does.
  [[nodiscard]] TokenSpan quotation_before(uint32_t verb) const;

 private:
  [[nodiscard]] uint32_t short_quotation(uint32_t at, uint32_t limit) const;
  [[nodiscard]] bool is_in_remark(uint32_t verb) const;
  [[nodiscard]] bool passes_verb(uint32_t verb, uint32_t from, bool strict) const;
  [[nodiscard]] bool contrast_at(uint32_t token) const;
  [[nodiscard]] bool explains_at(uint32_t token, uint32_t begin) const;
  [[nodiscard]] bool goes_on_by_participle(uint32_t comma) const;
  [[nodiscard]] bool goes_on_in_present(uint32_t token) const;
  [[nodiscard]] bool opens_aside(uint32_t token) const;

  const Syntax& syntax_;
  const ReportingCues& cues_;
  const PartyIndex& parties_;
};

}  // namespace isnad
