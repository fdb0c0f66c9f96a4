// SPDX-License-Identifier: Apache-2.0
// From a request to its route; what holds for all of them: who may ask, tags, security headers.
#include "isnad/desk/desk.h"

#include <algorithm>

#include "isnad/desk/mask_answer.h"
#include "isnad/desk/password.h"
#include "isnad/desk/route.h"
#include "isnad/desk/server.h"
#include "tables/openapi.h"

namespace isnad {
namespace {

constexpr size_t kSmallBody = size_t{64} << 10U;
constexpr size_t kUpload = size_t{32} << 20U;
constexpr size_t kPays = 1000;  // bytes from which packing pays

const std::vector<DeskRoute>& routes() {
  static const std::vector<DeskRoute> kRoutes = [] {
    std::vector<DeskRoute> all;
    for (auto part : {list_routes(), record_routes(), review_routes(), exchange_routes(),
                      login_routes(), feed_routes()})
      all.insert(all.end(), part.begin(), part.end());
    return all;
  }();
  return kRoutes;
}

// The values of {…} where the path is of the pattern.
std::optional<std::vector<std::string>> match(std::string_view pattern,
                                              const std::vector<std::string>& path) {
  std::vector<std::string> values;
  pattern.remove_prefix(1);
  for (size_t i = 0; i < path.size(); ++i) {
    const size_t end = pattern.find('/');
    const std::string_view part = pattern.substr(0, end);
    if (part.starts_with('{')) {
      if (path[i].empty()) return std::nullopt;
      values.push_back(path[i]);
    } else if (part != path[i]) {
      return std::nullopt;
    }
    if (end == std::string_view::npos)
      return i + 1 == path.size() ? std::optional(values) : std::nullopt;
    pattern.remove_prefix(end + 1);
  }
  return std::nullopt;
}

// A page of another site whose name was made to lead to this machine asks under that name.
bool is_own_host(std::string_view host, const std::vector<std::string>& own) {
  const size_t colon = host.rfind(':');
  const size_t bracket = host.rfind(']');
  if (colon != std::string_view::npos && (bracket == std::string_view::npos || colon > bracket))
    host = host.substr(0, colon);
  return std::find(own.begin(), own.end(), host) != own.end();
}

// Changes are taken from the desk's own pages and from programs, never from pages of other sites:
// those cannot set this header without being asked first, and we do not answer that question.
// Where people log in, the header must hold what only pages of that session were told.
bool is_own_change(Desk::Parts& desk, const HttpRequest& request, const Caller& caller) {
  const std::string origin = request.header("origin");
  const std::string site = request.header("sec-fetch-site");
  const std::string proof = request.header("x-isnad-desk");
  const bool proven = caller.login && caller.role != DeskRole::kNobody
                          ? same_secret(proof, desk.gate->proof_of(caller))
                          : !proof.empty();
  const std::string scheme = desk.options.secure ? "https://" : "http://";
  return proven && (origin.empty() || origin == scheme + request.header("host")) &&
         (site.empty() || site == "same-origin" || site == "none");
}

void add_safety(HttpResponse& response) {
  auto& headers = response.headers;
  headers.emplace_back("X-Content-Type-Options", "nosniff");
  headers.emplace_back("Referrer-Policy", "no-referrer");
  headers.emplace_back("X-Frame-Options", "DENY");
  headers.emplace_back("Cross-Origin-Opener-Policy", "same-origin");
  headers.emplace_back("Cross-Origin-Resource-Policy", "same-origin");
  headers.emplace_back(
      "Content-Security-Policy",
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
      "font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; "
      "frame-ancestors 'none'");
  const bool said = std::any_of(headers.begin(), headers.end(),
                                [](const auto& one) { return one.first == "Cache-Control"; });
  if (!said) headers.emplace_back("Cache-Control", "no-cache");
}

HttpResponse read(Desk::Parts& desk, const DeskRoute& route, const RouteCall& call) {
  auto store = desk.pool.lend();
  if (!store) return problem(store.error());
  HttpResponse response;
  // A number that grows with every change is the tag of every answer.
  const bool masked = call.caller.masked();
  const std::string tag = "W/\"" + std::to_string(store->state()) + (masked ? "m\"" : "\"");
  response.headers.emplace_back("ETag", tag);
  if (call.request.header("if-none-match") == tag) {
    response.status = 304;
    response.type.clear();
    return response;
  }
  const std::string question = (masked ? "masked " : "") + call.request.raw_target;
  auto known = desk.cache.find(question, store->state());
  if (!known) {
    auto made = route.read(**store, call);
    if (!made) {
      if (made.error().code == ErrorCode::kMissingFile)
        return problem(404, made.error().what, made.error().where);
      HttpResponse refused = problem(made.error());
      if (refused.status >= 500) store->spoil();
      return refused;
    }
    if (masked) made = masked_answer(*made);
    if (!made) return problem(made.error());
    AnswerCache::Answer answer;
    if (made->size() >= kPays) answer.packed = std::make_shared<const std::string>(gzip(*made));
    answer.whole = std::make_shared<const std::string>(std::move(*made));
    desk.cache.keep(question, store->state(), answer);
    known = std::move(answer);
  }
  response.whole = known->whole;
  response.packed = known->packed;
  return response;
}

HttpResponse not_for(const Caller& caller, DeskRole least) {
  if (caller.role == DeskRole::kNobody) {
    HttpResponse response = problem(401, "log in first: POST /api/session");
    response.headers.emplace_back("WWW-Authenticate", "Session");
    return response;
  }
  return problem(403, std::string("is for the role ") + desk_role_name(least) +
                          " and those above it; ask an admin of this desk");
}

HttpResponse answer_api(Desk::Parts& desk, const HttpRequest& request) {
  bool other_method = false;
  const std::string method = request.method == "HEAD" ? "GET" : request.method;
  for (const DeskRoute& route : routes()) {
    auto values = match(route.pattern, request.target.path);
    if (!values) continue;
    if (route.method != method) {
      other_method = true;
      continue;
    }
    auto caller = desk.gate->caller(request);
    if (!caller) return problem(caller.error());
    const RouteCall call{request, std::move(*values), std::move(*caller)};
    if (call.caller.role < route.least) return not_for(call.caller, route.least);
    if (method != "GET" && !is_own_change(desk, request, call.caller))
      return problem(403,
                     "changes are taken from the desk's own pages; programs send the header "
                     "X-Isnad-Desk, with the session's proof where people log in");
    return route.read != nullptr ? read(desk, route, call) : route.other(desk, call);
  }
  if (other_method) return problem(405, "the route takes other methods; see /api/openapi.json");
  return problem(404, "there is no such route; see /api/openapi.json");
}

}  // namespace

Desk::Desk(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Desk::Desk(Desk&&) noexcept = default;
Desk::~Desk() = default;

Result<Desk> Desk::open(DeskOptions options) {
  {
    auto store = Store::open(options.database, OpenMode::kWrite);
    if (!store) return tl::unexpected(store.error());
    if (auto filled = store->fill_lists(); !filled) return tl::unexpected(filled.error());
  }
  auto parts = std::make_unique<Parts>(std::move(options));
  const DeskOptions& kept = parts->options;
  auto gate =
      Gate::open({kept.database, kept.now, kept.seconds, kept.writing, kept.login, kept.secure});
  if (!gate) return tl::unexpected(gate.error());
  parts->gate = std::move(*gate);
  return Desk(std::move(parts));
}

void Desk::stop() { parts_->queue.stop(); }

size_t Desk::body_limit(const HttpRequest& request) {
  const auto& path = request.target.path;
  if (request.method != "POST") return 0;
  return path.size() == 2 && path[0] == "api" && path[1] == "ingest" ? kUpload : kSmallBody;
}

HttpResponse Desk::refuse(int status) const {
  HttpResponse response =
      problem(status, status == 413 ? "the body is larger than the route takes"
                                    : "the request cannot be read; see /api/openapi.json");
  add_safety(response);
  return response;
}

HttpResponse Desk::answer(const HttpRequest& request) {
  HttpResponse response;
  const bool api = !request.target.path.empty() && request.target.path.front() == "api";
  if (!is_own_host(request.header("host"), parts_->options.hosts)) {
    response = problem(421, "the desk does not answer to this name; see isnad serve --host");
  } else if (api) {
    response = answer_api(*parts_, request);
  } else if (request.method == "GET" || request.method == "HEAD") {
    response = parts_->pages.answer(request);
  } else {
    response = problem(405, "pages are only read");
  }
  add_safety(response);
  return response;
}

std::vector<std::string> desk_routes() {
  std::vector<std::string> names;
  for (const DeskRoute& route : routes())
    names.push_back((route.least == DeskRole::kNobody ? "nobody" : desk_role_name(route.least)) +
                    (" " + std::string(route.method)) + " " + std::string(route.pattern));
  return names;
}

std::string_view openapi_document() { return tables::openapi; }

}  // namespace isnad
