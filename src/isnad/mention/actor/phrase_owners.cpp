// SPDX-License-Identifier: Apache-2.0
// See phrase_builder.h. Whose it is: constructs, affiliations, complements with prepositions, names
// of units, chains of them.
#include <algorithm>

#include "isnad/mention/actor/phrase_builder.h"

namespace isnad {
namespace {

constexpr uint32_t kLongestQuote = 6;  // tokens of a quoted name with its marks

}  // namespace

// تنظيم «داعش», قناة (سي إن إن ترك): a quoted owner after an open head.
bool PhraseBuilder::quoted_owner() {
  const uint32_t close = tokens_.quotation_end(pos_);
  if (!open_ || close == 0 || close > end_ || close - pos_ > kLongestQuote) return false;
  PhraseBuilder inner(tokens_, knowledge_, countries_, close - 1, depth_ + 1);
  inner.within_quotes = true;
  if (auto owner = inner.build(pos_ + 1)) set_owner(PartyTie::kConstruct, *owner);
  close_at(close, true);
  return true;
}

void PhraseBuilder::close_at(uint32_t pos, bool definite) {
  pos_ = pos;
  open_ = false;
  out_.definite = out_.definite || definite;
}

void PhraseBuilder::set_owner(PartyTie tie, const PartyPhrase& owner) {
  if (tie_ == PartyTie::kNone || tie == PartyTie::kAffiliated) {
    tie_ = tie;
    owner_ = {owner.name, owner.country, owner.sector};
    owner_is_state_ = owner.kind == ActorKind::kState;
    const bool named = knowledge_.row(owner.row).table == PartyTable::kActor;
    out_.inner = named || owner.inner.empty() ? owner.tokens : owner.inner;
    out_.inner_row = named || owner.inner.empty() ? owner.row : owner.inner_row;
    out_.inner_is_anaphor = named                 ? false
                            : owner.inner.empty() ? owner.definite && owner.country.empty()
                                                  : owner.inner_is_anaphor;
    if (tie == PartyTie::kLed) out_.inner = {};
  }
}

// تابعة لـ, المدعومة من, بقيادة, الذي تقوده: the word, its preposition, and the party it leads
// to.
bool PhraseBuilder::affiliation(const Match& match) {
  const auto& row = knowledge_.row(match.row);
  const uint32_t at = match.tokens.end;
  if (at >= end_) return false;
  uint32_t begin = at;
  if (!row.prepositions.empty()) {
    if (tokens_[at].pronoun) {  // المسلحين الموالين لها: of somebody named before
      close_at(at + 1, false);
      after_affiliation_ = true;
      return true;
    }
    begin = after_preposition(row.prepositions, at);
    if (begin == end_) return false;
  } else if (tokens_[at].clitics != 0) {
    return false;
  }
  const auto owner = read_at(begin);
  if (!owner) return false;
  if (row.relation == AffiliationRelation::kAffiliated) set_owner(PartyTie::kAffiliated, *owner);
  if (row.relation == AffiliationRelation::kLed) set_owner(PartyTie::kLed, *owner);
  close_at(owner->tokens.end, false);
  after_affiliation_ = true;
  return true;
}

// Where the phrase after one of these prepositions begins: the same token for a fused one; end_
// if none is there.
uint32_t PhraseBuilder::after_preposition(const std::vector<std::string>& prepositions,
                                          uint32_t at) const {
  const unsigned clitics = tokens_[at].clitics;
  if ((clitics & kConjunction) != 0) return end_;
  if ((clitics & kPrepositionL) != 0 && contains(prepositions, "ل")) return at;
  if ((clitics & kPrepositionB) != 0 && contains(prepositions, "ب")) return at;
  if (clitics == 0 && contains(prepositions, tokens_.folded(at)) && at + 1 < end_ &&
      tokens_[at + 1].clitics == 0)
    return at + 1;
  return end_;
}

bool PhraseBuilder::takes_complement() const {
  return head_row_ != nullptr && head_row_->table == PartyTable::kAgentNoun &&
         !head_row_->prepositions.empty() && tie_ == PartyTie::kNone;
}

// مسؤول بوزارة الصحة, بيان لوزارة الداخلية
bool PhraseBuilder::fused_complement() {
  if (head_row_ == nullptr) return false;
  const bool document =
      head_row_->noun_class == NounClass::kDocument && (tokens_[pos_].clitics & kPrepositionL) != 0;
  if (!document &&
      (!takes_complement() || after_preposition(head_row_->prepositions, pos_) != pos_))
    return false;
  return complement_at(pos_);
}

// مسؤول في وزارة الصحة, عناصر من الشرطة, متحدث باسم الجيش
bool PhraseBuilder::word_complement() {
  if (!takes_complement()) return false;
  const uint32_t begin = after_preposition(head_row_->prepositions, pos_);
  if (begin != pos_ + 1) return false;
  return complement_at(begin);
}

bool PhraseBuilder::complement_at(uint32_t begin) {
  const auto owner = read_at(begin);
  if (!owner || (owner->metonym && head_row_->noun_class != NounClass::kSource)) return false;
  set_owner(PartyTie::kComplement, *owner);
  close_at(owner->tokens.end, false);
  after_affiliation_ = true;
  return true;
}

// The owner in a construct chain: قوات النظام, مقاتلو الفصائل, وزارة الصحة.
bool PhraseBuilder::construct() {
  const auto& facts = tokens_[pos_];
  const bool singular_person = people() && !plural_ && head_row_->noun_class != NounClass::kTitle &&
                               head_row_->table != PartyTable::kOffice;
  if (facts.adjective != nullptr && !facts.article && facts.noun == nullptr &&
      facts.actor == nullptr)
    return false;
  if (!singular_person || (facts.article && facts.noun == nullptr)) {
    if (auto owner = read_at(pos_)) {
      if (owner->names_begin == pos_ && owner->kind == ActorKind::kPerson && people()) return false;
      set_owner(PartyTie::kConstruct, *owner);
      close_at(owner->tokens.end, owner->definite);
      return true;
    }
  }
  if (singular_person) return false;
  if (facts.article) {
    close_at(pos_ + 1, true);
    if (tie_ == PartyTie::kNone) tie_ = PartyTie::kConstruct;
    either_gender_ = true;
    return true;
  }
  return place_of_office() || chain();
}

// محافظ تعز نبيل شمسان (the governor of Taiz N. Sh.), حاكم منطقة الساحل (the governor of the
// Sahel region): where an office is held, which is no party.
bool PhraseBuilder::place_of_office() {
  const bool office =
      head_row_->table == PartyTable::kOffice || head_row_->noun_class == NounClass::kTitle;
  if (!office || pos_ != head_end_ || tie_ != PartyTie::kNone) return false;
  const bool unit = names_unit(tokens_.folded(pos_));
  const uint32_t at = unit ? pos_ + 1 : pos_;
  if (at >= end_ || tokens_.kind(at) != TokenKind::kWord) return false;
  const auto& place = tokens_[at];
  if (place.clitics != 0 || place.stop || place.locative || place.given_name != nullptr ||
      place.noun != nullptr || (place.article && !unit))
    return false;
  const bool tagged = place.name_end == at + 1 && place.name_type == NameType::kPlace;
  if (!place.proper && !tagged && !unit && !name_follows(at)) return false;
  close_at(at + 1, true);
  return true;
}

// محافظ تعز | نبيل: between an office and a given name stands where it is held, be it spelt as a
// verb.
bool PhraseBuilder::name_follows(uint32_t token) const {
  return token + 1 < end_ && tokens_[token + 1].given_name != nullptr &&
         tokens_[token + 1].clitics == 0;
}

bool PhraseBuilder::names_unit(std::string_view word) {
  constexpr std::string_view kUnits[] = {
      "منطقه",   // region
      "مدينه",   // city
      "محافظه",  // governorate
      "ولايه",   // state
      "اقليم",   // province
      "مقاطعه",  // district
      "قضاء",    // district
      "مديريه",  // directorate
      "بلده",    // town
  };
  return std::find(std::begin(kUnits), std::end(kUnits), word) != std::end(kUnits);
}

// مجلس شورى ثوار بنغازي: a body's name may be a chain of words the lexicon does not know.
bool PhraseBuilder::chain() {
  const auto& facts = tokens_[pos_];
  const bool body = head_row_ != nullptr && (head_row_->noun_class == NounClass::kBody ||
                                             head_row_->noun_class == NounClass::kGroup);
  if (!body || chained_ == 2 || facts.verb || facts.event || facts.locative || facts.party ||
      tokens_.kind(pos_) != TokenKind::kWord || looks_like_verb(pos_) ||
      pos_ != head_end_ + chained_)
    return false;
  ++chained_;
  ++pos_;
  out_.definite = true;
  return true;
}

bool PhraseBuilder::looks_like_verb(uint32_t token) const {
  const auto word = tokens_.folded(token);
  return word.starts_with("ي") || word.starts_with("ت") || word.starts_with("س") ||
         word.ends_with("وا") || word.ends_with("ت");
}

}  // namespace isnad
