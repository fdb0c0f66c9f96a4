// SPDX-License-Identifier: Apache-2.0
// What a place is worth before its context is read: how much a bare name means it, and how far it
// reaches.
#pragma once

#include "isnad/mention/place/gazetteer_source.h"

namespace isnad {

// 0…10: countries and capitals near 9, a city of a million 7, a village 2. Places outside the
// countries whose reports we read count less, the more so the smaller they are.
[[nodiscard]] float place_prior(const SourcePlace& place);

// The radius by kind and population where neither table nor members say more, in kilometres.
[[nodiscard]] float default_radius(const SourcePlace& place);

// Whether Arabic news tells of this country from near: the Arab League, Iran, Israel, Turkey, South
// Sudan.
[[nodiscard]] bool is_near_country(std::string_view iso2);

}  // namespace isnad
