// SPDX-License-Identifier: Apache-2.0
// Who asks: logins, sessions, and the users of the file. Routes ask it for the caller of a request;
// login_routes.cpp lets people in and out through it.
#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "isnad/base/result.h"
#include "isnad/desk/desk_role.h"
#include "isnad/desk/http.h"
#include "isnad/desk/login_guard.h"
#include "isnad/desk/session_table.h"
#include "isnad/store/user_book.h"

namespace isnad {

struct GateOptions {
  std::filesystem::path database;
  std::function<std::string()> now;     // UTC, for the log
  std::function<int64_t()> seconds;     // since 1970
  std::shared_ptr<std::mutex> writing;  // held while the file is changed
  bool always = false;  // nobody gets in without a login, also while there are no users
  bool secure = false;  // browsers see https: cookies travel by it alone
};

class Gate {
 public:
  // Errors: those of UserBook::open.
  [[nodiscard]] static Result<std::unique_ptr<Gate>> open(GateOptions options);

  // Errors: those of SQLite.
  [[nodiscard]] Result<Caller> caller(const HttpRequest& request);

  // Why a login is refused; nothing more than a stranger may know.
  enum class Refusal : uint8_t { kWrong, kCodeWanted, kTooOften, kBusy };
  struct Login {
    std::optional<Refusal> refused;
    int64_t wait = 0;    // of kTooOften: seconds
    std::string cookie;  // else: the value of Set-Cookie
  };
  struct Asked {
    std::string name, password, code;
  };
  // A session that the request brought along ends.
  [[nodiscard]] Result<Login> login(const HttpRequest& request, const Asked& asked);
  // Returns the Set-Cookie that ends it in the browser too.
  [[nodiscard]] Result<std::string> logout(const Caller& caller);

  // Whether it is the caller's password. Refuses, as `login` does, after too many failures.
  [[nodiscard]] Result<Login> confirm(const HttpRequest& request, const Caller& caller,
                                      const std::string& password);
  // All other sessions of the caller end; this one goes on under a new token. Returns Set-Cookie.
  [[nodiscard]] Result<std::string> change_password(const Caller& caller,
                                                    const std::string& password);
  // A new secret (base32), to be confirmed by a code of it; nothing where the code is none.
  [[nodiscard]] std::string offer_codes(const Caller& caller);
  [[nodiscard]] Result<std::optional<std::string>> take_codes(const HttpRequest& request,
                                                              const Caller& caller,
                                                              const std::string& code);
  [[nodiscard]] Result<std::string> drop_codes(const Caller& caller);

  // What the pages of this session send with every change.
  [[nodiscard]] std::string proof_of(const Caller& caller) {
    return sessions_.proof_of(caller.token);
  }
  [[nodiscard]] Result<std::vector<User>> users();
  [[nodiscard]] std::optional<User> user(int64_t id);

 private:
  Gate(GateOptions options, UserBook book) : options_(std::move(options)), book_(std::move(book)) {}
  // Reads the users again where the file has changed; opens it again where it met a fault.
  [[nodiscard]] Result<bool> refresh();
  // Runs a change of the book under both locks and reads the users again.
  [[nodiscard]] Result<bool> change(const std::function<Result<bool>(UserBook&)>& act);
  [[nodiscard]] std::optional<User> find(const std::function<bool(const User&)>& is);
  // Hashing takes 64 MiB: one at a time, and only a few wait.
  [[nodiscard]] std::optional<bool> check_password(const std::string& password,
                                                   const std::string& hash);
  [[nodiscard]] bool check_code(const User& user, const std::string& code, int64_t now);
  [[nodiscard]] Result<Login> refuse(const Asked& asked, const User* user, const std::string& peer,
                                     int64_t now);
  [[nodiscard]] std::string cookie_of(const std::string& token, int64_t seconds) const;
  [[nodiscard]] std::string token_of(const HttpRequest& request) const;
  [[nodiscard]] std::string renew(const Caller& caller);

  GateOptions options_;
  std::mutex mutex_;  // of the next three
  UserBook book_;
  int64_t state_ = -1;
  std::vector<User> users_;
  SessionTable sessions_;
  LoginGuard guard_;
  std::mutex hashing_;
  std::mutex waiting_;  // of the next two
  int hashers_ = 0;
  std::map<int64_t, int64_t> last_steps_;  // by user: a code opens once
};

}  // namespace isnad
