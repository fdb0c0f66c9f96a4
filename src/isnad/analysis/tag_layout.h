// SPDX-License-Identifier: Apache-2.0
// Which output of the network means which tag or feature value: UPOS first, then one group a
// feature, whose first output is "not stated".
#pragma once

#include <cstdint>

#include "isnad/analysis/analysis.h"

namespace isnad {

struct TagGroup {
  uint32_t begin;
  uint32_t size;
};
inline constexpr uint32_t kUposCount = 17;
inline constexpr uint32_t kDeprelCount = static_cast<uint32_t>(Deprel::kXcomp) + 1;
inline constexpr TagGroup kUposGroup{0, kUposCount};
// gender, number, person, aspect, mood, voice, definite, case, negative
inline constexpr TagGroup kFeatureGroups[] = {{17, 3}, {20, 4}, {24, 4}, {28, 3}, {31, 5},
                                              {36, 3}, {39, 4}, {43, 4}, {47, 2}};
inline constexpr uint32_t kFeatureGroupCount = 9;
inline constexpr uint32_t kTagOutputs = 49;

[[nodiscard]] constexpr uint8_t feature_value(const Features& f, uint32_t group) {
  switch (group) {
    case 0:
      return f.gender;
    case 1:
      return f.number;
    case 2:
      return f.person;
    case 3:
      return f.aspect;
    case 4:
      return f.mood;
    case 5:
      return f.voice;
    case 6:
      return f.definite;
    case 7:
      return f.grammatical_case;
    default:
      return f.negative;
  }
}
constexpr void set_feature(Features& f, uint32_t group, uint32_t value) {
  switch (group) {
    case 0:
      f.gender = value & 3;
      break;
    case 1:
      f.number = value & 3;
      break;
    case 2:
      f.person = value & 3;
      break;
    case 3:
      f.aspect = value & 3;
      break;
    case 4:
      f.mood = value & 7;
      break;
    case 5:
      f.voice = value & 3;
      break;
    case 6:
      f.definite = value & 3;
      break;
    case 7:
      f.grammatical_case = value & 3;
      break;
    default:
      f.negative = value & 1;
      break;
  }
}

}  // namespace isnad
