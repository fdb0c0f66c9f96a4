// SPDX-License-Identifier: Apache-2.0
// `isnad explain`: what a claim of the database rests on: the sentence, the words, the rule and
// each decision, and the incident it went to.
#include <cstdio>
#include <memory>

#include "commands.h"
#include "isnad/export/claim_explanation.h"
#include "store_options.h"
#include "talk.h"

namespace isnad {
namespace {

struct ExplainOptions {
  std::string database;
  std::vector<std::string> claims;
};

int run_explain(const ExplainOptions& options) {
  auto store = open_store(options.database, OpenMode::kRead);
  if (!store) return kNotUsable;
  int status = kDone;
  for (const std::string& name : options.claims) {
    const auto report = store->report(name.substr(0, name.rfind("#c")));
    if (!report) return database_failed(report.error());
    const ClaimRecord* found = nullptr;
    if (*report) {
      for (const ClaimRecord& claim : (*report)->claims)
        if (claim.id == name) found = &claim;
    }
    if (found == nullptr) {
      say(name + ": no such claim in this database; they look like report#c3");
      status = kSomeNotRead;
      continue;
    }
    const auto incidents = store->incidents_of_claim(name);
    if (!incidents) return database_failed(incidents.error());
    std::string out;
    append_explanation((*report)->report, *found, *incidents, out);
    std::fwrite(out.data(), 1, out.size(), stdout);
  }
  return status;
}

}  // namespace

Command explain_command() {
  const auto options = std::make_shared<ExplainOptions>();
  Command command;
  command.name = "explain";
  command.summary = "Show what a claim rests on";
  command.examples = "  isnad explain 'sanaa-hall-1#c2' --db desk.isnad";
  command.arguments = {
      {"CLAIM",
       "CLAIM",
       "A claim's id, as compare and timeline print it",
       &options->claims,
       {},
       true},
      database_argument(options->database),
  };
  command.run = [options] { return run_explain(*options); };
  return command;
}

}  // namespace isnad
