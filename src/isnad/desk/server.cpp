// SPDX-License-Identifier: Apache-2.0
// The adapter: libmicrohttpd's callbacks on one side, values on the other.
#include "isnad/desk/server.h"

#include <arpa/inet.h>
#include <microhttpd.h>
#include <netinet/in.h>

#include <algorithm>
#include <array>
#include <cstring>

#include "isnad/desk/connection_watch.h"

namespace isnad {
namespace {

constexpr size_t kThreadStack = size_t{2} << 20U;
constexpr size_t kLeastPacked = 1000;
constexpr size_t kMostPacked = size_t{256} << 20U;
constexpr std::chrono::seconds kHeartbeat(5);

// A request while it comes in.
struct Incoming {
  HttpRequest request;
  bool good_target = false;
  bool begun = false;
  size_t limit = 0;
  int refused = 0;  // status, where it is refused before it is complete
};

std::string in_small_letters(std::string_view text) {
  std::string small(text);
  for (char& c : small)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return small;
}

MHD_Result take_header(void* to, MHD_ValueKind /*kind*/, const char* name, const char* value) {
  auto& headers = static_cast<HttpRequest*>(to)->headers;
  headers.emplace(in_small_letters(name), value == nullptr ? "" : value);  // the first one counts
  return MHD_YES;
}

int socket_of(MHD_Connection* connection) {
  const MHD_ConnectionInfo* info =
      MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
  return info == nullptr ? -1 : info->connect_fd;
}

std::string peer_of(MHD_Connection* connection) {
  const MHD_ConnectionInfo* info =
      MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CLIENT_ADDRESS);
  if (info == nullptr || info->client_addr->sa_family != AF_INET) return "?";
  const auto* address = reinterpret_cast<const sockaddr_in*>(info->client_addr);
  std::array<char, INET_ADDRSTRLEN> text{};
  inet_ntop(AF_INET, &address->sin_addr, text.data(), text.size());
  return text.data();
}

// The last address of the list is the one that our own proxy saw; those before it anyone can write.
std::string forwarded_peer(const HttpRequest& request) {
  const std::string list = request.header("x-forwarded-for");
  std::string last = list.substr(list.rfind(',') + 1);
  std::erase(last, ' ');
  return last.size() > 64 ? std::string() : last;
}

// A reader of events; its text is handed out piece by piece.
struct EventReader {
  std::shared_ptr<EventFeed> feed;
  size_t next = 0;
  std::string text;
  size_t given = 0;
};

ssize_t read_events(void* from, uint64_t /*position*/, char* to, size_t most) {
  auto& reader = *static_cast<EventReader*>(from);
  if (reader.given == reader.text.size()) {
    auto next = reader.feed->wait(reader.next, kHeartbeat);
    if (next.ended) return MHD_CONTENT_READER_END_OF_STREAM;
    reader.text = next.event ? std::move(*next.event) : ": waiting\n\n";
    reader.next += next.event ? 1 : 0;
    reader.given = 0;
  }
  const size_t size = std::min(most, reader.text.size() - reader.given);
  std::memcpy(to, reader.text.data() + reader.given, size);
  reader.given += size;
  return static_cast<ssize_t>(size);
}

void free_events(void* reader) { delete static_cast<EventReader*>(reader); }

// The bytes that an answer is sent from; freed with it.
struct Outgoing {
  std::string own;
  std::shared_ptr<const std::string> shared;
};

ssize_t read_bytes(void* from, uint64_t position, char* to, size_t most) {
  const auto& outgoing = *static_cast<Outgoing*>(from);
  const std::string& bytes = outgoing.shared ? *outgoing.shared : outgoing.own;
  if (position >= bytes.size()) return MHD_CONTENT_READER_END_OF_STREAM;
  const size_t size = std::min(most, bytes.size() - static_cast<size_t>(position));
  std::memcpy(to, bytes.data() + position, size);
  return static_cast<ssize_t>(size);
}

void free_bytes(void* outgoing) { delete static_cast<Outgoing*>(outgoing); }

bool takes_gzip(const HttpRequest& request) {
  const std::string accepted = request.header("accept-encoding");
  return accepted.find("gzip") != std::string::npos &&
         accepted.find("gzip;q=0") == std::string::npos;
}

MHD_Response* make_response(const HttpRequest& request, HttpResponse& answer) {
  constexpr size_t kBlock = 32768;
  if (answer.events) {
    return MHD_create_response_from_callback(MHD_SIZE_UNKNOWN, kBlock, read_events,
                                             new EventReader{answer.events, 0, {}, 0}, free_events);
  }
  auto outgoing = std::make_unique<Outgoing>();
  outgoing->shared = answer.whole;
  outgoing->own = std::move(answer.body);
  const size_t size = answer.whole ? answer.whole->size() : outgoing->own.size();
  const bool text = answer.type.find("text/") == 0 ||
                    answer.type.find("json") != std::string::npos ||
                    answer.type.find("javascript") != std::string::npos ||
                    answer.type.find("svg") != std::string::npos;
  if (text) answer.headers.emplace_back("Vary", "Accept-Encoding");
  if (takes_gzip(request) && text && size >= kLeastPacked && size <= kMostPacked) {
    if (answer.packed) {
      outgoing->shared = answer.packed;
    } else {
      outgoing->own = gzip(answer.whole ? *answer.whole : outgoing->own);
      outgoing->shared = nullptr;
    }
    answer.headers.emplace_back("Content-Encoding", "gzip");
  }
  const size_t sent = outgoing->shared ? outgoing->shared->size() : outgoing->own.size();
  return MHD_create_response_from_callback(sent, kBlock, read_bytes, outgoing.release(),
                                           free_bytes);
}

}  // namespace

struct HttpServer::Parts {
  ServerOptions options;
  ServerHandlers handlers;
  ConnectionWatch watch;
  MHD_Daemon* daemon = nullptr;

  MHD_Result send(MHD_Connection* connection, const HttpRequest& request, HttpResponse answer) {
    MHD_Response* response = make_response(request, answer);
    if (response == nullptr) return MHD_NO;
    const std::string type = answer.events ? "text/event-stream; charset=utf-8" : answer.type;
    if (!type.empty()) MHD_add_response_header(response, "Content-Type", type.c_str());
    for (const auto& [name, value] : answer.headers)
      MHD_add_response_header(response, name.c_str(), value.c_str());
    watch.allow(socket_of(connection), answer.events ? 0 : options.response_seconds);
    const MHD_Result queued =
        MHD_queue_response(connection, static_cast<unsigned>(answer.status), response);
    MHD_destroy_response(response);
    return queued;
  }

  // Before the body: what can be refused by its headers is.
  MHD_Result begin(MHD_Connection* connection, Incoming& incoming, const char* method) {
    incoming.begun = true;
    HttpRequest& request = incoming.request;
    request.method = method;
    MHD_get_connection_values(connection, MHD_HEADER_KIND, take_header, &request);
    request.peer = peer_of(connection);
    if (options.behind_proxy && !forwarded_peer(request).empty())
      request.peer = forwarded_peer(request);
    if (!incoming.good_target) return send(connection, request, handlers.refuse(400));
    incoming.limit = handlers.body_limit(request);
    const std::string length = request.header("content-length");
    if (length.size() > 12 || (!length.empty() && std::stoull("0" + length) > incoming.limit))
      return send(connection, request, handlers.refuse(413));
    return MHD_YES;
  }

  MHD_Result receive(MHD_Connection* connection, Incoming& incoming, const char* method,
                     const char* data, size_t* size) {
    if (!incoming.begun) return begin(connection, incoming, method);
    if (*size > 0) {
      // A body that does not say its length is read until it is too long, then cut off.
      if (incoming.request.body.size() + *size > incoming.limit) return MHD_NO;
      incoming.request.body.append(data, *size);
      *size = 0;
      return MHD_YES;
    }
    watch.allow(socket_of(connection), 0);
    return send(connection, incoming.request, handlers.answer(incoming.request));
  }

  static MHD_Result on_request(void* self, MHD_Connection* connection, const char* /*url*/,
                               const char* method, const char* /*version*/, const char* data,
                               size_t* size, void** state) {
    return static_cast<Parts*>(self)->receive(connection, *static_cast<Incoming*>(*state), method,
                                              data, size);
  }
  // The first word of a request: its target as it was sent.
  static void* on_target(void* /*self*/, const char* target, MHD_Connection* /*connection*/) {
    auto incoming = std::make_unique<Incoming>();
    incoming->request.raw_target = target;
    if (auto parsed = parse_target(target)) {
      incoming->request.target = std::move(*parsed);
      incoming->good_target = true;
    }
    return incoming.release();
  }
  static void on_completed(void* self, MHD_Connection* connection, void** state,
                           MHD_RequestTerminationCode /*code*/) {
    delete static_cast<Incoming*>(*state);
    *state = nullptr;
    auto& parts = *static_cast<Parts*>(self);
    parts.watch.allow(socket_of(connection), parts.options.request_seconds);
  }
  static void on_connection(void* self, MHD_Connection* connection, void** /*state*/,
                            MHD_ConnectionNotificationCode code) {
    auto& parts = *static_cast<Parts*>(self);
    const int socket = socket_of(connection);
    code == MHD_CONNECTION_NOTIFY_STARTED ? parts.watch.allow(socket, parts.options.request_seconds)
                                          : parts.watch.forget(socket);
  }
};

HttpServer::HttpServer(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
HttpServer::HttpServer(HttpServer&&) noexcept = default;
HttpServer::~HttpServer() {
  if (parts_ && parts_->daemon != nullptr) MHD_stop_daemon(parts_->daemon);
}

uint16_t HttpServer::port() const {
  const MHD_DaemonInfo* info = MHD_get_daemon_info(parts_->daemon, MHD_DAEMON_INFO_BIND_PORT);
  return info == nullptr ? 0 : info->port;
}

Result<HttpServer> HttpServer::start(const ServerOptions& options, ServerHandlers handlers) {
  auto parts = std::make_unique<Parts>();
  parts->options = options;
  parts->handlers = std::move(handlers);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(options.port);
  const std::string where = options.address + ":" + std::to_string(options.port);
  if (inet_pton(AF_INET, options.address.c_str(), &address.sin_addr) != 1)
    return failure(ErrorCode::kBadValue, "is no IPv4 address", options.address);
  const bool secure = !options.certificate.empty();
  if (secure && MHD_is_feature_supported(MHD_FEATURE_TLS) != MHD_YES)
    return failure(ErrorCode::kBadValue,
                   "this build of libmicrohttpd has no TLS; put a proxy before the desk");
  const unsigned how = MHD_USE_INTERNAL_POLLING_THREAD | MHD_USE_THREAD_PER_CONNECTION |
                       MHD_USE_POLL | (secure ? static_cast<unsigned>(MHD_USE_TLS) : 0U);
  std::vector<MHD_OptionItem> encryption;
  if (secure) {
    encryption.push_back(
        {MHD_OPTION_HTTPS_MEM_CERT, 0, const_cast<char*>(options.certificate.c_str())});
    encryption.push_back({MHD_OPTION_HTTPS_MEM_KEY, 0, const_cast<char*>(options.key.c_str())});
  }
  encryption.push_back({MHD_OPTION_END, 0, nullptr});
  parts->daemon = MHD_start_daemon(
      how, options.port, nullptr, nullptr, &Parts::on_request, parts.get(),        //
      MHD_OPTION_SOCK_ADDR, reinterpret_cast<const sockaddr*>(&address),           //
      MHD_OPTION_CONNECTION_LIMIT, options.connections,                            //
      MHD_OPTION_PER_IP_CONNECTION_LIMIT, options.connections_of_one,              //
      MHD_OPTION_CONNECTION_MEMORY_LIMIT, options.header_bytes,                    //
      MHD_OPTION_CONNECTION_TIMEOUT, static_cast<unsigned>(options.idle_seconds),  //
      MHD_OPTION_THREAD_STACK_SIZE, kThreadStack,                                  //
      MHD_OPTION_STRICT_FOR_CLIENT, 1,                                             //
      MHD_OPTION_ARRAY, encryption.data(),                                         //
      MHD_OPTION_URI_LOG_CALLBACK, &Parts::on_target, parts.get(),                 //
      MHD_OPTION_NOTIFY_COMPLETED, &Parts::on_completed, parts.get(),              //
      MHD_OPTION_NOTIFY_CONNECTION, &Parts::on_connection, parts.get(), MHD_OPTION_END);
  if (parts->daemon == nullptr)
    return failure(ErrorCode::kBadValue,
                   secure ? "cannot be listened on; is another desk running, or are certificate "
                            "and key no pair in PEM?"
                          : "cannot be listened on; is another desk running? Choose another --port",
                   where);
  return HttpServer(std::move(parts));
}

}  // namespace isnad
