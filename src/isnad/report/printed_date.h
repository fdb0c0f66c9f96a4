// SPDX-License-Identifier: Apache-2.0
// Times of publication as sites and feeds print them: "الثلاثاء 16 كانون الثاني/يناير 2024 - 10:12
// ص" (Tuesday 16 January 2024, 10:12 a.m.), "١٦/١/٢٠٢٤", "Tue, 16 Jan 2024 10:12:00 +0300". A date
// needs its year. Of days written in figures the day comes first unless the year does, as Arabic
// sites write; a Hijri date is passed over (the solar one beside it counts).
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "isnad/report/report.h"

namespace isnad {

struct PrintedDate {
  PublicationTime time;  // as_given is ISO 8601, made of what was read
  size_t begin = 0;      // bytes of the text that the date takes, clock time not counted
  size_t end = 0;
  bool updated = false;  // a word for "update" stands before it
};

// Dates in a short text, in order; at most the first 4,000 bytes are read.
[[nodiscard]] std::vector<PrintedDate> find_printed_dates(std::string_view text);

// A field meant to hold one time: ISO 8601 with what sites put around it, RFC 822, seconds since
// 1970, or any printed date. None when nothing fits.
[[nodiscard]] std::optional<PublicationTime> read_date_field(std::string_view field);

}  // namespace isnad
