// SPDX-License-Identifier: Apache-2.0
// Tokens are never kept: a picture of this memory opens no session.
#include "isnad/desk/session_table.h"

#include <algorithm>

#include "isnad/desk/password.h"
#include "isnad/report/sha256.h"

namespace isnad {
namespace {

bool is_over(const Session& session, int64_t now) {
  return now - session.used > SessionTable::kIdle || now - session.begun > SessionTable::kLongest;
}

}  // namespace

std::string SessionTable::begin(int64_t user, int64_t stamp, int64_t now) {
  std::string token = random_token();
  const std::lock_guard lock(mutex_);
  make_room(user, now);
  sessions_[sha256_hex(token)] = {user, stamp, random_token(), "", now, now};
  return token;
}

std::optional<std::pair<std::string, Session>> SessionTable::find(const std::string& token,
                                                                  int64_t now) {
  if (token.size() > 100) return std::nullopt;
  const std::lock_guard lock(mutex_);
  const auto found = sessions_.find(sha256_hex(token));
  if (found == sessions_.end()) return std::nullopt;
  if (is_over(found->second, now)) {
    sessions_.erase(found);
    return std::nullopt;
  }
  found->second.used = now;
  return *found;
}

void SessionTable::end(const std::string& name) {
  const std::lock_guard lock(mutex_);
  sessions_.erase(name);
}

void SessionTable::offer(const std::string& name, const std::string& secret) {
  const std::lock_guard lock(mutex_);
  if (const auto found = sessions_.find(name); found != sessions_.end())
    found->second.offered = secret;
}

std::string SessionTable::proof_of(const std::string& name) {
  const std::lock_guard lock(mutex_);
  const auto found = sessions_.find(name);
  return found == sessions_.end() ? std::string() : found->second.proof;
}

void SessionTable::make_room(int64_t user, int64_t now) {
  std::erase_if(sessions_, [&](const auto& one) { return is_over(one.second, now); });
  const auto of_user = [&](const auto& one) { return one.second.user == user; };
  const auto older = [](const auto& a, const auto& b) { return a.second.used < b.second.used; };
  if (std::count_if(sessions_.begin(), sessions_.end(), of_user) >=
      static_cast<std::ptrdiff_t>(kMostOfUser)) {
    auto oldest = sessions_.end();
    for (auto one = sessions_.begin(); one != sessions_.end(); ++one)
      if (of_user(*one) && (oldest == sessions_.end() || older(*one, *oldest))) oldest = one;
    sessions_.erase(oldest);
  }
  if (sessions_.size() >= kMost)
    sessions_.erase(std::min_element(sessions_.begin(), sessions_.end(), older));
}

}  // namespace isnad
