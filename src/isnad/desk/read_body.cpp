// SPDX-License-Identifier: Apache-2.0
// simdjson, flattened.
#include "isnad/desk/read_body.h"

#include <simdjson.h>

namespace isnad {
namespace {

namespace dom = simdjson::dom;

bool read_list(dom::array list, std::vector<std::string>& values) {
  for (const dom::element element : list) {
    std::string_view text;
    if (element.get(text) != simdjson::SUCCESS) return false;
    values.emplace_back(text);
  }
  return true;
}

bool read_value(std::string_view key, dom::element value, BodyFields& fields) {
  const std::string name(key);
  std::string_view text;
  int64_t number = 0;
  bool flag = false;
  dom::array list;
  if (value.is_null()) return true;
  if (value.get(text) == simdjson::SUCCESS) return fields.texts.emplace(name, text).second;
  if (value.get(number) == simdjson::SUCCESS)
    return fields.texts.emplace(name, std::to_string(number)).second;
  if (value.get(flag) == simdjson::SUCCESS) return fields.flags.emplace(name, flag).second;
  return value.get(list) == simdjson::SUCCESS && read_list(list, fields.lists[name]);
}

}  // namespace

Result<BodyFields> read_body(std::string_view json) {
  dom::parser parser;
  dom::object object;
  if (parser.parse(json.data(), json.size()).get(object) != simdjson::SUCCESS)
    return failure(ErrorCode::kBadJson, "the body is no JSON object; see /api/openapi.json");
  BodyFields fields;
  for (const auto& [key, value] : object) {
    if (!read_value(key, value, fields))
      return failure(ErrorCode::kBadJson, "a value of an unknown kind, or a name given twice",
                     std::string(key));
  }
  return fields;
}

}  // namespace isnad
