// SPDX-License-Identifier: Apache-2.0
// See printed_clock.h.
#include "isnad/report/printed_clock.h"

#include <algorithm>

#include "isnad/report/page_word.h"

namespace isnad {
namespace {

constexpr size_t kClockReach = 8;  // tokens between a date and its clock time

}  // namespace

std::optional<PrintedClock> PrintedClockReader::near(size_t begin, size_t end, size_t low,
                                                     size_t high) const {
  for (size_t i = end; i < std::min(high, end + kClockReach); ++i)
    if (auto clock = at(i, high)) return clock;
  for (size_t i = begin; i-- > low && i + kClockReach >= begin;)
    if (auto clock = at(i, begin)) return clock;
  return std::nullopt;
}

bool PrintedClockReader::is(size_t i, std::string_view plain) const {
  return i < plain_.size() && plain_[i] == plain;
}

bool PrintedClockReader::number(size_t i, int high) const {
  return i < tokens_.size() && tokens_[i].kind == PrintedToken::kNumber &&
         tokens_[i].value <= high && tokens_[i].digits <= 2;
}

std::optional<PrintedClock> PrintedClockReader::at(size_t i, size_t high) const {
  if (!number(i, 23) || !is(i + 1, ":") || !number(i + 2, 59) || tokens_[i + 2].digits != 2 ||
      i + 2 >= high)
    return std::nullopt;
  if (i > 0 && is(i - 1, ":")) return std::nullopt;
  size_t next = i + 3;
  if (is(next, ":") && number(next + 1, 60)) next += 2;
  if (is(next, ".") && next + 1 < tokens_.size() && tokens_[next + 1].kind == PrintedToken::kNumber)
    next += 2;
  int hour = tokens_[i].value;
  if (next < plain_.size() && next < high) {
    const bool pm = is(next, "pm") || is_page_word("pm", plain_[next]);
    const bool am = is(next, "am") || is_page_word("am", plain_[next]);
    if (pm && hour < 12) hour += 12;
    if (am && hour == 12) hour = 0;
    if (pm || am) ++next;
  }
  return PrintedClock{hour * 60 + tokens_[i + 2].value, offset(next, std::min(high, next + 4))};
}

// A zone after a clock time: "+03:00", "GMT", "GMT+3", "Z", Greenwich in words.
std::optional<int> PrintedClockReader::offset(size_t i, size_t high) const {
  std::optional<int> zone;
  for (; i < high && i < plain_.size(); ++i) {
    if (is(i, "gmt") || is(i, "utc") || is(i, "z") || is_page_word("gmt", plain_[i])) zone = 0;
    if (!is(i, "+") && !(is(i, "-") && tokens_[i].end < tokens_.back().end &&
                         i + 1 < tokens_.size() && tokens_[i + 1].begin == tokens_[i].end))
      continue;
    const int sign = is(i, "+") ? 1 : -1;
    if (i + 1 >= tokens_.size() || tokens_[i + 1].kind != PrintedToken::kNumber) break;
    const PrintedToken& number_after = tokens_[i + 1];
    if (number_after.digits == 4 && number_after.value <= 1400)
      return sign * (number_after.value / 100 * 60 + number_after.value % 100);
    if (number_after.digits > 2 || number_after.value > 14) break;
    const bool minutes = is(i + 2, ":") && number(i + 3, 59);
    return sign * (number_after.value * 60 + (minutes ? tokens_[i + 3].value : 0));
  }
  return zone;
}

}  // namespace isnad
