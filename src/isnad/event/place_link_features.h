// SPDX-License-Identifier: Apache-2.0
// What speaks for a place of a sentence being where an event of it happened: the way between the
// two, the event's own phrases, and what stands around the place. Numbers with names,
// so that weights can be set or trained and every choice explained.
#pragma once

#include <array>
#include <span>
#include <string_view>

#include "isnad/event/find_roles.h"
#include "isnad/event/syntax.h"

namespace isnad {

enum class PlaceLinkFeature : uint8_t {
  kAfter,           // tokens from the event on to the place, as log2(1 + n)
  kBefore,          // … and from the place on to the event
  kComesBefore,     // 1: the place stands before the event
  kOtherClause,     // 1: a clause of its own
  kVerbsBetween,    // at most 3
  kCommaBetween,    // 1, but for the one after a place that opens the sentence
  kOtherEvent,      // 1: another event word stands between the two
  kContrast,        // 1: "as for", "while" stands between the two
  kInTarget,        // 1: within the one acted on
  kInAgent,         // 1: within the doer
  kIsParty,         // 1: the place itself is the doer or the one acted on, as states are
  kHeadOfRelative,  // 1: "Kabul, which saw a bombing"
  kIn,              // prepositions: in …
  kOn,
  kNear,
  kFrom,
  kTo,
  kBetween,
  kBare,         // 1: a country without a preposition, or a capital after a verb: a party, mostly
  kCountry,      // kinds of places
  kGovernorate,  // and regions
  kSpecific,     // a site, a quarter, a village
  kDescribed,    // forms
  kRelative,
  kAnaphor,
  kWithinRelative,  // 1: حلب in "north of Aleppo"
  kContainer,  // 1: the larger place that another mention lies in: Y in "بلدة X في محافظة Y"
  kOrigin,  // roles
  kDestination,
  kHome,
  kSpeaker,
  kListed,      // 1: a later name of a list
  kDateline,    // 1: opens the text's first sentence, before a bracket, colon or dash
  kOpens,       // 1: the sentence begins with it: "وفي تعز، قتل …"
  kOpensApart,  // … set off by a comma
  kSomebodys,   // stands inside a party that it describes
  kWith,        // a state or its capital behind "with" or "to"
  kUnsure,      // 1 - the mention's confidence
  kCount
};
inline constexpr size_t kPlaceLinkFeatures = static_cast<size_t>(PlaceLinkFeature::kCount);
[[nodiscard]] std::string_view place_link_feature_name(size_t feature);

using PlaceLinkValues = std::array<double, kPlaceLinkFeatures>;

// Of the mention `place` (index into Mentions::places) for the event. `all`: every trigger of the
// text.
[[nodiscard]] PlaceLinkValues place_link_values(const Trigger& trigger,
                                                std::span<const Trigger> all, const Roles& roles,
                                                const Syntax& syntax, const Mentions& mentions,
                                                uint32_t place);

}  // namespace isnad
