// SPDX-License-Identifier: Apache-2.0
// Terms of one harm that "and" joins, or that "against" sets on two sides.
#include "isnad/event/figure_sums.h"

#include <algorithm>

namespace isnad {
namespace {

constexpr uint32_t kSumGap = 5;      // tokens between the terms of a sum
constexpr uint32_t kAgainstGap = 9;  // the same around "against"

class Sums {
 public:
  Sums(const Syntax& syntax, std::span<const Match> matches, const EventKnowledge& knowledge,
       std::vector<Figure>& figures)
      : syntax_(syntax), matches_(matches), knowledge_(knowledge), out_(figures) {}

  // "three policemen and seven civilians were wounded": the terms of one harm make one figure,
  // whose parts they are.
  void run() {
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

 private:
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
    if (!free_between(syntax_, first.tokens.end, next.tokens.begin)) return false;
    return joined_by_and(next.tokens.begin);
  }

  // "17 of them against 19 of the others": the dead of both sides.
  [[nodiscard]] bool is_set_against(TokenSpan first, TokenSpan next) const {
    if (next.begin < first.end || next.begin - first.end > kAgainstGap ||
        !free_between(syntax_, first.end, next.begin))
      return false;
    return std::any_of(matches_.begin(), matches_.end(), [&](const Match& match) {
      const auto* link = knowledge_.toll_links.find(match.row);
      return link != nullptr && *link == TollLink::kAgainst && match.tokens.end == next.begin &&
             match.tokens.begin >= first.end;
    });
  }

  [[nodiscard]] bool joined_by_and(uint32_t token) const {
    constexpr std::string_view kWa = "و";      // wa-, and
    constexpr std::string_view kOne = "واحد";  // wāḥid, one: "of one family"
    if (syntax_.folded(token).starts_with(kOne)) return false;
    if ((syntax_.proclitics(token) & kConjunction) != 0) return true;
    const auto word = syntax_.folded(token);
    if (word == kWa) return true;  // written onto digits, it is a token of its own and the figure's
    if (word.starts_with(kWa) && syntax_.at(token) == SyntaxClass::kNominal) return true;
    return token > 0 && syntax_.folded(token - 1) == kWa;
  }

  const Syntax& syntax_;
  std::span<const Match> matches_;
  const EventKnowledge& knowledge_;
  std::vector<Figure>& out_;
};

}  // namespace

bool free_between(const Syntax& syntax, uint32_t from, uint32_t to) {
  for (uint32_t t = from; t < to; ++t) {
    const auto c = syntax.at(t);
    if (c == SyntaxClass::kVerb || c == SyntaxClass::kBreak || c == SyntaxClass::kComplementiser ||
        c == SyntaxClass::kRelative)
      return false;
  }
  return true;
}

void add_up_figures(const Syntax& syntax, std::span<const Match> matches,
                    const EventKnowledge& knowledge, std::vector<Figure>& figures) {
  Sums(syntax, matches, knowledge, figures).run();
}

}  // namespace isnad
