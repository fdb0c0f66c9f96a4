// SPDX-License-Identifier: Apache-2.0
// Expected failure is a value: Result<T> is T or an Error that says what went wrong, where, and
// what to do. The only place that names tl::expected, so that std::expected can replace it one day.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

namespace isnad {

// One value a kind of failure; `error_code_name` gives the short name that logs and tests use.
enum class ErrorCode : uint8_t {
  kCannotRead,   // a file or stream could not be opened or read
  kCannotWrite,  // a file could not be written
  kBadEncoding,  // bytes that are text in no encoding we know
  kBinary,       // bytes that are no text at all
  kEmpty,        // nothing to code
  kTooLarge,     // over a stated limit
  kBadJson,      // a JSON Lines record that is no JSON object, or lacks "text"
  kBadValue,     // a field or option whose value is outside what it may be
  kBadLexicon,   // a lexicon file with a fault, found at build or check
  kDamagedFile,  // a compiled lexicon or model: wrong magic, version, checksum or bounds
  kMissingFile,  // a lexicon, model or database that should be there is not
};

[[nodiscard]] std::string_view error_code_name(ErrorCode code);

// `what`: one sentence that ends with what to do; `where`: file:line:column, file, or byte offset.
struct Error {
  ErrorCode code = ErrorCode::kBadValue;
  std::string what;
  std::string where;
};

// "where: what", for people.
[[nodiscard]] std::string describe(const Error& error);

template <class T>
using Result = tl::expected<T, Error>;

[[nodiscard]] inline tl::unexpected<Error> failure(ErrorCode code, std::string what,
                                                   std::string where = {}) {
  return tl::unexpected<Error>(Error{code, std::move(what), std::move(where)});
}

}  // namespace isnad
