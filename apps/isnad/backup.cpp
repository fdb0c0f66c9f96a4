// SPDX-License-Identifier: Apache-2.0
// `isnad backup`: a whole copy of a database, also while the desk or an ingest has it open.
#include "isnad/store/backup.h"

#include <memory>

#include "commands.h"
#include "store_options.h"
#include "talk.h"

namespace isnad {
namespace {

struct BackupOptions {
  std::string database, to;
  bool replace = false;
};

int run_backup(const BackupOptions& options) {
  const auto bytes = back_up(options.database, options.to, options.replace);
  if (!bytes) {
    say(describe(bytes.error()));
    return bytes.error().code == ErrorCode::kCannotWrite ? kSomeNotRead : kNotUsable;
  }
  say(options.to + ": " + std::to_string(*bytes) +
      " bytes, checked; to go back to it, stop the desk and copy it over the database");
  return kDone;
}

}  // namespace

Command backup_command() {
  const auto options = std::make_shared<BackupOptions>();
  Command command;
  command.name = "backup";
  command.summary = "Copy a database whole, also while it is in use";
  command.examples =
      "  isnad backup --db desk.isnad --to /media/stick/desk-2024-01-16.isnad\n"
      "  isnad backup --db desk.isnad --to nightly.isnad --replace";
  command.arguments = {
      database_argument(options->database),
      {"--to", "FILE", "Where the copy goes", &options->to, {}, true},
      {"--replace", "", "Take the place of an older copy, once the new one is whole",
       &options->replace},
  };
  command.run = [options] { return run_backup(*options); };
  return command;
}

}  // namespace isnad
