// SPDX-License-Identifier: Apache-2.0
// Where words of the table "reporting" stand in a text, by token, so that nobody scans all matches
// again.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "isnad/claim/find_attributions.h"

namespace isnad {

enum class Gender : uint8_t { kUnknown, kMasculine, kFeminine };

struct ReportingCue {
  ReportingWord word;
  Match match;
  // Of a finite verb, as its spelling shows it: قالت is feminine. Unknown for everything else.
  Gender gender = Gender::kUnknown;
  bool shadowed = false;  // part of a longer form that begins with it
  bool plural = false;    // قالوا, with the plural's own ending
};

class ReportingCues {
 public:
  ReportingCues(const Text& text, std::span<const Match> matches, const ClaimKnowledge& knowledge,
                const Syntax& syntax);

  // What may bring in a narrator, by position, the longest first where several begin together.
  [[nodiscard]] const std::vector<ReportingCue>& all() const { return cues_; }
  // The first cue of a finite verb in [begin, end), or null. Logarithmic.
  [[nodiscard]] const ReportingCue* next_verb(uint32_t begin, uint32_t end) const;
  [[nodiscard]] const ReportingCue* verb_at(uint32_t token) const;
  // Does a participle of saying begin there: مؤكداً (affirming), مشيرة (pointing out)?
  [[nodiscard]] bool participle_at(uint32_t token) const;

  [[nodiscard]] bool is_document(uint32_t token) const { return has(token, kDocumentNoun); }
  [[nodiscard]] bool is_source(uint32_t token) const { return has(token, kSourceNoun); }
  [[nodiscard]] bool is_quantifier(uint32_t token) const { return has(token, kQuantifier); }
  // A law, a battle, an importance: tells nobody anything.
  [[nodiscard]] bool is_nobody(uint32_t token) const { return has(token, kNobody); }
  // Row of the noun that is_document or is_source found there; kNoRow elsewhere.
  [[nodiscard]] RowId noun_row(uint32_t token) const { return rows_[token]; }
  // End of the noun found there (وكالة أنباء is one of two words); the token itself when none is.
  [[nodiscard]] uint32_t noun_end(uint32_t token) const { return noun_ends_[token]; }
  [[nodiscard]] bool any_source(TokenSpan span) const;

 private:
  enum Noun : uint8_t { kDocumentNoun = 1, kSourceNoun = 2, kQuantifier = 4, kNobody = 8 };
  [[nodiscard]] bool has(uint32_t token, Noun noun) const {
    return token < nouns_.size() && (nouns_[token] & noun) != 0;
  }
  void note_noun(const ReportingWord& word, const Match& match);

  std::vector<ReportingCue> cues_;
  std::vector<uint8_t> nouns_;       // by token: mask of Noun
  std::vector<RowId> rows_;          // by token
  std::vector<uint32_t> noun_ends_;  // by token
};

}  // namespace isnad
