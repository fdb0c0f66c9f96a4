// SPDX-License-Identifier: Apache-2.0
// The lexicons of every language folder parse and compile without a fault.
#include <gtest/gtest.h>

#include <cstdlib>

#include "isnad/lexicon/compile.h"

namespace isnad {
namespace {

TEST(Languages, ArabicLexiconCompilesWithoutAFault) {
  const char* root = std::getenv("ISNAD_SOURCE_DIR");
  ASSERT_NE(root, nullptr) << "set by ctest";
  const std::filesystem::path folder = std::filesystem::path(root) / "languages" / "ar";
  const auto built = build_lexicon(std::span(&folder, 1));
  EXPECT_TRUE(built) << built.error().what;
}

}  // namespace
}  // namespace isnad
