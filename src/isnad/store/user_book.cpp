// SPDX-License-Identifier: Apache-2.0
// A change is one transaction: the row and its line in the log.
#include "isnad/store/user_book.h"

#include <algorithm>
#include <array>
#include <optional>

#include "isnad/store/custody.h"
#include "isnad/store/database.h"
#include "isnad/store/schema.h"

namespace isnad {
namespace {

constexpr std::array<std::string_view, 4> kRoles = {"reader", "analyst", "reviewer", "admin"};

tl::unexpected<Error> no_such_user(const std::string& name) {
  return failure(ErrorCode::kBadValue, "there is no such user; isnad users list shows them", name);
}

}  // namespace

bool is_role(std::string_view name) {
  return std::find(kRoles.begin(), kRoles.end(), name) != kRoles.end();
}

bool is_user_name(std::string_view name) {
  const auto is_control = [](char c) {
    return static_cast<unsigned char>(c) < 0x20 || static_cast<unsigned char>(c) == 0x7f;
  };
  return !name.empty() && name.size() <= 60 && name.front() != ' ' && name.back() != ' ' &&
         std::none_of(name.begin(), name.end(), is_control);
}

struct UserBook::Parts {
  explicit Parts(std::unique_ptr<Database> opened)
      : database(std::move(opened)), custody(*database) {}
  std::unique_ptr<Database> database;
  CustodyLog custody;

  std::optional<User> find(const std::string& name) const {
    Statement row(*database,
                  "SELECT id, name, role, password, second, since, stamp FROM users"
                  " WHERE name = ?");
    if (!row.with(name).step()) return std::nullopt;
    return read(row);
  }
  static User read(const Statement& row) {
    return {row.integer(0), row.text(1), row.text(2),   row.text(3),
            row.text(4),    row.text(5), row.integer(6)};
  }
  // Whether somebody else could still let people in.
  bool has_other_admin(const User& user) const {
    Statement count(*database, "SELECT count(*) FROM users WHERE role = 'admin' AND id <> ?");
    return count.with(user.id).step() && count.integer(0) > 0;
  }
  bool has_others(const User& user) const {
    Statement count(*database, "SELECT count(*) FROM users WHERE id <> ?");
    return count.with(user.id).step() && count.integer(0) > 0;
  }
  // Runs `change` and writes its line, or neither.
  template <class Change>
  Result<bool> write(std::string_view what, std::string_view subject, std::string_view detail,
                     std::string_view now, Change change) {
    database->begin();
    change();
    custody.append(now, what, subject, detail);
    return database->commit();
  }
};

UserBook::UserBook(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
UserBook::UserBook(UserBook&&) noexcept = default;
UserBook& UserBook::operator=(UserBook&&) noexcept = default;
UserBook::~UserBook() = default;

Result<UserBook> UserBook::open(const std::filesystem::path& path, OpenMode mode) {
  auto database = open_current(path, mode);
  if (!database) return tl::unexpected(database.error());
  return UserBook(std::make_unique<Parts>(std::move(*database)));
}

Result<int64_t> UserBook::state() {
  Statement& version = parts_->database->kept("PRAGMA data_version");
  const int64_t state = version.with().step() ? version.integer(0) : 0;
  version.reset();
  if (parts_->database->fault()) return tl::unexpected(*parts_->database->fault());
  return state;
}

Result<std::vector<User>> UserBook::users() {
  Statement rows(*parts_->database,
                 "SELECT id, name, role, password, second, since, stamp FROM users ORDER BY name");
  std::vector<User> users;
  rows.with();
  while (rows.step()) users.push_back(Parts::read(rows));
  if (parts_->database->fault()) return tl::unexpected(*parts_->database->fault());
  return users;
}

Result<bool> UserBook::add(const User& user, std::string_view by, std::string_view now) {
  if (!is_user_name(user.name))
    return failure(ErrorCode::kBadValue, "a name has 1 to 60 bytes and no control characters",
                   user.name);
  if (!is_role(user.role))
    return failure(ErrorCode::kBadValue, "is reader, analyst, reviewer or admin", user.role);
  if (parts_->find(user.name))
    return failure(ErrorCode::kBadValue, "the name is taken; choose another", user.name);
  return parts_->write("user-added", user.name, user.role + " by " + std::string(by), now, [&] {
    Statement(*parts_->database,
              "INSERT INTO users(name, role, password, second, since) VALUES (?, ?, ?, ?, ?)")
        .with(user.name, user.role, user.password, user.second, now)
        .run();
  });
}

Result<bool> UserBook::remove(const std::string& name, std::string_view by, std::string_view now) {
  const auto user = parts_->find(name);
  if (!user) return no_such_user(name);
  // The very last user may go: the file is its owner's alone again.
  if (user->role == "admin" && !parts_->has_other_admin(*user) && parts_->has_others(*user))
    return failure(ErrorCode::kBadValue, "is the last admin; make another one first", name);
  return parts_->write("user-removed", user->name, "by " + std::string(by), now, [&] {
    Statement(*parts_->database, "DELETE FROM users WHERE id = ?").with(user->id).run();
  });
}

Result<bool> UserBook::set(const char* column, const std::string& name, const std::string& value,
                           std::string_view what, std::string_view by, std::string_view now) {
  const auto user = parts_->find(name);
  if (!user) return no_such_user(name);
  return parts_->write("user-changed", user->name, std::string(what) + " by " + std::string(by),
                       now, [&] {
                         Statement(*parts_->database, "UPDATE users SET " + std::string(column) +
                                                          " = ?, stamp = stamp + 1 WHERE id = ?")
                             .with(value, user->id)
                             .run();
                       });
}

Result<bool> UserBook::set_role(const std::string& name, const std::string& role,
                                std::string_view by, std::string_view now) {
  if (!is_role(role))
    return failure(ErrorCode::kBadValue, "is reader, analyst, reviewer or admin", role);
  const auto user = parts_->find(name);
  if (user && user->role == "admin" && role != "admin" && !parts_->has_other_admin(*user))
    return failure(ErrorCode::kBadValue, "is the last admin; make another one first", name);
  return set("role", name, role, "role " + role, by, now);
}

Result<bool> UserBook::set_password(const std::string& name, const std::string& hash,
                                    std::string_view by, std::string_view now) {
  return set("password", name, hash, "password", by, now);
}

Result<bool> UserBook::set_second(const std::string& name, const std::string& secret,
                                  std::string_view by, std::string_view now) {
  return set("second", name, secret, secret.empty() ? "codes off" : "codes on", by, now);
}

Result<bool> UserBook::note(std::string_view what, std::string_view subject,
                            std::string_view detail, std::string_view now) {
  return parts_->write(what, subject, detail, now, [] {});
}

}  // namespace isnad
