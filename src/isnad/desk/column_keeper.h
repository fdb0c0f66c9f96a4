// SPDX-License-Identifier: Apache-2.0
// Keeps the columns that lists are answered from at the file's present state, on a thread of its
// own. Until they are there, lists ask the tables; while the file changes all the time, reading
// pauses.
#pragma once

#include <condition_variable>
#include <filesystem>
#include <memory>
#include <mutex>
#include <thread>

#include "isnad/store/incident_columns.h"

namespace isnad {

class ColumnKeeper {
 public:
  explicit ColumnKeeper(std::filesystem::path path);
  ~ColumnKeeper();
  ColumnKeeper(const ColumnKeeper&) = delete;
  ColumnKeeper& operator=(const ColumnKeeper&) = delete;

  // The columns of the file in this state; null, and they are read, where there are none yet.
  [[nodiscard]] std::shared_ptr<const IncidentColumns> columns(int64_t state);

 private:
  void work();

  std::filesystem::path path_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::shared_ptr<const IncidentColumns> columns_;
  int64_t wanted_ = 0;
  bool stop_ = false;
  std::thread thread_;  // last: it uses the rest
};

}  // namespace isnad
