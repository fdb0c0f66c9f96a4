// SPDX-License-Identifier: Apache-2.0
// How fast text is read: bytes of the given text a second for folding alone, for the layout, and
// for make_text whole. The text is one made-up news report of about 2 KB, repeated; instruction
// counts come from `valgrind --tool=callgrind build/release/bin/bench_text --benchmark_filter=…`.
#include "isnad/text/text.h"

#include <benchmark/benchmark.h>

#include "isnad/report/read_plain.h"
#include "isnad/text/fold.h"

namespace {

// Shells fall on the eastern quarter of a city: title, dateline, four paragraphs, a heading, a
// byline.
constexpr std::string_view kReport =
    "قصف يطال الحي الشرقي وأنباء عن إصابات\n\nحمص (الضفة) – سقطت قذائف عدة على الحي الشرقي من "
    "المدينة في تمام الساعة "
    "٠٥:٤٠ من فجر اليوم الثلاثاء، ما أدى إلى إصابة 12 مدنيّاً بجروح متفاوتة، وفق ما أفاد به مصدر "
    "طبي.\nوقال المتحدّث باسم "
    "المجلس المحلي إن «القصف استمر نحو ساعة كاملة، واستهدف السوق القديم ومحيط المدرسة»، مؤكداً أن "
    "فرق الإسعاف وصلت إلى "
    "المكان بعد دقائق. وأضاف أن الأهالي نقلوا الجرحى إلى المستشفى الميداني بسياراتهم الخاصة.\nشهود "
    "يروون ما جرى\nوذكر "
    "شهود عيان أنهم سمعوا دويّ انفجارات متتالية قبل أن تتصاعد أعمدة الدخان من وسط الحي، فيما لم "
    "تعلن أي جهة مسؤوليتها "
    "عن الهجوم حتى مساء اليوم. ورجّح مصدر عسكري أن تكون القذائف قد أُطلقت من التلال الواقعة إلى "
    "الغرب من المدينة، على "
    "بعد نحو 7 كيلومترات.\nويأتي هذا القصف بعد أسبوع من هدنة أُعلنت في 16/1/2024 بوساطة أممية، وقد "
    "تبادل الطرفان الاتهامات "
    "بخرقها أكثر من مرّة خلال الأيام الماضية.\nإعداد: سالم حسن\n";

std::string reports_of(size_t bytes) {
  std::string text;
  while (text.size() < bytes) text += kReport;
  return text;
}

void count_bytes(benchmark::State& state, size_t bytes) {
  state.SetBytesProcessed(static_cast<int64_t>(state.iterations()) * static_cast<int64_t>(bytes));
}

void fold_with_map(benchmark::State& state) {
  const std::string text = reports_of(static_cast<size_t>(state.range(0)));
  for (auto _ : state) benchmark::DoNotOptimize(isnad::fold(text));
  count_bytes(state, text.size());
}
BENCHMARK(fold_with_map)->Arg(4 << 10)->Arg(1 << 20);

void read_plain_bytes(benchmark::State& state) {
  const std::string text = reports_of(static_cast<size_t>(state.range(0)));
  for (auto _ : state) benchmark::DoNotOptimize(isnad::read_plain(std::string_view(text), {}));
  count_bytes(state, text.size());
}
BENCHMARK(read_plain_bytes)->Arg(4 << 10)->Arg(1 << 20);

void make_text_whole(benchmark::State& state) {
  const isnad::Report report =
      isnad::read_plain(reports_of(static_cast<size_t>(state.range(0))), {}).value();
  for (auto _ : state) benchmark::DoNotOptimize(isnad::make_text(report));
  count_bytes(state, report.text.size());
}
BENCHMARK(make_text_whole)->Arg(4 << 10)->Arg(1 << 20);

}  // namespace
