// SPDX-License-Identifier: Apache-2.0
// How fast text is analysed: words a second with and without the tree, and how long loading takes.
// Reads the model languages/ar/analyser.model, so run it in the source folder; instruction counts
// come from
//   valgrind --tool=callgrind build/release/bin/bench_analyser --benchmark_filter=tree
#include "isnad/analysis/analyser.h"

#include <benchmark/benchmark.h>

#include "isnad/report/report.h"

namespace {

constexpr const char* kModel = "languages/ar/analyser.model";

// Shells fall on a quarter of a city; a spokesman speaks; the wounded are brought to the hospital.
constexpr std::string_view kParagraph =
    "سقطت قذائف عدة على الحي الشرقي من المدينة فجر اليوم الثلاثاء، ما أدى إلى إصابة 12 مدنيا بجروح "
    "متفاوتة، وفق ما أفاد به "
    "مصدر طبي، وقال المتحدث باسم المجلس المحلي إن القصف استمر نحو ساعة كاملة واستهدف السوق القديم "
    "ومحيط المدرسة، وأضاف أن "
    "الأهالي نقلوا الجرحى إلى المستشفى الميداني بسياراتهم الخاصة.";

void analyse(benchmark::State& state, bool parse) {
  const auto analyser = isnad::Analyser::load(kModel);
  if (!analyser) {
    state.SkipWithError("languages/ar/analyser.model is needed: run this in the source folder");
    return;
  }
  isnad::Report report;
  report.text = kParagraph;
  report.zones = {{isnad::ZoneKind::kParagraph, {0, static_cast<uint32_t>(report.text.size())}}};
  const isnad::Text text = isnad::make_text(report);
  isnad::AnalysisWorkspace work;
  size_t words = 0;
  for (auto _ : state) {
    const isnad::Analysis analysis = analyser->analyse(text, report.text, work, {.parse = parse});
    words += analysis.size();
    benchmark::DoNotOptimize(analysis.head.data());
  }
  state.SetItemsProcessed(static_cast<int64_t>(words));
}

void words_to_tags(benchmark::State& state) { analyse(state, false); }
BENCHMARK(words_to_tags);
void words_to_tree(benchmark::State& state) { analyse(state, true); }
BENCHMARK(words_to_tree);

void load_model(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(isnad::Analyser::load(kModel).has_value());
}
BENCHMARK(load_model)->Unit(benchmark::kMillisecond);

}  // namespace
