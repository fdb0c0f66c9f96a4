// SPDX-License-Identifier: Apache-2.0
// Routes to the feeds that a desk follows. The desk asks the network only where it was started so.
#include <charconv>

#include "isnad/desk/json_fields.h"
#include "isnad/desk/route.h"
#include "isnad/store/feed_book.h"

namespace isnad {
namespace {

int64_t number_of(const std::string& text) {
  int64_t number = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  return read.ec == std::errc() && read.ptr == text.data() + text.size() ? number : 0;
}

HttpResponse list(Desk::Parts& desk, const RouteCall& /*call*/) {
  auto book = FeedBook::open(desk.options.database, OpenMode::kRead);
  if (!book) return problem(book.error());
  const auto feeds = book->feeds();
  if (!feeds) return problem(feeds.error());
  HttpResponse response;
  JsonWriter json(response.body);
  json.begin_object();
  flag("fetch", desk.options.fetch, json);
  json.key("items");
  json.begin_list();
  for (const Feed& feed : *feeds) {
    json.begin_object();
    count("id", feed.id, json);
    for (const auto& [key, value] : {std::pair("url", &feed.url), std::pair("name", &feed.name),
                                     std::pair("by", &feed.by), std::pair("since", &feed.since)}) {
      json.key(key);
      json.string(*value);
    }
    flag("full", feed.full, json);
    text("looked", feed.looked, json);
    json.key("outcome");
    feed.outcome.empty() ? json.null() : json.raw(feed.outcome);
    json.end_object();
  }
  json.end_list();
  json.end_object();
  return response;
}

HttpResponse done(int64_t id) {
  HttpResponse response;
  JsonWriter json(response.body);
  json.begin_object();
  count("feed", id, json);
  json.end_object();
  return response;
}

// Reads the body and opens the book to be changed, one change at a time.
template <class Change>
HttpResponse changed(Desk::Parts& desk, const RouteCall& call, Change change) {
  if (!call.request.header("content-type").starts_with("application/json"))
    return problem(415, "send application/json");
  const auto body = read_body(call.request.body);
  if (!body) return problem(body.error());
  const std::lock_guard lock(*desk.options.writing);
  auto book = FeedBook::open(desk.options.database, OpenMode::kWrite);
  if (!book) return problem(book.error());
  return change(*book, *body, signer(desk, call, body->text("by")));
}

HttpResponse add(Desk::Parts& desk, const RouteCall& call) {
  return changed(desk, call, [&](FeedBook& book, const BodyFields& body, const std::string& by) {
    Feed feed;
    feed.url = body.text("url");
    feed.name = body.text("name").empty() ? feed.url : body.text("name");
    feed.full = body.flag("full");
    feed.by = by;
    const auto id = book.add(feed, desk.options.now());
    return id ? done(*id) : problem(id.error());
  });
}

HttpResponse remove(Desk::Parts& desk, const RouteCall& call) {
  return changed(desk, call,
                 [&](FeedBook& book, const BodyFields& /*body*/, const std::string& by) {
                   const int64_t id = number_of(call.path[0]);
                   const auto removed = book.remove(id, by, desk.options.now());
                   return removed ? done(id) : problem(404, "there is no such feed", call.path[0]);
                 });
}

HttpResponse run(Desk::Parts& desk, const RouteCall& call) {
  if (!desk.options.fetch)
    return problem(409, "this desk asks nothing of the network; start it with isnad serve --fetch");
  auto book = FeedBook::open(desk.options.database, OpenMode::kRead);
  if (!book) return problem(book.error());
  const auto feed = book->feed(number_of(call.path[0]));
  if (!feed) return problem(feed.error());
  if (!*feed) return problem(404, "there is no such feed", call.path[0]);
  IngestOrder order;
  order.address = (*feed)->url;
  order.name = (*feed)->name;
  order.full = (*feed)->full;
  order.feed = (*feed)->id;
  return submitted(desk, std::move(order));
}

}  // namespace

std::vector<DeskRoute> feed_routes() {
  return {{"GET", "/api/feeds", DeskRole::kAnalyst, nullptr, list},
          {"POST", "/api/feeds", DeskRole::kAnalyst, nullptr, add},
          {"POST", "/api/feeds/{id}/remove", DeskRole::kAnalyst, nullptr, remove},
          {"POST", "/api/feeds/{id}/run", DeskRole::kAnalyst, nullptr, run}};
}

}  // namespace isnad
