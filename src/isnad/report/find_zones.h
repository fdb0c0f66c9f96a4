// SPDX-License-Identifier: Apache-2.0
// Layout: which lines of a report are its title, dateline, byline, headings and paragraphs.
//
// A line is a paragraph unless it shows to be something else; a sentence wrongly called a heading
// still gives its claims, one wrongly called a dateline is lost, so datelines and bylines need the
// strongest signs.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "isnad/report/report.h"

namespace isnad {

struct Layout {
  std::vector<Zone> zones;
  std::optional<std::string> title;  // of the first line; none when given_begin > 0
  std::optional<std::string> byline;
};

// `given_begin`: as in Report; when over 0, text[0, given_begin) is a title given as a field of its
// own. Zones leave out white space and lines that hold nothing visible. Linear.
[[nodiscard]] Layout find_zones(std::string_view text, uint32_t given_begin);

}  // namespace isnad
