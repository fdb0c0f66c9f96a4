// SPDX-License-Identifier: Apache-2.0
// `isnad incidents`: what happened, as far as the reports of a database tell it.
#include <unistd.h>

#include <cstdio>
#include <memory>

#include "commands.h"
#include "isnad/export/incident_json.h"
#include "isnad/export/incident_table.h"
#include "store_options.h"
#include "talk.h"

namespace isnad {
namespace {

struct IncidentsOptions {
  std::string database;
  std::string to;  // empty: a table for a terminal, else JSON Lines
  FilterOptions filter;
};

int run_incidents(const IncidentsOptions& options) {
  const auto filter = filter_of(options.filter);
  if (!filter) {
    say(describe(filter.error()));
    return kBadUsage;
  }
  auto store = open_store(options.database, OpenMode::kRead);
  if (!store) return kNotUsable;
  const auto names = store->find(*filter);
  if (!names) return database_failed(names.error());
  const bool table = options.to == "table" || (options.to.empty() && is_terminal(STDOUT_FILENO));
  for (const std::string& name : *names) {
    const auto incident = store->incident(name);
    if (!incident) return database_failed(incident.error());
    if (!*incident) continue;
    std::string out;
    table ? append_incident_line(**incident, out) : append_incident_json(**incident, out);
    if (std::fwrite(out.data(), 1, out.size(), stdout) != out.size()) break;
  }
  if (std::fflush(stdout) != 0) {
    say("standard output cannot be written to; is the disk full?");
    return kSomeNotRead;
  }
  if (names->empty()) say("no incident is like that");
  return kDone;
}

}  // namespace

Command incidents_command() {
  const auto options = std::make_shared<IncidentsOptions>();
  Command command;
  command.name = "incidents";
  command.summary = "List the incidents of a database";
  command.examples =
      "  isnad incidents --db desk.isnad --reports 2\n"
      "  isnad incidents --db desk.isnad --place Sanaa --since 2016-10-01 --to jsonl";
  command.arguments = {database_argument(options->database),
                       {"--to",
                        "FORM",
                        "table (default in a terminal), jsonl (default elsewhere)",
                        &options->to,
                        {"table", "jsonl"}}};
  for (auto& argument : filter_arguments(options->filter))
    command.arguments.push_back(std::move(argument));
  command.run = [options] { return run_incidents(*options); };
  return command;
}

}  // namespace isnad
