// SPDX-License-Identifier: Apache-2.0
// An order's bytes as reports, one after the other into the store.
#include "serve_ingest.h"

#include "isnad/export/contract_json.h"
#include "isnad/export/json_writer.h"
#include "isnad/report/publication_time.h"
#include "isnad/store/feed_book.h"
#include "isnad/store/store.h"
#include "open_input.h"
#include "store_options.h"
#include "web_access.h"

namespace isnad {
namespace {

// Others may change the database between two batches.
constexpr size_t kReportsOfBatch = 20;

struct OrderCounts {
  size_t added = 0, changed = 0, known = 0, rejected = 0;
};

struct Outcome {
  std::string report, status, what, title;
  std::vector<std::string> incidents;
  size_t claims = 0;
};

std::string outcome_json(const Outcome& outcome) {
  std::string out;
  JsonWriter json(out);
  json.begin_object();
  for (const auto& [key, value] :
       {std::pair("status", &outcome.status), std::pair("report", &outcome.report),
        std::pair("title", &outcome.title), std::pair("what", &outcome.what)}) {
    json.key(key);
    json.string_or_null(std::string_view(*value));
  }
  json.key("claims");
  json.integer(static_cast<int64_t>(outcome.claims));
  json.key("incidents");
  json.begin_list();
  for (const std::string& name : outcome.incidents) json.string(name);
  json.end_list();
  json.end_object();
  return out;
}

std::string counts_json(const OrderCounts& counts) {
  std::string out;
  JsonWriter json(out);
  json.begin_object();
  for (const auto& [key, count] :
       {std::pair("added", counts.added), std::pair("changed", counts.changed),
        std::pair("known", counts.known), std::pair("rejected", counts.rejected)}) {
    json.key(key);
    json.integer(static_cast<int64_t>(count));
  }
  json.end_object();
  return out;
}

// What a pasted report is called: by its address, else by its first words' hash.
std::string id_of(const IngestOrder& order) {
  if (!order.name.empty()) return order.name;
  if (!order.url.empty()) return order.url;
  return "pasted-" + std::to_string(std::hash<std::string>()(order.bytes) % 100000000);
}

Result<CapturedReports> reports_of(const IngestOrder& order) {
  ReportDefaults defaults;
  defaults.id = id_of(order);
  if (!order.outlet.empty()) defaults.outlet = order.outlet;
  if (!order.url.empty()) defaults.url = order.url;
  if (!order.published.empty()) {
    auto published = parse_publication_time(order.published);
    if (!published) return failure(ErrorCode::kBadValue, published.error().what, "published");
    defaults.published = std::move(*published);
  }
  InputForm form = input_form(order.form);
  if (form == InputForm::kAuto)
    form = detect_form(order.name, std::string_view(order.bytes).substr(0, 4096));
  if (form == InputForm::kWarc)
    return failure(ErrorCode::kBadValue, "archives are taken in by isnad ingest", order.name);
  Capture capture;
  capture.parent = "desk:" + id_of(order);
  // A title of its own goes before the text, as a first line that stands apart.
  std::string bytes = order.title.empty() ? order.bytes : order.title + "\n\n" + order.bytes;
  auto opened =
      open_bytes(std::move(bytes), form, id_of(order), std::move(defaults), std::move(capture), "");
  if (!opened) return tl::unexpected(opened.error());
  return std::move(opened->next);
}

// What a feed or page brings, one request at a time. `web` and `memory` outlive it.
Result<CapturedReports> reports_behind(const IngestOrder& order, const WebAccess& web,
                                       const std::string& database, FetchMemory& memory) {
  memory = load_fetch_memory(memory_of(database));
  ReportDefaults defaults;
  if (order.name != order.address) defaults.outlet = order.name;
  const auto source = std::make_shared<WebSource>(
      order.address, WebOptions{InputForm::kAuto, order.full, 1}, web.web(memory), defaults);
  return CapturedReports([source] { return source->next(); });
}

class OrderWork {
 public:
  OrderWork(const Coder& coder, Store& store, OrderCounts& counts)
      : coder_(coder), store_(store), counts_(counts) {}

  // Errors: those of the store; a report that cannot be read is an outcome.
  Result<Outcome> take(Result<CapturedReport> captured) {
    if (!captured) return rejected(captured.error());
    const auto plan = store_.plan(*captured);
    if (!plan) return tl::unexpected(plan.error());
    Outcome outcome;
    outcome.report = plan->name;
    if (plan->kind == Plan::Kind::kKnown) {
      ++counts_.known;
      outcome.status = "known";
      return finished(outcome);
    }
    Report report = captured->report;
    report.id = plan->name;
    std::string line;
    append_contract_json(coder_.code(std::move(report)), ContractOptions{true, true}, line);
    const auto added = store_.add(*plan, *captured, line, coder_.versions(), utc_now());
    if (!added && added.error().code == ErrorCode::kBadJson) return rejected(added.error());
    if (!added) return tl::unexpected(added.error());
    // Each report is made lasting at once: its event says where it went.
    if (auto committed = store_.commit(); !committed) return tl::unexpected(committed.error());
    ++(plan->version == 1 ? counts_.added : counts_.changed);
    outcome.status = plan->version == 1 ? "added" : "changed";
    return finished(outcome);
  }

 private:
  Outcome rejected(const Error& error) {
    ++counts_.rejected;
    Outcome outcome;
    outcome.status = "rejected";
    outcome.what = describe(error);
    return outcome;
  }

  Result<Outcome> finished(Outcome outcome) {
    const auto record = store_.report(outcome.report);
    if (!record) return tl::unexpected(record.error());
    if (!*record) return outcome;
    outcome.title = (*record)->report.title;
    outcome.claims = (*record)->claims.size();
    IncidentFilter filter;
    filter.report = outcome.report;
    auto names = store_.find(filter);
    if (!names) return tl::unexpected(names.error());
    outcome.incidents = std::move(*names);
    return outcome;
  }

  const Coder& coder_;
  Store& store_;
  OrderCounts& counts_;
};

}  // namespace

IngestWork desk_ingest(std::shared_ptr<const Coder> coder, std::string database,
                       std::shared_ptr<std::mutex> writing, bool public_only) {
  return [coder = std::move(coder), database = std::move(database), writing = std::move(writing),
          web = WebAccess(public_only)](const IngestOrder& order,
                                        const IngestTalk& talk) -> Result<std::string> {
    FetchMemory memory;
    auto next =
        order.address.empty() ? reports_of(order) : reports_behind(order, web, database, memory);
    if (!next) return tl::unexpected(next.error());
    OrderCounts counts;
    for (;;) {
      // Read first, so that nobody waits for a slow server while the file is held.
      std::vector<Result<CapturedReport>> batch;
      const size_t most = order.address.empty() ? kReportsOfBatch : 1;
      while (batch.size() < most) {
        auto captured = (*next)();
        if (!captured) break;
        batch.push_back(std::move(*captured));
      }
      if (batch.empty()) break;
      const std::lock_guard lock(*writing);
      auto store = Store::open(database, OpenMode::kWrite);
      if (!store) return tl::unexpected(store.error());
      OrderWork work(*coder, *store, counts);
      for (Result<CapturedReport>& captured : batch) {
        const auto outcome = work.take(std::move(captured));
        if (!outcome) return tl::unexpected(outcome.error());
        talk("report", outcome_json(*outcome));
      }
    }
    if (order.feed > 0) {
      const std::lock_guard lock(*writing);
      // Only what is safely stored need not be fetched again.
      if (auto kept = save_fetch_memory(memory, memory_of(database)); !kept)
        return tl::unexpected(kept.error());
      auto book = FeedBook::open(database, OpenMode::kWrite);
      if (!book) return tl::unexpected(book.error());
      if (auto noted = book->note(order.feed, counts_json(counts), utc_now()); !noted)
        return tl::unexpected(noted.error());
    }
    return counts_json(counts);
  };
}

}  // namespace isnad
