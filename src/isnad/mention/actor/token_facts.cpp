// SPDX-License-Identifier: Apache-2.0
// Folds all matches into one record a token, so that phrase building never searches.
#include "isnad/mention/actor/token_facts.h"

#include <algorithm>
#include <bit>

namespace isnad {
namespace {

constexpr size_t kLetter = 2;            // bytes of an Arabic letter in UTF-8
constexpr std::string_view kAl = "ال";   // the article
constexpr std::string_view kLil = "لل";  // li + the article
constexpr std::string_view kWaw = "و";   // and
constexpr unsigned kFused = kPrepositionB | kPrepositionL | kPrepositionK;

// Longer matches win, then those with fewer clitics taken off: بوكو is no b- + وكو.
bool better(const Match& fresh, const Match* old) {
  if (old == nullptr) return true;
  if (fresh.tokens.size() != old->tokens.size()) return fresh.tokens.size() > old->tokens.size();
  const auto cost = [](const Match& match) {
    return std::popcount(static_cast<unsigned>(match.proclitics & ~unsigned{kArticle})) +
           (match.enclitic != 0 ? 1 : 0);
  };
  return cost(fresh) < cost(*old);
}

// A pronoun on the noun for one person is more often a tāʾ marbūṭa, which folding makes alike:
// مهاجمة is an attack, hardly "his attacker". Offices and sources are not owned by pronouns either.
bool is_unlikely(const Match& match, const PartyRow& row) {
  if (match.enclitic == 0) return false;
  // نظيره (his counterpart): a noun that says it belongs to a pronoun.
  if (std::find(row.prepositions.begin(), row.prepositions.end(), "ه") != row.prepositions.end())
    return false;
  if (row.table == PartyTable::kOffice || row.noun_class == NounClass::kSource) return true;
  return row.table == PartyTable::kAgentNoun && match.enclitic == 1 &&
         (match.inflection & kPlural) == 0 &&
         (row.noun_class == NounClass::kPeople || row.noun_class == NounClass::kTitle);
}

void keep(const Match& match, const Match*& slot) {
  if (better(match, slot)) slot = &match;
}

bool is_opening(std::string_view mark) {
  return mark == "«" || mark == "“" || mark == "\"" || mark == "(" || mark == "‘";
}

}  // namespace

TokenTable::TokenTable(const Text& text, std::span<const Match> matches, const Analysis& analysis,
                       const ActorKnowledge& knowledge)
    : text_(text),
      matches_(matches),
      knowledge_(knowledge),
      facts_(text.tokens.size()),
      quotation_end_(text.tokens.size(), 0) {
  for (const auto& match : matches) add(match, knowledge.row(match.row));
  for (uint32_t token = 0; token < size(); ++token) add_spelling(token);
  add_analysis(analysis);
  add_quotations();
}

void TokenTable::add(const Match& match, const PartyRow& row) {
  if (is_unlikely(match, row)) return;
  auto& facts = facts_[match.tokens.begin];
  const bool single = match.tokens.size() == 1;
  facts.known = true;
  if (row.condition == NameCondition::kArticle && single && (match.proclitics & kArticle) == 0 &&
      !occurs_indefinite(match.row))
    indefinite_rows_.push_back(match.row);
  if (single && (match.inflection & kVerb) != 0 && (match.inflection & kNoun) == 0 &&
      match.enclitic == 0)
    facts.verb = true;
  switch (row.table) {
    case PartyTable::kActor:
      keep(match, facts.actor);
      break;
    case PartyTable::kAgentNoun:
      keep(match, facts.noun);
      break;
    case PartyTable::kNationality:
      keep(match, facts.nationality);
      break;
    case PartyTable::kOffice:
      keep(match, facts.office);
      break;
    case PartyTable::kAffiliation:
      keep(match, facts.affiliation);
      break;
    case PartyTable::kAdjective:
      keep(match, facts.adjective);
      break;
    case PartyTable::kAnaphor:
      keep(match, facts.anaphor);
      break;
    case PartyTable::kGivenName:
      // للجان (of the committees): no name stands behind li-l-.
      if ((match.proclitics & kPrepositionL) == 0 || (match.proclitics & kArticle) == 0)
        keep(match, facts.given_name);
      break;
    case PartyTable::kEventFrame:
      facts.event = true;
      break;
    case PartyTable::kCue:
      switch (row.cue) {
        case CueKind::kStop:
          facts.stop = facts.stop || (single && match.proclitics == 0);
          break;
        case CueKind::kLocative:
          facts.locative = facts.locative || single;
          break;
        case CueKind::kParty:
          facts.party = facts.party || single;
          break;
        case CueKind::kQuantifier:
          keep(match, facts.quantifier);
          break;
        case CueKind::kNameParticle:
          keep(match, facts.name_particle);
          break;
        case CueKind::kKunya:
          keep(match, facts.kunya);
          keep(match, facts.name_particle);
          break;
        case CueKind::kRespect:
          keep(match, facts.respect);
          break;
        case CueKind::kPronoun:
          facts.pronoun = facts.pronoun || (single && match.proclitics == 0);
          break;
        case CueKind::kNone:
          break;
      }
      break;
    case PartyTable::kNone:
      break;
  }
}

// Clitics that the spelling itself shows, for words the lexicon does not know; for those it does,
// the reading of the longest match.
void TokenTable::add_spelling(uint32_t token) {
  auto& facts = facts_[token];
  const Match* best = nullptr;
  for (const Match* match :
       {facts.actor, facts.noun, facts.office, facts.nationality, facts.affiliation,
        facts.adjective, facts.anaphor, facts.given_name, facts.quantifier}) {
    if (match != nullptr && better(*match, best)) best = match;
  }
  auto word = folded(token);
  if (best != nullptr) {
    facts.clitics = static_cast<uint8_t>(best->proclitics & ~unsigned{kArticle});
    facts.article = (best->proclitics & kArticle) != 0;
    return;
  }
  if (kind(token) != TokenKind::kWord) return;
  unsigned clitics = 0;
  if (word.size() > 3 * kLetter && word.starts_with(kWaw)) {
    const auto rest = word.substr(kLetter);
    const bool shows = rest.starts_with(kAl) || rest.starts_with(kLil) || rest.starts_with("بال");
    if (shows) {
      clitics |= kConjunction;
      word = rest;
    }
  }
  if (word.size() > 3 * kLetter) {
    if (word.starts_with("بال")) clitics |= kPrepositionB;
    if (word.starts_with("كال")) clitics |= kPrepositionK;
    if (word.starts_with(kLil)) clitics |= kPrepositionL;
  }
  facts.article = word.starts_with(kAl) || (clitics & kFused) != 0;
  facts.clitics = static_cast<uint8_t>(clitics);
}

void TokenTable::add_analysis(const Analysis& analysis) {
  if (analysis.first_word.size() != facts_.size() + 1) return;
  for (uint32_t token = 0; token < size(); ++token) {
    for (uint32_t word = analysis.first_word[token]; word < analysis.first_word[token + 1];
         ++word) {
      auto& facts = facts_[token];
      facts.proper |= analysis.upos[word] == Upos::kPROPN || analysis.upos[word] == Upos::kX;
      facts.describes |= analysis.upos[word] == Upos::kADJ;
      if (analysis.upos[word] == Upos::kVERB)
        facts.verb = facts.noun == nullptr && facts.actor == nullptr;
    }
  }
}

void TokenTable::set_names(std::span<const NameMention> names) {
  for (const auto& name : names) {
    auto& facts = facts_[name.tokens.begin];
    facts.name_type = name.type;
    facts.name_end = name.tokens.end;
  }
}

void TokenTable::add_quotations() {
  for (const auto& quotation : text_.quotations) {
    if (!quotation.closed || quotation.tokens.begin == 0 || quotation.tokens.end >= size())
      continue;
    const uint32_t open = quotation.tokens.begin - 1;
    if (is_opening(folded(open))) quotation_end_[open] = quotation.tokens.end + 1;
  }
  // Brackets are no quotations, but a name may stand in them: حركة (فتح).
  for (uint32_t token = 0; token + 2 < size(); ++token) {
    if (folded(token) != "(") continue;
    for (uint32_t end = token + 1; end < std::min(token + 5, size()); ++end) {
      if (folded(end) == ")") quotation_end_[token] = end + 1;
    }
  }
}

bool TokenTable::occurs_indefinite(RowId row) const {
  return std::find(indefinite_rows_.begin(), indefinite_rows_.end(), row) != indefinite_rows_.end();
}

std::string_view TokenTable::stem(uint32_t token) const {
  auto word = folded(token);
  const auto& facts = facts_[token];
  const auto drop = [&](size_t bytes) {
    if (word.size() >= bytes + 2 * kLetter) word.remove_prefix(bytes);
  };
  if ((facts.clitics & kConjunction) != 0) drop(kLetter);
  if ((facts.clitics & kPrepositionL) != 0 && word.starts_with(kLil)) {
    drop(2 * kLetter);
  } else {
    if ((facts.clitics & kFused) != 0) drop(kLetter);
    if (word.starts_with(kAl)) drop(kAl.size());
  }
  return word;
}

}  // namespace isnad
