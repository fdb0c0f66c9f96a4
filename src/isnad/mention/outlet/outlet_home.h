// SPDX-License-Identifier: Apache-2.0
// The country an outlet reports from: it decides what the clocks showed when a report was published
// and which of two places of one name its readers would think of.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include "isnad/lexicon/lexicon.h"
#include "isnad/report/report.h"

namespace isnad {

class OutletHomes {
 public:
  // Reads the outlets of the table "actors", the nations of "nationalities" and the hosts of
  // "outlet_sites"; a lexicon without them knows no outlet.
  explicit OutletHomes(const Lexicon& lexicon);

  // ISO 3166 alpha-2 of the outlet's country; empty when nothing says it. In this order: the
  // outlet's Arabic or Latin name, a nation in its name ("صحيفة صحارى الليبية", a Libyan paper),
  // the host of its pages or, failing that, of the report's URL.
  [[nodiscard]] std::string_view country(const Report& report, const Lexicon& lexicon) const;

 private:
  // Of a name in Arabic letters: the longest outlet named, else the only nation.
  [[nodiscard]] std::string_view of_arabic_name(std::string_view name,
                                                const Lexicon& lexicon) const;
  // Of a host ("www.sana.sy"): the longest known end of it.
  [[nodiscard]] std::string_view of_host(std::string_view host) const;

  std::unordered_map<RowId, std::string_view> rows_;         // outlets and nations to countries
  std::unordered_map<std::string, std::string_view> latin_;  // squeezed Latin names
  std::unordered_map<std::string, std::string_view> hosts_;  // "sana.sy", ".sy", "okaz"
  Table outlets_;
};

}  // namespace isnad
