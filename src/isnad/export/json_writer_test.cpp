// SPDX-License-Identifier: Apache-2.0
#include "isnad/export/json_writer.h"

#include <gtest/gtest.h>

namespace isnad {
namespace {

TEST(JsonWriter, PutsCommasBetweenValuesAndNowhereElse) {
  std::string out;
  JsonWriter json(out);
  json.begin_object();
  json.key("a");
  json.begin_list();
  json.end_list();
  json.key("b");
  json.begin_list();
  json.integer(-7);
  json.boolean(true);
  json.null();
  json.begin_object();
  json.end_object();
  json.end_list();
  json.key("c");
  json.string("x");
  json.end_object();
  EXPECT_EQ(out, R"({"a":[],"b":[-7,true,null,{}],"c":"x"})");
}

TEST(JsonWriter, EscapesWhatJsonForbidsAndKeepsArabicAsItStands) {
  std::string out;
  JsonWriter json(out);
  // qāla "yes": he said "yes"
  json.string("قال \"نعم\"\\\n\t\x01");
  // the same, escaped
  EXPECT_EQ(out, "\"قال \\\"نعم\\\"\\\\\\n\\t\\u0001\"");
}

TEST(JsonWriter, WritesTheShortestDigitsOfANumber) {
  std::string out;
  JsonWriter json(out);
  json.begin_list();
  json.number(36.48);
  json.number(1);
  json.number(0.1 + 0.2);
  json.end_list();
  EXPECT_EQ(out, "[36.48,1,0.30000000000000004]");
}

TEST(JsonWriter, WritesNullForWhatIsAbsent) {
  std::string out;
  JsonWriter json(out);
  json.begin_list();
  json.string_or_null(std::string_view());
  json.integer_or_null(std::nullopt);
  json.number_or_null(2.5);
  json.end_list();
  EXPECT_EQ(out, "[null,null,2.5]");
}

}  // namespace
}  // namespace isnad
