// SPDX-License-Identifier: Apache-2.0
// The chain of an event: which attributions cover its trigger, the widest first.
#include <algorithm>
#include <string>

#include "isnad/claim/make_claims.h"

namespace isnad {
namespace {

ChainLink outlet_link(const Report& report) {
  ChainLink link;
  link.narrator.text = report.outlet.value_or("");
  link.narrator.kind = NarratorKind::kOutlet;
  return link;
}

std::vector<const Attribution*> covering(const EventMention& event,
                                         std::span<const Attribution> attributions) {
  std::vector<const Attribution*> out;
  for (const auto& attribution : attributions) {
    if (attribution.scope.contains(event.head) && !attribution.cue.overlaps(event.trigger))
      out.push_back(&attribution);
  }
  std::stable_sort(out.begin(), out.end(), [](const Attribution* a, const Attribution* b) {
    if (a->scope.size() != b->scope.size()) return a->scope.size() > b->scope.size();
    return a->cue.begin < b->cue.begin;
  });
  return out;
}

Certainty weaker(Certainty a, Certainty b) { return std::min(a, b); }

void add_link(const Attribution& attribution, Claim& claim) {
  // "SDF said … it confirmed": one narrator stands once in a chain.
  if (!claim.chain.empty() && !attribution.narrator.text.empty() &&
      claim.chain.back().narrator.text == attribution.narrator.text) {
    claim.chain.back().manner = attribution.manner;
    claim.chain.back().certainty = weaker(claim.chain.back().certainty, attribution.certainty);
    return;
  }
  claim.chain.push_back({attribution.narrator, attribution.manner, attribution.certainty});
}

void apply_hedge(Claim& claim) {
  auto& last = claim.chain.back().certainty;
  if (claim.event.hedge == Hedge::kPossible) last = weaker(last, Certainty::kPossible);
  if (claim.event.hedge == Hedge::kProbable) last = weaker(last, Certainty::kProbable);
}

bool inside_quotation(const EventMention& event, const Text& text) {
  return std::any_of(
      text.quotations.begin(), text.quotations.end(),
      [&](const Quotation& quotation) { return quotation.tokens.contains(event.trigger); });
}

}  // namespace

std::vector<Claim> attribute(std::vector<EventMention> events,
                             std::span<const Attribution> attributions, const Report& report,
                             const Text& text) {
  std::vector<Claim> claims;
  for (auto& event : events) {
    Claim claim;
    claim.chain.push_back(outlet_link(report));
    for (const auto* attribution : covering(event, attributions)) add_link(*attribution, claim);
    claim.quote = event.quoted || inside_quotation(event, text);
    claim.event = std::move(event);
    apply_hedge(claim);
    claim.certainty = Certainty::kCertain;
    for (const auto& link : claim.chain) claim.certainty = weaker(claim.certainty, link.certainty);
    if (claim.chain.back().manner == Manner::kDenies) {
      claim.event.factuality = Factuality::kDenied;
      claim.denies = Denial::kEvent;
    }
    claims.push_back(std::move(claim));
  }
  return claims;
}

}  // namespace isnad
