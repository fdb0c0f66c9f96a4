// SPDX-License-Identifier: Apache-2.0
// `isnad compare` and `isnad timeline`: one incident's accounts side by side, and one after the
// other.
#include <cstdio>
#include <memory>

#include "commands.h"
#include "isnad/export/incident_json.h"
#include "isnad/export/incident_table.h"
#include "isnad/incident/incident_id.h"
#include "store_options.h"
#include "talk.h"

namespace isnad {
namespace {

struct CompareOptions {
  std::string database;
  std::vector<std::string> ids;
  std::string to = "table";
  std::string bidi = "isolate";
  FilterOptions filter;  // of timeline
};

Argument bidi_argument(CompareOptions& options) {
  return {"--bidi",
          "WAY",
          "isolate (default): Arabic in invisible isolates; none: as it is",
          &options.bidi,
          {"isolate", "none"}};
}

// The incident, or a line that says there is none; a tombstone says who took its place.
Result<std::optional<Incident>> look_up(Store& store, const std::string& name) {
  auto incident = store.incident(name);
  if (!incident) return incident;
  if (!*incident) {
    say(name + (is_incident_name(name)
                    ? ": no such incident in this database; isnad incidents lists them"
                    : ": is no name of an incident; they look like ISN-7Q4K2M"));
  } else if ((*incident)->id != name) {
    say(name + " is now part of " + (*incident)->id);
  }
  return incident;
}

int run_compare(const CompareOptions& options) {
  auto store = open_store(options.database, OpenMode::kRead);
  if (!store) return kNotUsable;
  int status = kDone;
  for (const std::string& name : options.ids) {
    const auto incident = look_up(*store, name);
    if (!incident) return database_failed(incident.error());
    if (!*incident) {
      status = kSomeNotRead;
      continue;
    }
    std::string out;
    if (options.to == "csv") {
      append_comparison_csv(**incident, out);
    } else if (options.to == "jsonl") {
      append_incident_json(**incident, out);
    } else {
      append_comparison(**incident, {options.bidi == "isolate"}, out);
    }
    std::fwrite(out.data(), 1, out.size(), stdout);
  }
  return status;
}

int run_timeline(const CompareOptions& options) {
  const auto filter = filter_of(options.filter);
  if (!filter) {
    say(describe(filter.error()));
    return kBadUsage;
  }
  auto store = open_store(options.database, OpenMode::kRead);
  if (!store) return kNotUsable;
  std::vector<std::string> names = options.ids;
  if (names.empty()) {
    auto found = store->find(*filter);
    if (!found) return database_failed(found.error());
    names = std::move(*found);
    if (names.empty()) say("no incident is like that");
  }
  int status = kDone;
  for (const std::string& name : names) {
    const auto incident = look_up(*store, name);
    if (!incident) return database_failed(incident.error());
    if (!*incident) {
      status = kSomeNotRead;
      continue;
    }
    std::string out;
    append_timeline(**incident, {options.bidi == "isolate"}, out);
    std::fwrite(out.data(), 1, out.size(), stdout);
  }
  return status;
}

}  // namespace

Command compare_command() {
  const auto options = std::make_shared<CompareOptions>();
  Command command;
  command.name = "compare";
  command.summary = "Lay an incident's accounts side by side";
  command.examples =
      "  isnad compare ISN-7Q4K2M --db desk.isnad\n"
      "  isnad compare ISN-7Q4K2M --db desk.isnad --to csv > accounts.csv";
  command.arguments = {
      {"ID", "ID", "An incident's name, as isnad incidents lists it", &options->ids, {}, true},
      database_argument(options->database),
      {"--to",
       "FORM",
       "table (default), csv (fields down, narrators across), jsonl (the contract's JSON)",
       &options->to,
       {"table", "csv", "jsonl"}},
      bidi_argument(*options),
  };
  command.run = [options] { return run_compare(*options); };
  return command;
}

Command timeline_command() {
  const auto options = std::make_shared<CompareOptions>();
  Command command;
  command.name = "timeline";
  command.summary = "Show who said what first, corrections and denials included";
  command.examples =
      "  isnad timeline ISN-7Q4K2M --db desk.isnad\n"
      "  isnad timeline --db desk.isnad --place Sanaa --reports 2";
  command.arguments = {
      {"ID", "ID", "Incidents' names; none: all that the filters leave", &options->ids},
      database_argument(options->database),
      bidi_argument(*options),
  };
  for (auto& argument : filter_arguments(options->filter))
    command.arguments.push_back(std::move(argument));
  command.run = [options] { return run_timeline(*options); };
  return command;
}

}  // namespace isnad
