// SPDX-License-Identifier: Apache-2.0
#include "isnad/mention/place/place_key.h"

#include <gtest/gtest.h>

namespace isnad {
namespace {

TEST(PlaceKey, UnitesSpellingsOfOneName) {
  EXPECT_EQ(place_key("كفرنبل"), place_key("كفر نبل"));             // Kafr Nabl, joined and apart
  EXPECT_EQ(place_key("إدلب"), place_key("ادلب"));                  // Idlib with and without hamza
  EXPECT_EQ(place_key("سورية"), place_key("سوريه"));                // Syria, ta marbuta and ha
  EXPECT_EQ(place_key("صنعاء"), place_key("صنعا"));                 // Sanaa, hamza alone dropped
  EXPECT_EQ(place_key("بعلبك-الهرمل"), place_key("بعلبك الهرمل"));  // Baalbek-Hermel
}

TEST(PlaceKey, KeepsDifferentNamesApart) {
  EXPECT_NE(place_key("حلب"), place_key("حمص"));    // Aleppo, Homs
  EXPECT_NE(place_key("الباب"), place_key("باب"));  // the article makes another word
}

TEST(PlaceKey, IsNeverZeroAndSurvivesBrokenBytes) {
  EXPECT_NE(place_key(""), 0U);
  EXPECT_NE(place_key("\xD8"), 0U);
  EXPECT_NE(place_key("\xE2\x80"), 0U);
}

}  // namespace
}  // namespace isnad
