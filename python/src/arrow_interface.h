// SPDX-License-Identifier: Apache-2.0
// The two structs of the Arrow C data interface, as its specification lays them out
// (arrow.apache.org, "The Arrow C data interface"): how a column changes hands between libraries
// of one process without a copy and without either linking the other.
#pragma once

#include <cstdint>

extern "C" {

struct ArrowSchema {
  const char* format;  // "u" for UTF-8, "+l" for a list …
  const char* name;
  const char* metadata;
  int64_t flags;
  int64_t n_children;
  ArrowSchema** children;
  ArrowSchema* dictionary;
  void (*release)(ArrowSchema*);  // null once released or moved on
  void* private_data;
};

struct ArrowArray {
  int64_t length;
  int64_t null_count;
  int64_t offset;
  int64_t n_buffers;
  int64_t n_children;
  const void** buffers;
  ArrowArray** children;
  ArrowArray* dictionary;
  void (*release)(ArrowArray*);
  void* private_data;
};

}  // extern "C"

namespace isnad {

inline constexpr int64_t kArrowNullable = 2;  // ARROW_FLAG_NULLABLE of the specification

}  // namespace isnad
