// SPDX-License-Identifier: Apache-2.0
#include "isnad/pipeline/run_batch.h"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <new>
#include <thread>

namespace isnad {
namespace {

// Reports "0", "1", … `count`; every seventh cannot be read.
std::function<std::optional<Result<Report>>()> numbered(size_t count, size_t& given) {
  return [count, &given]() -> std::optional<Result<Report>> {
    if (given == count) return std::nullopt;
    const size_t number = given++;
    if (number % 7 == 6) return failure(ErrorCode::kBadJson, "broken", std::to_string(number));
    Report report;
    report.id = std::to_string(number);
    return report;
  };
}

struct Outcome {
  std::string written;
  BatchCounts counts;
};

Outcome run(int jobs) {
  Outcome outcome;
  size_t given = 0;
  Batch batch;
  batch.next = numbered(200, given);
  batch.code = [](Report report) {
    // Earlier reports take longer, so that order is not kept by luck.
    std::this_thread::sleep_for(std::chrono::microseconds(200 - std::stoi(report.id)));
    return report.id + "\n";
  };
  batch.write = [&](const Result<std::string>& coded) {
    outcome.written += coded ? *coded : "error at " + coded.error().where + "\n";
    return true;
  };
  outcome.counts = run_batch(batch, jobs);
  return outcome;
}

TEST(RunBatch, WritesTheSameInInputOrderWithAnyNumberOfThreads) {
  const Outcome one = run(1);
  EXPECT_EQ(one.counts.coded, 172U);
  EXPECT_EQ(one.counts.not_read, 28U);
  EXPECT_EQ(one.written.substr(0, 30), "0\n1\n2\n3\n4\n5\nerror at 6\n7\n8\n9\n1");
  for (const int jobs : {2, 4}) EXPECT_EQ(run(jobs).written, one.written);
}

TEST(RunBatch, StopsReadingSoonAfterTheWriterSaysSo) {
  size_t given = 0;
  Batch batch;
  batch.next = numbered(100'000, given);
  batch.code = [](Report report) { return report.id; };
  size_t written = 0;
  batch.write = [&](const Result<std::string>&) { return ++written < 10; };
  run_batch(batch, 2);
  EXPECT_EQ(written, 10U);
  EXPECT_LT(given, 100U);
}

TEST(RunBatch, HoldsOnlyAFewReportsAtATime) {
  size_t given = 0;
  std::atomic<size_t> finished{0};
  size_t most = 0;
  Batch batch;
  const auto next = numbered(500, given);
  batch.next = [&] {
    most = std::max(most, given - finished.load());
    return next();
  };
  batch.code = [](Report report) { return report.id; };
  batch.write = [&](const Result<std::string>&) {
    ++finished;
    return true;
  };
  run_batch(batch, 2);
  EXPECT_LE(most, 8U);
}

TEST(RunBatch, MakesAnErrorOfAReportThatTakesAllMemory) {
  size_t given = 0;
  Batch batch;
  batch.next = numbered(1, given);
  batch.code = [](Report) -> std::string { throw std::bad_alloc(); };
  ErrorCode code = ErrorCode::kEmpty;
  batch.write = [&](const Result<std::string>& coded) {
    if (!coded) code = coded.error().code;
    return true;
  };
  EXPECT_EQ(run_batch(batch, 1).not_read, 1U);
  EXPECT_EQ(code, ErrorCode::kTooLarge);
}

}  // namespace
}  // namespace isnad
