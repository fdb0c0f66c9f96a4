// SPDX-License-Identifier: Apache-2.0
// The tables of an Isnad database, as steps from one version to the next (docs/formats/store.md).
#pragma once

#include <string>
#include <vector>

#include "isnad/store/database.h"

namespace isnad {

inline constexpr int kSchemaVersion = 5;

// The version of the tables in the file; 0 for an empty file.
[[nodiscard]] int schema_version(Database& database);

// The file, of this program's version: brought up to date for kWrite and kCreate, refused for kRead
// where it is older. Errors: those of Database::open and migrate.
[[nodiscard]] Result<std::unique_ptr<Database>> open_current(const std::filesystem::path& path,
                                                             OpenMode mode);

// Brings the tables to this program's version, all steps in one transaction. With `dry_run` every
// step is tried and then taken back. Returns the steps, in words. Errors: kDamagedFile (another
// program's database, or one of a newer Isnad), those of SQLite.
[[nodiscard]] Result<std::vector<std::string>> migrate(Database& database, bool dry_run);

}  // namespace isnad
