// SPDX-License-Identifier: Apache-2.0
// PrintedTokens of three kinds (numbers, words, signs), and five orders in which they make a date.
#include "isnad/report/printed_date.h"

#include <algorithm>
#include <array>
#include <cstdio>

#include "isnad/report/layout_line.h"
#include "isnad/report/page_word.h"
#include "isnad/report/printed_clock.h"
#include "isnad/report/printed_tokens.h"
#include "isnad/report/publication_time.h"

namespace isnad {
namespace {

constexpr size_t kMostBytes = 4000;
constexpr int kFirstYear = 1985;  // no news site is older
constexpr int kLastYear = 2100;

struct Match {
  int year = 0, month = 0, day = 0;
  size_t end = 0;  // token after the last
};

class DateMatcher {
 public:
  explicit DateMatcher(const PrintedTokens& tokens) : tokens_(tokens.list), plain_(tokens.plain) {}

  [[nodiscard]] Match at(size_t i) const {
    if (i >= tokens_.size()) return {};
    if (tokens_[i].kind == PrintedToken::kWord) return month_first(i);
    if (tokens_[i].kind != PrintedToken::kNumber || continues_number(i)) return {};
    if (is_year(i)) return year_first(i);
    if (tokens_[i].digits > 2) return {};
    const Match named = day_month_year(i);
    return named.end > 0 ? named : in_figures(i);
  }

 private:
  [[nodiscard]] bool sign(size_t i, std::string_view among) const {
    return i < tokens_.size() && tokens_[i].kind == PrintedToken::kSign && plain_[i].size() == 1 &&
           among.find(plain_[i].front()) != std::string_view::npos;
  }
  [[nodiscard]] bool comma(size_t i) const {
    return sign(i, ",-.") || (i < tokens_.size() && plain_[i] == "\xD8\x8C");
  }
  [[nodiscard]] bool is_year(size_t i) const {
    return number(i, kFirstYear, kLastYear) && tokens_[i].digits == 4;
  }
  [[nodiscard]] bool number(size_t i, int low, int high) const {
    return i < tokens_.size() && tokens_[i].kind == PrintedToken::kNumber &&
           tokens_[i].value >= low && tokens_[i].value <= high;
  }
  // "3/16/1/2024": not a day at its second number.
  [[nodiscard]] bool continues_number(size_t i) const {
    return i >= 2 && sign(i - 1, "/") && tokens_[i - 2].kind == PrintedToken::kNumber &&
           tokens_[i - 1].begin == tokens_[i - 2].end;
  }

  // The month from `i` on, a second name of it after a slash or in brackets taken along.
  [[nodiscard]] MonthName month(size_t i) const {
    MonthName name = month_at(plain_, i);
    if (name.month == 0) return name;
    const size_t next = i + name.used;
    if (!sign(next, "/(-")) return name;
    const MonthName other = month_at(plain_, next + 1);
    if (other.month != name.month) return name;
    name.used += 1 + other.used;
    if (sign(i + name.used, ")")) ++name.used;
    return name;
  }

  static Match checked(int year, int month, int day, size_t end) {
    const std::chrono::year_month_day date{std::chrono::year{year},
                                           std::chrono::month{static_cast<unsigned>(month)},
                                           std::chrono::day{static_cast<unsigned>(day)}};
    return date.ok() ? Match{year, month, day, end} : Match{};
  }

  [[nodiscard]] Match day_month_year(size_t i) const {
    if (!number(i, 1, 31)) return {};
    size_t next = i + 1;
    if (sign(next, "-/") ||
        (next < plain_.size() && (plain_[next] == "st" || plain_[next] == "th" ||
                                  plain_[next] == "nd" || plain_[next] == "rd")))
      ++next;
    const MonthName name = month(next);
    if (name.month == 0) return {};
    next += name.used;
    if (comma(next) || sign(next, "/")) ++next;
    if (!is_year(next)) return {};
    return checked(tokens_[next].value, name.month, tokens_[i].value, next + 1);
  }

  [[nodiscard]] Match month_first(size_t i) const {
    const MonthName name = month(i);
    if (name.month == 0) return {};
    size_t next = i + name.used;
    if (sign(next, ".")) ++next;
    if (!number(next, 1, 31) || tokens_[next].digits > 2) return {};
    const int day = tokens_[next].value;
    ++next;
    if (comma(next)) ++next;
    if (!is_year(next)) return {};
    return checked(tokens_[next].value, name.month, day, next + 1);
  }

  [[nodiscard]] Match year_first(size_t i) const {
    const MonthName name = month(sign(i + 1, ",-/") ? i + 2 : i + 1);
    const size_t after = i + 1 + (sign(i + 1, ",-/") ? 1 : 0) + name.used;
    if (name.month > 0 && number(after, 1, 31) && tokens_[after].digits <= 2)
      return checked(tokens_[i].value, name.month, tokens_[after].value, after + 1);
    if (!sign(i + 1, "/-.") || !number(i + 2, 1, 12) || !sign(i + 3, plain_[i + 1]) ||
        !number(i + 4, 1, 31))
      return {};
    return checked(tokens_[i].value, tokens_[i + 2].value, tokens_[i + 4].value, i + 5);
  }

  [[nodiscard]] Match in_figures(size_t i) const {
    if (!number(i, 1, 31) || !sign(i + 1, "/-.") || !number(i + 2, 1, 31) ||
        !sign(i + 3, plain_[i + 1]) || !is_year(i + 4))
      return {};
    const int first = tokens_[i].value, second = tokens_[i + 2].value, year = tokens_[i + 4].value;
    return second <= 12 ? checked(year, second, first, i + 5) : checked(year, first, second, i + 5);
  }

  const std::vector<PrintedToken>& tokens_;
  const std::vector<std::string>& plain_;
};

std::string iso_of(const PublicationTime& time) {
  std::array<char, 48> out{};
  const int year = static_cast<int>(time.date.year());
  const unsigned month = static_cast<unsigned>(time.date.month());
  const unsigned day = static_cast<unsigned>(time.date.day());
  std::snprintf(out.data(), out.size(), "%04d-%02u-%02u", year, month, day);
  std::string iso = out.data();
  if (!time.minute_of_day) return iso;
  std::snprintf(out.data(), out.size(), "T%02d:%02d", *time.minute_of_day / 60,
                *time.minute_of_day % 60);
  iso += out.data();
  if (!time.utc_offset_minutes) return iso;
  const int offset = *time.utc_offset_minutes;
  std::snprintf(out.data(), out.size(), "%c%02d:%02d", offset < 0 ? '-' : '+',
                std::abs(offset) / 60, std::abs(offset) % 60);
  return iso + out.data();
}

// Four digits in a row, ASCII or Arabic: most short texts on a page hold none, and need no tokens.
bool holds_year(std::string_view text) {
  int row = 0;
  for (size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    const auto next = i + 1 < text.size() ? static_cast<unsigned char>(text[i + 1]) : 0U;
    const bool arabic =
        (c == 0xD9 && next >= 0xA0 && next <= 0xA9) || (c == 0xDB && next >= 0xB0 && next <= 0xB9);
    row = arabic || is_printed_digit(text[i]) ? row + 1 : 0;
    if (arabic) ++i;
    if (row == 4) return true;
  }
  return false;
}

PublicationTime time_of(const Match& match, const std::optional<PrintedClock>& clock) {
  PublicationTime time;
  time.date = std::chrono::year_month_day{std::chrono::year{match.year},
                                          std::chrono::month{static_cast<unsigned>(match.month)},
                                          std::chrono::day{static_cast<unsigned>(match.day)}};
  if (clock) {
    time.minute_of_day = clock->minute;
    time.utc_offset_minutes = clock->offset;
  }
  time.as_given = iso_of(time);
  return time;
}

std::optional<PublicationTime> from_seconds(std::string_view field) {
  const bool figures = std::all_of(field.begin(), field.end(), is_printed_digit);
  if (!figures || (field.size() != 10 && field.size() != 13)) return std::nullopt;
  const std::chrono::sys_seconds moment{
      std::chrono::seconds{std::stoll(std::string(field.substr(0, 10)))}};
  const auto day = std::chrono::floor<std::chrono::days>(moment);
  PublicationTime time;
  time.date = std::chrono::year_month_day{day};
  time.minute_of_day =
      static_cast<int>(std::chrono::duration_cast<std::chrono::minutes>(moment - day).count());
  time.utc_offset_minutes = 0;
  time.as_given = iso_of(time);
  return time;
}

}  // namespace

std::vector<PrintedDate> find_printed_dates(std::string_view text) {
  if (!holds_year(text.substr(0, kMostBytes))) return {};
  size_t size = std::min(text.size(), kMostBytes);
  while (size > 0 && size < text.size() && (static_cast<unsigned char>(text[size]) & 0xC0) == 0x80)
    --size;
  const PrintedTokens tokens = split_print(text.substr(0, size));
  const DateMatcher matcher(tokens);
  struct Found {
    Match match;
    size_t begin;
  };
  std::vector<Found> found;
  for (size_t i = 0; i < tokens.list.size();) {
    const Match match = matcher.at(i);
    if (match.end > 0) found.push_back({match, i});
    i = match.end > 0 ? match.end : i + 1;
  }
  std::vector<PrintedDate> dates;
  const PrintedClockReader clocks(tokens);
  for (size_t k = 0; k < found.size(); ++k) {
    const size_t low = k == 0 ? 0 : found[k - 1].match.end;
    const size_t before = k == 0 ? 0 : found[k].begin;  // a clock time before it is another's
    const size_t high = k + 1 < found.size() ? found[k + 1].begin : tokens.list.size();
    PrintedDate date;
    date.time =
        time_of(found[k].match, clocks.near(found[k].begin, found[k].match.end, before, high));
    date.begin = tokens.list[found[k].begin].begin;
    date.end = tokens.list[found[k].match.end - 1].end;
    for (size_t i = low; i < found[k].begin; ++i)
      date.updated = date.updated || is_page_word("update", tokens.plain[i]) ||
                     tokens.plain[i] == "updated" || tokens.plain[i] == "modified";
    dates.push_back(std::move(date));
  }
  return dates;
}

std::optional<PublicationTime> read_date_field(std::string_view field) {
  field = trim(field);
  if (auto time = parse_publication_time(field)) return std::move(*time);
  if (auto time = from_seconds(field)) return time;
  const auto dates = find_printed_dates(field);
  if (dates.empty()) return std::nullopt;
  return dates.front().time;
}

}  // namespace isnad
