// SPDX-License-Identifier: Apache-2.0
// A route as a value, and what all routes work with. docs/reference/http.md and openapi.json list
// them; a test holds the lists together.
#pragma once

#include <functional>
#include <mutex>

#include "isnad/desk/answer_cache.h"
#include "isnad/desk/desk.h"
#include "isnad/desk/gate.h"
#include "isnad/desk/http.h"
#include "isnad/desk/ingest_queue.h"
#include "isnad/desk/pages.h"
#include "isnad/desk/problem.h"
#include "isnad/desk/read_body.h"
#include "isnad/desk/store_pool.h"

namespace isnad {

struct Desk::Parts {
  explicit Parts(DeskOptions given)
      : options(std::move(given)),
        pool(options.database, options.readers),
        pages(options.pages),
        queue(options.ingest) {}

  DeskOptions options;
  StorePool pool;
  Pages pages;
  AnswerCache cache{size_t{48} << 20U};
  IngestQueue queue;
  std::unique_ptr<Gate> gate;

  // A store to change, opened for this one change: it remembers nothing that others changed.
  [[nodiscard]] Result<Store> writer() const {
    return Store::open(options.database, OpenMode::kWrite);
  }
};

// A request that a route takes: the parts of its path that stand for something.
struct RouteCall {
  const HttpRequest& request;
  std::vector<std::string> path;
  Caller caller;

  [[nodiscard]] std::string value(std::string_view name) const {
    return std::string(request.target.value(name));
  }
};

// Reads: the answer is a function of the question and the file.
using ReadRoute = Result<std::string> (*)(Store& store, const RouteCall& call);
// All else.
using OtherRoute = HttpResponse (*)(Desk::Parts& desk, const RouteCall& call);

struct DeskRoute {
  std::string_view method;
  std::string_view pattern;  // "/api/incidents/{id}"
  DeskRole least;            // who may
  ReadRoute read = nullptr;
  OtherRoute other = nullptr;
};

// In whose name a change is made: who is logged in; where nobody needs to be, who says so.
[[nodiscard]] inline std::string signer(const Desk::Parts& desk, const RouteCall& call,
                                        const std::string& said) {
  if (call.caller.login) return call.caller.name;
  return said.empty() ? desk.options.analyst : said;
}

// Takes an order in: 202 with its number, or what is wrong.
[[nodiscard]] HttpResponse submitted(Desk::Parts& desk, IngestOrder order);

// A made-up error code would do for "not there"; this one sentence says so to `answer`.
[[nodiscard]] inline tl::unexpected<Error> not_there(const std::string& what,
                                                     const std::string& where) {
  return failure(ErrorCode::kMissingFile, what, where);
}

[[nodiscard]] std::vector<DeskRoute> list_routes();
[[nodiscard]] std::vector<DeskRoute> record_routes();
[[nodiscard]] std::vector<DeskRoute> review_routes();
[[nodiscard]] std::vector<DeskRoute> exchange_routes();  // ingest and export
[[nodiscard]] std::vector<DeskRoute> login_routes();
[[nodiscard]] std::vector<DeskRoute> feed_routes();

// The filter that a query's values make. Errors: kBadValue.
[[nodiscard]] Result<IncidentFilter> filter_of_values(
    const std::function<std::string(std::string_view)>& value);
// offset, limit (1 to `most`), sort. Errors: kBadValue.
[[nodiscard]] Result<ListPart> part_of_values(const RouteCall& call, size_t most);

}  // namespace isnad
