// SPDX-License-Identifier: Apache-2.0
// See figure_assigner.h. The event of its sentence that a toll is tied to most closely.
#include <algorithm>

#include "isnad/event/figure_assigner.h"
#include "isnad/event/link_distance.h"

namespace isnad {
namespace {

constexpr uint32_t kLinkGap = 3;  // tokens between "as a result of" and its event
constexpr double kUntied = 4;     // an event after the toll that no word ties to it
constexpr double kOtherKind = 8;  // an event that seldom has victims
constexpr double kContrastCost = 20;
constexpr double kTooFar = 45;

}  // namespace

Candidate* FigureAssigner::cause_of(const TollGroup& group) {
  Candidate* best = nullptr;
  double best_cost = kTooFar;
  for (auto& candidate : candidates_) {
    if (is_result(candidate) || candidate.event.sentence != sentence(group.span)) continue;
    if (!may_cause(candidate, group) || is_other_result(candidate, group.span)) continue;
    const double cost = cause_cost(candidate, group.span);
    if (cost < best_cost) {
      best = &candidate;
      best_cost = cost;
    }
  }
  return best;
}

bool FigureAssigner::may_cause(const Candidate& candidate, const TollGroup& group) const {
  const auto factuality = candidate.judgement.factuality;
  if (factuality == Factuality::kPlanned || factuality == Factuality::kThreatened ||
      factuality == Factuality::kHypothetical)
    return false;
  if (!group.results.empty())
    return candidate.event.type == group.results.front()->event.type ||
           candidate.event.type == "PROTEST";
  return std::any_of(group.figures.begin(), group.figures.end(),
                     [&](const Figure* figure) { return can_suffer(candidate, figure->harm); });
}

// "which led to the death of seventeen and the burning of shops": what و joins to the toll behind
// a verb of result came of the same cause.
bool FigureAssigner::is_other_result(const Candidate& candidate, TokenSpan toll) const {
  constexpr uint32_t kVerbToToll = 4;  // tokens
  const TokenSpan trigger = candidate.trigger.tokens;
  if (candidate.trigger.is_verb || trigger.begin < toll.end ||
      (in_.syntax.proclitics(trigger.begin) & kConjunction) == 0 ||
      has_verb({toll.end, trigger.begin}))
    return false;
  return has_result_verb({toll.begin - std::min(toll.begin, kVerbToToll), toll.begin});
}

double FigureAssigner::cause_cost(const Candidate& candidate, TokenSpan toll) const {
  const TokenSpan trigger = candidate.trigger.tokens;
  double cost = 0;
  if (trigger.begin >= toll.end) {
    const TokenSpan between{toll.end, trigger.begin};
    cost = between.size();
    if (!is_tied(candidate, toll)) cost = 2 * cost + kUntied;
    cost += border_cost(between);
  } else if (trigger.end <= toll.begin) {
    const TokenSpan between{trigger.end, toll.begin};
    cost = between.size();
    if (has_result_verb(between)) cost /= 2;
    if (has_link(between, TollLink::kContrast)) cost += kContrastCost;
  }
  if (candidate.event.type != "ASSAULT") cost += kOtherKind;
  if (candidate.trigger.frame->weak) cost += kUntied;
  return cost;
}

double FigureAssigner::border_cost(TokenSpan between) const {
  double cost = 0;
  if (has_verb(between)) cost += kOtherClause;
  if (has_link(between, TollLink::kContrast)) cost += kContrastCost;
  return cost;
}

// "in a raid", "as a result of violent clashes", "by a shell" (ب written onto the noun).
bool FigureAssigner::is_tied(const Candidate& candidate, TokenSpan toll) const {
  const TokenSpan trigger = candidate.trigger.tokens;
  if ((in_.syntax.proclitics(trigger.begin) & kPrepositionB) != 0) return true;
  return std::any_of(in_.matches.begin(), in_.matches.end(), [&](const Match& match) {
    const auto* link = knowledge_.toll_links.find(match.row);
    return link != nullptr && *link == TollLink::kCause && match.tokens.begin >= toll.end &&
           match.tokens.end <= trigger.begin && trigger.begin - match.tokens.end < kLinkGap &&
           !has_verb({match.tokens.end, trigger.begin});
  });
}

bool FigureAssigner::has_result_verb(TokenSpan span) const {
  return std::any_of(in_.matches.begin(), in_.matches.end(), [&](const Match& match) {
    return knowledge_.result_verbs.find(match.row) != nullptr && span.contains(match.tokens);
  });
}

}  // namespace isnad
