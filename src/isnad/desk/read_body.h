// SPDX-License-Identifier: Apache-2.0
// The body of a request: one JSON object of texts, lists of texts, numbers and flags. Nothing
// deeper is ever asked for, so nothing deeper is read.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "isnad/base/result.h"

namespace isnad {

struct BodyFields {
  std::map<std::string, std::string, std::less<>> texts;  // numbers too, as written
  std::map<std::string, std::vector<std::string>, std::less<>> lists;
  std::map<std::string, bool, std::less<>> flags;

  // Empty where it is absent.
  [[nodiscard]] std::string text(std::string_view name) const {
    const auto found = texts.find(name);
    return found == texts.end() ? std::string() : found->second;
  }
  [[nodiscard]] std::vector<std::string> list(std::string_view name) const {
    const auto found = lists.find(name);
    return found == lists.end() ? std::vector<std::string>() : found->second;
  }
  [[nodiscard]] bool flag(std::string_view name) const {
    const auto found = flags.find(name);
    return found != flags.end() && found->second;
  }
};

// Errors: kBadJson (no JSON object, or a value of a kind that is never asked for).
[[nodiscard]] Result<BodyFields> read_body(std::string_view json);

}  // namespace isnad
