// SPDX-License-Identifier: Apache-2.0
// HTTP/1.1 over libmicrohttpd, and the only file that knows it: one thread a connection, with
// limits on how many there are, on headers, bodies, and the time a request or an answer may take.
// Packs answers with gzip where the client takes it.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "isnad/base/result.h"
#include "isnad/desk/http.h"

namespace isnad {

struct ServerOptions {
  std::string address = "127.0.0.1";  // IPv4
  std::string certificate, key;       // PEM, for https; both or neither
  bool behind_proxy = false;          // X-Forwarded-For says who asks
  uint16_t port = 0;                  // 0: any that is free
  unsigned connections = 200;
  unsigned connections_of_one = 200;  // address
  size_t header_bytes = 32768;
  int idle_seconds = 20;       // without a byte either way
  int request_seconds = 15;    // from its first byte to its last, however they trickle
  int response_seconds = 300;  // to take the answer; streams of events excepted
};

// Called by several threads at once.
struct ServerHandlers {
  // How large a body may be; asked before any of it is read.
  std::function<size_t(const HttpRequest&)> body_limit;
  std::function<HttpResponse(const HttpRequest&)> answer;
  // For what never reaches `answer`: 400, 405, 413.
  std::function<HttpResponse(int status)> refuse;
};

class HttpServer {
 public:
  // Errors: kBadValue (the address or port cannot be listened on).
  [[nodiscard]] static Result<HttpServer> start(const ServerOptions& options,
                                                ServerHandlers handlers);
  HttpServer(HttpServer&&) noexcept;
  HttpServer& operator=(HttpServer&&) = delete;
  // Stops: no new connections; answers on their way are cut off.
  ~HttpServer();

  [[nodiscard]] uint16_t port() const;

 private:
  struct Parts;
  explicit HttpServer(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

// The bytes packed with gzip.
[[nodiscard]] std::string gzip(std::string_view bytes);

}  // namespace isnad
