// SPDX-License-Identifier: Apache-2.0
// A column that grows value by value and is then handed over as Arrow arrays: the buffers are the
// ones that were filled, nothing is copied.
//
// Layout: Arrow columnar format 1.x (arrow.apache.org): a validity bit a value, 32-bit offsets for
// strings and lists, little-endian values. A column of lists has one child, of structs one a field.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "arrow_interface.h"

namespace isnad {

enum class ColumnType : uint8_t {
  kString,
  kInt32,
  kInt64,
  kFloat64,
  kBoolean,
  kDate,
  kList,
  kStruct
};

class Column {
 public:
  Column(std::string name, ColumnType type, std::vector<Column> children = {});

  // One value each; the call must suit the column's type.
  void add(std::string_view value);  // an empty string is kept; see add_word for absent ones
  void add_integer(int64_t value);   // kInt32, kInt64; kDate: days since 1970-01-01
  void add_number(double value);
  void add_boolean(bool value);
  void add_null();
  // The contract's habit: what is empty is unknown.
  void add_word(std::string_view value) { value.empty() ? add_null() : add(value); }
  void add_integer_or_null(std::optional<int64_t> value) {
    value ? add_integer(*value) : add_null();
  }
  // Lists: add to child(0), then close the value. Structs: add to every child, then close.
  Column& child(size_t index) { return children_[index]; }
  [[nodiscard]] size_t size() const { return static_cast<size_t>(length_); }
  void close();

  // A string or list column whose content outgrew what 32-bit offsets can address.
  [[nodiscard]] bool overflown() const;

  [[nodiscard]] ArrowSchema schema() const;
  // Moves the buffers into the array; the column is empty and of no use afterwards.
  [[nodiscard]] ArrowArray release();

 private:
  void add_valid(bool valid);
  template <class Value>
  void append(Value value);

  std::string name_;
  ColumnType type_;
  std::vector<Column> children_;
  int64_t length_ = 0;
  int64_t nulls_ = 0;
  bool overflown_ = false;
  std::vector<uint8_t> validity_;
  std::vector<int32_t> offsets_;
  std::vector<uint8_t> values_;
};

}  // namespace isnad
