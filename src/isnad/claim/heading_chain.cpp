// SPDX-License-Identifier: Apache-2.0
// On whose word a heading rests. A heading leaves the narrator out for want of room ("Twenty killed
// in attack on academy"); the body names him. So a heading that tells, in the outlet's voice, what
// the body tells on somebody's word takes over the body's chain.
#include <algorithm>

#include "isnad/claim/make_claims.h"

namespace isnad {
namespace {

bool is_heading(const Claim& claim, const Report& report, const Text& text) {
  const auto kind = report.zones[text.sentences[claim.event.sentence].zone].kind;
  return kind == ZoneKind::kTitle || kind == ZoneKind::kHeading;
}

}  // namespace

void rest_headings_on_body(std::vector<Claim>& claims, const Report& report, const Text& text) {
  for (auto& claim : claims) {
    if (claim.chain.size() > 1 || !claim.same_event || !is_heading(claim, report, text)) continue;
    const auto body = std::find_if(claims.begin(), claims.end(), [&](const Claim& other) {
      return other.id == *claim.same_event;
    });
    if (body == claims.end() || body->chain.size() < 2 ||
        body->event.factuality != claim.event.factuality)
      continue;
    claim.chain = body->chain;
    claim.certainty = std::min(claim.certainty, body->certainty);
  }
}

}  // namespace isnad
