// SPDX-License-Identifier: Apache-2.0
// Many reports through the engine: read in order, coded and rendered in parallel, written in order.
// However many threads work, what is written is the same, byte for byte; a bounded number of
// reports is in flight at a time.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>

#include "isnad/base/result.h"
#include "isnad/report/report.h"

namespace isnad {

struct Batch {
  // The next report or what is wrong with it; nothing after the last. Called by one thread at a
  // time.
  std::function<std::optional<Result<Report>>()> next;
  // The report coded, as it shall be written. Called by several threads at once.
  std::function<std::string(Report)> code;
  // Takes what was coded, or the error of a report that could not be read, in the order of `next`.
  // Called by one thread at a time; false stops the batch (nobody reads the output any more).
  std::function<bool(const Result<std::string>&)> write;
};

struct BatchCounts {
  size_t coded = 0;
  size_t not_read = 0;
};

// `jobs`: threads that work at once, at least 1. At most four reports a job are held in memory. A
// report that takes more memory than there is becomes an error (kTooLarge) like one that cannot be
// read.
BatchCounts run_batch(const Batch& batch, int jobs);

}  // namespace isnad
