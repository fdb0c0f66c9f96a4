// SPDX-License-Identifier: Apache-2.0
// How often somebody may try to log in: failures are counted by name and address together, by name
// and by address; after too many within a quarter of an hour all further tries are refused unread.
//
// By name alone the limit is higher: whoever knows a name could otherwise lock its bearer out.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <mutex>
#include <string>

namespace isnad {

class LoginGuard {
 public:
  static constexpr int64_t kSeconds = 900;
  static constexpr int kOfBoth = 5, kOfName = 40, kOfAddress = 20;
  static constexpr size_t kMostKept = 20000;

  // Seconds until this may be tried again; 0: now.
  [[nodiscard]] int64_t wait(const std::string& name, const std::string& address, int64_t now);
  // Counts a failure; true where it was the last one allowed.
  bool failed(const std::string& name, const std::string& address, int64_t now);
  void succeeded(const std::string& name, const std::string& address);

 private:
  struct Count {
    int failures = 0;
    int64_t since = 0;
  };
  struct Limit {
    std::string key;
    int most;
  };
  static std::array<Limit, 3> limits_of(const std::string& name, const std::string& address);
  void drop_old(int64_t now);

  std::mutex mutex_;
  std::map<std::string, Count> counts_;
};

}  // namespace isnad
