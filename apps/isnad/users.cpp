// SPDX-License-Identifier: Apache-2.0
// `isnad users`: who may use the desk of a database. Passwords are asked for, or read from standard
// input; never taken from the command line, where other programs could read them.
#include <termios.h>
#include <unistd.h>

#include <cstdio>
#include <iostream>
#include <memory>

#include "commands.h"
#include "isnad/desk/one_time_code.h"
#include "isnad/desk/password.h"
#include "isnad/store/user_book.h"
#include "store_options.h"
#include "talk.h"

namespace isnad {
namespace {

struct UserOptions {
  std::string database, name;
  std::string role = "analyst";
  bool codes = false, no_codes = false;
};

// The owner of the file needs no account; the log says so.
constexpr std::string_view kOwner = "the command line";

int refused(const Error& error) {
  say(describe(error));
  return error.code == ErrorCode::kBadValue ? kSomeNotRead : kNotUsable;
}

std::string read_line_unseen(const std::string& question) {
  std::string line;
  if (!is_terminal(STDIN_FILENO)) {
    std::getline(std::cin, line);
    return line;
  }
  say(question);
  termios before{};
  tcgetattr(STDIN_FILENO, &before);
  termios silent = before;
  silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
  tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
  std::getline(std::cin, line);
  tcsetattr(STDIN_FILENO, TCSAFLUSH, &before);
  return line;
}

Result<std::string> ask_password() {
  const std::string password = read_line_unseen("password, at least 12 characters:");
  if (is_terminal(STDIN_FILENO) && read_line_unseen("once more:") != password)
    return failure(ErrorCode::kBadValue, "the two differ; try again", "password");
  return hash_password(password);
}

void show_secret(const std::string& name, const std::string& secret) {
  std::printf("%s\n%s\n", secret.c_str(), otpauth_address(name, secret).c_str());
  say("put the secret into an authenticator; it is not shown again");
}

template <class Act>
int with_book(const UserOptions& options, OpenMode mode, Act act) {
  auto book = UserBook::open(options.database, mode);
  if (!book) return refused(book.error());
  const Result<bool> done = act(*book);
  return done ? kDone : refused(done.error());
}

int run_add(const UserOptions& options) {
  return with_book(options, OpenMode::kCreate, [&](UserBook& book) -> Result<bool> {
    if (!is_user_name(options.name))
      return failure(ErrorCode::kBadValue, "a name has 1 to 60 bytes and no control characters",
                     options.name);
    const auto hash = ask_password();
    if (!hash) return tl::unexpected(hash.error());
    User user;
    user.name = options.name;
    user.role = options.role;
    user.password = *hash;
    if (options.codes) user.second = base32(random_bytes(20));
    auto added = book.add(user, kOwner, utc_now());
    if (added && options.codes) show_secret(options.name, user.second);
    return added;
  });
}

int run_list(const UserOptions& options) {
  return with_book(options, OpenMode::kRead, [](UserBook& book) -> Result<bool> {
    const auto users = book.users();
    if (!users) return tl::unexpected(users.error());
    for (const User& user : *users) {
      std::printf("%s\t%s\t%s\t%s\n", user.name.c_str(), user.role.c_str(),
                  user.second.empty() ? "password" : "password and code", user.since.c_str());
    }
    if (users->empty()) say("no users: the desk serves this machine alone, without a login");
    return true;
  });
}

int run_remove(const UserOptions& options) {
  return with_book(options, OpenMode::kWrite,
                   [&](UserBook& book) { return book.remove(options.name, kOwner, utc_now()); });
}

int run_password(const UserOptions& options) {
  return with_book(options, OpenMode::kWrite, [&](UserBook& book) -> Result<bool> {
    const auto hash = ask_password();
    if (!hash) return tl::unexpected(hash.error());
    return book.set_password(options.name, *hash, kOwner, utc_now());
  });
}

int run_role(const UserOptions& options) {
  return with_book(options, OpenMode::kWrite, [&](UserBook& book) {
    return book.set_role(options.name, options.role, kOwner, utc_now());
  });
}

int run_codes(const UserOptions& options) {
  return with_book(options, OpenMode::kWrite, [&](UserBook& book) -> Result<bool> {
    const std::string secret = options.no_codes ? std::string() : base32(random_bytes(20));
    auto done = book.set_second(options.name, secret, kOwner, utc_now());
    if (done && !secret.empty()) show_secret(options.name, secret);
    return done;
  });
}

Argument role_argument(std::string& role) {
  return {"--role",
          "ROLE",
          "reader, analyst (default), reviewer or admin",
          &role,
          {"reader", "analyst", "reviewer", "admin"}};
}

}  // namespace

Command users_command() {
  const auto options = std::make_shared<UserOptions>();
  const auto part = [&](const char* name, const char* summary, int (*run)(const UserOptions&)) {
    Command command;
    command.name = name;
    command.summary = summary;
    if (std::string_view(name) != "list")
      command.arguments.push_back({"NAME", "NAME", "The user's name", &options->name, {}, true});
    command.arguments.push_back(database_argument(options->database));
    command.run = [options, run] { return run(*options); };
    return command;
  };
  Command add =
      part("add", "Add a user; the password is asked for, or read from standard input", run_add);
  add.arguments.push_back(role_argument(options->role));
  add.arguments.push_back(
      {"--codes", "", "Ask for one-time codes too; shows their secret", &options->codes});
  Command role = part("role", "Give a user another role", run_role);
  role.arguments.push_back(role_argument(options->role));
  Command codes = part("codes", "Make a new secret for one-time codes, or do without", run_codes);
  codes.arguments.push_back({"--off", "", "No codes any more", &options->no_codes});
  Command command;
  command.name = "users";
  command.summary = "Say who may use the desk: with users, it asks everybody to log in";
  command.examples =
      "  isnad users add Huda --role admin --codes --db desk.isnad\n"
      "  isnad users list --db desk.isnad\n"
      "  isnad users password Huda --db desk.isnad < password.txt";
  command.subcommands = {
      std::move(add),   part("list", "List users and their roles", run_list),
      std::move(role),  part("password", "Give a user a new password; sessions end", run_password),
      std::move(codes), part("remove", "Remove a user; sessions end", run_remove)};
  return command;
}

}  // namespace isnad
