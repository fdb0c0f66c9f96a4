// SPDX-License-Identifier: Apache-2.0
// The words by which tables name relations, roles and person cues.
#include "isnad/mention/place/place_cue.h"

#include <array>
#include <utility>

namespace isnad {
namespace {

template <class Value, size_t kSize>
std::optional<Value> look_up(const std::array<std::pair<std::string_view, Value>, kSize>& words,
                             std::string_view word) {
  for (const auto& [name, value] : words) {
    if (name == word) return value;
  }
  return std::nullopt;
}

constexpr std::array<std::pair<std::string_view, PlaceRelation>, 9> kRelations = {{
    {"near", PlaceRelation::kNear},
    {"between", PlaceRelation::kBetween},
    {"road", PlaceRelation::kRoad},
    {"border", PlaceRelation::kBorder},
    {"centre", PlaceRelation::kCentre},
    {"outskirts", PlaceRelation::kOutskirts},
    {"inside", PlaceRelation::kInside},
    {"along", PlaceRelation::kAlong},
    {"distance", PlaceRelation::kDistance},
}};
constexpr std::array<std::pair<std::string_view, PlaceRole>, 5> kRoles = {{
    {"origin", PlaceRole::kOrigin},
    {"destination", PlaceRole::kDestination},
    {"home", PlaceRole::kHome},
    {"office", PlaceRole::kOffice},
    {"speaker", PlaceRole::kSpeaker},
}};
constexpr std::array<std::pair<std::string_view, PersonCue>, 3> kPersonCues = {{
    {"given-name", PersonCue::kGivenName},
    {"title", PersonCue::kTitle},
    {"kinship", PersonCue::kKinship},
}};

constexpr std::array<std::pair<std::string_view, PlacePreposition>, 6> kPrepositions = {{
    {"in", PlacePreposition::kIn},
    {"from", PlacePreposition::kFrom},
    {"to", PlacePreposition::kTo},
    {"towards", PlacePreposition::kTowards},
    {"on", PlacePreposition::kOn},
    {"with", PlacePreposition::kOf},
}};

}  // namespace

std::optional<PlaceRelation> relation_of(std::string_view word) {
  return look_up(kRelations, word);
}
std::optional<PlaceRole> place_role_of(std::string_view word) { return look_up(kRoles, word); }
std::optional<PersonCue> person_cue_of(std::string_view word) { return look_up(kPersonCues, word); }
std::optional<PlacePreposition> place_preposition_of(std::string_view word) {
  return look_up(kPrepositions, word);
}

}  // namespace isnad
