// SPDX-License-Identifier: Apache-2.0
// Everything mentioned in a text, each kind in text order: what the event step chooses its roles
// from.
#pragma once

#include <vector>

#include "isnad/mention/actor/actor_mention.h"
#include "isnad/mention/place/place_mention.h"
#include "isnad/mention/quantity/quantity_mention.h"
#include "isnad/mention/time/time_mention.h"
#include "isnad/mention/weapon/weapon_mention.h"

namespace isnad {

struct Mentions {
  std::vector<ActorMention> actors;
  std::vector<PlaceMention> places;
  std::vector<TimeMention> times;
  std::vector<QuantityMention> quantities;
  std::vector<WeaponMention> weapons;
};

}  // namespace isnad
