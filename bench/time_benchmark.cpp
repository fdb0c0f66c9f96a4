// SPDX-License-Identifier: Apache-2.0
// How fast times and quantities are found once tokens and matches are there: bytes of the given
// text a second, each alone and both. The text is one made-up report of about 1.5 KB, dense in
// times and figures, repeated to 64 KB; run it from the project's folder. Instruction counts:
// valgrind --tool=callgrind.
#include <benchmark/benchmark.h>

#include <cstdlib>
#include <cstring>

#include "isnad/lexicon/compile.h"
#include "isnad/mention/quantity/find_quantities.h"
#include "isnad/mention/time/find_times.h"

namespace {

using namespace isnad;

// Three civilians killed in last night's shelling of a city's east; a truce of a week before;
// figures since the beginning of the year.
constexpr std::string_view kReport =
    "قُتل ثلاثة مدنيين بينهم طفلان وأصيب 12 آخرون بجروح، مساء أمس الأربعاء، في قصف مدفعي على "
    "الأحياء الشرقية من "
    "المدينة، وفق ما أفاد به مصدر طبي. وقال المتحدث باسم المجلس المحلي إن القصف بدأ عند الساعة "
    "السابعة والنصف مساءً "
    "واستمر نحو ساعتين، مؤكداً أن فرق الإسعاف وصلت إلى المكان بعد دقائق، وأن الأهالي نقلوا الجرحى "
    "إلى المستشفى "
    "الميداني بسياراتهم الخاصة. وذكر شهود عيان أنهم سمعوا دوي انفجارات متتالية قبل أن تتصاعد أعمدة "
    "الدخان من وسط "
    "الحي، فيما لم تعلن أي جهة مسؤوليتها عن الهجوم حتى صباح اليوم. ورجح مصدر عسكري أن تكون القذائف "
    "قد أطلقت من "
    "التلال الواقعة إلى الغرب من المدينة. ويأتي هذا القصف بعد أسبوع من هدنة أعلنت في 12 آذار/مارس "
    "2025 بوساطة أممية، "
    "وقد تبادل الطرفان الاتهامات بخرقها أكثر من مرة خلال الأيام الماضية. وكان ما لا يقل عن 45 شخصاً "
    "قد قتلوا منذ "
    "بداية العام، بحسب منظمة محلية توثق الانتهاكات في المنطقة وتصدر تقريراً عنها كل شهر.\n";

struct Input {
  std::unique_ptr<std::byte, decltype(&std::free)> memory{nullptr, &std::free};
  std::unique_ptr<Lexicon> lexicon;
  Report report;
  Text text;
  std::vector<Match> matches;
  TimeContext context;
};

const Input& input() {
  static const Input held = [] {
    Input made;
    const std::filesystem::path folders[] = {"languages/ar"};
    const auto bytes = build_lexicon(folders);
    if (!bytes) std::abort();
    made.memory.reset(
        static_cast<std::byte*>(std::aligned_alloc(64, (bytes->size() + 63) / 64 * 64)));
    std::memcpy(made.memory.get(), bytes->data(), bytes->size());
    made.lexicon = std::make_unique<Lexicon>(*Lexicon::view({made.memory.get(), bytes->size()}));
    while (made.report.text.size() < 64 * 1024) {
      const auto begin = static_cast<uint32_t>(made.report.text.size());
      made.report.text += kReport;
      made.report.zones.push_back(
          {ZoneKind::kParagraph, {begin, static_cast<uint32_t>(made.report.text.size()) - 1}});
    }
    made.text = make_text(made.report);
    made.matches = made.lexicon->find_matches(made.text);
    PublicationTime time;
    time.date = std::chrono::year{2025} / 3 / 20;
    made.context.published = time;
    return made;
  }();
  return held;
}

void count(benchmark::State& state) {
  state.SetBytesProcessed(static_cast<int64_t>(state.iterations()) *
                          static_cast<int64_t>(input().report.text.size()));
}

void find_times(benchmark::State& state) {
  const auto finder = TimeFinder::create(*input().lexicon);
  for (auto _ : state) {
    benchmark::DoNotOptimize(finder->find(input().text, input().matches, input().context));
  }
  count(state);
}
BENCHMARK(find_times);

void find_quantities(benchmark::State& state) {
  const auto times = TimeFinder::create(*input().lexicon);
  const auto finder = QuantityFinder::create(*input().lexicon);
  const auto found = times->find(input().text, input().matches, input().context);
  for (auto _ : state) {
    benchmark::DoNotOptimize(finder->find(input().text, input().matches, found.times));
  }
  count(state);
}
BENCHMARK(find_quantities);

void find_both(benchmark::State& state) {
  const auto times = TimeFinder::create(*input().lexicon);
  const auto finder = QuantityFinder::create(*input().lexicon);
  for (auto _ : state) {
    const auto found = times->find(input().text, input().matches, input().context);
    benchmark::DoNotOptimize(finder->find(input().text, input().matches, found.times));
  }
  count(state);
}
BENCHMARK(find_both);

}  // namespace
