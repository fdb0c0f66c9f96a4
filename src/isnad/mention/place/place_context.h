// SPDX-License-Identifier: Apache-2.0
// What is known of a report besides its words, as far as it helps to tell places apart.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace isnad {

struct PlaceContext {
  std::string_view outlet_country{};  // ISO alpha-2 of the outlet's home; empty when unknown
  std::string_view given{};     // Report::text, for names as written; empty: the folded text serves
  std::string_view dateline{};  // "صنعاء – وكالة المدار"; empty when there is none
  // Why a token can hardly begin a name (NoName mask), one element a token; empty: nothing is
  // known.
  std::span<const uint8_t> no_names{};
};

}  // namespace isnad
