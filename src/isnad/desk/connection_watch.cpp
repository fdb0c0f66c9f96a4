// SPDX-License-Identifier: Apache-2.0
// One thread looks every half second. A socket is shut, not closed: its owner sees the end of it.
#include "isnad/desk/connection_watch.h"

#include <sys/socket.h>

namespace isnad {

ConnectionWatch::ConnectionWatch() : thread_([this] { watch(); }) {}

ConnectionWatch::~ConnectionWatch() {
  {
    const std::lock_guard lock(mutex_);
    stop_ = true;
  }
  stopped_.notify_all();
  thread_.join();
}

void ConnectionWatch::allow(int socket, int seconds) {
  const std::lock_guard lock(mutex_);
  deadlines_[socket] =
      seconds > 0 ? std::optional(Clock::now() + std::chrono::seconds(seconds)) : std::nullopt;
}

void ConnectionWatch::forget(int socket) {
  const std::lock_guard lock(mutex_);
  deadlines_.erase(socket);
}

void ConnectionWatch::watch() {
  std::unique_lock lock(mutex_);
  while (!stopped_.wait_for(lock, std::chrono::milliseconds(500), [&] { return stop_; })) {
    const auto now = Clock::now();
    for (auto& [socket, deadline] : deadlines_) {
      if (!deadline || *deadline > now) continue;
      ::shutdown(socket, SHUT_RDWR);
      deadline.reset();
    }
  }
}

}  // namespace isnad
