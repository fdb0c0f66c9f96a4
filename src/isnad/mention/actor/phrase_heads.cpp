// SPDX-License-Identifier: Apache-2.0
// See phrase_builder.h. Which word is the head: a name that may stand for a party here, an office,
// a noun, a tagged name; its number and gender.
#include <algorithm>

#include "isnad/mention/actor/person_name.h"
#include "isnad/mention/actor/phrase_builder.h"

namespace isnad {
namespace {

constexpr uint32_t kLongestQuote = 6;  // tokens of a quoted name with its marks
// Tokens of a quantifier: "أكثر من أربعة آلاف" (more than 4,000).
constexpr uint32_t kLongestCount = 5;

}  // namespace

uint32_t PhraseBuilder::skip_count(uint32_t token) const {
  uint32_t at = token;
  while (at < end_ && at - token < kLongestCount) {
    const auto& facts = tokens_[at];
    if (at != token && facts.clitics != 0) break;
    if (facts.quantifier != nullptr) {
      const uint32_t next = facts.quantifier->tokens.end;
      // الاثنين رئيس الوزراء: Monday, where what follows has no article.
      if ((facts.quantifier->proclitics & kArticle) != 0 &&
          (next >= end_ || !tokens_[next].article))
        break;
      at = next;
    } else if (tokens_.kind(at) == TokenKind::kNumber) {
      ++at;
    } else {
      break;
    }
  }
  return over_of(token, at);
}

// عشرة من عناصر الشرطة (ten of the elements of the police): over "of" to those counted.
uint32_t PhraseBuilder::over_of(uint32_t token, uint32_t at) const {
  if (at == token || at + 1 >= end_ || tokens_.folded(at) != "من") return at;  // min, of
  const auto& counted = tokens_[at + 1];
  if (counted.clitics != 0 || tokens_[token].article) return at;  // على الأقل, at the least
  if (counted.actor != nullptr) {                                 // eleven of ISIS
    const auto kind = knowledge_.row(counted.actor->row).kind;
    return kind == ActorKind::kArmedGroup ? at + 1 : at;
  }
  const bool people = counted.noun != nullptr &&
                      knowledge_.row(counted.noun->row).noun_class == NounClass::kPeople &&
                      (counted.noun->inflection & (kPlural | kDual)) != 0;
  return people ? at + 1 : at;
}

// «حماس»: the marks belong to the phrase, and adjectives may follow them.
std::optional<PartyPhrase> PhraseBuilder::quoted(uint32_t open, uint32_t close) {
  if (close > end_ || close - open > kLongestQuote || tokens_.folded(open) == "(")
    return std::nullopt;
  PhraseBuilder inner(tokens_, knowledge_, countries_, close - 1, depth_ + 1);
  inner.within_quotes = true;
  auto phrase = inner.build(open + 1);
  if (!phrase || phrase->tokens.end != close - 1 ||
      knowledge_.row(phrase->row).table != PartyTable::kActor)
    return std::nullopt;
  phrase->tokens = {out_.tokens.begin, close};
  return phrase;
}

bool PhraseBuilder::may_name(const Match& match) const {
  const auto& row = knowledge_.row(match.row);
  switch (row.condition) {
    case NameCondition::kNone:
      return row.kind != ActorKind::kPerson || match.tokens.size() > 1 ||
             is_known_country(row.country);
    case NameCondition::kMetonym:
      return true;
    case NameCondition::kContext:
      return match.tokens.size() > 2 ||
             contains(countries_, row.context.empty() ? row.country : row.context);
    case NameCondition::kQuoted:
      return match.tokens.size() > 1 || (within_quotes && match.tokens.end == end_);
    case NameCondition::kArticle:
      if (match.tokens.size() > 1 || within_quotes) return true;
      if (is_described(match.tokens.end)) return false;
      return (match.proclitics & kArticle) != 0 && !tokens_.occurs_indefinite(match.row);
  }
  return true;
}

// القاعدة الجوية, القاعدة الأميركية (the air base, the American base): the word that is a name
// alone is none with an adjective; those that keep theirs are spelt in the lexicon.
bool PhraseBuilder::is_described(uint32_t next) const {
  if (next >= end_ || !tokens_[next].article || tokens_[next].clitics != 0) return false;
  const auto& facts = tokens_[next];
  return facts.nationality != nullptr || facts.adjective != nullptr || facts.describes;
}

// A family name alone counts where the report names its country; bodies of no country always do.
bool PhraseBuilder::is_known_country(const std::string& country) const {
  return country == "IGO" || country == "IMG" || country == "EUR" || contains(countries_, country);
}

// The longest of a name, an office, a noun; a name before the others where they are equally long.
bool PhraseBuilder::choose_head(uint32_t at) {
  const auto& facts = tokens_[at];
  const Match* best = nullptr;
  const auto consider = [&](const Match* match) {
    if (match != nullptr && (best == nullptr || match->tokens.size() > best->tokens.size()))
      best = match;
  };
  if (facts.actor != nullptr && may_name(*facts.actor)) consider(facts.actor);
  consider(facts.office);
  if (facts.noun != nullptr && !is_affiliation(facts)) consider(facts.noun);
  if (best == nullptr && facts.nationality != nullptr && is_people(*facts.nationality))
    best = facts.nationality;
  if (best == nullptr || best->tokens.end > end_) return bare_name(at);
  if (facts.stop && best != facts.actor) return false;  // بالقوة, by force
  take_head(*best, at);
  return true;
}

// تابعة للقوات is "belonging to the forces", not a follower: a noun that is an affiliation with
// its preposition.
bool PhraseBuilder::is_affiliation(const TokenFacts& facts) const {
  if (facts.affiliation == nullptr || facts.noun->tokens.size() > 1 || facts.article) return false;
  if ((facts.noun->inflection & (kPlural | kDual)) != 0 || facts.affiliation->tokens.end >= end_)
    return false;
  const auto& prepositions = knowledge_.row(facts.affiliation->row).prepositions;
  return prepositions.empty() ||
         after_preposition(prepositions, facts.affiliation->tokens.end) != end_;
}

// الأتراك, فلسطينيون: a nationality in the plural is people; the singular is an adjective.
bool PhraseBuilder::is_people(const Match& match) const {
  return (match.inflection & (kPlural | kDual)) != 0 && (match.inflection & kFeminine) == 0 &&
         nationality_counts(match);
}

bool PhraseBuilder::nationality_counts(const Match& match) const {
  const auto& row = knowledge_.row(match.row);
  return row.condition != NameCondition::kContext || contains(countries_, row.country);
}

// A given name with more after it (خالد الضاهر), or a name that the tagger found.
bool PhraseBuilder::bare_name(uint32_t at) {
  uint32_t name_end = person_name_end(tokens_, at, end_, NameStart::kBare);
  if (is_tagged_person(at)) name_end = std::max(name_end, tokens_[at].name_end);
  const bool person = name_end != at;
  if (!person && is_tagged_organisation(at)) name_end = tokens_[at].name_end;
  if (name_end == at) return false;
  out_.kind = person ? ActorKind::kPerson : ActorKind::kOrganisation;
  out_.head = at;
  if (person) {
    out_.names_begin = at;
    out_.names_end = name_end;
  }
  out_.definite = true;
  pos_ = name_end;
  complete_ = true;
  return true;
}

bool PhraseBuilder::is_tagged(uint32_t at, NameType type) const {
  const auto& facts = tokens_[at];
  return facts.name_end != 0 && facts.name_type == type && facts.name_end <= end_;
}

// A person's name that no table helps to find: not a known word alone, and not where a place
// stands.
bool PhraseBuilder::is_tagged_person(uint32_t at) const {
  if (!is_tagged(at, NameType::kPerson) || tokens_[at].event) return false;
  const bool several = tokens_[at].name_end > at + 1;
  const bool place = at > 0 && tokens_[at - 1].locative && !tokens_[at - 1].party;
  return !place && (several || (tokens_[at].proper && !tokens_[at].known && !tokens_[at].article));
}

// An organisation's: several words, for one alone is too often a common noun.
bool PhraseBuilder::is_tagged_organisation(uint32_t at) const {
  return is_tagged(at, NameType::kOrganisation) && tokens_[at].name_end > at + 1 &&
         !tokens_[at].event && !tokens_[at].verb;
}

void PhraseBuilder::take_head(const Match& match, uint32_t at) {
  head_row_ = &knowledge_.row(match.row);
  out_.head = at;
  out_.row = match.row;
  out_.pronoun = match.enclitic;
  pos_ = match.tokens.end;
  const bool is_name = head_row_->table == PartyTable::kActor;
  out_.kind = head_row_->kind;
  if (head_row_->table == PartyTable::kNationality) out_.kind = ActorKind::kGroup;
  if (head_row_->noun_class == NounClass::kBody && head_row_->table == PartyTable::kAgentNoun)
    out_.kind = ActorKind::kState;
  out_.metonym =
      is_name && (head_row_->bare_country || head_row_->condition == NameCondition::kMetonym);
  plural_ = (match.inflection & (kPlural | kDual)) != 0 ||
            (is_name && match.tokens.size() == 1 && has_plural_n(at));
  const auto& last = tokens_[pos_ - 1];
  const bool several = match.tokens.size() > 1;
  const bool article = (match.proclitics & kArticle) != 0 || (several && last.article);
  out_.definite = is_name || article || match.enclitic != 0;
  open_ = !is_name && match.enclitic == 0 && !is_closed_plural(at) &&
          (!article || (several && leads_on(pos_ - 1)));
  // رئيس الوزراء ends in a definite word, yet it may still have a country after it: رئيس وزراء
  // ماليزيا.
  feminine_ = ends_feminine(at) || (plural_ && !people());
  either_gender_ = is_name || several || plural_;
  complete_ = is_name && head_row_->bare_country;
  if (head_row_->condition == NameCondition::kMetonym) complete_ = true;
  head_end_ = pos_;
  take_number();
}

// الفرقة 30 (Division 30): a number right behind a body of soldiers is its name.
void PhraseBuilder::take_number() {
  const bool unit = head_row_->table == PartyTable::kAgentNoun &&
                    head_row_->noun_class == NounClass::kGroup && head_row_->sector == "MIL";
  if (unit && !plural_ && pos_ < end_ && tokens_.kind(pos_) == TokenKind::kNumber)
    head_end_ = ++pos_;
}

// المتحدث باسم, القيادي في: the last word of such an office asks for its owner.
bool PhraseBuilder::leads_on(uint32_t token) const {
  const auto word = tokens_.folded(token);
  return tokens_[token].locative || word == "باسم" ||  // in the name of
         word == "بلسان";                              // with the tongue of
}

bool PhraseBuilder::people() const {
  if (head_row_ == nullptr) return true;
  if (head_row_->table == PartyTable::kActor) return plural_;
  if (head_row_->table == PartyTable::kNationality || head_row_->table == PartyTable::kOffice)
    return true;
  return head_row_->noun_class == NounClass::kPeople ||
         head_row_->noun_class == NounClass::kTitle || head_row_->noun_class == NounClass::kVictim;
}

bool PhraseBuilder::ends_feminine(uint32_t token) const {
  const auto word = tokens_.folded(token);
  return word.ends_with("ه") || word.ends_with("ات");
}

// مسلحون, مسلحين: the n shows that no construct follows.
bool PhraseBuilder::is_closed_plural(uint32_t token) const {
  return plural_ && (has_plural_n(token) || tokens_.folded(token).ends_with("ان"));
}

bool PhraseBuilder::has_plural_n(uint32_t token) const {
  const auto word = tokens_.folded(token);
  return word.ends_with("ون") || word.ends_with("ين");
}

}  // namespace isnad
