// SPDX-License-Identifier: Apache-2.0
// How the program asks the web: its limits, its name, its clock.
#pragma once

#include "isnad/fetch/fetch.h"
#include "web_source.h"

namespace isnad {

class WebAccess {
 public:
  WebAccess();
  // Both outlive what is made of it.
  [[nodiscard]] Web web(FetchMemory& memory) const;

 private:
  Fetcher fetcher_;
};

}  // namespace isnad
