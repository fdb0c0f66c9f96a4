// SPDX-License-Identifier: Apache-2.0
// Tokens of three kinds (numbers, words, signs), and five orders in which they make a date.
#include "isnad/report/printed_date.h"

#include <algorithm>
#include <array>
#include <cstdio>

#include "isnad/report/layout_line.h"
#include "isnad/report/page_word.h"
#include "isnad/report/publication_time.h"

namespace isnad {
namespace {

constexpr size_t kMostBytes = 4000;
constexpr int kFirstYear = 1985;  // no news site is older
constexpr int kLastYear = 2100;
constexpr size_t kClockReach = 8;  // tokens between a date and its clock time

struct Token {
  enum Kind { kNumber, kWord, kSign } kind = kSign;
  int value = 0;  // kNumber
  size_t digits = 0;
  size_t begin = 0;  // in the given text
  size_t end = 0;
};

// Tokens with their plain spellings beside them, so that month_at can compare several.
struct Tokens {
  std::vector<Token> list;
  std::vector<std::string> plain;
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(std::string_view plain) {
  const auto c = static_cast<unsigned char>(plain.front());
  return (c >= 'a' && c <= 'z') || c == 0xC3 || c == 0xC4 || (c >= 0xD8 && c <= 0xDB);
}
// The Arabic comma, semicolon and question mark share lead bytes with letters.
bool is_arabic_sign(std::string_view plain) {
  return plain == "\xD8\x8C" || plain == "\xD8\x9B" || plain == "\xD8\x9F";
}

size_t character_size(char lead) {
  const auto c = static_cast<unsigned char>(lead);
  return c < 0x80 ? 1 : c < 0xE0 ? 2 : c < 0xF0 ? 3 : 4;
}

void add_character(Tokens& tokens, const std::string& plain, size_t begin, size_t end) {
  const bool number = plain.size() == 1 && is_digit(plain.front());
  const bool word = !number && is_letter(plain) && !is_arabic_sign(plain);
  const auto kind = number ? Token::kNumber : word ? Token::kWord : Token::kSign;
  const bool joins = !tokens.list.empty() && kind != Token::kSign &&
                     tokens.list.back().kind == kind && tokens.list.back().end == begin;
  if (!joins) {
    tokens.list.push_back({kind, 0, 0, begin, end});
    tokens.plain.emplace_back();
  }
  Token& token = tokens.list.back();
  token.end = end;
  tokens.plain.back() += plain;
  if (!number) return;
  ++token.digits;
  token.value = token.value > 99'999'999 ? token.value : token.value * 10 + (plain.front() - '0');
}

Tokens tokens_of(std::string_view text) {
  Tokens tokens;
  for (size_t at = 0; at < text.size();) {
    const size_t size = std::min(character_size(text[at]), text.size() - at);
    if (const uint32_t space = white_space_at(text, at)) {
      at += space;
      continue;
    }
    const std::string plain = plain_spelling(text.substr(at, size));
    if (!plain.empty()) {
      add_character(tokens, plain, at, at + size);
    } else if (!tokens.list.empty() && tokens.list.back().end == at) {
      tokens.list.back().end = at + size;  // a mark inside a word or number
    }
    at += size;
  }
  return tokens;
}

struct Match {
  int year = 0, month = 0, day = 0;
  size_t end = 0;  // token after the last
};

class DateMatcher {
 public:
  explicit DateMatcher(const Tokens& tokens) : tokens_(tokens.list), plain_(tokens.plain) {}

  [[nodiscard]] Match at(size_t i) const {
    if (i >= tokens_.size()) return {};
    if (tokens_[i].kind == Token::kWord) return month_first(i);
    if (tokens_[i].kind != Token::kNumber || continues_number(i)) return {};
    if (is_year(i)) return year_first(i);
    if (tokens_[i].digits > 2) return {};
    const Match named = day_month_year(i);
    return named.end > 0 ? named : in_figures(i);
  }

 private:
  [[nodiscard]] bool sign(size_t i, std::string_view among) const {
    return i < tokens_.size() && tokens_[i].kind == Token::kSign && plain_[i].size() == 1 &&
           among.find(plain_[i].front()) != std::string_view::npos;
  }
  [[nodiscard]] bool comma(size_t i) const {
    return sign(i, ",-.") || (i < tokens_.size() && plain_[i] == "\xD8\x8C");
  }
  [[nodiscard]] bool is_year(size_t i) const {
    return number(i, kFirstYear, kLastYear) && tokens_[i].digits == 4;
  }
  [[nodiscard]] bool number(size_t i, int low, int high) const {
    return i < tokens_.size() && tokens_[i].kind == Token::kNumber && tokens_[i].value >= low &&
           tokens_[i].value <= high;
  }
  // "3/16/1/2024": not a day at its second number.
  [[nodiscard]] bool continues_number(size_t i) const {
    return i >= 2 && sign(i - 1, "/") && tokens_[i - 2].kind == Token::kNumber &&
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

  const std::vector<Token>& tokens_;
  const std::vector<std::string>& plain_;
};

struct Clock {
  int minute = 0;
  std::optional<int> offset;
};

class ClockReader {
 public:
  explicit ClockReader(const Tokens& tokens) : tokens_(tokens.list), plain_(tokens.plain) {}

  // The nearest clock time after `end`, else before `begin`; neither reaches over `low` or `high`.
  [[nodiscard]] std::optional<Clock> near(size_t begin, size_t end, size_t low, size_t high) const {
    for (size_t i = end; i < std::min(high, end + kClockReach); ++i)
      if (auto clock = at(i, high)) return clock;
    for (size_t i = begin; i-- > low && i + kClockReach >= begin;)
      if (auto clock = at(i, begin)) return clock;
    return std::nullopt;
  }

 private:
  [[nodiscard]] bool is(size_t i, std::string_view plain) const {
    return i < plain_.size() && plain_[i] == plain;
  }
  [[nodiscard]] bool number(size_t i, int high) const {
    return i < tokens_.size() && tokens_[i].kind == Token::kNumber && tokens_[i].value <= high &&
           tokens_[i].digits <= 2;
  }

  [[nodiscard]] std::optional<Clock> at(size_t i, size_t high) const {
    if (!number(i, 23) || !is(i + 1, ":") || !number(i + 2, 59) || tokens_[i + 2].digits != 2 ||
        i + 2 >= high)
      return std::nullopt;
    if (i > 0 && is(i - 1, ":")) return std::nullopt;
    size_t next = i + 3;
    if (is(next, ":") && number(next + 1, 60)) next += 2;
    if (is(next, ".") && next + 1 < tokens_.size() && tokens_[next + 1].kind == Token::kNumber)
      next += 2;
    int hour = tokens_[i].value;
    if (next < plain_.size() && next < high) {
      const bool pm = is(next, "pm") || is_page_word("pm", plain_[next]);
      const bool am = is(next, "am") || is_page_word("am", plain_[next]);
      if (pm && hour < 12) hour += 12;
      if (am && hour == 12) hour = 0;
      if (pm || am) ++next;
    }
    return Clock{hour * 60 + tokens_[i + 2].value, offset(next, std::min(high, next + 4))};
  }

  // A zone after a clock time: "+03:00", "GMT", "GMT+3", "Z", Greenwich in words.
  [[nodiscard]] std::optional<int> offset(size_t i, size_t high) const {
    std::optional<int> zone;
    for (; i < high && i < plain_.size(); ++i) {
      if (is(i, "gmt") || is(i, "utc") || is(i, "z") || is_page_word("gmt", plain_[i])) zone = 0;
      if (!is(i, "+") && !(is(i, "-") && tokens_[i].end < tokens_.back().end &&
                           i + 1 < tokens_.size() && tokens_[i + 1].begin == tokens_[i].end))
        continue;
      const int sign = is(i, "+") ? 1 : -1;
      if (i + 1 >= tokens_.size() || tokens_[i + 1].kind != Token::kNumber) break;
      const Token& number_after = tokens_[i + 1];
      if (number_after.digits == 4 && number_after.value <= 1400)
        return sign * (number_after.value / 100 * 60 + number_after.value % 100);
      if (number_after.digits > 2 || number_after.value > 14) break;
      const bool minutes = is(i + 2, ":") && number(i + 3, 59);
      return sign * (number_after.value * 60 + (minutes ? tokens_[i + 3].value : 0));
    }
    return zone;
  }

  const std::vector<Token>& tokens_;
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
    row = arabic || is_digit(text[i]) ? row + 1 : 0;
    if (arabic) ++i;
    if (row == 4) return true;
  }
  return false;
}

PublicationTime time_of(const Match& match, const std::optional<Clock>& clock) {
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
  const bool figures = std::all_of(field.begin(), field.end(), is_digit);
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
  const Tokens tokens = tokens_of(text.substr(0, size));
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
  const ClockReader clocks(tokens);
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
