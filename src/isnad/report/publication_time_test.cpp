// SPDX-License-Identifier: Apache-2.0
#include "isnad/report/publication_time.h"

#include <gtest/gtest.h>

namespace isnad {
namespace {

using namespace std::chrono_literals;

constexpr std::chrono::year_month_day kDay = 2024y / std::chrono::January / 16;

TEST(PublicationTime, ReadsADate) {
  const auto time = parse_publication_time("2024-01-16").value();
  EXPECT_EQ(time.date, kDay);
  EXPECT_FALSE(time.minute_of_day.has_value());
  EXPECT_FALSE(time.utc_offset_minutes.has_value());
  EXPECT_EQ(time.as_given, "2024-01-16");
}

TEST(PublicationTime, ReadsTimeAndOffset) {
  const auto time = parse_publication_time("2024-01-16T10:12:00+03:00").value();
  EXPECT_EQ(time.date, kDay);
  EXPECT_EQ(time.minute_of_day, 612);
  EXPECT_EQ(time.utc_offset_minutes, 180);
  EXPECT_EQ(parse_publication_time("2024-01-16T23:59Z").value().utc_offset_minutes, 0);
  EXPECT_EQ(parse_publication_time("2024-01-16 00:00:05.123-0330").value().utc_offset_minutes,
            -210);
  EXPECT_EQ(parse_publication_time("2024-01-16T10:12:00+03").value().utc_offset_minutes, 180);
  EXPECT_FALSE(parse_publication_time("2024-01-16T10:12").value().utc_offset_minutes.has_value());
}

TEST(PublicationTime, RefusesAnythingElse) {
  for (std::string_view bad :
       {"", "yesterday", "2024", "2024-1-16", "2024-13-01", "2023-02-29", "16/01/2024",
        "2024-01-16T", "2024-01-16T24:00", "2024-01-16T10:60", "2024-01-16T10:12:61",
        "2024-01-16T10:12+3", "2024-01-16T10:12+15:00", "2024-01-16T10:12Zz", "2024-01-16x",
        "0000-01-01", "٢٠٢٤-٠١-١٦"}) {
    const auto time = parse_publication_time(bad);
    ASSERT_FALSE(time.has_value()) << bad;
    EXPECT_EQ(time.error().code, ErrorCode::kBadValue);
  }
}

TEST(PublicationTime, QuotesWholeCharactersOfABadValue) {
  // January of last year on the evening of a cold day.
  const auto time = parse_publication_time("كانون الثاني من العام الماضي في مساء يوم بارد");
  EXPECT_EQ(time.error().what.find("\xD9\""), std::string::npos);
  EXPECT_EQ(time.error().what.find("\xD8\""), std::string::npos);
}

}  // namespace
}  // namespace isnad
