// SPDX-License-Identifier: Apache-2.0
// See phrase_builder.h. Adjectives that agree with the head, joined ones too.
#include <algorithm>

#include "isnad/mention/actor/phrase_builder.h"

namespace isnad {

// An adjective that agrees: same definiteness, and number and gender as far as spelling shows.
bool PhraseBuilder::adjective() {
  const auto& facts = tokens_[pos_];
  if (after_affiliation_ || facts.article != out_.definite || titles_a_name()) return false;
  const Match* match = nullptr;
  if (facts.nationality != nullptr && nationality_counts(*facts.nationality))
    match = facts.nationality;
  if (facts.adjective != nullptr &&
      (match == nullptr || facts.adjective->tokens.size() > match->tokens.size()))
    match = facts.adjective;
  if (match == nullptr) {
    if (!is_nisba(pos_)) return false;
    close_at(pos_ + 1, false);
    return true;
  }
  if (match->enclitic != 0 || !agrees(*match)) return false;
  const auto& row = knowledge_.row(match->row);
  if (row.table == PartyTable::kNationality && adjective_country_.empty())
    adjective_country_ = row.country;
  if (row.table == PartyTable::kAdjective && adjective_sector_.empty())
    adjective_sector_ = row.sector;
  close_at(match->tokens.end, false);
  last_adjective_end_ = pos_;
  return true;
}

// قوات الأمن | الصحفي أحمد سعيد (the security forces, the journalist Ahmed Said): a word of
// office before a name begins a party of its own, though it could be an adjective.
bool PhraseBuilder::titles_a_name() const {
  const Match* office = tokens_[pos_].office;
  if (office == nullptr || office->tokens.end >= end_) return false;
  const auto& next = tokens_[office->tokens.end];
  return next.given_name != nullptr || next.name_end != 0;
}

// الفصائل الإسلامية والمقاتلة: a second adjective joined to the first.
bool PhraseBuilder::joined_adjective() {
  const auto& facts = tokens_[pos_];
  if (facts.adjective == nullptr || last_adjective_end_ != pos_ || facts.article != out_.definite)
    return false;
  const bool other_party =
      facts.noun != nullptr && (facts.noun->inflection & (kPlural | kDual)) != 0;
  if (other_party || !agrees(*facts.adjective)) return false;
  close_at(facts.adjective->tokens.end, false);
  last_adjective_end_ = pos_;
  return true;
}

bool PhraseBuilder::agrees(const Match& match) const {
  const auto word = tokens_.folded(match.tokens.end - 1);
  const bool sound = word.ends_with("ون") || word.ends_with("ين");
  const bool plural_form = (match.inflection & kPlural) != 0 && !word.ends_with("ه");
  if (plural_form && (sound || !word.ends_with("ي"))) {
    if (!plural_ || !people() || tie_ == PartyTie::kConstruct) return false;
    const auto head = tokens_.folded(out_.head);
    if (head.ends_with("ون") && word.ends_with("ين"))
      return false;  // subject and object: فرّق المسلحون المحتجين
    return true;
  }
  if (plural_ && people() && tie_ == PartyTie::kNone && pos_ == head_end_) return false;
  if (either_gender_ || tie_ != PartyTie::kNone || pos_ != head_end_) return true;
  return feminine_ == word.ends_with("ه");
}

// An unknown word with the article and the ending of a relational adjective, right after a
// definite noun.
bool PhraseBuilder::is_nisba(uint32_t token) const {
  const auto& facts = tokens_[token];
  if (!facts.article || facts.known || facts.stop) return false;
  const auto stem = tokens_.stem(token);
  constexpr size_t kFiveLetters = 10;
  if (stem.size() < kFiveLetters) return false;
  const bool feminine = stem.ends_with("يه");
  if (!feminine && !stem.ends_with("ي")) return false;
  return either_gender_ || feminine_ == feminine;
}

}  // namespace isnad
