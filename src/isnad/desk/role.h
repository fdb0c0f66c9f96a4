// SPDX-License-Identifier: Apache-2.0
// What somebody at the desk may do; each role may do what the ones before it may.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace isnad {

enum class Role : uint8_t { kNobody, kReader, kAnalyst, kReviewer, kAdmin };

[[nodiscard]] inline Role role_of(std::string_view name) {
  if (name == "reader") return Role::kReader;
  if (name == "analyst") return Role::kAnalyst;
  if (name == "reviewer") return Role::kReviewer;
  return name == "admin" ? Role::kAdmin : Role::kNobody;
}

[[nodiscard]] inline const char* role_name(Role role) {
  switch (role) {
    case Role::kReader:
      return "reader";
    case Role::kAnalyst:
      return "analyst";
    case Role::kReviewer:
      return "reviewer";
    case Role::kAdmin:
      return "admin";
    default:
      return "";
  }
}

// Who asks. Where nobody needs to log in, that is the file's owner.
struct Caller {
  Role role = Role::kNobody;
  std::string name;   // as logged in; empty where nobody needs to
  std::string token;  // of the session, hashed; empty: none
  int64_t user = 0;
  bool login = false;  // whether one must log in
  // Names of private people are kept from readers, and with them sentences that may hold some.
  [[nodiscard]] bool masked() const { return role < Role::kAnalyst; }
};

}  // namespace isnad
