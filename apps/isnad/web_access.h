// SPDX-License-Identifier: Apache-2.0
// How the program asks the web: its limits, its name, its clock.
#pragma once

#include "isnad/fetch/fetch.h"
#include "web_source.h"

namespace isnad {

// Beside the database: what servers said of their answers.
[[nodiscard]] inline std::string memory_of(const std::string& database) {
  return database + ".fetched.tsv";
}

class WebAccess {
 public:
  // `public_only`: no address of this machine or a private network is asked.
  explicit WebAccess(bool public_only = false);
  // Both outlive what is made of it.
  [[nodiscard]] Web web(FetchMemory& memory) const;

 private:
  Fetcher fetcher_;
};

}  // namespace isnad
