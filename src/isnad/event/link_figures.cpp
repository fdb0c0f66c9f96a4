// SPDX-License-Identifier: Apache-2.0
// Harm comes from the counted noun (قتيل), else from the nearest word of harm in the clause, before
// or right after.
#include "isnad/event/link_figures.h"

#include <algorithm>

namespace isnad {
namespace {

constexpr uint32_t kNear = 12;       // tokens between a word of harm and its figure of people
constexpr uint32_t kNearBare = 5;    // the same for a bare number
constexpr uint32_t kSumGap = 5;      // tokens between the terms of a sum
constexpr uint32_t kAgainstGap = 9;  // the same around "against"
constexpr uint32_t kNegation = 4;    // tokens between a negation and the harm that was not done
constexpr uint32_t kOvertaken = 9;   // tokens between "an earlier toll" and its figures

struct HarmWord {
  uint32_t begin = 0, token = 0;
  Harm harm = Harm::kNone;
  bool verb = false;
};

class FigureFinder {
 public:
  FigureFinder(const Syntax& syntax, std::span<const Match> matches,
               const EventKnowledge& knowledge, const Mentions& mentions)
      : syntax_(syntax), matches_(matches), knowledge_(knowledge), mentions_(mentions) {
    gather_words();
  }

  std::vector<Figure> run() {
    of_nobody();
    of_quantities();
    std::stable_sort(out_.begin(), out_.end(), [](const Figure& a, const Figure& b) {
      return a.tokens.begin < b.tokens.begin;
    });
    std::erase_if(out_, [&](const Figure& figure) { return is_overtaken(figure); });
    add_up();
    return std::move(out_);
  }

 private:
  void gather_words() {
    for (const auto& match : matches_) {
      const Harm* harm = knowledge_.harm_words.find(match.row);
      Harm done = harm != nullptr ? *harm : Harm::kNone;
      if (const auto* result = knowledge_.result_verbs.find(match.row)) done = result->harm;
      if (const auto* cue = knowledge_.cues.find(match.row);
          cue != nullptr &&
          (cue->effect == CueEffect::kNegated || cue->effect == CueEffect::kNotDone))
        negations_.push_back(match);
      if (done == Harm::kNone) continue;
      const bool verb = (match.inflection & kVerb) != 0 && (match.inflection & kNoun) == 0;
      if (verb && (syntax_.proclitics(match.tokens.begin) & kArticle) != 0) continue;
      words_.push_back({match.tokens.begin, match.tokens.end - 1, done, verb});
    }
  }

  [[nodiscard]] bool free_between(uint32_t from, uint32_t to) const {
    for (uint32_t t = from; t < to; ++t) {
      const auto c = syntax_.at(t);
      if (c == SyntaxClass::kVerb || c == SyntaxClass::kBreak ||
          c == SyntaxClass::kComplementiser || c == SyntaxClass::kRelative)
        return false;
    }
    return true;
  }

  [[nodiscard]] const HarmWord* nearest(TokenSpan figure, uint32_t reach) const {
    const HarmWord* best = nullptr;
    uint32_t best_distance = reach + 1;
    for (const auto& word : words_) {
      if (syntax_.sentence_index(word.token) != syntax_.sentence_index(figure.begin)) continue;
      uint32_t distance = reach + 1;
      if (word.token < figure.begin && free_between(word.token + 1, figure.begin))
        distance = figure.begin - word.token;
      // "three civilians were killed", "met their deaths": the verb after the figure, its own verb
      // before a noun.
      const uint32_t verb =
          word.begin > figure.end && syntax_.at(word.begin - 1) == SyntaxClass::kVerb && !word.verb
              ? word.begin - 1
              : word.begin;
      if (word.begin >= figure.end && free_between(figure.end, verb))
        distance = word.begin - figure.end + 2;
      if (distance < best_distance) {
        best = &word;
        best_distance = distance;
      }
    }
    return best;
  }

  // "nine with wounds", "200 inside": what carries a preposition letter, or is no noun, is not what
  // was counted; "four Houthis" are people though the table of victims does not hold them.
  [[nodiscard]] bool counts_things(const QuantityMention& quantity) const {
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

  void of_quantities() {
    std::vector<size_t> made(mentions_.quantities.size(), SIZE_MAX);
    for (size_t q = 0; q < mentions_.quantities.size(); ++q) {
      const auto& quantity = mentions_.quantities[q];
      if (is_denied(quantity)) continue;
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
        if (word == nullptr || (things && !kills_directly(*word, quantity.tokens))) continue;
        figure.harm = word->harm;
        figure.anchor = word->token;
      }
      // "injuries among the detainees": a noun of harm does not say who they were.
      if (figure.victim == kNoRow || quantity.harm != Harm::kNone) {
        if (const RowId after = victim_after(quantity.tokens); after != kNoRow)
          figure.victim = after;
      }
      made[q] = out_.size();
      out_.push_back(figure);
    }
  }

  // "the killing of 66 rebels": what is counted right after killing, arrest or abduction is people,
  // though no table holds the word. Cars are hit too, but not killed.
  [[nodiscard]] static bool kills_directly(const HarmWord& word, TokenSpan figure) {
    return word.token + 1 == figure.begin && word.harm != Harm::kInjured;
  }

  // "إصابات خفيفة في صفوف المعتقلين" (light injuries among the detainees): who they were follows.
  [[nodiscard]] RowId victim_after(TokenSpan figure) const {
    constexpr uint32_t kReach = 5;
    const auto clause = syntax_.phrase_clause(figure.begin);
    for (const auto& match : matches_) {
      if (!knowledge_.victims.contains(match.row) || match.tokens.begin < figure.end ||
          match.tokens.begin > figure.end + kReach)
        continue;
      if (clause.contains(match.tokens) && free_between(figure.end, match.tokens.begin))
        return match.row;
    }
    return kNoRow;
  }

  // "without injuries", "nobody was killed".
  void of_nobody() {
    for (const auto& word : words_) {
      const bool none = word.verb ? nobody_near(word) : is_negated(word);
      if (!none) continue;
      const TokenSpan tokens{word.begin, word.token + 1};
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
  [[nodiscard]] bool is_denied(const QuantityMention& quantity) const {
    return std::any_of(out_.begin(), out_.end(), [&](const Figure& figure) {
      return figure.range.high == 0 && figure.tokens.begin == quantity.tokens.begin;
    });
  }

  // A negation before the noun with nothing between that ends a phrase; a bound noun ("the
  // injuries") is not denied.
  [[nodiscard]] bool is_negated(const HarmWord& word) const {
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
  [[nodiscard]] bool nobody_near(const HarmWord& word) const {
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
    const uint32_t from = std::max(sentence.begin, word.begin - std::min(word.begin, kReach));
    const uint32_t to = std::min(sentence.end, word.token + kReach);
    for (uint32_t t = from; t < to; ++t) {
      if (syntax_.folded(t) == kAhad || syntax_.folded(t) == kAhadan) return true;
    }
    return false;
  }

  [[nodiscard]] bool is_overtaken(const Figure& figure) const {
    return std::any_of(matches_.begin(), matches_.end(), [&](const Match& match) {
      const auto* link = knowledge_.toll_links.find(match.row);
      return link != nullptr && *link == TollLink::kOvertaken &&
             match.tokens.end <= figure.tokens.begin &&
             figure.tokens.begin - match.tokens.end <= kOvertaken &&
             syntax_.sentence_index(match.tokens.begin) ==
                 syntax_.sentence_index(figure.tokens.begin);
    });
  }

  // "three policemen and seven civilians were wounded": the terms of one harm make one figure,
  // whose parts they are.
  void add_up() {
    for (size_t i = 0; i < out_.size(); ++i) {
      if (out_[i].part) continue;
      const Figure alone = out_[i];
      size_t j = i + 1;
      for (; j < out_.size() && !out_[j].part && is_next_term(out_[i], out_[j]); ++j) {
        auto& total = out_[i];
        total.tokens = total.tokens.joined(out_[j].tokens);
        total.range = sum(total.range, out_[j].range);
        total.victim = kNoRow;
        out_[j].part = true;
        out_[j].anchor = total.anchor;
      }
      if (j == i + 1) continue;
      out_.insert(out_.begin() + static_cast<std::ptrdiff_t>(i) + 1, alone);
      out_[i + 1].part = true;
    }
  }

  [[nodiscard]] static Range sum(const Range& a, const Range& b) {
    const auto plus = [](std::optional<int64_t> x, std::optional<int64_t> y) {
      return x && y ? std::optional<int64_t>(*x + *y) : std::nullopt;
    };
    return {plus(a.low, b.low), plus(a.best, b.best), plus(a.high, b.high)};
  }

  [[nodiscard]] bool is_next_term(const Figure& first, const Figure& next) const {
    if (next.harm != first.harm || next.cumulative != first.cumulative || !next.range.best ||
        !first.range.best || *next.range.best == 0)
      return false;
    if (is_set_against(first.tokens, next.tokens)) return true;
    if (next.tokens.begin < first.tokens.end || next.tokens.begin - first.tokens.end > kSumGap)
      return false;
    // A word of harm of its own begins a new statement: "five were killed and three were killed".
    if (next.anchor != first.anchor) return false;
    if (!free_between(first.tokens.end, next.tokens.begin)) return false;
    return joined_by_and(next.tokens.begin);
  }

  // "17 of them against 19 of the others": the dead of both sides.
  [[nodiscard]] bool is_set_against(TokenSpan first, TokenSpan next) const {
    if (next.begin < first.end || next.begin - first.end > kAgainstGap ||
        !free_between(first.end, next.begin))
      return false;
    return std::any_of(matches_.begin(), matches_.end(), [&](const Match& match) {
      const auto* link = knowledge_.toll_links.find(match.row);
      return link != nullptr && *link == TollLink::kAgainst && match.tokens.end == next.begin &&
             match.tokens.begin >= first.end;
    });
  }

  [[nodiscard]] bool joined_by_and(uint32_t token) const {
    constexpr std::string_view kWa = "و";  // wa-, and
    if ((syntax_.proclitics(token) & kConjunction) != 0) return true;
    if (syntax_.folded(token).starts_with(kWa) && syntax_.at(token) == SyntaxClass::kNominal)
      return true;
    return token > 0 && syntax_.folded(token - 1) == kWa;
  }

  const Syntax& syntax_;
  std::span<const Match> matches_;
  const EventKnowledge& knowledge_;
  const Mentions& mentions_;
  std::vector<HarmWord> words_;
  std::vector<Match> negations_;
  std::vector<Figure> out_;
};

}  // namespace

std::vector<Figure> find_figures(const Syntax& syntax, std::span<const Match> matches,
                                 const EventKnowledge& knowledge, const Mentions& mentions) {
  return FigureFinder(syntax, matches, knowledge, mentions).run();
}

}  // namespace isnad
