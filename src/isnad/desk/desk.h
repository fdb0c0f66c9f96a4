// SPDX-License-Identifier: Apache-2.0
// The desk: a database's incidents, reports and reviews over HTTP, and the pages to work with them.
// Requests in, answers out; the network is server.h's affair.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "isnad/base/result.h"
#include "isnad/desk/http.h"
#include "isnad/desk/ingest_queue.h"

namespace isnad {

struct DeskOptions {
  std::filesystem::path database;
  std::filesystem::path pages;       // the built pages; may be absent
  std::string analyst;               // who decides, where a request does not say
  std::string engine;                // versions, for people
  std::function<std::string()> now;  // UTC, 2024-01-16T10:12:00Z
  std::function<int64_t()> seconds;  // since 1970
  IngestWork ingest;                 // called by one thread
  size_t readers = 4;                // threads that read the file at once
  // Names under which browsers reach the desk, and whether they see https.
  std::vector<std::string> hosts = {"127.0.0.1", "localhost", "[::1]"};
  bool secure = false;
  bool fetch = false;  // feeds may be fetched: the desk asks the network
  bool login = false;  // nobody gets in without one, also while the file has no users
  // Held while the file is changed; whoever changes it from beside the desk holds it too.
  std::shared_ptr<std::mutex> writing = std::make_shared<std::mutex>();
};

class Desk {
 public:
  // Brings the file up to date. Errors: those of Store::open.
  [[nodiscard]] static Result<Desk> open(DeskOptions options);
  Desk(Desk&&) noexcept;
  Desk& operator=(Desk&&) = delete;
  ~Desk();

  // Thread-safe. `HttpRequest::headers` must have the host.
  [[nodiscard]] HttpResponse answer(const HttpRequest& request);
  [[nodiscard]] HttpResponse refuse(int status) const;
  // How large the body of this request may be.
  [[nodiscard]] static size_t body_limit(const HttpRequest& request);
  // Ends streams of events, so that the server can stop.
  void stop();

  struct Parts;

 private:
  explicit Desk(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

// Every route and the least role that may, as "reader GET /api/incidents/{id}", for the test that
// compares them with openapi.json.
[[nodiscard]] std::vector<std::string> desk_routes();
// The OpenAPI 3.1 document.
[[nodiscard]] std::string_view openapi_document();

}  // namespace isnad
