// SPDX-License-Identifier: Apache-2.0
// The noun phrase of a narrator: after his verb (past adverbs, the day, whom he spoke to), before
// it, or before the relative that opens it. Titles, institutions and the name behind them belong
// together.
#pragma once

#include "isnad/claim/party_index.h"
#include "isnad/claim/reporting_cues.h"
#include "isnad/event/syntax.h"

namespace isnad {

struct NarratorPhrase {
  TokenSpan tokens;        // the whole phrase; empty when there is none
  TokenSpan shown;         // what names him best: the name alone under a long title
  bool plausible = false;  // begins with a party, a source or a document, so that it can speak
  [[nodiscard]] bool empty() const { return tokens.empty(); }
};

class NarratorReader {
 public:
  // Keeps references to its arguments.
  NarratorReader(const Syntax& syntax, const ReportingCues& cues, const PartyIndex& parties)
      : syntax_(syntax), cues_(cues), parties_(parties) {}

  // The subject that follows a verb or a word of source, from `at` on and before `limit`. `clause`:
  // what he says stands behind `limit`, so that everything up to there may be his name.
  [[nodiscard]] NarratorPhrase after(uint32_t at, uint32_t limit, bool clause) const;
  // Whom a word of source names with a preposition fused to the name: وفقا لرويترز (according to
  // Reuters). After a verb of saying the same words would be whom he told.
  [[nodiscard]] NarratorPhrase source_at(uint32_t at, uint32_t limit) const;
  // The subject that precedes a verb: "SOHR said", "the minister had announced", "… who said".
  [[nodiscard]] NarratorPhrase before(uint32_t verb) const;
  // The subject of the sentence's first finite verb before `token`; for participles.
  [[nodiscard]] NarratorPhrase subject_of_sentence(uint32_t token) const;

 private:
  [[nodiscard]] uint32_t subject_begin(uint32_t at, uint32_t limit, bool clause) const;
  [[nodiscard]] NarratorPhrase phrase_at(uint32_t at, uint32_t limit, bool clause) const;
  [[nodiscard]] uint32_t anonymity_at(uint32_t begin, uint32_t end) const;
  [[nodiscard]] static bool ties(std::string_view preposition);
  [[nodiscard]] uint32_t owner_end(TokenSpan phrase, uint32_t limit) const;
  [[nodiscard]] bool is_spoken_to(uint32_t token) const;
  [[nodiscard]] uint32_t extend(TokenSpan phrase, uint32_t limit, bool clause) const;
  [[nodiscard]] uint32_t quoted_end(uint32_t at, uint32_t limit) const;
  [[nodiscard]] uint32_t bracket_end(uint32_t at, uint32_t limit) const;
  [[nodiscard]] uint32_t complement_end(TokenSpan phrase, uint32_t limit, bool clause) const;
  [[nodiscard]] uint32_t joined_end(uint32_t at, uint32_t limit, bool clause) const;
  [[nodiscard]] uint32_t apposition_end(TokenSpan phrase, uint32_t limit, bool clause) const;
  [[nodiscard]] uint32_t nominal_run(uint32_t at, uint32_t limit) const;
  [[nodiscard]] uint32_t name_run(uint32_t at, uint32_t limit) const;
  [[nodiscard]] uint32_t name_ahead(TokenSpan phrase, uint32_t limit, bool clause) const;
  [[nodiscard]] TokenSpan name_in(TokenSpan phrase) const;
  [[nodiscard]] bool has_name(TokenSpan phrase) const;
  [[nodiscard]] uint32_t issued_end(uint32_t at, uint32_t limit) const;
  [[nodiscard]] bool is_circumstance(uint32_t token) const;
  [[nodiscard]] bool is_titled(TokenSpan phrase) const;
  [[nodiscard]] bool is_plausible(TokenSpan phrase) const;
  [[nodiscard]] TokenSpan shown(TokenSpan phrase) const;
  [[nodiscard]] NarratorPhrase before_relative(uint32_t relative) const;
  [[nodiscard]] uint32_t clause_begin(uint32_t verb) const;

  const Syntax& syntax_;
  const ReportingCues& cues_;
  const PartyIndex& parties_;
};

}  // namespace isnad
