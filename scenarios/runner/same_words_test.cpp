// SPDX-License-Identifier: Apache-2.0
#include "same_words.h"

#include <gtest/gtest.h>

namespace isnad {
namespace {

constexpr std::string_view kSecurityForces = "قوات الأمن";     // security forces
constexpr std::string_view kIraqi = "لقوات الأمن العراقية";    // to the Iraqi security forces
constexpr std::string_view kCoalition = "قوات التحالف";        // forces of the coalition
constexpr std::string_view kGunmen = "مسلحون";                 // gunmen
constexpr std::string_view kUnknownGunmen = "مسلحون مجهولون";  // unknown gunmen

TEST(SameWords, LooksPastCliticsAndAMoreOrLess) {
  EXPECT_TRUE(same_words(kSecurityForces, kIraqi));
  EXPECT_TRUE(same_words(kUnknownGunmen, kGunmen));
}

TEST(SameWords, TellsPartiesApartThatShareAHead) {
  EXPECT_FALSE(same_words(kSecurityForces, kCoalition));
  EXPECT_FALSE(same_words(kGunmen, kCoalition));
}

TEST(SameWords, IsNeverTrueOfNothing) {
  EXPECT_FALSE(same_words("", ""));
  EXPECT_FALSE(same_words("«»", "«»"));
}

}  // namespace
}  // namespace isnad
