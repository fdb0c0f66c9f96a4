// SPDX-License-Identifier: Apache-2.0
// Who may use the desk: the rows of `users`, and the lines of the custody log about them. A file
// without users is its owner's alone, and nobody logs in.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "isnad/base/result.h"
#include "isnad/store/open_mode.h"

namespace isnad {

struct User {
  int64_t id = 0;
  std::string name;
  std::string role;      // reader, analyst, reviewer, admin
  std::string password;  // as hashed
  std::string second;    // secret of the one-time codes; empty: none
  std::string since;
  int64_t stamp = 0;
};

[[nodiscard]] bool is_role(std::string_view name);
// 1 to 60 bytes, no control characters, no space at its ends.
[[nodiscard]] bool is_user_name(std::string_view name);

class UserBook {
 public:
  // Errors: those of Store::open.
  [[nodiscard]] static Result<UserBook> open(const std::filesystem::path& path, OpenMode mode);
  UserBook(UserBook&&) noexcept;
  UserBook& operator=(UserBook&&) noexcept;
  ~UserBook();

  // A number that changes whenever another connection has changed the file.
  [[nodiscard]] Result<int64_t> state();
  [[nodiscard]] Result<std::vector<User>> users();

  // Each leaves a line in the custody log. `by`: who does it. Errors: kBadValue (the name is taken,
  // there is no such user, the last admin would go), those of SQLite.
  [[nodiscard]] Result<bool> add(const User& user, std::string_view by, std::string_view now);
  [[nodiscard]] Result<bool> remove(const std::string& name, std::string_view by,
                                    std::string_view now);
  [[nodiscard]] Result<bool> set_role(const std::string& name, const std::string& role,
                                      std::string_view by, std::string_view now);
  [[nodiscard]] Result<bool> set_password(const std::string& name, const std::string& hash,
                                          std::string_view by, std::string_view now);
  [[nodiscard]] Result<bool> set_second(const std::string& name, const std::string& secret,
                                        std::string_view by, std::string_view now);
  // A line of the custody log: login, logout, login-refused.
  [[nodiscard]] Result<bool> note(std::string_view what, std::string_view subject,
                                  std::string_view detail, std::string_view now);

 private:
  struct Parts;
  explicit UserBook(std::unique_ptr<Parts> parts);
  [[nodiscard]] Result<bool> set(const char* column, const std::string& name,
                                 const std::string& value, std::string_view what,
                                 std::string_view by, std::string_view now);
  std::unique_ptr<Parts> parts_;
};

}  // namespace isnad
