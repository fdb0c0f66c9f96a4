// SPDX-License-Identifier: Apache-2.0
// Routes by which reports come in and tables go out.
#include <charconv>

#include "isnad/desk/list_view.h"
#include "isnad/desk/route.h"
#include "isnad/export/bundle.h"
#include "isnad/export/export_text.h"
#include "isnad/export/zip_file.h"
#include "isnad/report/sha256.h"

namespace isnad {
namespace {

HttpResponse ingest(Desk::Parts& desk, const RouteCall& call) {
  if (!call.request.header("content-type").starts_with("application/json"))
    return problem(415, "send application/json");
  auto body = read_body(call.request.body);
  if (!body) return problem(body.error());
  IngestOrder order;
  order.bytes = body->text("text");
  order.name = body->text("name");
  order.form = body->text("form");
  order.title = body->text("title");
  order.outlet = body->text("outlet");
  order.published = body->text("published");
  order.url = body->text("url");
  if (order.bytes.empty()) return problem(400, "give the report's text", "text");
  return submitted(desk, std::move(order));
}

HttpResponse events(Desk::Parts& desk, const RouteCall& call) {
  int64_t number = 0;
  std::from_chars(call.path[0].data(), call.path[0].data() + call.path[0].size(), number);
  HttpResponse response;
  response.events = desk.queue.events(number);
  if (!response.events) return problem(404, "there is no such job", call.path[0]);
  return response;
}

Result<std::string> zipped(Store& store, const std::vector<std::string>& names,
                           const BundleOptions& options, const std::string& now) {
  const auto files = bundle_files(store, names, options, now);
  if (!files) return tl::unexpected(files.error());
  return zip_file(*files);
}

HttpResponse export_file(Desk::Parts& desk, const RouteCall& call) {
  if (!call.request.header("content-type").starts_with("application/json"))
    return problem(415, "send application/json");
  const auto body = read_body(call.request.body);
  if (!body) return problem(body.error());
  const bool bundle = body->text("to") == "bundle";
  const auto form = export_form(body->text("to"));
  if (!form && !bundle) return problem(400, "is no shape of export; see openapi.json", "to");
  const auto filter = filter_of_values([&](std::string_view name) { return body->text(name); });
  if (!filter) return problem(filter.error());
  HttpResponse response;
  size_t count = 0;
  {
    auto store = desk.pool.lend();
    if (!store) return problem(store.error());
    const auto names = (*store)->find(*filter);
    if (!names) return problem(names.error());
    count = names->size();
    const bool mask = call.caller.masked() || body->flag("mask_names");
    auto text = bundle ? zipped(**store, *names, {body->flag("excel"), mask}, desk.options.now())
                       : export_text(**store, *names, {*form, body->flag("excel"), mask});
    if (!text) return problem(text.error());
    response.body = std::move(*text);
  }
  const std::lock_guard lock(*desk.options.writing);
  auto store = desk.writer();
  if (!store) return problem(store.error());
  const std::string by = signer(desk, call, body->text("by"));
  const auto noted = store->note_export(
      body->text("to"),
      by + ": " + std::to_string(count) + " incidents, sha256 " + sha256_hex(response.body),
      desk.options.now());
  if (!noted) return problem(noted.error());
  response.type = bundle ? "application/zip" : export_media_type(*form);
  response.headers.emplace_back("Content-Disposition",
                                "attachment; filename=\"isnad-" + body->text("to") +
                                    (bundle ? ".zip" : export_ending(*form)) + "\"");
  return response;
}

}  // namespace

HttpResponse submitted(Desk::Parts& desk, IngestOrder order) {
  const int64_t number = desk.queue.submit(std::move(order));
  if (number == 0) return problem(503, "too much is waiting already; try again in a minute");
  HttpResponse response;
  response.status = 202;
  response.headers.emplace_back("Location", "/api/jobs/" + std::to_string(number) + "/events");
  JsonWriter json(response.body);
  json.begin_object();
  json.key("job");
  json.integer(number);
  json.end_object();
  return response;
}

std::vector<DeskRoute> exchange_routes() {
  return {{"POST", "/api/ingest", DeskRole::kAnalyst, nullptr, ingest},
          {"GET", "/api/jobs/{job}/events", DeskRole::kAnalyst, nullptr, events},
          {"POST", "/api/exports", DeskRole::kReader, nullptr, export_file}};
}

}  // namespace isnad
