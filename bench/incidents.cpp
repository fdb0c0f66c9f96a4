// SPDX-License-Identifier: Apache-2.0
// What linking costs before any database: a coded line into a record, a record into tellings, a
// telling unpacked, two tellings compared, a large incident laid side by side. The line is made up:
// twelve claims of one report of about 2 KB, as `isnad code --with-text` prints them.
#include <benchmark/benchmark.h>

#include "isnad/incident/coded_record.h"
#include "isnad/incident/incident.h"
#include "isnad/incident/pair_score.h"
#include "isnad/incident/telling.h"

namespace {

constexpr int kClaims = 12;

constexpr std::string_view kSentence =
    "سقطت قذيفة على الحي الشرقي من المدينة صباح اليوم. ";  // a shell fell on the eastern quarter

std::string claim_of(const std::string& report, int number) {
  const std::string begin = std::to_string((number - 1) * 50);
  const std::string end = std::to_string(number * 50);
  return R"({"id":")" + report + "#c" + std::to_string(number) +
         R"(","type":"ASSAULT","mode":"heavy-weapons","means":"shelling","trigger":{"text":"shell","begin":)" +
         begin + R"(,"end":)" + end + R"(,"lemma":"shell"},"sentence":{"index":0,"begin":)" +
         begin + R"(,"end":)" + end +
         R"(},"agents":[{"text":"a","name":"Army","code":"SYR MIL","country":"SYR","sector":"MIL"}],)"
         R"("recipients":[{"text":"b","name":"","code":"CVL","country":"","sector":"CVL"}],)"
         R"("place":{"text":"p","name_en":"Eastern quarter","gazetteer_id":"g)" +
         std::to_string(number) +
         R"(","feature":"town","lat":34.7,"lon":36.7,"radius_km":2,"country":"SY","path":["Syria","Homs"]},)"
         R"("time":{"text":"t","timex":"2016-10-08TMO","earliest":"2016-10-08","latest":"2016-10-08","precision":"day"},)"
         R"("weapons":["shell"],"casualties":{"injured":{"low":12,"best":12,"high":12,"text":"12"}},)"
         R"("factuality":"actual","background":false,"chain":[{"narrator":{"text":"o","kind":"outlet"},)"
         R"("manner":"reports","certainty":"certain"}],"certainty":"certain","quote":false,)"
         R"("confidence":0.9,"rule":"r","main":true})";
}

std::string line_of(const std::string& report) {
  std::string text;
  std::string claims;
  for (int number = 1; number <= kClaims; ++number) {
    text += kSentence;
    claims += (number > 1 ? "," : "") + claim_of(report, number);
  }
  return R"({"schema":"isnad.report/1","report":{"id":")" + report +
         R"(","sha256":"00","title":"t","outlet":"o","published":"2016-10-08","text":")" + text +
         R"("},"claims":[)" + claims + R"(],"warnings":[]})";
}

isnad::CodedRecord record_of(const std::string& report) {
  return isnad::read_coded_record(line_of(report)).value();
}

void read_line(benchmark::State& state) {
  const std::string line = line_of("a");
  for (auto _ : state) benchmark::DoNotOptimize(isnad::read_coded_record(line));
  state.SetBytesProcessed(static_cast<int64_t>(state.iterations()) *
                          static_cast<int64_t>(line.size()));
}
BENCHMARK(read_line);

void tell(benchmark::State& state) {
  const auto record = record_of("a");
  for (auto _ : state) benchmark::DoNotOptimize(isnad::make_tellings(record));
  state.SetItemsProcessed(state.iterations() * kClaims);
}
BENCHMARK(tell);

void unpack_telling(benchmark::State& state) {
  const auto words = isnad::pack(isnad::make_tellings(record_of("a")).front());
  for (auto _ : state) benchmark::DoNotOptimize(isnad::unpack(words));
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(unpack_telling);

void compare_reports(benchmark::State& state) {
  const auto one = isnad::make_tellings(record_of("a"));
  const auto other = isnad::make_tellings(record_of("b"));
  for (auto _ : state) benchmark::DoNotOptimize(isnad::link_reports(one, other));
  state.SetItemsProcessed(state.iterations() * kClaims * kClaims);
}
BENCHMARK(compare_reports);

void lay_side_by_side(benchmark::State& state) {
  std::vector<isnad::CodedRecord> records;
  for (int64_t report = 0; report < state.range(0); ++report)
    records.push_back(record_of("r" + std::to_string(report)));
  std::vector<isnad::Member> members;
  for (const auto& record : records) members.push_back({&record, {1, 2}, {}});
  for (auto _ : state) benchmark::DoNotOptimize(isnad::make_incident(members));
  state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(lay_side_by_side)->Arg(3)->Arg(30)->Arg(300);

}  // namespace
