// SPDX-License-Identifier: Apache-2.0
// How fast places are found: mapping the gazetteer, the pass over tokens (bytes of text a second,
// past tokenising), and resolving (time a mention). Argument-free; reads share/isnad/gazetteer.bin
// of its own build folder.
#include <benchmark/benchmark.h>

#include <filesystem>

#include "isnad/mention/place/place_finder.h"
#include "isnad/mention/place/place_ranker.h"

namespace {

using namespace isnad;

std::filesystem::path gazetteer_path() {
  return std::filesystem::read_symlink("/proc/self/exe").parent_path().parent_path() /
         "share/isnad/gazetteer.bin";
}

// A made-up report of the usual kind, repeated to `bytes`.
Report report_of(size_t bytes) {
  const std::string text =
      "أعلنت قوات الأمن أمس أن مسلحين مجهولين هاجموا نقطة تفتيش قرب مدينة دير الزور شرقي سوريا، ما "
      "أدى إلى مقتل ثلاثة "
      "عناصر وإصابة خمسة آخرين بجروح. وقال شهود عيان إن اشتباكات عنيفة اندلعت في محيط بلدة الباغوز "
      "واستمرت ساعات، فيما نقل "
      "الجرحى إلى مستشفى الحسكة. ولم تعلن أي جهة مسؤوليتها عن الهجوم الذي يأتي بعد يومين من تفجير "
      "مماثل في ريف حلب الشمالي.\n";
  Report report;
  while (report.text.size() < bytes) {
    const auto begin = static_cast<uint32_t>(report.text.size());
    report.text += text;
    report.zones.push_back(
        {ZoneKind::kParagraph, {begin, static_cast<uint32_t>(report.text.size() - 1)}});
  }
  return report;
}

void map_gazetteer(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(Gazetteer::load(gazetteer_path()));
}
BENCHMARK(map_gazetteer)->Unit(benchmark::kMillisecond);

void scan_text(benchmark::State& state) {
  const auto gazetteer = Gazetteer::load(gazetteer_path());
  const Report report = report_of(1 << 20);
  const Text text = make_text(report);
  for (auto _ : state) benchmark::DoNotOptimize(scan_names(*gazetteer, text));
  state.SetBytesProcessed(static_cast<int64_t>(state.iterations()) *
                          static_cast<int64_t>(report.text.size()));
}
BENCHMARK(scan_text)->Unit(benchmark::kMillisecond);

void find_places(benchmark::State& state) {
  const auto gazetteer = Gazetteer::load(gazetteer_path());
  const PlaceFinder finder = PlaceFinder::create(*gazetteer);
  const Report report = report_of(static_cast<size_t>(state.range(0)));
  const Text text = make_text(report);
  size_t mentions = 0;
  for (auto _ : state) mentions += finder.find(text, {}, {}).size();
  state.SetBytesProcessed(static_cast<int64_t>(state.iterations()) *
                          static_cast<int64_t>(report.text.size()));
  state.counters["s_a_mention"] = benchmark::Counter(
      static_cast<double>(mentions), benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
}
BENCHMARK(find_places)->Arg(4000)->Arg(1 << 20)->Unit(benchmark::kMicrosecond);

}  // namespace
