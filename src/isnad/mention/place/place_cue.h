// SPDX-License-Identifier: Apache-2.0
// What the numbers in a CueRecord mean, kind by kind. The tables of languages/ar/place spell them
// in words.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "isnad/mention/place/gazetteer_format.h"
#include "isnad/mention/place/place_mention.h"

namespace isnad {

// kType: `mask` = the kinds of places the word announces, as bits of PlaceFeature; `value` = the
// kind it makes of a name the gazetteer lacks, or kMakesNothing; `flags` below.
inline constexpr int16_t kMakesNothing = -1;
enum CueFlag : uint8_t {
  kCueSeveral = 1,      // this form is dual or plural: محافظتي حماة وإدلب
  kCueAnaphor = 2,      // with the article alone it points back: المدينة, السجن
  kCueCountryside = 4,  // ريف: the land around, not the place itself
  kCueCapital = 8,      // العاصمة
  kCueLabel = 32,       // no part of the name it stands before: قطاع in قطاع غزة
  kCueAttribute =
      128,  // after a noun with the article it is an adjective: الرصاص الحي (live rounds)
  kCueSite = 16,  // the thing itself, wherever it stands: سجن, مطار
};

// kDirection: `value` = bearing in degrees; `flags` kCueAdjective for الشمالي, else the noun شمال.
inline constexpr uint8_t kCueAdjective = 1;

// kDemonym: `place` = the capital; `flags` kCueKingdom for countries called المملكة. On a kType it
// marks that word.
inline constexpr uint8_t kCueKingdom = 64;

// kRelation: `value` = PlaceRelation.
enum class PlaceRelation : int16_t {
  kNear,
  kBetween,
  kRoad,
  kBorder,
  kCentre,
  kOutskirts,
  kInside,
  kAlong,
  kDistance
};

// kRole: `value` = PlaceRole.
// kGuard: `value` = 1 for words of sport, else 0.
// kCommon: `value` = how common, 1 (rare) … 3 (a place only when the text says so).
// kPerson: `value` = PersonCue. kPreposition: `value` = PlacePreposition. kUnit: `value` = metres.
enum class PersonCue : int16_t { kGivenName, kTitle, kKinship };

// The words of the tables for those numbers; nothing for a word that is none.
[[nodiscard]] std::optional<PlaceRelation> relation_of(std::string_view word);
[[nodiscard]] std::optional<PlaceRole> place_role_of(std::string_view word);
[[nodiscard]] std::optional<PersonCue> person_cue_of(std::string_view word);
[[nodiscard]] std::optional<PlacePreposition> place_preposition_of(std::string_view word);

[[nodiscard]] constexpr uint32_t feature_bit(PlaceFeature feature) {
  return 1U << static_cast<uint32_t>(feature);
}

}  // namespace isnad
