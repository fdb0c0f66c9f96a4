// SPDX-License-Identifier: Apache-2.0
// The doors of the desk: any bytes are a target, a body, both or neither; what is decoded is UTF-8
// without zero bytes and never climbs.
#include <simdjson.h>

#include "isnad/desk/read_body.h"
#include "isnad/desk/request_target.h"
#include "text_invariants.h"

namespace {

void check(const std::string& text) {
  isnad::fuzzing::require(simdjson::validate_utf8(text.data(), text.size()));
  isnad::fuzzing::require(text.find('\0') == std::string::npos);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  if (const auto target = isnad::parse_target(bytes)) {
    for (const std::string& segment : target->path) {
      check(segment);
      isnad::fuzzing::require(segment != "." && segment != "..");
    }
    for (const auto& [name, value] : target->query) {
      check(name);
      check(value);
      isnad::fuzzing::require(target->has(name));
    }
  }
  if (const auto body = isnad::read_body(bytes)) {
    for (const auto& [name, value] : body->texts)
      isnad::fuzzing::require(simdjson::validate_utf8(value.data(), value.size()));
  } else {
    isnad::fuzzing::require(!body.error().what.empty());
  }
  return 0;
}
