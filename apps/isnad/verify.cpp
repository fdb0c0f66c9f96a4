// SPDX-License-Identifier: Apache-2.0
// `isnad verify`: whether a database still holds what it took in.
#include <cstdio>
#include <memory>

#include "commands.h"
#include "store_options.h"
#include "talk.h"

namespace isnad {
namespace {

int run_verify(const std::string& path) {
  auto store = open_store(path, OpenMode::kRead);
  if (!store) return kNotUsable;
  const auto faults = store->verify();
  if (!faults) return database_failed(faults.error());
  std::string out;
  for (const std::string& fault : *faults) out += fault + "\n";
  std::fwrite(out.data(), 1, out.size(), stdout);
  const auto counts = store->counts();
  if (!counts) return database_failed(counts.error());
  say(std::to_string(counts->versions) + " versions of " + std::to_string(counts->reports) +
      " reports and " + std::to_string(counts->custody) + " lines of custody checked, " +
      (faults->empty() ? "nothing is wrong" : std::to_string(faults->size()) + " faults"));
  return faults->empty() ? kDone : kSomeNotRead;
}

}  // namespace

Command verify_command() {
  const auto path = std::make_shared<std::string>();
  Command command;
  command.name = "verify";
  command.summary = "Re-hash everything in a database and check the custody log";
  command.examples = "  isnad verify --db desk.isnad";
  command.arguments = {database_argument(*path)};
  command.run = [path] { return run_verify(*path); };
  return command;
}

}  // namespace isnad
