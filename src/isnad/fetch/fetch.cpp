// SPDX-License-Identifier: Apache-2.0
// The only file that knows libcurl.
#include "isnad/fetch/fetch.h"

#include <curl/curl.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <memory>
#include <mutex>
#include <optional>

#include "isnad/fetch/public_address.h"
#include "isnad/report/warc/http_message.h"

namespace isnad {
namespace {

constexpr size_t kLargestHead = size_t{256} << 10;

struct HandleDeleter {
  void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
};
struct ListDeleter {
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};

// What arrives, and how much may.
struct Sink {
  FetchAnswer answer;
  size_t most = 0;
  bool overflow = false;
  bool closed = false;  // an address that is not to be asked
};

// Asked after names are resolved, for every redirect anew: what is checked is what is connected to.
curl_socket_t open_public(void* self, curlsocktype, curl_sockaddr* to) {
  if (!is_public_address(to->addr)) {
    static_cast<Sink*>(self)->closed = true;
    return CURL_SOCKET_BAD;
  }
  return ::socket(to->family, to->socktype | SOCK_CLOEXEC, to->protocol);
}

size_t take_body(char* bytes, size_t, size_t size, void* self) {
  Sink& sink = *static_cast<Sink*>(self);
  if (sink.answer.body.size() + size > sink.most) {
    sink.overflow = true;
    return 0;  // ends the transfer
  }
  sink.answer.body.append(bytes, size);
  return size;
}

size_t take_header(char* bytes, size_t, size_t size, void* self) {
  Sink& sink = *static_cast<Sink*>(self);
  std::string& headers = sink.answer.http_headers;
  const std::string_view line(bytes, size);
  if (line.starts_with("HTTP/")) {  // the next of several responses
    headers.clear();
    sink.answer.body.clear();
    return size;
  }
  if (headers.size() + size > kLargestHead) return 0;
  for (char c : line)
    if (c != '\r') headers += c;
  return size;
}

bool may_pass(CURLcode code) {
  return code == CURLE_COULDNT_CONNECT || code == CURLE_COULDNT_RESOLVE_HOST ||
         code == CURLE_OPERATION_TIMEDOUT || code == CURLE_GOT_NOTHING ||
         code == CURLE_RECV_ERROR || code == CURLE_SEND_ERROR || code == CURLE_PARTIAL_FILE;
}

bool may_pass(long status) {
  constexpr std::array<long, 5> kPassing = {429, 500, 502, 503, 504};
  return std::find(kPassing.begin(), kPassing.end(), status) != kPassing.end();
}

// Once a process, before any thread asks.
void start_library() {
  static std::once_flag once;
  std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
}

struct Outcome {
  std::optional<FetchAnswer> answer;
  Error error;
  bool again = false;
  std::optional<std::chrono::milliseconds> asked_wait;  // Retry-After, in seconds
};

class Attempt {
 public:
  Attempt(const FetchRequest& request, const FetchLimits& limits, const std::string& agent)
      : request_(request), limits_(limits), handle_(curl_easy_init()) {
    sink_.most = limits.bytes;
    if (handle_) set_options(agent);
  }

  Outcome run() {
    if (!handle_) return failed(ErrorCode::kCannotRead, "libcurl cannot be started", false);
    const CURLcode code = curl_easy_perform(handle_.get());
    long status = 0;
    curl_easy_getinfo(handle_.get(), CURLINFO_RESPONSE_CODE, &status);
    if (code != CURLE_OK) return of_code(code);
    if (status == 200 || status == 304) return answer(status == 304);
    Outcome outcome = failed(ErrorCode::kCannotRead, "the server answers " + std::to_string(status),
                             may_pass(status));
    const std::string after(header_field(sink_.answer.http_headers, "Retry-After"));
    if (!after.empty() && after.size() < 6 &&
        std::all_of(after.begin(), after.end(), [](char c) { return c >= '0' && c <= '9'; }))
      outcome.asked_wait = std::chrono::seconds(std::stoi(after));
    return outcome;
  }

 private:
  template <class Value>
  void set(CURLoption option, Value value) {
    curl_easy_setopt(handle_.get(), option, value);
  }

  void set_options(const std::string& agent) {
    set(CURLOPT_URL, request_.url.c_str());
    set(CURLOPT_PROTOCOLS_STR, "http,https");
    set(CURLOPT_REDIR_PROTOCOLS_STR, "http,https");
    set(CURLOPT_FOLLOWLOCATION, 1L);
    set(CURLOPT_MAXREDIRS, static_cast<long>(limits_.redirects));
    set(CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(limits_.connect.count()));
    set(CURLOPT_TIMEOUT_MS, static_cast<long>(limits_.total.count()));
    set(CURLOPT_MAXFILESIZE_LARGE, static_cast<curl_off_t>(limits_.bytes));
    set(CURLOPT_ACCEPT_ENCODING, "");  // all that the library unpacks
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_USERAGENT, agent.c_str());
    set(CURLOPT_WRITEFUNCTION, &take_body);
    set(CURLOPT_WRITEDATA, static_cast<void*>(&sink_));
    set(CURLOPT_HEADERFUNCTION, &take_header);
    set(CURLOPT_HEADERDATA, static_cast<void*>(&sink_));
    if (limits_.public_only) {
      set(CURLOPT_PROXY, "");
      set(CURLOPT_OPENSOCKETFUNCTION, &open_public);
      set(CURLOPT_OPENSOCKETDATA, static_cast<void*>(&sink_));
    }
    add_header("If-None-Match", request_.etag);
    add_header("If-Modified-Since", request_.last_modified);
    set(CURLOPT_HTTPHEADER, headers_.get());
  }

  void add_header(const std::string& name, const std::string& value) {
    if (value.empty() || value.find_first_of("\r\n") != std::string::npos) return;
    headers_.reset(curl_slist_append(headers_.release(), (name + ": " + value).c_str()));
  }

  Outcome failed(ErrorCode code, std::string what, bool again) const {
    Outcome outcome;
    outcome.error = {code, std::move(what), request_.url};
    outcome.again = again;
    return outcome;
  }

  Outcome of_code(CURLcode code) const {
    if (sink_.closed)
      return failed(ErrorCode::kBadValue, "leads to this machine or a private network", false);
    if (sink_.overflow || code == CURLE_FILESIZE_EXCEEDED) {
      return failed(ErrorCode::kTooLarge,
                    "the answer is over " + std::to_string(limits_.bytes >> 20) +
                        " MiB: no page or feed of a news site",
                    false);
    }
    if (code == CURLE_TOO_MANY_REDIRECTS) {
      return failed(ErrorCode::kBadValue,
                    "redirected over " + std::to_string(limits_.redirects) +
                        " times: the addresses lead in a circle, or nowhere",
                    false);
    }
    if (code == CURLE_UNSUPPORTED_PROTOCOL || code == CURLE_URL_MALFORMAT) {
      return failed(ErrorCode::kBadValue,
                    "only http and https addresses are fetched, redirects included", false);
    }
    return failed(ErrorCode::kCannotRead, curl_easy_strerror(code), may_pass(code));
  }

  Outcome answer(bool unchanged) {
    Outcome outcome;
    FetchAnswer& made = sink_.answer;
    made.unchanged = unchanged;
    char* reached = nullptr;
    curl_easy_getinfo(handle_.get(), CURLINFO_EFFECTIVE_URL, &reached);
    made.url_reached = reached == nullptr ? request_.url : reached;
    made.content_type = header_field(made.http_headers, "Content-Type");
    made.etag = header_field(made.http_headers, "ETag");
    made.last_modified = header_field(made.http_headers, "Last-Modified");
    outcome.answer = std::move(made);
    return outcome;
  }

  const FetchRequest& request_;
  const FetchLimits& limits_;
  Sink sink_;
  std::unique_ptr<curl_slist, ListDeleter> headers_;
  std::unique_ptr<CURL, HandleDeleter> handle_;
};

}  // namespace

Fetcher::Fetcher(FetchLimits limits, std::string agent,
                 std::function<void(std::chrono::milliseconds)> wait)
    : limits_(limits), agent_(std::move(agent)), wait_(std::move(wait)) {}

Result<FetchAnswer> Fetcher::fetch(const FetchRequest& request) const {
  if (!is_web_address(request.url)) {
    return failure(ErrorCode::kBadValue, "only http and https addresses are fetched", request.url);
  }
  start_library();
  auto pause = limits_.first_wait;
  for (int tried = 1;; ++tried) {
    Outcome outcome = Attempt(request, limits_, agent_).run();
    if (outcome.answer) return std::move(*outcome.answer);
    if (!outcome.again || tried >= limits_.tries) {
      if (tried > 1) outcome.error.what += " (" + std::to_string(tried) + " tries)";
      return tl::unexpected(std::move(outcome.error));
    }
    wait_(std::min(outcome.asked_wait.value_or(pause), limits_.longest_wait));
    pause *= 2;
  }
}

bool is_web_address(std::string_view text) {
  return text.starts_with("http://") || text.starts_with("https://");
}

}  // namespace isnad
