// SPDX-License-Identifier: Apache-2.0
// Reports from JSON Lines: one object a line, fields as contract.md names them, `text` alone
// required.
//
// A record that cannot be read gives an Error with file and line, and reading goes on with the next
// line: one broken record never costs its neighbours. Unknown fields are ignored; null counts as
// absent; of a field given twice the last counts. docs/formats/reports_in.md says the same to
// users.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string_view>

#include "isnad/base/result.h"
#include "isnad/report/read_plain.h"
#include "isnad/report/report.h"

namespace isnad {

class JsonLinesReader {
 public:
  // Maps the file. `defaults` fill fields that a record leaves out; a record without an id gets
  // "<defaults.id>:<line>", or the file's stem for an empty defaults.id. Errors: those of
  // MappedFile::open.
  [[nodiscard]] static Result<JsonLinesReader> open(const std::filesystem::path& path,
                                                    ReportDefaults defaults);
  // Reads a buffer, which must outlive the reader; `name` stands in errors for the file ("standard
  // input").
  [[nodiscard]] static JsonLinesReader over(std::string_view buffer, std::string name,
                                            ReportDefaults defaults);

  JsonLinesReader(JsonLinesReader&&) noexcept;
  JsonLinesReader& operator=(JsonLinesReader&&) noexcept;
  ~JsonLinesReader();

  // The next record or what is wrong with it; none after the last. Blank lines are passed over.
  // Errors: kBadEncoding, kBadJson (no JSON, no object, no "text"), kBadValue (a field of the wrong
  // kind, a bad date), kEmpty (nothing visible in "text"), kTooLarge (text over 1 MiB, a line over
  // 16). Linear in the line.
  [[nodiscard]] std::optional<Result<Report>> next();
  // The line that `next` read last, without its line end: the bytes whose SHA-256 the report has.
  // Valid while the buffer is.
  [[nodiscard]] std::string_view line() const;
  // Where that line stands in its file, from 1.
  [[nodiscard]] uint64_t line_number() const;

 private:
  struct State;
  explicit JsonLinesReader(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace isnad
