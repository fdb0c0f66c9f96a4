// SPDX-License-Identifier: Apache-2.0
// Names of enumerators as the contract spells them, in the order of the enums.
#include "isnad/export/contract_words.h"

#include <array>

namespace isnad {

std::string_view time_precision_name(TimePrecision precision) {
  static constexpr std::array<std::string_view, 10> kNames = {
      "minute", "hour",   "part-of-day", "day",      "week",
      "month",  "season", "year",        "interval", "unknown"};
  return kNames.at(static_cast<size_t>(precision));
}

std::string_view harm_name(Harm harm) {
  static constexpr std::array<std::string_view, 8> kNames = {
      "", "killed", "injured", "killed-or-injured", "detained", "abducted", "missing", "displaced"};
  return kNames.at(static_cast<size_t>(harm));
}

}  // namespace isnad
