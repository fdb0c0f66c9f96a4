// SPDX-License-Identifier: Apache-2.0
// Everything mentioned in a text, each kind in text order: what the event step chooses its roles
// from.
#pragma once

#include <optional>
#include <vector>

#include "isnad/mention/actor/actor_mention.h"
#include "isnad/mention/place/place_mention.h"
#include "isnad/mention/quantity/quantity_mention.h"
#include "isnad/mention/time/time_mention.h"
#include "isnad/mention/weapon/weapon_mention.h"
#include "isnad/report/report.h"

namespace isnad {

struct Mentions {
  // The report's time of publication as the clocks of its outlet's country showed it, or those of
  // the country most of its places lie in; what was given where neither is known.
  std::optional<PublicationTime> published;
  std::vector<ActorMention> actors;
  std::vector<PlaceMention> places;
  std::vector<TimeMention> times;
  std::vector<QuantityMention> quantities;
  std::vector<WeaponMention> weapons;
};

}  // namespace isnad
