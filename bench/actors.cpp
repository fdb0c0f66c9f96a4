// SPDX-License-Identifier: Apache-2.0
// How fast parties are found once the lexicon's matches are there: bytes of the given text a
// second. The text is one made-up report of six sentences, repeated; the lexicon is languages/ar,
// compiled at the start. Instruction counts: `valgrind --tool=callgrind
// build/release/bin/bench_actors`.
#include <benchmark/benchmark.h>

#include <cstring>

#include "isnad/lexicon/compile.h"
#include "isnad/mention/actor/find_actors.h"
#include "isnad/report/read_plain.h"

namespace {

using namespace isnad;

// Gunmen attack a police post; an official, a monitor and a ministry speak.
constexpr std::string_view kReport =
    "هاجم مسلحون مجهولون فجر اليوم مركزا للشرطة جنوب المدينة، وقال مصدر أمني إن اشتباكات اندلعت "
    "بين "
    "عناصر من تنظيم داعش وقوات سوريا الديمقراطية.\n"
    "وأعلن المرصد السوري لحقوق الإنسان مقتل سبعة مدنيين، بينما نفت وزارة الدفاع السورية ذلك.\n"
    "وأضاف مسؤول في وزارة الصحة أن الجرحى نقلوا إلى المستشفى، وأن التنظيم لم يعلن مسؤوليته بعد.\n"
    "وقال وزير الخارجية التركي حقان فيدان إن بلاده تتابع الوضع، ودعا مجموعات مسلحة موالية لإيران "
    "إلى "
    "وقف القصف.\n"
    "وذكر شهود عيان أن طائرات حربية حلقت في سماء المنطقة مساء أمس من دون أن تقصف.\n"
    "ولم يصدر تعليق من التحالف الدولي الذي تقوده الولايات المتحدة حتى الآن.\n";

void find_actors(benchmark::State& state) {
  const std::filesystem::path folders[] = {"languages/ar"};
  const auto bytes = build_lexicon(folders);
  if (!bytes) {
    state.SkipWithError(("run from the source folder: " + describe(bytes.error())).c_str());
    return;
  }
  std::vector<char> storage(bytes->size() + 64);
  char* begin = storage.data() + (64 - reinterpret_cast<uintptr_t>(storage.data()) % 64) % 64;
  std::copy(bytes->begin(), bytes->end(), begin);
  const auto lexicon = Lexicon::view(std::as_bytes(std::span(begin, bytes->size())));
  const auto finder = ActorFinder::create(*lexicon);
  std::string given;
  while (given.size() < static_cast<size_t>(state.range(0))) given += kReport;
  const auto report = read_plain(std::string_view(given), {});
  const Text text = make_text(*report);
  const auto matches = lexicon->find_matches(text);
  for (auto _ : state) benchmark::DoNotOptimize(finder->find(text, matches, Analysis{}));
  state.SetBytesProcessed(static_cast<int64_t>(state.iterations()) *
                          static_cast<int64_t>(given.size()));
}
BENCHMARK(find_actors)->Arg(4 << 10)->Arg(64 << 10);

}  // namespace
