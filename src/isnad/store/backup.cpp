// SPDX-License-Identifier: Apache-2.0
// SQLite's own online backup, page by page. A read transaction of ours holds the moment still: with
// write-ahead logging writers go on beside it, and the copy need not begin anew for each of them.
#include "isnad/store/backup.h"

#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

#include <memory>
#include <string>
#include <system_error>

namespace isnad {
namespace {

constexpr int kPagesAtOnce = 4096;

struct Close {
  void operator()(sqlite3* handle) const { sqlite3_close_v2(handle); }
};
using Handle = std::unique_ptr<sqlite3, Close>;

Handle open(const std::string& path, int flags) {
  sqlite3* raw = nullptr;
  const int status = sqlite3_open_v2(path.c_str(), &raw, flags, nullptr);
  Handle handle(raw);
  if (status != SQLITE_OK) return nullptr;
  sqlite3_busy_timeout(raw, 10000);
  return handle;
}

bool run(sqlite3* handle, const char* sql) {
  return sqlite3_exec(handle, sql, nullptr, nullptr, nullptr) == SQLITE_OK;
}

bool is_sound(sqlite3* handle) {
  sqlite3_stmt* check = nullptr;
  sqlite3_prepare_v2(handle, "PRAGMA quick_check(1)", -1, &check, nullptr);
  const bool sound =
      sqlite3_step(check) == SQLITE_ROW &&
      std::string(reinterpret_cast<const char*>(sqlite3_column_text(check, 0))) == "ok";
  sqlite3_finalize(check);
  return sound;
}

// Nothing where all went well, else SQLite's words.
std::string copy(sqlite3* from, sqlite3* to) {
  sqlite3_backup* backup = sqlite3_backup_init(to, "main", from, "main");
  if (backup == nullptr) return sqlite3_errmsg(to);
  int status = SQLITE_OK;
  while (status == SQLITE_OK || status == SQLITE_BUSY || status == SQLITE_LOCKED) {
    status = sqlite3_backup_step(backup, kPagesAtOnce);
    if (status == SQLITE_BUSY || status == SQLITE_LOCKED) sqlite3_sleep(20);
  }
  sqlite3_backup_finish(backup);
  return status == SQLITE_DONE ? std::string() : std::string(sqlite3_errstr(status));
}

// On the disk, not only on its way there.
bool flush(const std::string& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return false;
  const bool done = ::fsync(file) == 0;
  ::close(file);
  return done;
}

}  // namespace

Result<uint64_t> back_up(const std::filesystem::path& from, const std::filesystem::path& to,
                         bool replace) {
  std::error_code error;
  if (!std::filesystem::is_regular_file(from, error))
    return failure(ErrorCode::kMissingFile, "there is no such database", from.string());
  if (!replace && std::filesystem::exists(to, error))
    return failure(ErrorCode::kCannotWrite, "is there already; choose another --to, or --replace",
                   to.string());
  if (std::filesystem::equivalent(from, to, error))
    return failure(ErrorCode::kCannotWrite, "is the database itself; choose another --to",
                   to.string());
  const std::string part = to.string() + ".part";
  std::filesystem::remove(part, error);
  // Nobody else is to read names and passwords' hashes on their way.
  const int made = ::open(part.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600);
  if (made < 0)
    return failure(ErrorCode::kCannotWrite, "cannot be written to; choose another --to",
                   to.string());
  ::close(made);
  const auto fail = [&](ErrorCode code, const std::string& what) {
    std::filesystem::remove(part, error);
    return failure(code, what, code == ErrorCode::kDamagedFile ? from.string() : to.string());
  };
  const Handle source = open(from.string(), SQLITE_OPEN_READONLY);
  {
    const Handle target = open(part, SQLITE_OPEN_READWRITE);
    if (!source || !run(source.get(), "BEGIN; SELECT count(*) FROM sqlite_schema"))
      return fail(ErrorCode::kDamagedFile, "is no database, or cannot be read");
    if (!target) return fail(ErrorCode::kCannotWrite, "cannot be written to; choose another --to");
    if (const std::string fault = copy(source.get(), target.get()); !fault.empty())
      return fail(ErrorCode::kCannotWrite,
                  "cannot be written to; is the disk full? (" + fault + ")");
    // One file, without a log beside it, until it is opened for writing again.
    if (!run(target.get(), "PRAGMA journal_mode = DELETE") || !is_sound(target.get()))
      return fail(ErrorCode::kDamagedFile, "the copy is not sound; run isnad verify");
  }
  if (!flush(part)) return fail(ErrorCode::kCannotWrite, "cannot be brought onto the disk");
  std::filesystem::rename(part, to, error);
  if (error) return fail(ErrorCode::kCannotWrite, "cannot be written to; choose another --to");
  return std::filesystem::file_size(to, error);
}

}  // namespace isnad
