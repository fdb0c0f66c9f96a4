// SPDX-License-Identifier: Apache-2.0
// The batch as a oneTBB pipeline of three filters. The only file that includes oneTBB.
#include "isnad/pipeline/run_batch.h"

#include <oneapi/tbb/global_control.h>
#include <oneapi/tbb/parallel_pipeline.h>
#include <oneapi/tbb/task_arena.h>

#include <atomic>
#include <memory>
#include <new>

namespace isnad {
namespace {

namespace tbb = oneapi::tbb;

// What passes through the pipeline: a report on its way in, its rendering on its way out. Held by
// pointer, since oneTBB copies what it hands on.
struct Passage {
  Result<Report> report;
  Result<std::string> coded;
};
using PassagePointer = std::shared_ptr<Passage>;

constexpr size_t kInFlightPerJob = 4;

Result<std::string> code_one(const Batch& batch, Result<Report> report) {
  if (!report) return tl::unexpected(std::move(report.error()));
  const std::string id = report->id;
  try {
    return batch.code(std::move(*report));
  } catch (const std::bad_alloc&) {
    return failure(ErrorCode::kTooLarge, "coding it takes more memory than there is; split it", id);
  }
}

}  // namespace

BatchCounts run_batch(const Batch& batch, int jobs) {
  BatchCounts counts;
  std::atomic<bool> stop{false};  // set by the last filter, read by the first

  const auto read = [&](tbb::flow_control& control) -> PassagePointer {
    auto report = stop.load() ? std::nullopt : batch.next();
    if (!report) {
      control.stop();
      return nullptr;
    }
    return std::make_shared<Passage>(Passage{std::move(*report), std::string()});
  };
  const auto code = [&](const PassagePointer& passage) {
    passage->coded = code_one(batch, std::move(passage->report));
    return passage;
  };
  const auto write = [&](const PassagePointer& passage) {
    if (stop.load()) return;
    ++(passage->coded ? counts.coded : counts.not_read);
    if (!batch.write(passage->coded)) stop.store(true);
  };

  const auto threads = static_cast<size_t>(jobs);
  const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, threads);
  tbb::task_arena(jobs).execute([&] {
    tbb::parallel_pipeline(
        kInFlightPerJob * threads,
        tbb::make_filter<void, PassagePointer>(tbb::filter_mode::serial_in_order, read) &
            tbb::make_filter<PassagePointer, PassagePointer>(tbb::filter_mode::parallel, code) &
            tbb::make_filter<PassagePointer, void>(tbb::filter_mode::serial_in_order, write));
  });
  return counts;
}

}  // namespace isnad
