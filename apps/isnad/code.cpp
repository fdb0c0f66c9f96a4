// SPDX-License-Identifier: Apache-2.0
// `isnad code`: reports in, attributed claims out.
#include <unistd.h>

#include <cstdio>
#include <memory>
#include <thread>

#include "commands.h"
#include "data_folder.h"
#include "isnad/export/contract_json.h"
#include "isnad/export/table.h"
#include "isnad/pipeline/run_batch.h"
#include "isnad/report/publication_time.h"
#include "report_source.h"
#include "talk.h"
#include "web_access.h"

namespace isnad {
namespace {

struct CodeOptions {
  std::vector<std::string> inputs;
  std::string from = "auto";
  std::string to = "";  // empty: a table for a terminal, else JSON Lines
  std::optional<std::string> published;
  std::optional<std::string> outlet;
  int jobs = 0;  // 0: as many as there are processors
  bool explain = false;
  bool with_text = false;
  bool full = false;
  DataOptions data;
};

Result<InputOptions> input_of(const CodeOptions& options) {
  InputOptions input;
  input.paths = options.inputs;
  if (input.paths.empty()) {
    if (is_terminal(STDIN_FILENO)) {
      return failure(ErrorCode::kBadValue,
                     "nothing to read; name a file or folder, or - for standard input");
    }
    input.paths.emplace_back("-");
  }
  input.form = input_form(options.from);
  input.outlet = options.outlet;
  input.full = options.full;
  if (options.published) {
    auto published = parse_publication_time(*options.published);
    if (!published)
      return failure(ErrorCode::kBadValue, published.error().what,
                     "--published " + *options.published);
    input.published = std::move(*published);
  }
  return input;
}

// How a coded report is written, chosen once.
std::function<std::string(const CodedReport&)> renderer_of(const CodeOptions& options) {
  const bool table = options.to == "table" || (options.to.empty() && is_terminal(STDOUT_FILENO));
  if (table) {
    const TableOptions style{may_colour(STDOUT_FILENO), options.explain};
    return [style](const CodedReport& coded) {
      std::string out;
      append_table(coded, style, out);
      return out;
    };
  }
  const ContractOptions contract{options.with_text, options.explain};
  return [contract](const CodedReport& coded) {
    std::string out;
    append_contract_json(coded, contract, out);
    return out;
  };
}

// What is said once at the end, not a line a report.
void say_summary(const BatchCounts& counts, size_t undated, size_t passed_over) {
  if (passed_over > 0)
    say(std::to_string(passed_over) +
        " files of other kinds passed over (name one to have it read)");
  if (undated > 0) {
    say(std::to_string(undated) +
        " reports without a time of publication: what hangs on it stays open (--published)");
  }
  if (counts.not_read > 0) {
    say(std::to_string(counts.not_read) + " of " + std::to_string(counts.coded + counts.not_read) +
        " reports could not be read");
  }
}

int run_code(const CodeOptions& options) {
  auto input = input_of(options);
  if (!input) {
    say(describe(input.error()));
    return kBadUsage;
  }
  DataOptions data = options.data;
  data.explain = options.explain;
  const auto coder = load_coder(data);
  if (!coder) {
    say(describe(coder.error()));
    return kNotUsable;
  }

  const WebAccess access;
  FetchMemory forgotten;  // nothing is kept between runs
  ReportSource source(std::move(*input), access.web(forgotten));
  const auto render = renderer_of(options);
  Progress progress;
  size_t undated = 0;
  bool written = true;
  Batch batch;
  batch.next = [&]() -> std::optional<Result<Report>> {
    auto captured = source.next();
    if (!captured) return std::nullopt;
    if (!*captured) return tl::unexpected(std::move(captured->error()));
    if (!(*captured)->report.published) ++undated;
    return std::move((*captured)->report);
  };
  batch.code = [&](Report report) { return render(coder->code(std::move(report))); };
  batch.write = [&](const Result<std::string>& coded) {
    if (!coded) {
      progress.clear();
      say(describe(coded.error()));
      return true;
    }
    progress.step(source.share());
    written = std::fwrite(coded->data(), 1, coded->size(), stdout) == coded->size();
    return written;
  };
  const auto processors = static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
  const BatchCounts counts = run_batch(batch, options.jobs > 0 ? options.jobs : processors);
  progress.clear();
  if (std::fflush(stdout) != 0 || !written) {
    say("standard output cannot be written to; is the disk full?");
    return kSomeNotRead;
  }
  say_summary(counts, undated, source.passed_over());
  return counts.not_read > 0 ? kSomeNotRead : kDone;
}

}  // namespace

Command code_command() {
  const auto options = std::make_shared<CodeOptions>();
  Command command;
  command.name = "code";
  command.summary = "Read reports and print the claims they make";
  command.examples =
      "  isnad code report.txt --published 2024-01-16 --outlet \"Ugarit Post\"\n"
      "  isnad code reports/ --to jsonl > claims.jsonl\n"
      "  isnad code saved-pages/ archive.warc.gz --to jsonl > claims.jsonl\n"
      "  isnad code --from jsonl --to jsonl < reports.jsonl > claims.jsonl\n"
      "  isnad code report.txt --explain --lexicon my-tables/";
  command.arguments = {
      {"FILE", "FILE|DIR|URL|-",
       "What to read; - or nothing is standard input. A folder's index.tsv (id, outlet, published, "
       "url) says what its texts do not",
       &options->inputs},
      {"--from",
       "FORM",
       "auto (default), text, jsonl, html, feed, warc: what the inputs are",
       &options->from,
       {"auto", "text", "jsonl", "html", "feed", "warc"}},
      {"--to",
       "FORM",
       "table (default in a terminal), jsonl (default elsewhere)",
       &options->to,
       {"table", "jsonl"}},
      {"--published", "DATE",
       "Day or time of publication, 2024-01-16 or 2024-01-16T10:12+03:00, of reports that do "
       "not say theirs",
       &options->published},
      {"--outlet", "NAME", "Who published them, where they do not say", &options->outlet},
      {"-j,--jobs",
       "N",
       "Reports coded at once (default: one a processor); output and order stay the same",
       &options->jobs,
       {},
       false,
       1},
      {"--explain", "", "Add the decisions behind each claim", &options->explain},
      {"--full", "", "Of a feed's address: fetch the pages of items that have only a summary",
       &options->full},
      {"--with-text", "", "Add the text that offsets count in (jsonl)", &options->with_text},
  };
  for (auto& argument : data_arguments(options->data))
    command.arguments.push_back(std::move(argument));
  command.run = [options] { return run_code(*options); };
  return command;
}

}  // namespace isnad
