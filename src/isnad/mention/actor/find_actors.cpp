// SPDX-License-Identifier: Apache-2.0
#include "isnad/mention/actor/find_actors.h"

#include <algorithm>

#include "isnad/mention/actor/earlier_parties.h"
#include "isnad/mention/actor/noun_phrase.h"

namespace isnad {
namespace {

constexpr unsigned kFused = kPrepositionB | kPrepositionL | kPrepositionK;

std::string plover_code(const std::string& country, const std::string& sector) {
  if (country.empty() || sector.empty()) return country + sector;
  return country + " " + sector;
}

// Countries that the report names, by name, capital or adjective.
std::vector<std::string> named_countries(std::span<const Match> matches, const ActorKnowledge& knowledge) {
  std::vector<std::string> out;
  for (const auto& match : matches) {
    const auto& row = knowledge.row(match.row);
    const bool country = row.table == PartyTable::kActor && row.bare_country && row.condition == NameCondition::kNone;
    const bool nationality = row.table == PartyTable::kNationality && row.condition == NameCondition::kNone;
    const bool capital = row.table == PartyTable::kActor && row.condition == NameCondition::kMetonym;
    if (country || nationality || capital) out.push_back(row.country);
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

// One walk over the text.
class Finder {
 public:
  Finder(const Text& text, std::span<const Match> matches, const Analysis& analysis, const ActorKnowledge& knowledge)
      : text_(text),
        knowledge_(knowledge),
        tokens_(text, matches, analysis, knowledge),
        countries_(named_countries(matches, knowledge)),
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
      if (again.mention != kNoMention && (!phrase || phrase->tokens.end <= again.end)) return add_again(at, again);
    }
    if (!phrase) return lone_adjective(at);
    if (phrase->metonym && is_place(*phrase)) return phrase->tokens.end;
    if (!named && is_idle(*phrase)) return at + 1;
    return add(*phrase);
  }

  // Nouns that describe no party on their own: numbers, places.
  [[nodiscard]] bool is_idle(const PartyPhrase& phrase) const {
    const auto& row = knowledge_.row(phrase.row);
    return row.table == PartyTable::kAgentNoun && row.noun_class == NounClass::kOther && phrase.bare;
  }

  // في سوريا, بدمشق, شمال لبنان: a place. A capital is one unless the words before it make it a party.
  [[nodiscard]] bool is_place(const PartyPhrase& phrase) const {
    const uint32_t at = phrase.tokens.begin;
    const auto& facts = tokens_[at];
    if ((facts.clitics & kPrepositionB) != 0) return true;
    const bool capital = knowledge_.row(phrase.row).condition == NameCondition::kMetonym;
    if (at == begin_) return false;
    const auto& before = tokens_[at - 1];
    if (before.locative && !before.party && (facts.clitics & kConjunction) == 0) return true;
    if (!capital) return false;
    if ((facts.clitics & kConjunction) != 0) return mentions_.empty() || mentions_.back().tokens.end != at;
    if (tokens_.kind(at - 1) == TokenKind::kPunctuation || before.verb || before.party) return false;
    return (facts.clitics & kPrepositionL) == 0;
  }

  uint32_t lone_adjective(uint32_t at) {
    const auto& facts = tokens_[at];
    if (facts.nationality == nullptr || facts.nationality->enclitic != 0 || (facts.clitics & kFused) != 0) return at + 1;
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
    mention.kind = phrase.kind;
    mention.row = phrase.row;
    mention.name = phrase.name;
    mention.country = phrase.country;
    mention.sector = phrase.sector;
    mention.code = plover_code(phrase.country, phrase.sector);
    mention.metonym = phrase.metonym;
    mention.preposition = static_cast<uint8_t>(tokens_[phrase.tokens.begin].clitics & kFused);
    if (phrase.bare && phrase.definite && knowledge_.row(phrase.row).table != PartyTable::kActor && mention.country.empty())
      refer(mention, earlier_.antecedent(mention, mentions_));
    earlier_.add(static_cast<uint32_t>(mentions_.size()), mention, {phrase.names_begin, phrase.names_end});
    mentions_.push_back(std::move(mention));
    return phrase.tokens.end;
  }

  void refer(ActorMention& mention, uint32_t to) const {
    if (to == kNoMention) return;
    const auto& earlier = mentions_[to];
    mention.refers_to = to;
    mention.kind = earlier.kind;
    mention.row = earlier.row;
    mention.name = earlier.name;
    mention.country = earlier.country;
    mention.sector = earlier.sector;
    mention.code = earlier.code;
  }

  // A short form or a family name; a title right before it belongs to it: الوزير كيري.
  uint32_t add_again(uint32_t at, const EarlierParties::Found& again) {
    ActorMention mention;
    mention.tokens = {at, again.end};
    mention.head = at;
    refer(mention, again.mention);
    if (mention.kind == ActorKind::kPerson && !mentions_.empty() && mentions_.back().tokens.end == at &&
        mentions_.back().kind == ActorKind::kPerson) {
      mention.tokens.begin = mentions_.back().tokens.begin;
      mentions_.pop_back();
    }
    mention.preposition = static_cast<uint8_t>(tokens_[mention.tokens.begin].clitics & kFused);
    mentions_.push_back(std::move(mention));
    return again.end;
  }

  const Text& text_;
  const ActorKnowledge& knowledge_;
  TokenTable tokens_;
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
  return Finder(text, matches, analysis, knowledge_).run();
}

}  // namespace isnad
