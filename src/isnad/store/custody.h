// SPDX-License-Identifier: Apache-2.0
// The custody log: what was done to the store, a line each, every line sealed with the hash of the
// one before. A line that is changed, dropped or put in later breaks the chain from there on.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "isnad/store/database.h"

namespace isnad {

class CustodyLog {
 public:
  explicit CustodyLog(Database& database);
  // Appends a line; the database's transaction decides whether it stays.
  void append(std::string_view at, std::string_view what, std::string_view subject,
              std::string_view detail);

 private:
  Statement last_, insert_;
};

// Walks the chain. Returns a line of text for each fault.
[[nodiscard]] std::vector<std::string> verify_custody(Database& database);

}  // namespace isnad
