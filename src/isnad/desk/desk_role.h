// SPDX-License-Identifier: Apache-2.0
// What somebody at the desk may do; each role may do what the ones before it may.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace isnad {

enum class DeskRole : uint8_t { kNobody, kReader, kAnalyst, kReviewer, kAdmin };

[[nodiscard]] inline DeskRole desk_role_of(std::string_view name) {
  if (name == "reader") return DeskRole::kReader;
  if (name == "analyst") return DeskRole::kAnalyst;
  if (name == "reviewer") return DeskRole::kReviewer;
  return name == "admin" ? DeskRole::kAdmin : DeskRole::kNobody;
}

[[nodiscard]] inline const char* desk_role_name(DeskRole role) {
  switch (role) {
    case DeskRole::kReader:
      return "reader";
    case DeskRole::kAnalyst:
      return "analyst";
    case DeskRole::kReviewer:
      return "reviewer";
    case DeskRole::kAdmin:
      return "admin";
    default:
      return "";
  }
}

// Who asks. Where nobody needs to log in, that is the file's owner.
struct Caller {
  DeskRole role = DeskRole::kNobody;
  std::string name;   // as logged in; empty where nobody needs to
  std::string token;  // of the session, hashed; empty: none
  int64_t user = 0;
  bool login = false;  // whether one must log in
  // Names of private people are kept from readers, and with them sentences that may hold some.
  [[nodiscard]] bool masked() const { return role < DeskRole::kAnalyst; }
};

}  // namespace isnad
