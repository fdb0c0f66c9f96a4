// SPDX-License-Identifier: Apache-2.0
// `isnad ingest`: reports into a database, coded and brought together into incidents on the way.
#include <chrono>
#include <deque>
#include <fstream>
#include <memory>
#include <mutex>
#include <thread>

#include "commands.h"
#include "data_folder.h"
#include "ingest_coded.h"
#include "isnad/export/contract_json.h"
#include "isnad/pipeline/run_batch.h"
#include "isnad/report/publication_time.h"
#include "report_source.h"
#include "store_options.h"
#include "talk.h"
#include "web_access.h"

namespace isnad {
namespace {

// A commit costs some milliseconds whatever it holds; after these many reports or seconds what is
// done is made lasting.
constexpr size_t kReportsOfCommit = 200;
constexpr std::chrono::seconds kSecondsOfCommit(2);

struct IngestOptions {
  std::vector<std::string> inputs;
  std::string database;
  std::string from = "auto";
  std::optional<std::string> published;
  std::optional<std::string> outlet;
  std::optional<std::string> log;
  bool full = false;
  int feed_pages = 1;
  int watch = 0;  // minutes; 0: once
  int jobs = 0;
  DataOptions data;
};

Result<InputOptions> input_of(const IngestOptions& options) {
  InputOptions input;
  input.paths = options.inputs;
  input.form = input_form(options.from);
  input.full = options.full;
  input.feed_pages = options.feed_pages;
  input.outlet = options.outlet;
  if (options.published) {
    auto published = parse_publication_time(*options.published);
    if (!published)
      return failure(ErrorCode::kBadValue, published.error().what,
                     "--published " + *options.published);
    input.published = std::move(*published);
  }
  return input;
}

struct IngestCounts {
  size_t added = 0, versions = 0, known = 0, rejected = 0;
};

// Between reading and writing: which report is on its way through the engine. Reading and writing
// happen in the same order, so a queue is enough; they may happen at once, so it is locked, and the
// store with it.
class Intake {
 public:
  Intake(Store& store, std::string engine, std::ofstream* log)
      : store_(store), engine_(std::move(engine)), log_(log) {}

  // The next report that the store does not know, under the name it gets there.
  std::optional<Result<Report>> next(const CapturedReports& source) {
    while (auto captured = source()) {
      const std::lock_guard lock(mutex_);
      if (!*captured) {
        waiting_.push_back({});
        return tl::unexpected(std::move(captured->error()));
      }
      auto plan = store_.plan(**captured);
      if (!plan) {
        waiting_.push_back({});
        fault_ = plan.error();
        return tl::unexpected(std::move(plan.error()));
      }
      if (plan->kind == Plan::Kind::kKnown) {
        ++counts_.known;
        continue;
      }
      Report report = std::move((*captured)->report);
      report.id = plan->name;
      (*captured)->report = {};
      (*captured)->report.sha256 = report.sha256;
      waiting_.push_back({std::move(*plan), std::move(**captured)});
      return report;
    }
    return std::nullopt;
  }

  // False where the store can take no more.
  bool take(const Result<std::string>& coded) {
    const std::lock_guard lock(mutex_);
    if (fault_) return false;
    const Waiting waiting = std::move(waiting_.front());
    waiting_.pop_front();
    if (!coded) {
      reject(coded.error());
      if (waiting.plan) store_.forget(*waiting.plan, waiting.captured);
      return true;
    }
    const auto added = store_.add(*waiting.plan, waiting.captured, *coded, engine_, utc_now());
    if (!added) {
      if (added.error().code != ErrorCode::kBadJson) return stop(added.error());
      reject(added.error());
      store_.forget(*waiting.plan, waiting.captured);
      return true;
    }
    ++(waiting.plan->version == 1 ? counts_.added : counts_.versions);
    const auto now = std::chrono::steady_clock::now();
    if (store_.uncommitted() < kReportsOfCommit && now - last_commit_ < kSecondsOfCommit)
      return true;
    last_commit_ = now;
    return commit();
  }

  bool commit() {
    if (fault_) return false;
    const auto committed = store_.commit();
    return committed ? true : stop(committed.error());
  }

  [[nodiscard]] const std::optional<Error>& fault() const { return fault_; }
  [[nodiscard]] const IngestCounts& counts() const { return counts_; }

 private:
  struct Waiting {
    std::optional<Plan> plan;
    CapturedReport captured;
  };

  bool stop(const Error& error) {
    fault_ = error;
    return false;
  }

  void reject(const Error& error) {
    ++counts_.rejected;
    say(describe(error));
    if (log_ == nullptr) return;
    *log_ << error.where << '\t' << error_code_name(error.code) << '\t' << error.what << '\n';
  }

  Store& store_;
  std::string engine_;
  std::ofstream* log_;
  std::mutex mutex_;
  std::deque<Waiting> waiting_;
  std::optional<Error> fault_;
  IngestCounts counts_;
  std::chrono::steady_clock::time_point last_commit_ = std::chrono::steady_clock::now();
};

void say_summary(const IngestCounts& counts, int64_t reports, size_t passed_over,
                 size_t unchanged) {
  if (unchanged > 0)
    say(std::to_string(unchanged) + " feeds, pages or items have not changed since the last run");
  if (passed_over > 0)
    say(std::to_string(passed_over) +
        " files of other kinds passed over (name one to have it read)");
  if (counts.rejected > 0) say(std::to_string(counts.rejected) + " reports could not be read");
  say(std::to_string(counts.added) + " reports added, " + std::to_string(counts.versions) +
      " changed, " + std::to_string(counts.known) + " known already; the database holds " +
      std::to_string(reports) + " reports");
}

// Of reports coded elsewhere nothing but the store is needed.
int run_ingest_coded(const IngestOptions& options) {
  auto store = open_store(options.database, OpenMode::kCreate);
  if (!store) return kNotUsable;
  const auto intake = ingest_coded(
      options.inputs, *store, std::string("coded elsewhere, isnad ") + ISNAD_VERSION, utc_now());
  if (!intake) return database_failed(intake.error());
  for (const Error& error : intake->rejected) say(describe(error));
  const auto held = store->report_count();
  if (!held) return database_failed(held.error());
  say_summary({intake->added, intake->changed, intake->known, intake->rejected.size()}, *held, 0,
              0);
  return intake->rejected.empty() ? kDone : kSomeNotRead;
}

// What lives as long as the command: knowledge, store, log, what servers said.
struct Desk {
  const Coder& coder;
  Store& store;
  std::ofstream* log;
  const WebAccess& access;
  FetchMemory& memory;
};

// The inputs once, from the first to the last.
int ingest_once(const IngestOptions& options, InputOptions input, Desk desk) {
  ReportSource source(std::move(input), desk.access.web(desk.memory));
  Intake intake(desk.store, std::string("isnad ") + ISNAD_VERSION + " " + desk.coder.versions(),
                desk.log);
  Progress progress;
  Batch batch;
  batch.next = [&] { return intake.next([&] { return source.next(); }); };
  batch.code = [&](Report report) {
    std::string line;
    append_contract_json(desk.coder.code(std::move(report)), ContractOptions{true, true}, line);
    return line;
  };
  batch.write = [&](const Result<std::string>& coded) {
    if (!coded) progress.clear();
    progress.step(source.share());
    return intake.take(coded);
  };
  const auto processors = static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
  run_batch(batch, options.jobs > 0 ? options.jobs : processors);
  intake.commit();
  progress.clear();
  if (intake.fault()) return database_failed(*intake.fault());
  // Only what is safely stored need not be fetched again.
  if (!desk.memory.empty()) {
    const auto kept = save_fetch_memory(desk.memory, memory_of(options.database));
    if (!kept) say(describe(kept.error()));
  }
  const auto held = desk.store.report_count();
  if (!held) return database_failed(held.error());
  say_summary(intake.counts(), *held, source.passed_over(), source.unchanged());
  if (desk.log != nullptr) desk.log->flush();
  return intake.counts().rejected > 0 ? kSomeNotRead : kDone;
}

int run_ingest(const IngestOptions& options) {
  if (options.from == "coded") return run_ingest_coded(options);
  auto input = input_of(options);
  if (!input) {
    say(describe(input.error()));
    return kBadUsage;
  }
  DataOptions data = options.data;
  data.explain = true;
  const auto coder = load_coder(data);
  if (!coder) {
    say(describe(coder.error()));
    return kNotUsable;
  }
  auto store = open_store(options.database, OpenMode::kCreate);
  if (!store) return kNotUsable;
  std::ofstream log;
  if (options.log) {
    log.open(*options.log, std::ios::trunc);
    if (!log) {
      say(*options.log + ": cannot be written to; choose another file for --log");
      return kBadUsage;
    }
    log << "where\tcode\twhat\n";
  }
  const WebAccess access;
  FetchMemory memory = load_fetch_memory(memory_of(options.database));
  const Desk desk{*coder, *store, options.log ? &log : nullptr, access, memory};
  for (;;) {
    const int status = ingest_once(options, *input, desk);
    if (options.watch == 0 || status == kNotUsable) return status;
    say("looking again in " + std::to_string(options.watch) + " min; stop with Ctrl+C");
    std::this_thread::sleep_for(std::chrono::minutes(options.watch));
  }
}

}  // namespace

Command ingest_command() {
  const auto options = std::make_shared<IngestOptions>();
  Command command;
  command.name = "ingest";
  command.summary = "Take reports into a database and bring them together into incidents";
  command.examples =
      "  isnad ingest reports/ --db desk.isnad\n"
      "  isnad ingest reports.jsonl --db desk.isnad --log rejected.tsv\n"
      "  isnad ingest archive.warc.gz saved-pages/ --db desk.isnad\n"
      "  isnad ingest https://news.example/rss --full --watch 15 --db desk.isnad";
  command.arguments = {
      {"FILE",
       "FILE|DIR|URL|-",
       "What to read: files, folders, addresses of feeds and pages; a folder's index.tsv (id, "
       "outlet, published, url) says what its texts do not",
       &options->inputs,
       {},
       true},
      {"--db", "FILE", "The database; made where there is none", &options->database, {}, true},
      {"--from",
       "FORM",
       "auto (default), text, jsonl, html, feed, warc: what the inputs are; coded: lines of "
       "isnad code --to jsonl --with-text",
       &options->from,
       {"auto", "text", "jsonl", "html", "feed", "warc", "coded"}},
      {"--watch",
       "MINUTES",
       "Look again every so many minutes until stopped",
       &options->watch,
       {},
       false,
       1},
      {"--full", "", "Fetch the pages of feed items that have only a summary", &options->full},
      {"--feed-pages",
       "N",
       "Pages to read of a feed that has older ones (default 1)",
       &options->feed_pages,
       {},
       false,
       1},
      {"--published", "DATE", "Day or time of publication of reports that do not say theirs",
       &options->published},
      {"--outlet", "NAME", "Who published them, where they do not say", &options->outlet},
      {"--log", "FILE", "Where to list what was rejected and why, tab-separated", &options->log},
      {"-j,--jobs",
       "N",
       "Reports coded at once (default: one a processor); the result stays the same",
       &options->jobs,
       {},
       false,
       1},
  };
  for (auto& argument : data_arguments(options->data))
    command.arguments.push_back(std::move(argument));
  command.run = [options] { return run_ingest(*options); };
  return command;
}

}  // namespace isnad
