// SPDX-License-Identifier: Apache-2.0
// `isnad evaluate roles`: the codes of agents and recipients against marked sentences.
#include "train/evaluate_roles.h"

#include <cstdio>
#include <memory>

#include "commands.h"
#include "data_folder.h"
#include "talk.h"

namespace isnad {
namespace {

struct RolesOptions {
  DataOptions data;
  std::vector<std::string> files;
};

double per_cent(size_t part, size_t all) {
  return all == 0 ? 0.0 : 100.0 * static_cast<double>(part) / static_cast<double>(all);
}

void print_role(const char* name, const train::RoleTally& tally) {
  std::printf(
      "  %-10s country and sector right %5.1f %% of %zu (a party given in %.1f %%); nobody told, "
      "nobody given %5.1f %% of %zu\n",
      name, per_cent(tally.right, tally.asked), tally.asked, per_cent(tally.answered, tally.asked),
      per_cent(tally.nobody_right, tally.nobody), tally.nobody);
}

int run_evaluate_roles(const RolesOptions& options) {
  const auto coder = load_coder(options.data);
  if (!coder) {
    say(describe(coder.error()));
    return kNotUsable;
  }
  int status = kDone;
  for (const std::string& file : options.files) {
    const auto sentences = train::read_marked_sentences(file);
    if (!sentences) {
      say(describe(sentences.error()));
      status = kSomeNotRead;
      continue;
    }
    const auto scores = train::score_roles(*sentences, *coder);
    std::printf("%s: %zu sentences, %zu with a claim of their type\n",
                std::filesystem::path(file).stem().c_str(), scores.sentences, scores.with_claim);
    print_role("agent", scores.agent);
    print_role("recipient", scores.recipient);
    train::RoleTally both;
    for (const auto* tally : {&scores.agent, &scores.recipient}) {
      both.asked += tally->asked;
      both.right += tally->right;
      both.answered += tally->answered;
      both.nobody += tally->nobody;
      both.nobody_right += tally->nobody_right;
    }
    print_role("together", both);
  }
  return status;
}

}  // namespace

Command evaluate_roles_command() {
  const auto options = std::make_shared<RolesOptions>();
  Command command;
  command.name = "roles";
  command.summary =
      "Country and sector of agents and recipients in sentences whose actors are marked";
  command.examples = "  isnad evaluate roles assault_spans.json protest_spans.json";
  command.arguments = {
      {"FILE", "FILE", "JSON: a list of _id, event_type, text, spans", &options->files, {}, true},
  };
  command.arguments.push_back(std::move(data_arguments(options->data).back()));
  command.run = [options] { return run_evaluate_roles(*options); };
  return command;
}

}  // namespace isnad
