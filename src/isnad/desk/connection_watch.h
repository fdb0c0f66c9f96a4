// SPDX-License-Identifier: Apache-2.0
// Cuts off connections that take longer than they may: a request that trickles in byte by byte
// never stays idle, so idleness alone does not end it.
#pragma once

#include <chrono>
#include <condition_variable>
#include <map>
#include <mutex>
#include <optional>
#include <thread>

namespace isnad {

class ConnectionWatch {
 public:
  ConnectionWatch();
  ConnectionWatch(const ConnectionWatch&) = delete;
  ConnectionWatch& operator=(const ConnectionWatch&) = delete;
  ~ConnectionWatch();

  // The socket must be done with what it does within so many seconds; 0: however long it takes.
  void allow(int socket, int seconds);
  // The socket is about to be closed by its owner.
  void forget(int socket);

 private:
  using Clock = std::chrono::steady_clock;
  void watch();

  std::mutex mutex_;
  std::condition_variable stopped_;
  bool stop_ = false;
  std::map<int, std::optional<Clock::time_point>> deadlines_;
  std::thread thread_;
};

}  // namespace isnad
