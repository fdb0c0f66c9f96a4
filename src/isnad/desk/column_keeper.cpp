// SPDX-License-Identifier: Apache-2.0
// Waits until a state is asked for that it has not, reads, and rests nine times as long as it read.
#include "isnad/desk/column_keeper.h"

#include <chrono>

namespace isnad {

ColumnKeeper::ColumnKeeper(std::filesystem::path path)
    : path_(std::move(path)), thread_([this] { work(); }) {}

ColumnKeeper::~ColumnKeeper() {
  {
    const std::lock_guard lock(mutex_);
    stop_ = true;
  }
  changed_.notify_one();
  thread_.join();
}

std::shared_ptr<const IncidentColumns> ColumnKeeper::columns(int64_t state) {
  {
    const std::lock_guard lock(mutex_);
    if (columns_ && columns_->state == state) return columns_;
    if (wanted_ >= state) return nullptr;
    wanted_ = state;
  }
  changed_.notify_one();
  return nullptr;
}

void ColumnKeeper::work() {
  using Clock = std::chrono::steady_clock;
  std::unique_lock lock(mutex_);
  while (true) {
    changed_.wait(lock, [this] { return stop_ || wanted_ > (columns_ ? columns_->state : 0); });
    if (stop_) return;
    lock.unlock();
    const auto begun = Clock::now();
    std::shared_ptr<const IncidentColumns> read;
    // A file that cannot be read now is one that the routes speak of; here it is tried again.
    if (auto store = Store::open(path_, OpenMode::kRead)) {
      if (auto columns = store->read_columns()) read = std::move(*columns);
    }
    const auto took = Clock::now() - begun;
    lock.lock();
    const Clock::duration rest = read ? 9 * took : std::chrono::seconds(10);
    if (read) columns_ = std::move(read);
    changed_.wait_for(lock, rest, [this] { return stop_; });
    if (stop_) return;
  }
}

}  // namespace isnad
