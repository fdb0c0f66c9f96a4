// SPDX-License-Identifier: Apache-2.0
// SQLite, wrapped: a connection, statements, transactions. The only header that the rest of store/
// needs of it.
//
// Failure is sticky: the first fault of a connection is kept, every later step does nothing, and
// whoever opened the transaction asks `fault()` before the commit, which otherwise does not happen.
// So the code between is written without a check a line, and nothing half done is ever kept.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "isnad/base/result.h"
#include "isnad/store/open_mode.h"

struct sqlite3;
struct sqlite3_stmt;

namespace isnad {

class Database;

// A prepared statement; made once, used many times. Must not outlive its database.
class Statement {
 public:
  Statement(Database& database, std::string_view sql);
  Statement(Statement&&) noexcept;
  Statement& operator=(Statement&&) = delete;
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;
  ~Statement();

  // Values in the order of the question marks; each call starts the statement anew.
  template <class... Values>
  Statement& with(const Values&... values) {
    reset();
    (bind(values), ...);
    return *this;
  }
  // The next row; false after the last, or on a fault.
  bool step();
  // Runs it to its end.
  void run() {
    while (step()) {
    }
  }

  [[nodiscard]] int64_t integer(int column) const;
  [[nodiscard]] std::optional<int64_t> integer_or_null(int column) const;
  [[nodiscard]] double real(int column) const;
  [[nodiscard]] bool is_null(int column) const;
  [[nodiscard]] std::string text(int column) const;
  // Valid until the next step.
  [[nodiscard]] std::string_view bytes(int column) const;

  void reset();
  void bind(int64_t value);
  void bind(int value) { bind(static_cast<int64_t>(value)); }
  void bind(uint64_t value) { bind(static_cast<int64_t>(value)); }
  void bind(double value);
  void bind(std::string_view text);
  void bind(const std::string& text) { bind(std::string_view(text)); }
  void bind(const char* text) { bind(std::string_view(text)); }
  void bind(std::span<const std::byte> blob);
  void bind(std::nullptr_t);
  template <class Value>
  void bind(const std::optional<Value>& value) {
    value ? bind(*value) : bind(nullptr);
  }

 private:
  Database& database_;
  sqlite3_stmt* statement_ = nullptr;
  int next_ = 1;
};

class Database {
 public:
  // Opens the file, with write-ahead logging and foreign keys where it may be written. Errors:
  // kMissingFile (there is none, and it may not be created), kDamagedFile (no SQLite database),
  // kCannotWrite.
  [[nodiscard]] static Result<std::unique_ptr<Database>> open(const std::filesystem::path& path,
                                                              OpenMode mode);
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;
  ~Database();

  // The statement of that text, prepared once and kept; for what runs again and again. Only one
  // user of a text at a time.
  Statement& kept(const char* sql);
  // Ends what the kept statements are reading: one left at a row keeps seeing the file as it was.
  void let_go();
  // One or several statements without values.
  void run(const std::string& sql);
  [[nodiscard]] int64_t last_row() const;
  // The first thing that went wrong, if anything did.
  [[nodiscard]] const std::optional<Error>& fault() const { return fault_; }
  // Keeps a fault that the database itself does not know of; the first one stays.
  void fail(Error error);
  // Writes what has been done since `begin`; or, after a fault, takes it back and says what failed.
  void begin();
  [[nodiscard]] Result<bool> commit();

 private:
  friend class Statement;
  Database(sqlite3* handle, std::string path) : handle_(handle), path_(std::move(path)) {}
  void note(int status);

  sqlite3* handle_;
  std::string path_;
  std::optional<Error> fault_;
  std::map<std::string, std::unique_ptr<Statement>, std::less<>> kept_;
};

}  // namespace isnad
