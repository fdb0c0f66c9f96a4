// SPDX-License-Identifier: Apache-2.0
// A scenario: a report and the claims expected of it, as a linguist writes them
// (scenarios/README.md). In: one file's text; out: its scenarios, and faults with line numbers.
// Knows nothing of coding or of what a key means to the checker.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace isnad {

// "key: value" with the line it stands on.
struct ScenarioField {
  std::string key;
  std::string value;
  size_t line = 0;
};

// The fields stated of one claim; the first is its type.
struct ExpectedClaim {
  std::vector<ScenarioField> fields;
};

struct Scenario {
  std::string name;
  size_t line = 0;                    // of its "===" or of the file's first line
  std::vector<ScenarioField> header;  // published, outlet, title
  std::string text;
  std::vector<ExpectedClaim> claims;
  std::vector<ScenarioField> whole;  // about the whole report: "claims", "no claim of", "warning"
};

struct ScenarioFault {
  size_t line = 0;
  std::string what;
};

struct ScenarioFile {
  std::vector<Scenario> scenarios;
  std::vector<ScenarioFault> faults;
};

// Total: any text gives scenarios and faults.
[[nodiscard]] ScenarioFile parse_scenarios(std::string_view text);

}  // namespace isnad
