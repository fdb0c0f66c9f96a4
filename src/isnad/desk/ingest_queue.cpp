// SPDX-License-Identifier: Apache-2.0
// A thread that sleeps until there is an order.
#include "isnad/desk/ingest_queue.h"

#include "isnad/export/json_writer.h"

namespace isnad {
namespace {

constexpr size_t kMostWaiting = 20;
constexpr size_t kMostFeeds = 100;

std::string failed_json(const Error& error) {
  std::string out;
  JsonWriter json(out);
  json.begin_object();
  json.key("error");
  json.string(error.what);
  json.key("where");
  json.string_or_null(std::string_view(error.where));
  json.end_object();
  return out;
}

}  // namespace

IngestQueue::IngestQueue(IngestWork work)
    : work_(std::move(work)), thread_([this] { this->work(); }) {}

IngestQueue::~IngestQueue() {
  stop();
  thread_.join();
}

void IngestQueue::stop() {
  const std::lock_guard lock(mutex_);
  stop_ = true;
  for (const auto& [number, feed] : feeds_) feed->close();
  changed_.notify_all();
}

int64_t IngestQueue::submit(IngestOrder order) {
  const std::lock_guard lock(mutex_);
  if (waiting_.size() >= kMostWaiting || stop_) return 0;
  ++last_;
  waiting_.emplace_back(last_, std::move(order));
  feeds_[last_] = std::make_shared<EventFeed>();
  if (feeds_.size() > kMostFeeds) feeds_.erase(feeds_.begin());
  changed_.notify_all();
  return last_;
}

std::shared_ptr<EventFeed> IngestQueue::events(int64_t number) {
  const std::lock_guard lock(mutex_);
  const auto found = feeds_.find(number);
  return found == feeds_.end() ? nullptr : found->second;
}

void IngestQueue::work() {
  std::unique_lock lock(mutex_);
  for (;;) {
    changed_.wait(lock, [&] { return stop_ || !waiting_.empty(); });
    if (stop_) return;
    const auto [number, order] = std::move(waiting_.front());
    waiting_.pop_front();
    const auto feed = feeds_[number];
    lock.unlock();
    const auto done = work_(
        order, [&](const std::string& name, const std::string& json) { feed->append(name, json); });
    feed->append(done ? "done" : "failed", done ? *done : failed_json(done.error()));
    feed->close();
    lock.lock();
  }
}

}  // namespace isnad
