// SPDX-License-Identifier: Apache-2.0
// What a request asks for: "/api/incidents?text=%D8%A7" taken apart. Total: any bytes give a target
// or nothing, never a fault.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace isnad {

struct RequestTarget {
  std::vector<std::string> path;  // segments, decoded; a slash inside one came as %2F
  std::vector<std::pair<std::string, std::string>> query;  // in their order, decoded

  // The first value of a name; empty where there is none.
  [[nodiscard]] std::string_view value(std::string_view name) const;
  [[nodiscard]] bool has(std::string_view name) const;
};

// Nothing for what is no target: no leading slash, bad percent signs, bytes that are no UTF-8, zero
// bytes, segments "." and "..", more than 64 segments or 64 values.
[[nodiscard]] std::optional<RequestTarget> parse_target(std::string_view raw);

}  // namespace isnad
