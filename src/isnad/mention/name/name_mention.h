// SPDX-License-Identifier: Apache-2.0
// A name in the text, known or not to any table: of a person, a place, an organisation.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "isnad/base/span.h"

namespace isnad {

// The order is that of the labels (name_label): B and I of each, after the label for no name.
enum class NameType : uint8_t { kPerson, kPlace, kOrganisation, kOther };
inline constexpr uint32_t kNameTypes = 4;
// As corpora of names call them.
inline constexpr std::array<std::string_view, kNameTypes> kNameTypeNames = {"PERS", "LOC", "ORG",
                                                                            "MISC"};

struct NameMention {
  TokenSpan tokens;
  NameType type = NameType::kOther;
};

// Labels of tokens: 0 for no name, then first and further token of each type.
inline constexpr uint32_t kNameLabels = 1 + 2 * kNameTypes;
inline constexpr uint32_t kNoName = 0;
[[nodiscard]] constexpr uint32_t first_label(NameType type) {
  return 1 + 2 * static_cast<uint32_t>(type);
}
[[nodiscard]] constexpr bool begins_name(uint32_t label) { return label % 2 == 1; }
[[nodiscard]] constexpr NameType type_of_label(uint32_t label) {
  return static_cast<NameType>((label - 1) / 2);
}
// Whether `label` may follow `before`: a further token follows one of its own name.
[[nodiscard]] constexpr bool may_follow(uint32_t before, uint32_t label) {
  return label == kNoName || begins_name(label) || label == before ||
         (label == before + 1 && begins_name(before));
}
static_assert(may_follow(1, 2) && may_follow(2, 2) && !may_follow(0, 2) && !may_follow(1, 4) &&
              !may_follow(2, 4));

}  // namespace isnad
