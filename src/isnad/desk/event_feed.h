// SPDX-License-Identifier: Apache-2.0
// Events that one thread appends and others read, each from the first one on, waiting for the next.
#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace isnad {

class EventFeed {
 public:
  // `data` is one line; `name` its kind.
  void append(const std::string& name, const std::string& data) {
    const std::lock_guard lock(mutex_);
    if (closed_) return;
    events_.push_back("id: " + std::to_string(events_.size()) + "\nevent: " + name +
                      "\ndata: " + data + "\n\n");
    changed_.notify_all();
  }
  // Nothing comes any more.
  void close() {
    const std::lock_guard lock(mutex_);
    closed_ = true;
    changed_.notify_all();
  }
  struct Next {
    std::optional<std::string> event;  // none within the time
    bool ended = false;
  };
  // The event of that number, as text/event-stream has it.
  Next wait(size_t number, std::chrono::milliseconds most) {
    std::unique_lock lock(mutex_);
    changed_.wait_for(lock, most, [&] { return closed_ || events_.size() > number; });
    if (events_.size() > number) return {events_[number], false};
    return {std::nullopt, closed_};
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<std::string> events_;
  bool closed_ = false;
};

}  // namespace isnad
