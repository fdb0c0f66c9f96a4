// SPDX-License-Identifier: Apache-2.0
// Reports that people paste or upload, taken in one order after the other by one thread; what
// becomes of each is an event.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <thread>

#include "isnad/base/result.h"
#include "isnad/desk/event_feed.h"

namespace isnad {

// What to take in: bytes and what is known of them. `form`: auto, text, html, jsonl, feed.
struct IngestOrder {
  std::string bytes, name, form, title, outlet, published, url;
  // In place of bytes: an address to be fetched, for a feed of the book.
  std::string address;
  bool full = false;
  int64_t feed = 0;
};

// Says an event: its name, and one line of JSON.
using IngestTalk = std::function<void(const std::string& name, const std::string& json)>;
// Carries an order out; called by the queue's thread alone. Returns what the last event says: a
// line of JSON. Errors end the order, not the queue.
using IngestWork = std::function<Result<std::string>(const IngestOrder&, const IngestTalk&)>;

class IngestQueue {
 public:
  explicit IngestQueue(IngestWork work);
  IngestQueue(const IngestQueue&) = delete;
  IngestQueue& operator=(const IngestQueue&) = delete;
  ~IngestQueue();

  // The order's number; 0 where too many are waiting.
  int64_t submit(IngestOrder order);
  // The events of an order, from its first on; nothing for an unknown number.
  [[nodiscard]] std::shared_ptr<EventFeed> events(int64_t number);
  // Ends all feeds, so that nobody waits for them any more.
  void stop();

 private:
  void work();

  IngestWork work_;
  std::mutex mutex_;
  std::condition_variable changed_;
  bool stop_ = false;
  int64_t last_ = 0;
  std::deque<std::pair<int64_t, IngestOrder>> waiting_;
  std::map<int64_t, std::shared_ptr<EventFeed>> feeds_;  // the latest ones
  std::thread thread_;
};

}  // namespace isnad
