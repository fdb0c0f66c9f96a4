// SPDX-License-Identifier: Apache-2.0
// A store as Python sees it: coded reports in, incidents out as the contract's lines.
#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "isnad/store/store.h"

namespace isnad {

// Safe to use from several threads: one at a time works. Faults are thrown as EngineError.
class PythonDatabase {
 public:
  // ":memory:" keeps all in memory. `writable` makes the file where there is none.
  static std::unique_ptr<PythonDatabase> open(const std::string& path, bool writable);

  // Takes in one line of `isnad code --to jsonl --with-text`; false where it was there already.
  bool add(const std::string& line, const std::string& parent, const std::string& now);
  void commit();
  std::vector<std::string> find(const IncidentFilter& filter);
  // The contract's line, and the comparison as `isnad compare` prints it; empty where there is
  // none.
  std::string incident(const std::string& name);
  std::string comparison(const std::string& name, bool isolates);
  std::vector<int64_t> counts();
  std::vector<std::string> verify();
  // Nothing more can be asked afterwards.
  void close();

 private:
  explicit PythonDatabase(Store store) : store_(std::make_unique<Store>(std::move(store))) {}
  Store& open_store();

  std::mutex mutex_;
  std::unique_ptr<Store> store_;
};

}  // namespace isnad
