// SPDX-License-Identifier: Apache-2.0
// Counts in memory: who can start the desk anew needs no password.
#include "isnad/desk/login_guard.h"

#include <algorithm>

namespace isnad {

std::array<LoginGuard::Limit, 3> LoginGuard::limits_of(const std::string& name,
                                                       const std::string& address) {
  return {{{"both " + address + " " + name, kOfBoth},
           {"name " + name, kOfName},
           {"address " + address, kOfAddress}}};
}

int64_t LoginGuard::wait(const std::string& name, const std::string& address, int64_t now) {
  const std::lock_guard lock(mutex_);
  int64_t longest = 0;
  for (const auto& [key, most] : limits_of(name, address)) {
    const auto found = counts_.find(key);
    if (found == counts_.end() || found->second.failures < most) continue;
    longest = std::max(longest, found->second.since + kSeconds - now);
  }
  return longest;
}

bool LoginGuard::failed(const std::string& name, const std::string& address, int64_t now) {
  const std::lock_guard lock(mutex_);
  if (counts_.size() >= kMostKept) drop_old(now);
  bool last = false;
  for (const auto& [key, most] : limits_of(name, address)) {
    Count& count = counts_[key];
    if (now - count.since >= kSeconds) count = {0, now};
    ++count.failures;
    // From the last failure on, however the first ones were spread.
    if (count.failures == most) {
      count.since = now;
      last = true;
    }
  }
  return last;
}

void LoginGuard::succeeded(const std::string& name, const std::string& address) {
  const std::lock_guard lock(mutex_);
  counts_.erase(limits_of(name, address)[0].key);
}

void LoginGuard::drop_old(int64_t now) {
  std::erase_if(counts_, [&](const auto& one) { return now - one.second.since >= kSeconds; });
  // All of them fresh: an attack from many addresses. The names' counts are what protects then.
  if (counts_.size() >= kMostKept)
    std::erase_if(counts_, [](const auto& one) { return !one.first.starts_with("name "); });
  if (counts_.size() >= kMostKept) counts_.clear();
}

}  // namespace isnad
