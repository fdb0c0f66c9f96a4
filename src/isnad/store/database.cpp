// SPDX-License-Identifier: Apache-2.0
// The only file that includes SQLite.
#include "isnad/store/database.h"

#include <sqlite3.h>

#include <utility>

namespace isnad {
namespace {

ErrorCode code_of(int status) {
  switch (status & 0xFF) {
    case SQLITE_NOTADB:
    case SQLITE_CORRUPT:
      return ErrorCode::kDamagedFile;
    case SQLITE_CANTOPEN:
      return ErrorCode::kMissingFile;
    default:
      return ErrorCode::kCannotWrite;
  }
}

std::string advice_of(int status) {
  switch (status & 0xFF) {
    case SQLITE_NOTADB:
      return "this is no Isnad database; name another file with --db";
    case SQLITE_CORRUPT:
      return "the database is damaged; restore it from a copy";
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return "another program is writing to the database; try again when it has finished";
    case SQLITE_FULL:
      return "the disk is full; make room and run the same command again";
    case SQLITE_READONLY:
      return "the database may not be written to; check its permissions";
    case SQLITE_CANTOPEN:
      return "there is no such database; make one with isnad ingest";
    default:
      return "the database cannot be used";
  }
}

}  // namespace

Statement::Statement(Database& database, std::string_view sql) : database_(database) {
  if (database_.fault_) return;
  database_.note(sqlite3_prepare_v3(database_.handle_, sql.data(), static_cast<int>(sql.size()),
                                    SQLITE_PREPARE_PERSISTENT, &statement_, nullptr));
}

Statement::Statement(Statement&& other) noexcept
    : database_(other.database_),
      statement_(std::exchange(other.statement_, nullptr)),
      next_(other.next_) {}

Statement::~Statement() { sqlite3_finalize(statement_); }

void Statement::reset() {
  sqlite3_reset(statement_);
  next_ = 1;
}

bool Statement::step() {
  if (database_.fault_ || statement_ == nullptr) return false;
  const int status = sqlite3_step(statement_);
  if (status == SQLITE_ROW) return true;
  if (status != SQLITE_DONE) database_.note(status);
  sqlite3_reset(statement_);
  return false;
}

int64_t Statement::integer(int column) const { return sqlite3_column_int64(statement_, column); }
bool Statement::is_null(int column) const {
  return sqlite3_column_type(statement_, column) == SQLITE_NULL;
}
std::optional<int64_t> Statement::integer_or_null(int column) const {
  return is_null(column) ? std::nullopt : std::optional(integer(column));
}
double Statement::real(int column) const { return sqlite3_column_double(statement_, column); }

std::string_view Statement::bytes(int column) const {
  const void* data = sqlite3_column_blob(statement_, column);
  const auto size = static_cast<size_t>(sqlite3_column_bytes(statement_, column));
  return data == nullptr ? std::string_view()
                         : std::string_view(static_cast<const char*>(data), size);
}
std::string Statement::text(int column) const { return std::string(bytes(column)); }

// The values live until the statement has run: `with` and `run` stand in one expression, and what
// is bound must not be a temporary of an earlier one; so texts are copied.
void Statement::bind(int64_t value) { sqlite3_bind_int64(statement_, next_++, value); }
void Statement::bind(double value) { sqlite3_bind_double(statement_, next_++, value); }
void Statement::bind(std::nullptr_t) { sqlite3_bind_null(statement_, next_++); }
void Statement::bind(std::string_view text) {
  sqlite3_bind_text64(statement_, next_++, text.data() == nullptr ? "" : text.data(), text.size(),
                      SQLITE_TRANSIENT, SQLITE_UTF8);
}
void Statement::bind(std::span<const std::byte> blob) {
  sqlite3_bind_blob64(statement_, next_++, blob.data(), blob.size(), SQLITE_TRANSIENT);
}

Result<std::unique_ptr<Database>> Database::open(const std::filesystem::path& path, OpenMode mode) {
  sqlite3* handle = nullptr;
  const int flags = mode == OpenMode::kRead    ? SQLITE_OPEN_READONLY
                    : mode == OpenMode::kWrite ? SQLITE_OPEN_READWRITE
                                               : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
  const int status = sqlite3_open_v2(path.c_str(), &handle, flags | SQLITE_OPEN_NOMUTEX, nullptr);
  std::unique_ptr<Database> database(new Database(handle, path.string()));
  if (status != SQLITE_OK) return failure(code_of(status), advice_of(status), path.string());
  sqlite3_busy_timeout(handle, 10000);
  sqlite3_extended_result_codes(handle, 1);
  database->run("PRAGMA foreign_keys = ON; PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY");
  if (mode != OpenMode::kRead)
    database->run("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL");
  // Reads the first page: a file of something else shows itself here, not at the first query.
  Statement(*database, "SELECT count(*) FROM sqlite_schema").run();
  if (database->fault()) return tl::unexpected(*database->fault());
  return database;
}

Database::~Database() {
  kept_.clear();
  sqlite3_close_v2(handle_);
}

Statement& Database::kept(const char* sql) {
  auto found = kept_.find(std::string_view(sql));
  if (found == kept_.end())
    found = kept_.emplace(sql, std::make_unique<Statement>(*this, sql)).first;
  return *found->second;
}

void Database::note(int status) {
  if (status == SQLITE_OK || fault_) return;
  fault_ = Error{code_of(status), advice_of(status) + " (" + sqlite3_errmsg(handle_) + ")", path_};
}

void Database::fail(Error error) {
  if (!fault_) fault_ = std::move(error);
}

void Database::run(const std::string& sql) {
  if (!fault_) note(sqlite3_exec(handle_, sql.c_str(), nullptr, nullptr, nullptr));
}

int64_t Database::last_row() const { return sqlite3_last_insert_rowid(handle_); }

void Database::begin() { run("BEGIN IMMEDIATE"); }

void Database::let_go() {
  for (const auto& [sql, statement] : kept_) statement->reset();
}

Result<bool> Database::commit() {
  // A statement left at a row would keep the log of writes from ever being folded into the file.
  let_go();
  run("COMMIT");
  if (!fault_) return true;
  sqlite3_exec(handle_, "ROLLBACK", nullptr, nullptr, nullptr);
  return tl::unexpected(*fault_);
}

}  // namespace isnad
