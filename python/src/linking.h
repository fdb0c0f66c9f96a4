// SPDX-License-Identifier: Apache-2.0
// The steps from coded reports to incidents one by one, for callers that spread them over machines.
#pragma once

#include <cstdint>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace isnad {

// A report's tellings: under which keys its neighbours are found, and each with its first claim.
struct ToldReport {
  std::vector<int64_t> keys;
  std::vector<std::pair<int, std::string>> tellings;  // claim, bytes
};
// From a line of `isnad code --to jsonl --with-text`. Throws EngineError for what is none.
ToldReport tell_report(const std::string& line);

// Two reports' tellings, as bytes; which of them are linked: index, index, points.
std::vector<std::tuple<size_t, size_t, int>> link_told(const std::vector<std::string>& one,
                                                       const std::vector<std::string>& other);

// Tellings that links connect, each with the number of its report; links by index. Returns for each
// the number of its group.
std::vector<size_t> group_told(const std::vector<std::pair<int64_t, std::string>>& tellings,
                               const std::vector<std::tuple<size_t, size_t, int>>& links);

// The contract's line of the incident that these tellings are: line of the report, telling.
std::string incident_of_told(const std::vector<std::pair<std::string, std::string>>& members);

}  // namespace isnad
