// SPDX-License-Identifier: Apache-2.0
// A field of an answer in one line: its name and its value.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "isnad/export/json_writer.h"

namespace isnad {

// Null where the text is empty.
inline void text(std::string_view key, std::string_view value, JsonWriter& json) {
  json.key(key);
  json.string_or_null(value);
}
inline void texts(std::string_view key, const std::vector<std::string>& values, JsonWriter& json) {
  json.key(key);
  json.begin_list();
  for (const std::string& value : values) json.string(value);
  json.end_list();
}
inline void count(std::string_view key, int64_t value, JsonWriter& json) {
  json.key(key);
  json.integer(value);
}
inline void flag(std::string_view key, bool value, JsonWriter& json) {
  json.key(key);
  json.boolean(value);
}
inline void number(std::string_view key, std::optional<double> value, JsonWriter& json) {
  json.key(key);
  json.number_or_null(value);
}
// Null for a place of no extent.
inline void radius(double value, JsonWriter& json) {
  json.key("radius_km");
  value > 0 ? json.number(value) : json.null();
}

}  // namespace isnad
