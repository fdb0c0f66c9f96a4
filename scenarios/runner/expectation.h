// SPDX-License-Identifier: Apache-2.0
// Does a coded report hold what a scenario expects? In: the scenario and the contract's JSON of its
// report; out: a line a mismatch. Compares with what users see, not with the engine's own types
// (docs/decisions/0006).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "scenario.h"

namespace isnad {

struct Mismatch {
  size_t line = 0;   // of the expectation in the scenario's file
  std::string what;  // "killed: expected 5, found 3"
};

// `record`: one line of `isnad code --to jsonl`. Empty: the scenario holds.
//
// Expected claims and found ones are paired one to one, so that as many as possible match wholly;
// what is left over is compared with the nearest unpaired claim of its type.
[[nodiscard]] std::vector<Mismatch> check_scenario(const Scenario& scenario,
                                                   std::string_view record);

}  // namespace isnad
