// SPDX-License-Identifier: Apache-2.0
// What people decided about incidents and claims: a log to which lines are only added. An action
// is one line or several that belong together (a split keeps many pairs apart); it can be taken
// back and brought back, and each of that is a line too.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace isnad {

// The review flow, in its order; two more lead out of it.
inline constexpr std::array<std::string_view, 7> kReviewStates = {
    "unreviewed", "assigned", "checked", "second-check", "final", "needs-work", "out-of-scope"};

// Who says so, why, and when (UTC).
struct ReviewSign {
  std::string by, reason, now;
};

// A word on one incident or on one claim's field.
struct ReviewDecision {
  std::string kind;      // grade, status, assign, comment, correct
  std::string incident;  // its name
  std::string claim;     // of correct: whose field
  std::string field;     // of correct: as kFieldNames
  std::string value;     // empty of grade: back to the proposal
};

struct ReviewLine {
  int64_t id = 0, action = 0;
  std::string at, by, kind, incident, claim_a, claim_b, field, old, value, reason;
  int64_t undoes = 0;  // the action that this line takes back or brings back; 0: none
  bool active = true;  // it has not been taken back
};

using ClaimPair = std::pair<std::string, std::string>;

}  // namespace isnad
