// SPDX-License-Identifier: Apache-2.0
// Something behind an address, over HTTP or HTTPS and nothing else. Everything has a limit: time,
// bytes (as unpacked), redirects, tries. The engine uses the network only where a user names an
// address.
#pragma once

#include <chrono>
#include <functional>
#include <string>

#include "isnad/base/result.h"

namespace isnad {

struct FetchLimits {
  std::chrono::milliseconds connect{10'000};
  std::chrono::milliseconds total{60'000};  // of one try, redirects included
  size_t bytes = size_t{32} << 20;
  int redirects = 5;
  bool public_only = false;  // no address of this machine or a private network
  int tries = 4;  // where a failure may pass: no connection, time over, 429, 500, 502, 503, 504
  std::chrono::milliseconds first_wait{1'000};  // doubled from try to try; Retry-After goes before
  std::chrono::milliseconds longest_wait{60'000};
};

// What an earlier answer said of itself; asks to be told only of changes. Empty the first time.
struct FetchRequest {
  std::string url;
  std::string etag;
  std::string last_modified;
};

struct FetchAnswer {
  bool unchanged = false;  // 304: no body
  std::string url_reached;
  std::string http_headers;  // of the last response, as received, lines ended with \n
  std::string content_type;
  std::string etag;
  std::string last_modified;
  std::string body;
};

class Fetcher {
 public:
  // `wait` sleeps between tries. `agent`: what the server is told who asks.
  Fetcher(FetchLimits limits, std::string agent,
          std::function<void(std::chrono::milliseconds)> wait);

  // Errors: kBadValue (no http or https address, a redirect elsewhere, too many redirects),
  // kTooLarge, kCannotRead (no answer, or a status other than 200 and 304; says which, and after
  // how many tries). `where` is the address.
  [[nodiscard]] Result<FetchAnswer> fetch(const FetchRequest& request) const;

 private:
  FetchLimits limits_;
  std::string agent_;
  std::function<void(std::chrono::milliseconds)> wait_;
};

// Is this an address rather than a path? Judged by "http://" or "https://" at its start.
[[nodiscard]] bool is_web_address(std::string_view text);

}  // namespace isnad
