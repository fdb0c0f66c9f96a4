// SPDX-License-Identifier: Apache-2.0
// A reader that eats the text from the left; each piece takes what it knows or says no.
#include "isnad/report/publication_time.h"

#include <algorithm>

namespace isnad {
namespace {

class Reader {
 public:
  explicit Reader(std::string_view text) : rest_(text) {}

  [[nodiscard]] bool done() const { return rest_.empty(); }
  bool take(char c) {
    if (rest_.empty() || rest_.front() != c) return false;
    rest_.remove_prefix(1);
    return true;
  }
  // Exactly `count` digits.
  std::optional<int> digits(size_t count) {
    if (rest_.size() < count) return std::nullopt;
    int value = 0;
    for (char c : rest_.substr(0, count)) {
      if (c < '0' || c > '9') return std::nullopt;
      value = value * 10 + (c - '0');
    }
    rest_.remove_prefix(count);
    return value;
  }
  // As many digits as there are; false when there is none.
  bool skip_digits() {
    const size_t end = std::min(rest_.find_first_not_of("0123456789"), rest_.size());
    rest_.remove_prefix(end);
    return end > 0;
  }

 private:
  std::string_view rest_;
};

bool read_date(Reader& reader, PublicationTime& time) {
  const auto year = reader.digits(4);
  if (!year || !reader.take('-')) return false;
  const auto month = reader.digits(2);
  if (!month || !reader.take('-')) return false;
  const auto day = reader.digits(2);
  if (!day) return false;
  time.date = std::chrono::year_month_day{std::chrono::year{*year},
                                          std::chrono::month{static_cast<unsigned>(*month)},
                                          std::chrono::day{static_cast<unsigned>(*day)}};
  return time.date.ok() && *year > 0;
}

bool read_clock(Reader& reader, PublicationTime& time) {
  const auto hour = reader.digits(2);
  if (!hour || *hour > 23 || !reader.take(':')) return false;
  const auto minute = reader.digits(2);
  if (!minute || *minute > 59) return false;
  time.minute_of_day = *hour * 60 + *minute;
  if (!reader.take(':')) return true;
  const auto second = reader.digits(2);
  if (!second || *second > 60) return false;  // 60: a leap second
  return !(reader.take('.') || reader.take(',')) || reader.skip_digits();
}

bool read_offset(Reader& reader, PublicationTime& time) {
  if (reader.take('Z') || reader.take('z')) {
    time.utc_offset_minutes = 0;
    return true;
  }
  const bool minus = reader.take('-');
  if (!minus && !reader.take('+')) return false;
  const auto hours = reader.digits(2);
  if (!hours || *hours > 14) return false;
  int minutes = 0;
  if (reader.take(':') || !reader.done()) {
    const auto read = reader.digits(2);
    if (!read || *read > 59) return false;
    minutes = *read;
  }
  time.utc_offset_minutes = (*hours * 60 + minutes) * (minus ? -1 : 1);
  return true;
}

bool read_all(Reader& reader, PublicationTime& time) {
  if (!read_date(reader, time)) return false;
  if (reader.done()) return true;
  if (!reader.take('T') && !reader.take('t') && !reader.take(' ')) return false;
  if (!read_clock(reader, time)) return false;
  return reader.done() || (read_offset(reader, time) && reader.done());
}

// At most 40 bytes, cut before a character of UTF-8, not within.
std::string beginning_of(std::string_view given) {
  size_t end = std::min<size_t>(given.size(), 40);
  while (end > 0 && end < given.size() && (static_cast<unsigned char>(given[end]) & 0xC0) == 0x80)
    --end;
  return std::string(given.substr(0, end));
}

}  // namespace

Result<PublicationTime> parse_publication_time(std::string_view given) {
  PublicationTime time;
  time.as_given = std::string(given);
  Reader reader(given);
  if (!read_all(reader, time)) {
    return failure(ErrorCode::kBadValue,
                   "\"" + beginning_of(given) +
                       "\" is no date of publication; write it as 2024-01-16 or "
                       "2024-01-16T10:12:00+03:00");
  }
  return time;
}

}  // namespace isnad
