// SPDX-License-Identifier: Apache-2.0
// The one place where the program's own name, sleep and clock meet the fetcher.
#include "web_access.h"

#include <thread>

#include "store_options.h"

namespace isnad {
namespace {

FetchLimits limits_of(bool public_only) {
  FetchLimits limits;
  limits.public_only = public_only;
  return limits;
}

}  // namespace

WebAccess::WebAccess(bool public_only)
    : fetcher_(limits_of(public_only), std::string("isnad/") + ISNAD_VERSION,
               [](std::chrono::milliseconds wait) { std::this_thread::sleep_for(wait); }) {}

Web WebAccess::web(FetchMemory& memory) const { return Web{fetcher_, memory, utc_now}; }

}  // namespace isnad
