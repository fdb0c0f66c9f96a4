// SPDX-License-Identifier: Apache-2.0
// A request and its answer as plain values; how they travel is server.h's affair.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "isnad/desk/event_feed.h"
#include "isnad/desk/request_target.h"

namespace isnad {

struct HttpRequest {
  std::string method;  // GET, POST …
  std::string raw_target;
  RequestTarget target;
  std::map<std::string, std::string, std::less<>> headers;  // names in small letters
  std::string body;
  std::string peer;  // the address it came from

  [[nodiscard]] std::string header(std::string_view name) const {
    const auto found = headers.find(name);
    return found == headers.end() ? std::string() : found->second;
  }
};

struct HttpResponse {
  int status = 200;
  std::string type = "application/json; charset=utf-8";
  std::string body;
  std::vector<std::pair<std::string, std::string>> headers;
  // In place of a body: lines sent as they come (text/event-stream).
  std::shared_ptr<EventFeed> events;
  // The body packed with gzip, where it is at hand; else the server packs it.
  std::shared_ptr<const std::string> packed;
  std::shared_ptr<const std::string> whole;  // in place of `body`, where it outlives the answer
};

}  // namespace isnad
