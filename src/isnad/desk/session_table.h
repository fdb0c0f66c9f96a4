// SPDX-License-Identifier: Apache-2.0
// Who is logged in. A session is found by the hash of its token, which only the browser has; it
// ends when nobody uses it, at the latest after a working day, when its user changes, and with the
// desk.
#pragma once

#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <string>

namespace isnad {

struct Session {
  int64_t user = 0, stamp = 0;  // of the user's row when it began
  std::string proof;    // what a change must bring along: known to the desk's own pages alone
  std::string offered;  // a secret for one-time codes that is not confirmed yet
  int64_t begun = 0, used = 0;  // seconds
};

class SessionTable {
 public:
  static constexpr int64_t kIdle = 2 * 3600, kLongest = 12 * 3600;
  static constexpr size_t kMost = 2000, kMostOfUser = 20;

  // Begins one and returns its token, which is new whatever the browser sent.
  [[nodiscard]] std::string begin(int64_t user, int64_t stamp, int64_t now);
  // The living session of a token, now used again; and its name here.
  [[nodiscard]] std::optional<std::pair<std::string, Session>> find(const std::string& token,
                                                                    int64_t now);
  void end(const std::string& name);
  void offer(const std::string& name, const std::string& secret);
  [[nodiscard]] std::string proof_of(const std::string& name);

 private:
  void make_room(int64_t user, int64_t now);

  std::mutex mutex_;
  std::map<std::string, Session> sessions_;  // by the token's hash
};

}  // namespace isnad
