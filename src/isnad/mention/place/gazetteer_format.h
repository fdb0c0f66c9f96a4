// SPDX-License-Identifier: Apache-2.0
// The records of the compiled gazetteer, as they lie in the file (docs/formats/gazetteer.md draws
// them). Both the compiler (gazetteer_build) and the reader (gazetteer) include this and nothing of
// each other.
#pragma once

#include <cstdint>
#include <string_view>

namespace isnad {

inline constexpr std::string_view kGazetteerKind = "gazetteer";
inline constexpr uint32_t kGazetteerVersion = 2;

// Index of a place in the gazetteer.
using PlaceRow = uint32_t;
inline constexpr PlaceRow kNoPlace = UINT32_MAX;

// One place. Strings are offsets into the section "strings", where each ends with a zero byte.
struct PlaceRecord {
  uint32_t id = 0, name_en = 0, name_ar = 0;
  PlaceRow adm1 = kNoPlace;    // the governorate's row, its own for a governorate
  PlaceRow parent = kNoPlace;  // the town of a quarter or site, the quarter of a site; else none
  int32_t latitude = 0, longitude = 0;  // degrees times 100 000
  uint32_t population = 0;              // 0 = unknown
  float radius_km = 0;
  float prior = 0;           // 0…10: how much a bare name means this place, by kind and size
  char country[2] = {0, 0};  // ISO alpha-2; zeros for none
  uint8_t feature = 0;       // PlaceFeature
  uint8_t reserved = 0;
};
static_assert(sizeof(PlaceRecord) == 44);

// A slot of the open-addressing table of keys; `key` 0 = free.
struct KeySlot {
  uint64_t key = 0;
  uint32_t first = 0;      // index of its first posting
  uint16_t count = 0;      // of postings; 0 for a key that is only the beginning of longer ones
  uint16_t is_prefix = 0;  // 1: some name goes on after these letters
};
static_assert(sizeof(KeySlot) == 16);

// A posting: what a key stands for. A place with how it bears the name, or a cue.
inline constexpr uint32_t kPostingCue = 1U << 31;
inline constexpr uint32_t kPostingAlternate = 1U << 30;    // an alternative name of the place
inline constexpr uint32_t kPostingNoArticle = 1U << 29;    // the name without its article
inline constexpr uint32_t kPostingIndex = (1U << 28) - 1;  // row or cue

// What a cue word tells of the names around it.
enum class PlaceCueKind : uint8_t {
  kType,       // مدينة city, حي quarter, سجن prison: what kind of place follows
  kDirection,  // شمال north, الجنوبي southern
  kRelation,   // قرب near, بين between, طريق road, الحدود border, وسط centre
  kRole,  // من أبناء a son of (home), متوجها إلى bound for (destination), محافظ governor of
          // (office)
  kGuard,        // جامعة university, صحيفة newspaper: the name belongs to an organisation
  kPerson,       // a given name or title: what follows is a person's name
  kDemonym,      // سوري Syrian: no place, but tells the country
  kCommon,       // a name that is also a common word: a place only with support
  kFunction,     // a word that ends a name: في, التي, قال
  kUnit,         // كم, كيلومترا: distances
  kPreposition,  // في, من, إلى as words of their own
  kEpithet,      // المكرمة: honours a name, is no part of it
  kPlain,        // القتال fighting: names nothing after the word for a kind
};
inline constexpr uint8_t kCueKinds = 13;

// One cue. What `value` and `mask` mean hangs on the kind; place_cue.h names them.
struct CueRecord {
  uint32_t id = 0;  // string
  uint32_t mask = 0;
  PlaceRow place = kNoPlace;
  int16_t value = 0;
  uint8_t kind = 0;  // PlaceCueKind
  uint8_t flags = 0;
  char country[2] = {0, 0};
  uint16_t reserved = 0;
};
static_assert(sizeof(CueRecord) == 20);

}  // namespace isnad
