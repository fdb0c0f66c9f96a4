// SPDX-License-Identifier: Apache-2.0
// See figure_assigner.h. Figures and words of result that stand together are one toll.
#include <algorithm>

#include "isnad/event/figure_assigner.h"

namespace isnad {
namespace {

constexpr uint32_t kTollGap = 6;  // tokens between two members of a toll

}  // namespace

std::vector<TollGroup> FigureAssigner::groups() {
  std::vector<TollGroup> members;
  for (const auto& figure : figures_) {
    TokenSpan span = figure.tokens;
    if (in_.syntax.sentence_index(figure.anchor) == sentence(span))
      span = span.joined({figure.anchor, figure.anchor + 1});
    members.push_back({span, {&figure}, {}, counting(figure)});
  }
  for (auto& candidate : candidates_) {
    if (is_result(candidate))
      members.push_back({candidate.trigger.tokens, {}, {&candidate}, nullptr});
  }
  std::stable_sort(members.begin(), members.end(), [](const TollGroup& a, const TollGroup& b) {
    return a.span.begin < b.span.begin;
  });
  std::vector<TollGroup> out;
  for (auto& member : members) {
    if (out.empty() || !continues(out.back(), member)) {
      out.push_back(std::move(member));
      continue;
    }
    auto& group = out.back();
    group.span = group.span.joined(member.span);
    group.figures.insert(group.figures.end(), member.figures.begin(), member.figures.end());
    group.results.insert(group.results.end(), member.results.begin(), member.results.end());
  }
  return out;
}

// "an attack that killed 25, and five were abducted": who is abducted or arrested is counted by
// the word of that event.
Candidate* FigureAssigner::counting(const Figure& figure) const {
  if (figure.harm != Harm::kAbducted && figure.harm != Harm::kDetained) return nullptr;
  const auto own =
      std::find_if(candidates_.begin(), candidates_.end(), [&](const Candidate& candidate) {
        return !is_result(candidate) && candidate.trigger.tokens.contains(figure.anchor) &&
               can_suffer(candidate, figure.harm);
      });
  return own == candidates_.end() ? nullptr : &*own;
}

// Does the toll go on with this member: close by, with no other event and no contrast between?
bool FigureAssigner::continues(const TollGroup& group, const TollGroup& next) const {
  if (group.own != next.own || sentence(group.span) != sentence(next.span)) return false;
  if (next.span.begin <= group.span.end) return true;
  if (next.span.begin - group.span.end > kTollGap) return false;
  const TokenSpan gap{group.span.end, next.span.begin};
  if (has_link(gap, TollLink::kContrast) || has_verb(gap)) return false;
  return std::none_of(candidates_.begin(), candidates_.end(), [&](const Candidate& candidate) {
    return !is_result(candidate) && gap.contains(candidate.trigger.head);
  });
}

// "18 of them died and ten were hurt, while seven fighters of the others were killed, in the
// clashes": both sides' dead and wounded are the toll of the one event told after both.
void FigureAssigner::add_other_side(std::vector<TollGroup>& tolls) {
  for (size_t i = 0; i + 1 < tolls.size(); ++i) {
    auto& first = tolls[i];
    auto& second = tolls[i + 1];
    if (!is_exact(first) || !is_exact(second) || !sides_of_one(first.span, second.span)) continue;
    for (const Figure* side : first.figures) {
      const auto other =
          std::find_if(second.figures.begin(), second.figures.end(),
                       [&](const Figure* figure) { return figure->harm == side->harm; });
      if (other == second.figures.end())
        second.figures.push_back(side);
      else
        *other = sum_of(*side, **other);
    }
    first.figures.clear();
  }
  std::erase_if(tolls, [](const TollGroup& g) { return g.figures.empty() && g.results.empty(); });
}

const Figure* FigureAssigner::sum_of(const Figure& first, const Figure& second) {
  Figure both = second;
  both.range = {*first.range.low + *second.range.low, *first.range.best + *second.range.best,
                *first.range.high + *second.range.high};
  both.tokens = first.tokens.joined(second.tokens);
  both.victim = kNoRow;
  sums_.push_back(both);
  return &sums_.back();
}

// The dead and the wounded, each in one exact figure.
bool FigureAssigner::is_exact(const TollGroup& group) {
  const auto exact = [](const Figure* figure) {
    const Range& range = figure->range;
    return (figure->harm == Harm::kKilled || figure->harm == Harm::kInjured) && !figure->part &&
           !figure->cumulative && range.low && range.best && range.high && *range.best > 0;
  };
  const bool told_once =
      group.figures.size() < 2 ||
      (group.figures.size() == 2 && group.figures[0]->harm != group.figures[1]->harm);
  return !group.figures.empty() && told_once &&
         std::all_of(group.figures.begin(), group.figures.end(), exact);
}

bool FigureAssigner::sides_of_one(TokenSpan first, TokenSpan second) const {
  if (second.begin <= first.end || sentence(first) != sentence(second) ||
      !has_link({first.end, second.begin}, TollLink::kContrast))
    return false;
  uint32_t after = 0;
  for (const auto& candidate : candidates_) {
    if (is_result(candidate) || candidate.event.sentence != sentence(first)) continue;
    if (candidate.trigger.tokens.begin < second.end) return false;
    ++after;
  }
  return after == 1;
}

}  // namespace isnad
