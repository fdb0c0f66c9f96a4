// SPDX-License-Identifier: Apache-2.0
// One walk over the text, left to right: phrases first, then what they refer back to.
#include "isnad/mention/actor/find_actors.h"

#include <algorithm>

#include "isnad/mention/actor/earlier_parties.h"
#include "isnad/mention/actor/noun_phrase.h"

namespace isnad {
namespace {

// Possessive pronouns, as Match::enclitic counts kEnclitics.
constexpr uint8_t kHis = 1;
constexpr uint8_t kHer = 2;
constexpr unsigned kFused = kPrepositionB | kPrepositionL | kPrepositionK;

std::string plover_code(const std::string& country, const std::string& sector) {
  if (country.empty() || sector.empty()) return country + sector;
  return country + " " + sector;
}

// Countries that the report names, by name, capital or adjective.
std::vector<std::string> named_countries(std::span<const Match> matches,
                                         const ActorKnowledge& knowledge) {
  std::vector<std::string> out;
  for (const auto& match : matches) {
    const auto& row = knowledge.row(match.row);
    const bool country = row.table == PartyTable::kActor && row.bare_country &&
                         row.condition == NameCondition::kNone;
    const bool nationality =
        row.table == PartyTable::kNationality && row.condition == NameCondition::kNone;
    const bool capital =
        row.table == PartyTable::kActor && row.condition == NameCondition::kMetonym;
    if (country || nationality || capital) out.push_back(row.country);
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

// One walk over the text.
class Finder {
 public:
  Finder(const TokenTable& tokens, const ActorKnowledge& knowledge)
      : text_(tokens.text()),
        knowledge_(knowledge),
        tokens_(tokens),
        countries_(named_countries(tokens.matches(), knowledge)),
        reader_(tokens_, knowledge, countries_),
        earlier_(tokens_, knowledge) {}

  std::vector<ActorMention> run() {
    for (const auto& sentence : text_.sentences) {
      begin_ = sentence.tokens.begin;
      for (uint32_t at = begin_; at < sentence.tokens.end;) at = read(at, sentence.tokens.end);
    }
    return std::move(mentions_);
  }

 private:
  // Reads what begins at `at`; returns where to go on.
  uint32_t read(uint32_t at, uint32_t end) {
    auto phrase = reader_.read(at, end);
    const bool named = phrase && knowledge_.row(phrase->row).table == PartyTable::kActor;
    if (!named) {
      const auto again = earlier_.named_again(at, end);
      if (again.party != kNoParty && (!phrase || phrase->tokens.end <= again.end))
        return add_again(at, again);
    }
    if (!phrase) return lone_adjective(at);
    if (phrase->metonym && is_place(*phrase)) return phrase->tokens.end;
    if (!named && phrase->bare && (is_idle(*phrase) || is_attribute(at))) return lone_adjective(at);
    return add(*phrase);
  }

  // Nouns that describe no party on their own: numbers, places, and a body or group that is neither
  // definite nor said to be anybody's (حركة may be any movement, تنظيم any organising).
  [[nodiscard]] bool is_idle(const PartyPhrase& phrase) const {
    const auto& row = knowledge_.row(phrase.row);
    if (row.table != PartyTable::kAgentNoun) return false;
    if (row.noun_class == NounClass::kOther) return true;
    return !phrase.definite &&
           (row.noun_class == NounClass::kBody || row.noun_class == NounClass::kGroup) &&
           (tokens_[phrase.head].noun->inflection & kPlural) == 0;
  }

  // حاجز عسكري, العصيان المدني: a noun that is an adjective too and agrees with the word before it.
  [[nodiscard]] bool is_attribute(uint32_t at) const {
    const auto& facts = tokens_[at];
    if (facts.adjective == nullptr || at == begin_ || facts.clitics != 0) return false;
    if ((facts.adjective->inflection & (kPlural | kDual)) != 0) return false;
    const auto& before = tokens_[at - 1];
    if (tokens_.kind(at - 1) != TokenKind::kWord || before.stop || before.party ||
        before.locative || before.verb)
      return false;
    return before.article == facts.article && (facts.article || !before.event);
  }

  // في سوريا, بدمشق, شمال لبنان: a place. A capital is one unless the words before it make it a
  // party.
  [[nodiscard]] bool is_place(const PartyPhrase& phrase) const {
    const uint32_t at = phrase.tokens.begin;
    const auto& facts = tokens_[at];
    if ((facts.clitics & kPrepositionB) != 0) return true;
    const bool capital = knowledge_.row(phrase.row).condition == NameCondition::kMetonym;
    if (at == begin_) return false;
    const auto& before = tokens_[at - 1];
    if (before.locative && !before.party && (facts.clitics & kConjunction) == 0) return true;
    if (!capital) return false;
    if ((facts.clitics & kConjunction) != 0)
      return mentions_.empty() || mentions_.back().tokens.end != at;
    if (tokens_.kind(at - 1) == TokenKind::kPunctuation || before.verb || before.party)
      return false;
    return (facts.clitics & kPrepositionL) == 0;
  }

  uint32_t lone_adjective(uint32_t at) {
    const auto& facts = tokens_[at];
    if (facts.nationality == nullptr || facts.nationality->enclitic != 0 ||
        (facts.clitics & kFused) != 0)
      return at + 1;
    const auto& row = knowledge_.row(facts.nationality->row);
    if (row.country.empty()) return at + 1;
    if (row.condition == NameCondition::kContext &&
        !std::binary_search(countries_.begin(), countries_.end(), row.country))
      return at + 1;
    ActorMention mention;
    mention.tokens = facts.nationality->tokens;
    mention.head = at;
    mention.kind = ActorKind::kState;
    mention.row = facts.nationality->row;
    mention.name = row.name;
    mention.country = row.country;
    mention.code = row.country;
    mention.adjective = true;
    mentions_.push_back(std::move(mention));
    return mentions_.back().tokens.end;
  }

  uint32_t add(const PartyPhrase& phrase) {
    ActorMention mention;
    mention.tokens = phrase.tokens;
    mention.head = phrase.head;
    mention.name_tokens = {phrase.names_begin, phrase.names_end};
    mention.kind = phrase.kind;
    mention.row = phrase.row;
    mention.name = phrase.name;
    mention.country = phrase.country;
    mention.sector = phrase.sector;
    mention.metonym = phrase.metonym;
    mention.preposition = static_cast<uint8_t>(tokens_[phrase.tokens.begin].clitics & kFused);
    const bool named = knowledge_.row(phrase.row).table == PartyTable::kActor;
    if (!named && mention.country.empty()) {
      if (phrase.bare && phrase.definite) refer(mention, earlier_.antecedent(phrase.head));
      if (phrase.inner_is_anaphor)
        take_code(mention, phrase, earlier_.antecedent(phrase.inner.begin));
      if (phrase.bare && (phrase.pronoun == kHis || phrase.pronoun == kHer))
        take_code(mention, phrase, earlier_.owner(phrase.head, phrase.pronoun == kHer));
    }
    mention.code = plover_code(mention.country, mention.sector);
    remember(mention, phrase);
    mentions_.push_back(std::move(mention));
    return phrase.tokens.end;
  }

  // عناصر التنظيم (the organisation's members), مسلحيه (its gunmen): the code of whom "the
  // organisation" stands for.
  void take_code(ActorMention& mention, const PartyPhrase& phrase, uint32_t found) const {
    if (found == kNoParty) return;
    const auto& party = earlier_[found];
    mention.country = party.country;
    if (!phrase.takes_inner_code) return;
    mention.sector = party.sector;
    mention.name = party.name;
  }

  // Tells what later words may refer to: the mention itself if it is somebody in particular, and
  // the party in it.
  void remember(const ActorMention& mention, const PartyPhrase& phrase) {
    const auto index = static_cast<uint32_t>(mentions_.size());
    const TokenSpan person{phrase.names_begin, phrase.names_end};
    const auto& inner = knowledge_.row(phrase.inner_row);
    if (inner.table == PartyTable::kActor && !inner.bare_country)
      earlier_.add({index, phrase.inner, phrase.inner.begin, inner.kind, phrase.inner_row,
                    inner.name, inner.country, inner.sector},
                   {});
    const bool somebody = !mention.country.empty() || person.size() > 0;
    if (!somebody || mention.refers_to != UINT32_MAX || mention.metonym) return;
    // A person is recalled by his name, not by the words of his title.
    const TokenSpan words = person.size() > 0 ? person : mention.tokens;
    earlier_.add({index, words, mention.head, mention.kind, mention.row, mention.name,
                  mention.country, mention.sector},
                 person);
  }

  void refer(ActorMention& mention, uint32_t found) const {
    if (found == kNoParty) return;
    const auto& party = earlier_[found];
    mention.refers_to = party.mention;
    mention.kind = party.kind;
    mention.row = party.row;
    mention.name = party.name;
    mention.country = party.country;
    mention.sector = party.sector;
    mention.code = plover_code(party.country, party.sector);
  }

  // A short form or a family name; a title right before it belongs to it: الوزير كيري.
  uint32_t add_again(uint32_t at, const EarlierParties::Found& again) {
    ActorMention mention;
    mention.tokens = {at, again.end};
    mention.head = at;
    refer(mention, again.party);
    if (mention.kind == ActorKind::kPerson) mention.name_tokens = mention.tokens;
    if (mention.kind == ActorKind::kPerson && !mentions_.empty() &&
        mentions_.back().tokens.end == at && mentions_.back().kind == ActorKind::kPerson &&
        mention.refers_to != mentions_.size() - 1) {
      mention.tokens.begin = mentions_.back().tokens.begin;
      mentions_.pop_back();
    }
    mention.preposition = static_cast<uint8_t>(tokens_[mention.tokens.begin].clitics & kFused);
    mentions_.push_back(std::move(mention));
    return again.end;
  }

  const Text& text_;
  const ActorKnowledge& knowledge_;
  const TokenTable& tokens_;
  std::vector<std::string> countries_;
  PhraseReader reader_;
  EarlierParties earlier_;
  std::vector<ActorMention> mentions_;
  uint32_t begin_ = 0;  // of the sentence
};

}  // namespace

Result<ActorFinder> ActorFinder::create(const Lexicon& lexicon) {
  auto knowledge = ActorKnowledge::read(lexicon);
  if (!knowledge) return tl::unexpected(knowledge.error());
  return ActorFinder(std::move(*knowledge));
}

std::vector<ActorMention> ActorFinder::find(const Text& text, std::span<const Match> matches,
                                            const Analysis& analysis) const {
  return find(TokenTable(text, matches, analysis, knowledge_));
}

std::vector<ActorMention> ActorFinder::find(const TokenTable& tokens) const {
  return Finder(tokens, knowledge_).run();
}

}  // namespace isnad
