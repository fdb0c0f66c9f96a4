// SPDX-License-Identifier: Apache-2.0
// Which frame matches are events: right part of speech, companions present, longest span.
#include "isnad/event/find_triggers.h"

#include <algorithm>

#include "isnad/event/companions.h"

namespace isnad {
namespace {

constexpr size_t kLetter = 2;  // bytes

// A ḍamma on the first letter shows a passive: قُتل (was killed), أُصيب (was wounded).
bool has_damma(std::string_view given) {
  constexpr std::string_view kDamma = "\u064F";  // ARABIC DAMMA
  const size_t at = given.find(kDamma);
  return at != std::string_view::npos && at <= 3 * kLetter;
}

constexpr uint32_t kNeedReach =
    12;  // tokens from the trigger within which a needed companion stands

struct Phrase {
  TokenSpan tokens;
  const Frame* frame;
};

// Phrases of several words that evoke events, in text order.
std::vector<Phrase> phrases_of(std::span<const Match> matches, const EventKnowledge& knowledge) {
  std::vector<Phrase> found;
  for (const auto& match : matches) {
    if (match.tokens.size() < 2) continue;
    if (const Frame* frame = knowledge.frames.find(match.row))
      found.push_back({match.tokens, frame});
  }
  return found;
}

// Names of states, bodies, armed groups and offices.
std::vector<TokenSpan> powers_of(std::span<const Match> matches, const EventKnowledge& knowledge) {
  std::vector<TokenSpan> found;
  for (const auto& match : matches) {
    if (knowledge.names_power(match.row)) found.push_back(match.tokens);
  }
  return found;
}

// Names of countries, without a pronoun on them.
std::vector<TokenSpan> countries_of(std::span<const Match> matches,
                                    const EventKnowledge& knowledge) {
  std::vector<TokenSpan> found;
  for (const auto& match : matches) {
    if (knowledge.is_state(match.row) && match.enclitic == 0) found.push_back(match.tokens);
  }
  return found;
}

// A blocking word counts anywhere in the sentence, a needed one only near; and beside a noun not as
// a part of another telling of the same means: "air raids" makes no shelling beside it one from the
// air.
bool companions_hold(const Frame& frame, const Match& match, TokenSpan sentence,
                     std::span<const Phrase> phrases, std::span<const TokenSpan> powers,
                     Companions& companions) {
  const TokenSpan trigger = match.tokens;
  const auto near = TokenSpan{trigger.begin - std::min(kNeedReach, trigger.begin - sentence.begin),
                              std::min(sentence.end, trigger.end + kNeedReach)};
  if (companions.any_in(sentence, frame.blocks)) return false;
  if (frame.needs.empty()) return true;
  const auto is_near = [&](TokenSpan power) {
    return near.contains(power) && !power.overlaps(trigger);
  };
  if (frame.needs_power && std::any_of(powers.begin(), powers.end(), is_near)) return true;
  std::vector<TokenSpan> others;
  for (const Phrase& phrase : phrases) {
    if (!frame.means.empty() && (match.inflection & kVerb) == 0 &&
        phrase.frame->means == frame.means && phrase.frame->type == frame.type &&
        phrase.tokens.overlaps(near) && !phrase.tokens.overlaps(trigger))
      others.push_back(phrase.tokens);
  }
  return companions.any_in(near, frame.needs, others);
}

// لم يستعد (has not regained); without the particle يستعد is another verb (prepares).
bool jussive_holds(const Syntax& syntax, const Match& match) {
  if ((match.inflection & kJussive) == 0 || (match.proclitics & kPrepositionL) != 0) return true;
  const uint32_t at = match.tokens.begin;
  if (at == syntax.sentence_of(at).tokens.begin) return false;
  const auto before = syntax.folded(at - 1);
  return before.ends_with("لم") || before.ends_with("لما") || before.ends_with("لا");
}

// Does the part of speech the grammar sees allow the reading the lexicon offers?
bool reading_holds(const Syntax& syntax, const Match& match, bool& is_verb) {
  const auto word_class = syntax.at(match.tokens.begin);
  // A word of a closed class (أنه, that he; هناك, there) is never an inflected verb, however it is
  // spelt.
  if (match.tokens.size() == 1 && syntax.is_function_word(match.tokens.begin) &&
      word_class != SyntaxClass::kVerb && word_class != SyntaxClass::kNominal)
    return false;
  const unsigned inflection = match.inflection;
  const bool can_verb = (inflection & kVerb) != 0;
  const bool can_noun = (inflection & (kNoun | kParticiple)) != 0 || inflection == 0;
  const bool seen_verb = syntax.at(match.tokens.begin) == SyntaxClass::kVerb;
  const bool noun_clitics = (match.proclitics & (kArticle | kPrepositionB | kPrepositionK)) != 0;
  is_verb = can_verb && (seen_verb || !can_noun) && !noun_clitics;
  if (is_verb) return jussive_holds(syntax, match);
  return can_noun;
}

// "the prison, which holds thousands": a present tense in a relative clause describes; it tells no
// event.
bool describes(const Syntax& syntax, const Trigger& trigger) {
  const uint32_t at = trigger.tokens.begin;
  return trigger.is_verb && (trigger.match.inflection & kImperfect) != 0 &&
         (trigger.match.proclitics & kFuture) == 0 && at > syntax.sentence_of(at).tokens.begin &&
         syntax.at(at - 1) == SyntaxClass::kRelative;
}

// A verb and its object with only the subject between: no other verb, no new clause.
bool apart_holds(const Syntax& syntax, const Match& match) {
  // A preposition belongs to the object only with its noun behind it (daʿā … ilā t-tahdiʾa).
  const auto object = syntax.at(match.apart);
  const bool may_be_object = object == SyntaxClass::kNominal ||
                             (object == SyntaxClass::kPreposition && match.apart_words > 1);
  if (syntax.at(match.tokens.begin) != SyntaxClass::kVerb || !may_be_object) return false;
  for (uint32_t t = match.tokens.end; t < match.apart; ++t) {
    t = syntax.after_brackets(t);
    if (t >= match.apart) return t == match.apart;  // or the object is within the remark
    const auto word_class = syntax.at(t);
    if (syntax.folded(t) == "/") continue;  // أيار/مايو (May, by both its names)
    if (word_class == SyntaxClass::kVerb || word_class == SyntaxClass::kBreak ||
        word_class == SyntaxClass::kComplementiser || word_class == SyntaxClass::kRelative)
      return false;
  }
  // "met in the house of the minister": an object of a preposition is no object of the verb.
  return syntax.at(match.apart - 1) != SyntaxClass::kPreposition;
}

// Of triggers as long: a verb with its object behind the subject says more than a verb that only
// asks for a companion, that more than a verb alone; all give way to the event noun that the object
// may be.
int standing(const Trigger& trigger) {
  if (!trigger.is_verb) return 0;
  if (trigger.apart != UINT32_MAX) return 1;
  return !trigger.frame->needs.empty() || !trigger.frame->object_needs.empty() ? 2 : 3;
}

// asqaṭat ṭāʾira (shot down an aircraft): where the object that a verb's frame spells out is who or
// what the event happens to, it is a party and no part of the trigger.
void leave_party_outside(std::span<const Match> matches, const EventKnowledge& knowledge,
                         Trigger& trigger) {
  if (!trigger.is_verb || (trigger.tokens.size() == 1 && trigger.apart == UINT32_MAX)) return;
  const Role object = knowledge.schemes[trigger.frame->scheme].object;
  const bool takes_party = object == Role::kRecipient || object == Role::kBoth;
  const uint32_t second = trigger.tokens.begin + 1;
  for (const auto& match : matches) {
    if (!knowledge.names_party(match.row)) continue;
    if (match.tokens.begin == trigger.apart) trigger.apart = UINT32_MAX;
    if (match.tokens.begin == second && takes_party) trigger.tokens.end = second;
  }
}

// وتشاد (and Chad), which is spelt like "and is praised": the name of a country tells nothing.
bool is_country(const Match& match, std::span<const TokenSpan> countries) {
  return match.tokens.size() == 1 &&
         std::find(countries.begin(), countries.end(), match.tokens) != countries.end();
}

// taʿahhadat al-yābān bi-taqdīm musāʿadāt (Japan pledged to give aid): the promise is an event,
// what is promised another; so with demands, threats, charges and refusals.
bool speaks_of_another(const Trigger& verb, const Trigger& noun) {
  constexpr std::string_view kOfWords[] = {"AGREE", "REQUEST", "THREATEN", "ACCUSE", "REJECT"};
  return verb.frame->type != noun.frame->type && std::find(std::begin(kOfWords), std::end(kOfWords),
                                                           verb.frame->type) != std::end(kOfWords);
}

}  // namespace

std::vector<Trigger> find_triggers(const Syntax& syntax, std::span<const Match> matches,
                                   const EventKnowledge& knowledge, std::string_view given) {
  std::vector<Trigger> found;
  std::vector<TokenSpan> quiet;  // phrases whose companions are missing
  const Text& text = syntax.text();
  Companions companions(syntax);
  const auto phrases = phrases_of(matches, knowledge);
  const auto powers = powers_of(matches, knowledge);
  const auto countries = countries_of(matches, knowledge);
  for (const auto& match : matches) {
    const Frame* frame = knowledge.frames.find(match.row);
    if (frame == nullptr || is_country(match, countries)) continue;
    Trigger trigger{frame, match.tokens, match.tokens.begin, false, false, match};
    if (match.apart != UINT32_MAX && !apart_holds(syntax, match)) continue;
    trigger.apart = match.apart;
    if (!reading_holds(syntax, match, trigger.is_verb)) continue;
    const auto& sentence = syntax.sentence_of(match.tokens.begin);
    if (!companions_hold(*frame, match, sentence.tokens, phrases, powers, companions)) {
      if (match.tokens.size() > 1 && match.apart == UINT32_MAX) quiet.push_back(match.tokens);
      continue;
    }
    if (describes(syntax, trigger)) continue;
    const auto bytes = text.tokens[trigger.head].given;
    trigger.is_passive = trigger.is_verb && ((match.inflection & kPassiveForm) != 0 ||
                                             has_damma(given.substr(bytes.begin, bytes.size())));
    found.push_back(trigger);
  }
  // تحت سيطرة (under the control of) without a verb of change: the words of a phrase that lacks its
  // company tell nothing alone.
  std::erase_if(found, [&](const Trigger& trigger) {
    return std::any_of(quiet.begin(), quiet.end(), [&](TokenSpan phrase) {
      return phrase.contains(trigger.tokens) && phrase.size() > trigger.tokens.size();
    });
  });
  // Longest first; of equals the one with companions, then the first row. Then keep what does not
  // overlap.
  std::stable_sort(found.begin(), found.end(), [](const Trigger& a, const Trigger& b) {
    if (a.tokens.size() != b.tokens.size()) return a.tokens.size() > b.tokens.size();
    if (standing(a) != standing(b)) return standing(a) < standing(b);
    if (a.frame->needs.empty() != b.frame->needs.empty()) return b.frame->needs.empty();
    if (a.frame->object_needs.empty() != b.frame->object_needs.empty())
      return b.frame->object_needs.empty();
    return false;
  });
  std::vector<Trigger> kept;
  for (const auto& trigger : found) {
    const bool taken = std::any_of(kept.begin(), kept.end(), [&](const Trigger& k) {
      // Frames that need a certain object are alternatives; find_events drops those whose object
      // does not fit.
      if (trigger.apart != UINT32_MAX && k.tokens.contains(trigger.apart))
        return !speaks_of_another(trigger, k);
      return k.tokens.overlaps(trigger.tokens) &&
             (k.frame->object_needs.empty() || k.tokens != trigger.tokens);
    });
    if (!taken) kept.push_back(trigger);
  }
  for (auto& trigger : kept) leave_party_outside(matches, knowledge, trigger);
  std::stable_sort(kept.begin(), kept.end(), [](const Trigger& a, const Trigger& b) {
    return a.tokens.begin < b.tokens.begin;
  });
  return kept;
}

}  // namespace isnad
