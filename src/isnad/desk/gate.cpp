// SPDX-License-Identifier: Apache-2.0
// Logins leave a line in the custody log; failures too, until the guard stops reading them.
#include "isnad/desk/gate.h"

#include <algorithm>

#include "isnad/desk/one_time_code.h"
#include "isnad/desk/password.h"

namespace isnad {
namespace {

constexpr int kMostHashers = 8;

// The value of a cookie in a Cookie header.
std::string cookie_value(std::string_view header, std::string_view name) {
  while (!header.empty()) {
    const size_t end = header.find(';');
    std::string_view one = header.substr(0, end);
    while (one.starts_with(' ')) one.remove_prefix(1);
    if (one.starts_with(name) && one.size() > name.size() && one[name.size()] == '=')
      return std::string(one.substr(name.size() + 1));
    if (end == std::string_view::npos) break;
    header.remove_prefix(end + 1);
  }
  return {};
}

std::string small(std::string text) {
  for (char& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return text;
}

}  // namespace

Result<std::unique_ptr<Gate>> Gate::open(GateOptions options) {
  auto book = UserBook::open(options.database, OpenMode::kWrite);
  if (!book) return tl::unexpected(book.error());
  return std::unique_ptr<Gate>(new Gate(std::move(options), std::move(*book)));
}

Result<bool> Gate::refresh() {
  auto state = book_.state();
  if (!state) {
    // A fault stays with its connection: a busy disk must not close the desk for good.
    auto again = UserBook::open(options_.database, OpenMode::kWrite);
    if (!again) return tl::unexpected(again.error());
    book_ = std::move(*again);
    state_ = -1;
    state = book_.state();
    if (!state) return tl::unexpected(state.error());
  }
  if (*state == state_) return true;
  auto users = book_.users();
  if (!users) return tl::unexpected(users.error());
  users_ = std::move(*users);
  state_ = *state;
  return true;
}

Result<bool> Gate::change(const std::function<Result<bool>(UserBook&)>& act) {
  const std::lock_guard writing(*options_.writing);
  const std::lock_guard lock(mutex_);
  if (auto fresh = refresh(); !fresh) return fresh;
  auto done = act(book_);
  state_ = -1;  // our own writing does not show in `state`
  return done;
}

std::optional<User> Gate::find(const std::function<bool(const User&)>& is) {
  const std::lock_guard lock(mutex_);
  const auto found = std::find_if(users_.begin(), users_.end(), is);
  return found == users_.end() ? std::nullopt : std::optional(*found);
}

std::optional<User> Gate::user(int64_t id) {
  return find([&](const User& one) { return one.id == id; });
}

Result<std::vector<User>> Gate::users() {
  const std::lock_guard lock(mutex_);
  if (auto fresh = refresh(); !fresh) return tl::unexpected(fresh.error());
  return users_;
}

std::string Gate::cookie_of(const std::string& token, int64_t seconds) const {
  return std::string(options_.secure ? "__Host-isnad" : "isnad") + "=" + token +
         "; Path=/; HttpOnly; SameSite=Strict; Max-Age=" + std::to_string(seconds) +
         (options_.secure ? "; Secure" : "");
}

std::string Gate::token_of(const HttpRequest& request) const {
  return cookie_value(request.header("cookie"), options_.secure ? "__Host-isnad" : "isnad");
}

Result<Caller> Gate::caller(const HttpRequest& request) {
  bool nobody = false;
  {
    const std::lock_guard lock(mutex_);
    if (auto fresh = refresh(); !fresh) return tl::unexpected(fresh.error());
    nobody = users_.empty();
  }
  Caller caller;
  caller.login = !nobody || options_.always;
  if (!caller.login) {
    caller.role = DeskRole::kAdmin;
    return caller;
  }
  const auto session = sessions_.find(token_of(request), options_.seconds());
  if (!session) return caller;
  const auto known = user(session->second.user);
  if (!known || known->stamp != session->second.stamp) {
    sessions_.end(session->first);
    return caller;
  }
  caller.role = desk_role_of(known->role);
  caller.name = known->name;
  caller.token = session->first;
  caller.user = known->id;
  return caller;
}

std::optional<bool> Gate::check_password(const std::string& password, const std::string& hash) {
  {
    const std::lock_guard lock(waiting_);
    if (hashers_ >= kMostHashers) return std::nullopt;
    ++hashers_;
  }
  bool right = false;
  {
    const std::lock_guard lock(hashing_);
    right = is_password(password, hash);
  }
  const std::lock_guard lock(waiting_);
  --hashers_;
  return right;
}

bool Gate::check_code(const User& user, const std::string& code, int64_t now) {
  const auto secret = from_base32(user.second);
  const auto step = secret ? step_of_code(*secret, code, now) : std::nullopt;
  if (!step) return false;
  const std::lock_guard lock(waiting_);
  int64_t& last = last_steps_[user.id];
  if (*step <= last) return false;
  last = *step;
  return true;
}

Result<Gate::Login> Gate::refuse(const Asked& asked, const User* user, const std::string& peer,
                                 int64_t now) {
  const bool last = guard_.failed(small(asked.name), peer, now);
  // A name that nobody bears may be a password in the wrong box: it is not written down.
  const std::string subject = user == nullptr ? "(unknown)" : user->name;
  const auto noted = change([&](UserBook& book) {
    return book.note("login-refused", subject, "from " + peer + (last ? ", locked" : ""),
                     options_.now());
  });
  if (!noted) return tl::unexpected(noted.error());
  return Login{Refusal::kWrong, 0, {}};
}

Result<Gate::Login> Gate::login(const HttpRequest& request, const Asked& asked) {
  const int64_t now = options_.seconds();
  const std::string name = small(asked.name);
  if (const int64_t wait = guard_.wait(name, request.peer, now); wait > 0)
    return Login{Refusal::kTooOften, wait, {}};
  {
    const std::lock_guard lock(mutex_);
    if (auto fresh = refresh(); !fresh) return tl::unexpected(fresh.error());
  }
  const auto known = find([&](const User& one) { return small(one.name) == name; });
  const auto right = check_password(asked.password, known ? known->password : std::string());
  if (!right) return Login{Refusal::kBusy, 0, {}};
  if (!*right || !known) return refuse(asked, known ? &*known : nullptr, request.peer, now);
  if (!known->second.empty()) {
    if (asked.code.empty()) return Login{Refusal::kCodeWanted, 0, {}};
    if (!check_code(*known, asked.code, now)) return refuse(asked, &*known, request.peer, now);
  }
  guard_.succeeded(name, request.peer);
  const auto noted = change([&](UserBook& book) {
    return book.note("login", known->name, "from " + request.peer, options_.now());
  });
  if (!noted) return tl::unexpected(noted.error());
  if (const auto old = sessions_.find(token_of(request), now)) sessions_.end(old->first);
  return Login{std::nullopt, 0,
               cookie_of(sessions_.begin(known->id, known->stamp, now), SessionTable::kLongest)};
}

Result<std::string> Gate::logout(const Caller& caller) {
  sessions_.end(caller.token);
  const auto noted =
      change([&](UserBook& book) { return book.note("logout", caller.name, "", options_.now()); });
  if (!noted) return tl::unexpected(noted.error());
  return cookie_of("", 0);
}

Result<Gate::Login> Gate::confirm(const HttpRequest& request, const Caller& caller,
                                  const std::string& password) {
  const int64_t now = options_.seconds();
  if (const int64_t wait = guard_.wait(small(caller.name), request.peer, now); wait > 0)
    return Login{Refusal::kTooOften, wait, {}};
  const auto known = user(caller.user);
  const auto right = check_password(password, known ? known->password : std::string());
  if (!right) return Login{Refusal::kBusy, 0, {}};
  if (!*right || !known)
    return refuse({caller.name, {}, {}}, known ? &*known : nullptr, request.peer, now);
  return Login{};
}

// The user's row has changed, and with it all sessions have ended; the caller gets a new one.
std::string Gate::renew(const Caller& caller) {
  sessions_.end(caller.token);
  {
    const std::lock_guard lock(mutex_);
    if (!refresh()) return cookie_of("", 0);
  }
  const auto known = user(caller.user);
  if (!known) return cookie_of("", 0);
  return cookie_of(sessions_.begin(known->id, known->stamp, options_.seconds()),
                   SessionTable::kLongest);
}

Result<std::string> Gate::change_password(const Caller& caller, const std::string& password) {
  Result<std::string> hash = std::string();
  {
    const std::lock_guard lock(hashing_);
    hash = hash_password(password);
  }
  if (!hash) return hash;
  const auto done = change([&](UserBook& book) {
    return book.set_password(caller.name, *hash, caller.name, options_.now());
  });
  if (!done) return tl::unexpected(done.error());
  return renew(caller);
}

std::string Gate::offer_codes(const Caller& caller) {
  std::string secret = base32(random_bytes(20));
  sessions_.offer(caller.token, secret);
  return secret;
}

Result<std::optional<std::string>> Gate::take_codes(const HttpRequest& request,
                                                    const Caller& caller, const std::string& code) {
  const auto session = sessions_.find(token_of(request), options_.seconds());
  const std::string offered = session ? session->second.offered : std::string();
  const auto secret = from_base32(offered);
  const auto step =
      secret && !offered.empty() ? step_of_code(*secret, code, options_.seconds()) : std::nullopt;
  if (!step) return std::optional<std::string>();
  {
    const std::lock_guard lock(waiting_);
    last_steps_[caller.user] = *step;
  }
  const auto done = change([&](UserBook& book) {
    return book.set_second(caller.name, offered, caller.name, options_.now());
  });
  if (!done) return tl::unexpected(done.error());
  return std::optional(renew(caller));
}

Result<std::string> Gate::drop_codes(const Caller& caller) {
  const auto done = change([&](UserBook& book) {
    return book.set_second(caller.name, "", caller.name, options_.now());
  });
  if (!done) return tl::unexpected(done.error());
  return renew(caller);
}

}  // namespace isnad
