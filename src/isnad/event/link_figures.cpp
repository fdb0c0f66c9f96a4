// SPDX-License-Identifier: Apache-2.0
// Harm comes from the counted noun (قتيل, killed), else from the nearest word of harm in the
// clause, before or right after.
#include "isnad/event/link_figures.h"

#include <algorithm>

#include "isnad/event/figure_finder.h"
#include "isnad/event/figure_sums.h"

namespace isnad {
namespace {

constexpr uint32_t kNear = 12;      // tokens between a word of harm and its figure of people
constexpr uint32_t kNearBare = 5;   // the same for a bare number
constexpr uint32_t kOvertaken = 9;  // tokens between "an earlier toll" and its figures
constexpr uint32_t kCounted = 25;   // tokens from "the number of" to the number, at most

}  // namespace

FigureFinder::FigureFinder(const Syntax& syntax, std::span<const Match> matches,
                           const EventKnowledge& knowledge, const Mentions& mentions)
    : syntax_(syntax), matches_(matches), knowledge_(knowledge), mentions_(mentions) {
  gather_words();
}

std::vector<Figure> FigureFinder::run() {
  of_nobody();
  of_quantities();
  add_persons();
  leave_doers_out();
  of_pronouns();
  std::stable_sort(out_.begin(), out_.end(), [](const Figure& a, const Figure& b) {
    return a.tokens.begin < b.tokens.begin;
  });
  std::erase_if(out_, [&](const Figure& figure) { return is_overtaken(figure); });
  add_up_figures(syntax_, matches_, knowledge_, out_);
  return std::move(out_);
}

void FigureFinder::gather_words() {
  for (const auto& match : matches_) {
    const auto* effect = knowledge_.harm_words.find(match.row);
    Harm done = effect != nullptr ? effect->harm : Harm::kNone;
    if (const auto* result = knowledge_.result_verbs.find(match.row)) done = result->harm;
    if (const auto* cue = knowledge_.cues.find(match.row);
        cue != nullptr &&
        (cue->effect == CueEffect::kNegated || cue->effect == CueEffect::kNotDone))
      negations_.push_back(match);
    if (done == Harm::kNone) continue;
    const bool verb = (match.inflection & kVerb) != 0 && (match.inflection & kNoun) == 0;
    if (verb && (syntax_.proclitics(match.tokens.begin) & kArticle) != 0) continue;
    words_.push_back({match.tokens.begin, match.tokens.end - 1, done, verb, match.enclitic,
                      effect != nullptr && effect->next, effect != nullptr && effect->people});
  }
  join_words();
}

// مقتل وإصابة 70 (the killing and wounding of 70), قتل وجرح 30: one figure of both harms.
void FigureFinder::join_words() {
  const auto counted = [&](uint32_t token) {
    return std::any_of(mentions_.quantities.begin(), mentions_.quantities.end(),
                       [&](const auto& quantity) { return quantity.tokens.contains(token); });
  };
  const auto is_pair = [](Harm a, Harm b) {
    return (a == Harm::kKilled && b == Harm::kInjured) ||
           (a == Harm::kInjured && b == Harm::kKilled);
  };
  for (auto& word : words_) {
    if (word.begin == 0 || (syntax_.proclitics(word.begin) & kConjunction) == 0 ||
        counted(word.begin - 1))
      continue;
    const bool pair = std::any_of(words_.begin(), words_.end(), [&](const HarmWord& before) {
      return before.token + 1 == word.begin && before.enclitic == 0 &&
             is_pair(before.harm, word.harm) && !has_subject_before(before.begin);
    });
    if (pair && !speaks_of_others(word.token + 1)) word.harm = Harm::kKilledOrInjured;
  }
}

const HarmWord* FigureFinder::nearest(TokenSpan figure, uint32_t reach) const {
  const HarmWord* best = nullptr;
  uint32_t best_distance = reach + 1;
  for (const auto& word : words_) {
    if (syntax_.sentence_index(word.token) != syntax_.sentence_index(figure.begin)) continue;
    if (word.next && word.token + 1 != figure.begin) continue;
    if (word.verb && word.enclitic != 0) continue;  // "five men killed him": it has its object
    if (word.begin >= figure.end && tells_of_others(word)) continue;
    uint32_t distance = reach + 1;
    if (word.token < figure.begin && free_between(syntax_, word.token + 1, figure.begin))
      distance = figure.begin - word.token;
    // "three civilians were killed", "met their deaths": the verb after the figure, its own verb
    // before a noun.
    const uint32_t verb =
        word.begin > figure.end && syntax_.at(word.begin - 1) == SyntaxClass::kVerb && !word.verb
            ? word.begin - 1
            : word.begin;
    if (word.begin >= figure.end && free_between(syntax_, figure.end, verb))
      distance = word.begin - figure.end + 2;
    if (distance < best_distance) {
      best = &word;
      best_distance = distance;
    }
  }
  return best;
}

// "to scatter demonstrators, and one of them was hit": a verb joined by و or ف with a noun right
// behind it has its subject there, not before.
bool FigureFinder::tells_of_others(const HarmWord& word) const {
  return word.verb && (syntax_.proclitics(word.begin) & kConjunction) != 0 &&
         word.token + 1 < syntax_.text().tokens.size() &&
         syntax_.at(word.token + 1) == SyntaxClass::kNominal;
}

// "nine with wounds", "200 inside": what carries a preposition letter, or is no noun, is not what
// was counted; "four Houthis" are people though the table of victims does not hold them.
bool FigureFinder::counts_things(const QuantityMention& quantity) const {
  const uint32_t counted = quantity.counted;
  if (quantity.of_people || counted == UINT32_MAX) return false;
  if ((syntax_.proclitics(counted) & (kPrepositionB | kPrepositionL | kConjunction)) != 0 ||
      syntax_.at(counted) != SyntaxClass::kNominal || syntax_.is_function_word(counted))
    return false;
  const bool nationals = std::any_of(matches_.begin(), matches_.end(), [&](const Match& match) {
    return knowledge_.nationalities.contains(match.row) && match.tokens.begin == counted;
  });
  return !nationals &&
         std::none_of(mentions_.actors.begin(), mentions_.actors.end(),
                      [&](const ActorMention& actor) { return actor.head == counted; });
}

// "26 people died and 90 others were wounded", "a recruit was killed and two others hurt": whoever
// stands before the first verb is its subject alone.
bool FigureFinder::has_subject_before(uint32_t verb) const {
  const auto ends = [&](const auto& mention) { return mention.tokens.end == verb; };
  return std::any_of(mentions_.quantities.begin(), mentions_.quantities.end(), ends) ||
         std::any_of(mentions_.actors.begin(), mentions_.actors.end(), ends);
}

bool FigureFinder::speaks_of_others(uint32_t from) const {
  constexpr std::string_view kOther = "اخر";  // other
  constexpr uint32_t kReach = 4;              // tokens
  const uint32_t end = std::min(syntax_.sentence_of(from - 1).tokens.end, from + kReach);
  for (uint32_t t = from; t < end; ++t) {
    if (syntax_.folded(t).starts_with(kOther)) return true;
  }
  return false;
}

// الأربعين (Forty Street, the fortieth day): a bare number with the article counts nobody.
bool FigureFinder::is_name_of_number(const QuantityMention& quantity) const {
  return quantity.counted == UINT32_MAX && quantity.tokens.size() == 1 && !quantity.of_people &&
         quantity.range.best.has_value() &&
         (syntax_.proclitics(quantity.tokens.begin) & kArticle) != 0;
}

void FigureFinder::of_quantities() {
  std::vector<size_t> made(mentions_.quantities.size(), SIZE_MAX);
  for (size_t q = 0; q < mentions_.quantities.size(); ++q) {
    const auto& quantity = mentions_.quantities[q];
    if (is_denied(quantity) || is_name_of_number(quantity)) continue;
    Figure figure{quantity.tokens, quantity.range, quantity.harm,      quantity.tokens.begin,
                  quantity.victim, false,          quantity.cumulative};
    if (quantity.part_of) {
      if (made[*quantity.part_of] == SIZE_MAX) continue;
      const auto& whole = out_[made[*quantity.part_of]];
      figure.part = true;
      figure.anchor = whole.anchor;
      if (figure.harm == Harm::kNone) figure.harm = whole.harm;
    } else if (figure.harm == Harm::kNone) {
      const bool things = counts_things(quantity);
      const auto* word = nearest(quantity.tokens, quantity.of_people ? kNear : kNearBare);
      if (word == nullptr) word = counted_before(quantity.tokens);
      if (word == nullptr || (things && !kills_directly(*word, quantity.tokens))) continue;
      figure.harm = word->harm;
      figure.anchor = word->token;
    }
    if (is_status(figure.harm) && !quantity.part_of) become_of(quantity.tokens, figure);
    // "injuries among the detainees": a noun of harm does not say who they were.
    if (figure.victim == kNoRow || quantity.harm != Harm::kNone) {
      if (const RowId after = victim_after(quantity.tokens); after != kNoRow) figure.victim = after;
    }
    made[q] = out_.size();
    out_.push_back(figure);
  }
}

// Displaced, held: what people were before anything befell them.
bool FigureFinder::is_status(Harm harm) {
  return harm == Harm::kDetained || harm == Harm::kAbducted || harm == Harm::kDisplaced ||
         harm == Harm::kMissing;
}

// "the killing of five displaced people", "three held men were wounded": the word of harm beside
// the figure says what befell them.
void FigureFinder::become_of(TokenSpan counted, Figure& figure) const {
  constexpr uint32_t kBeside = 3;
  const auto* word = nearest(counted, kBeside);
  if (word == nullptr || (word->harm != Harm::kKilled && word->harm != Harm::kInjured)) return;
  figure.harm = word->harm;
  figure.anchor = word->token;
}

// "the number of the dead … rose to 60": the word of harm that a count governs, however far,
// where the number follows a verb or "to".
const HarmWord* FigureFinder::counted_before(TokenSpan figure) const {
  if (!follows_rise(figure.begin)) return nullptr;
  const HarmWord* best = nullptr;
  for (const auto& match : matches_) {
    const auto* link = knowledge_.toll_links.find(match.row);
    if (link == nullptr || *link != TollLink::kCount || match.tokens.end > figure.begin ||
        figure.begin - match.tokens.end > kCounted ||
        syntax_.sentence_index(match.tokens.begin) != syntax_.sentence_index(figure.begin))
      continue;
    for (const auto& word : words_) {
      if (word.begin == match.tokens.end && !word.verb) best = &word;
    }
  }
  return best;
}

// "exceeded 140" (the bound is read into the figure), "reached 525", "rose to 60".
bool FigureFinder::follows_rise(uint32_t token) const {
  constexpr std::string_view kTo = "الي";  // to
  if (syntax_.at(token) == SyntaxClass::kVerb) return true;
  return token > 0 &&
         (syntax_.at(token - 1) == SyntaxClass::kVerb || syntax_.folded(token - 1) == kTo);
}

// "the killing of 66 rebels": what is counted right after killing, arrest or abduction is people,
// though no table holds the word. Cars are hit too, but not killed.
bool FigureFinder::kills_directly(const HarmWord& word, TokenSpan figure) {
  return word.token + 1 == figure.begin && word.harm != Harm::kInjured && !word.people;
}

// "إصابات خفيفة في صفوف المعتقلين" (light injuries among the detainees): who they were follows.
RowId FigureFinder::victim_after(TokenSpan figure) const {
  constexpr uint32_t kReach = 5;
  const auto clause = syntax_.phrase_clause(figure.begin);
  for (const auto& match : matches_) {
    if (!knowledge_.victims.contains(match.row) || match.tokens.begin < figure.end ||
        match.tokens.begin > figure.end + kReach)
      continue;
    if (clause.contains(match.tokens) && free_between(syntax_, figure.end, match.tokens.begin))
      return match.row;
  }
  return kNoRow;
}

bool FigureFinder::is_overtaken(const Figure& figure) const {
  return std::any_of(matches_.begin(), matches_.end(), [&](const Match& match) {
    const auto* link = knowledge_.toll_links.find(match.row);
    return link != nullptr && *link == TollLink::kOvertaken &&
           match.tokens.end <= figure.tokens.begin &&
           figure.tokens.begin - match.tokens.end <= kOvertaken &&
           syntax_.sentence_index(match.tokens.begin) ==
               syntax_.sentence_index(figure.tokens.begin);
  });
}

std::vector<Figure> find_figures(const Syntax& syntax, std::span<const Match> matches,
                                 const EventKnowledge& knowledge, const Mentions& mentions) {
  return FigureFinder(syntax, matches, knowledge, mentions).run();
}

}  // namespace isnad
