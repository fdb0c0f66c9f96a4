// SPDX-License-Identifier: Apache-2.0
// Appends JSON to a string, one value after the other, commas included. Knows nothing of what it
// writes; the caller opens and closes in pairs (asserted). Why not a library: docs/decisions/0005.
#pragma once

#include <cassert>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace isnad {

class JsonWriter {
 public:
  // Appends to `out`, which must outlive the writer.
  explicit JsonWriter(std::string& out) : out_(out) {}
  JsonWriter(const JsonWriter&) = delete;
  JsonWriter& operator=(const JsonWriter&) = delete;
  ~JsonWriter() { assert(depth_ == 0); }

  void begin_object() { open('{'); }
  void end_object() { close('}'); }
  void begin_list() { open('['); }
  void end_list() { close(']'); }
  // `name` is written as it stands: plain ASCII without quotes.
  void key(std::string_view name);

  // A name that may hold anything a string may.
  void key_of(std::string_view name) {
    string(name);
    out_ += ':';
    need_comma_ = false;
  }

  // UTF-8; control characters, quotes and backslashes are escaped, all else is written as it
  // stands.
  void string(std::string_view text);
  void integer(int64_t value);
  void boolean(bool value);
  void null();
  // A value that is JSON already.
  void raw(std::string_view json) {
    separate();
    out_ += json;
  }
  // The shortest digits that read back as the same double; `value` must be finite.
  void number(double value);

  void string_or_null(std::string_view text) { text.empty() ? null() : string(text); }
  void string_or_null(const std::optional<std::string>& text) { text ? string(*text) : null(); }
  void integer_or_null(const std::optional<int64_t>& value) { value ? integer(*value) : null(); }
  void number_or_null(const std::optional<double>& value) { value ? number(*value) : null(); }

 private:
  void separate();
  void open(char bracket);
  void close(char bracket);

  std::string& out_;
  bool need_comma_ = false;
  int depth_ = 0;
};

}  // namespace isnad
