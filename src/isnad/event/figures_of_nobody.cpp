// SPDX-License-Identifier: Apache-2.0
// See figure_finder.h. "Without injuries", "nobody was killed", "no news of victims": figures of
// zero, and those that nobody knows.
#include <algorithm>

#include "isnad/event/figure_finder.h"

namespace isnad {
namespace {

constexpr uint32_t kNegation = 4;  // tokens between a negation and the harm that was not done

}  // namespace

// "without injuries", "nobody was killed".
void FigureFinder::of_nobody() {
  for (const auto& word : words_) {
    const bool none = word.verb ? nobody_near(word) : is_negated(word);
    if (!none) continue;
    const TokenSpan tokens{word.begin, word.token + 1};
    if (is_not_known(word)) {
      not_known_.push_back(word.begin);
      continue;
    }
    const auto add = [&](Harm harm) {
      out_.push_back({tokens, {0, 0, 0}, harm, word.token, kNoRow, false, false});
    };
    if (word.harm == Harm::kKilledOrInjured) {
      add(Harm::kKilled);
      add(Harm::kInjured);
    } else {
      add(word.harm);
    }
  }
}

// The bare plural of "without injuries" is no amount.
bool FigureFinder::is_denied(const QuantityMention& quantity) const {
  const auto is_here = [&](uint32_t token) { return token == quantity.tokens.begin; };
  if (std::any_of(not_known_.begin(), not_known_.end(), is_here)) return true;
  return std::any_of(out_.begin(), out_.end(), [&](const Figure& figure) {
    return figure.range.high == 0 && is_here(figure.tokens.begin);
  });
}

// "there was no information on injuries", "no reports of injuries": nobody says that there are
// none.
bool FigureFinder::is_not_known(const HarmWord& word) const {
  constexpr std::string_view kNews[] = {
      "معلومات",  // information
      "انباء",    // news
      "تقارير",   // reports
      "اخبار",    // news
  };
  const uint32_t first = syntax_.sentence_of(word.begin).tokens.begin;
  for (uint32_t t = word.begin; t > first && word.begin - t < kNegation; --t) {
    if (std::find(std::begin(kNews), std::end(kNews), syntax_.folded(t - 1)) != std::end(kNews))
      return true;
  }
  return false;
}

// A negation before the noun with nothing between that ends a phrase; a bound noun ("the
// injuries") is not denied.
bool FigureFinder::is_negated(const HarmWord& word) const {
  if (syntax_.is_definite(word.begin)) return false;
  return std::any_of(negations_.begin(), negations_.end(), [&](const Match& negation) {
    if (negation.tokens.end > word.begin || word.begin - negation.tokens.end > kNegation)
      return false;
    for (uint32_t t = negation.tokens.end; t < word.begin; ++t) {
      const auto c = syntax_.at(t);
      if (c == SyntaxClass::kBreak || c == SyntaxClass::kComma || c == SyntaxClass::kRelative)
        return false;
    }
    return true;
  });
}

// "that nobody was killed or wounded": the negation right before the verb, nobody (أحد) beside
// it.
bool FigureFinder::nobody_near(const HarmWord& word) const {
  constexpr std::string_view kAhad = "احد";     // aḥad, anyone
  constexpr std::string_view kAhadan = "احدا";  // aḥadan, anyone
  constexpr uint32_t kReach = 5;
  const TokenSpan sentence = syntax_.sentence_of(word.token).tokens;
  const bool negated =
      std::any_of(negations_.begin(), negations_.end(), [&](const Match& negation) {
        return negation.tokens.end <= word.begin && word.begin - negation.tokens.end <= 3 &&
               negation.tokens.begin >= sentence.begin;
      });
  if (!negated) return false;
  if (is_without(word.begin)) return true;
  const uint32_t from = std::max(sentence.begin, word.begin - std::min(word.begin, kReach));
  const uint32_t to = std::min(sentence.end, word.token + kReach);
  for (uint32_t t = from; t < to; ++t) {
    if (syntax_.folded(t) == kAhad || syntax_.folded(t) == kAhadan) return true;
  }
  return false;
}

// "دون أن يصاب طاقمها" (without its crew being hurt): whoever is meant, unharmed.
bool FigureFinder::is_without(uint32_t verb) const {
  constexpr std::string_view kWithout = "دون";  // without
  constexpr std::string_view kThat = "ان";      // that
  return verb >= 2 && syntax_.folded(verb - 1) == kThat &&
         syntax_.folded(verb - 2).ends_with(kWithout);
}

}  // namespace isnad
