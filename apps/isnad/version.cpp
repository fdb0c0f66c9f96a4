// SPDX-License-Identifier: Apache-2.0
// `isnad version`: the program's version, the schemas it writes, and the identity of the knowledge
// it uses.
#include <cstdio>
#include <memory>

#include "commands.h"
#include "data_folder.h"
#include "talk.h"

namespace isnad {
namespace {

int run_version(const DataOptions& options) {
  std::printf("isnad %s\nschema isnad.report/1\n", ISNAD_VERSION);
  const auto coder = load_coder(options);
  if (!coder) {
    say(describe(coder.error()));
    return kNotUsable;
  }
  std::printf("%s\n", coder->versions().c_str());
  return kDone;
}

}  // namespace

Command version_command() {
  const auto options = std::make_shared<DataOptions>();
  Command command;
  command.name = "version";
  command.summary = "Print the version of the program and of the knowledge it uses";
  command.arguments = data_arguments(*options);
  command.run = [options] { return run_version(*options); };
  return command;
}

}  // namespace isnad
