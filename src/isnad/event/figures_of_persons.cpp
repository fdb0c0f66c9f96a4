// SPDX-License-Identifier: Apache-2.0
// See figure_finder.h. Who is counted without a number: a man named beside others, a pronoun, and
// who only did it to those counted.
#include <algorithm>

#include "isnad/event/figure_finder.h"
#include "isnad/event/figure_sums.h"

namespace isnad {
namespace {

constexpr std::string_view kHis = "ه";   // his, him
constexpr std::string_view kHer = "ها";  // her

}  // namespace

// "the killing of the ambassador and three of his staff": who is named before "and" or "with" is
// one more.
void FigureFinder::add_persons() {
  for (Figure& figure : out_) {
    if (figure.part || !figure.range.best || *figure.range.best == 0 ||
        figure.anchor >= figure.tokens.begin)
      continue;
    const ActorMention* person = person_before(figure);
    if (person == nullptr) continue;
    const auto more = [](std::optional<int64_t>& bound) {
      if (bound) ++*bound;
    };
    more(figure.range.low), more(figure.range.best), more(figure.range.high);
    figure.tokens = figure.tokens.joined(person->tokens);
    figure.victim = kNoRow;
  }
}

const ActorMention* FigureFinder::person_before(const Figure& figure) const {
  constexpr std::string_view kWith[] = {
      "مع",     // with
      "برفقه",  // in the company of
      "بصحبه",  // in the company of
  };
  uint32_t end = figure.tokens.begin;
  if ((syntax_.proclitics(end) & kConjunction) == 0) {
    if (end == 0 ||
        std::find(std::begin(kWith), std::end(kWith), syntax_.folded(end - 1)) == std::end(kWith))
      return nullptr;
    --end;
  }
  const auto person = std::find_if(
      mentions_.actors.begin(), mentions_.actors.end(), [&](const ActorMention& actor) {
        return actor.kind == ActorKind::kPerson && actor.tokens.end == end &&
               actor.tokens.begin > figure.anchor &&
               free_between(syntax_, figure.anchor + 1, actor.tokens.begin);
      });
  if (person == mentions_.actors.end()) return nullptr;
  const bool counted =
      std::any_of(mentions_.quantities.begin(), mentions_.quantities.end(),
                  [&](const auto& quantity) { return quantity.tokens.overlaps(person->tokens); });
  return counted ? nullptr : &*person;
}

// "members of the security forces arrested 30 demonstrators": what stands before a verb that has
// its own figure right after it did the deed.
void FigureFinder::leave_doers_out() {
  const auto is_verb = [&](uint32_t token) {
    return std::any_of(words_.begin(), words_.end(),
                       [&](const HarmWord& word) { return word.verb && word.token == token; });
  };
  std::vector<uint32_t> taken;
  for (const auto& figure : out_) {
    const uint32_t verb = figure.anchor;
    if (verb + 1 == figure.tokens.begin && is_verb(verb) &&
        (syntax_.proclitics(figure.tokens.begin) & kConjunction) == 0)
      taken.push_back(verb);
  }
  std::erase_if(out_, [&](const Figure& figure) {
    return figure.tokens.end <= figure.anchor && figure.range.high != 0 &&
           std::find(taken.begin(), taken.end(), figure.anchor) != taken.end();
  });
}

// "after his injury", "a raid killed him": one victim, though no number is written. What is hit
// may be a thing, so that verbs of injury do not count.
void FigureFinder::of_pronouns() {
  for (const auto& word : words_) {
    if (word.enclitic == 0 || word.harm == Harm::kKilledOrInjured ||
        word.harm == Harm::kDisplaced || (word.verb && word.harm == Harm::kInjured))
      continue;
    const auto pronoun = kEnclitics[word.enclitic - 1];
    if (pronoun != kHis && pronoun != kHer) continue;
    const TokenSpan tokens{word.begin, word.token + 1};
    const bool told = std::any_of(out_.begin(), out_.end(), [&](const Figure& figure) {
      return figure.anchor == word.token || figure.tokens.begin == tokens.end ||
             figure.tokens.overlaps(tokens);
    });
    if (told) continue;
    Figure figure{tokens, {1, 1, 1}, word.harm, word.token, kNoRow, false, false};
    figure.by_pronoun = true;
    out_.push_back(figure);
  }
}

}  // namespace isnad
