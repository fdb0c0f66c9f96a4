// SPDX-License-Identifier: Apache-2.0
// What it costs to take the words of a lone sentence and to weigh them: one made-up sentence of 33
// words; run it from the project's folder.
#include "isnad/claim/sentence_words.h"

#include <benchmark/benchmark.h>

#include <cstdlib>

#include "isnad/analysis/analyser.h"
#include "isnad/report/read_plain.h"

namespace {

using namespace isnad;

// Five civilians were killed and others wounded in artillery fire on a town's market, says the
// civil defence; the army denies having fired.
constexpr const char* kSentence =
    "قتل خمسة مدنيين وأصيب عدد آخر بجروح متفاوتة مساء أمس في قصف مدفعي استهدف السوق الشعبي وسط "
    "البلدة، بحسب ما أعلن الدفاع المدني في بيان له، بينما نفى الجيش أن تكون قواته قد أطلقت النار.";

const RowTable& news_vectors() {
  static const auto analyser = Analyser::load("languages/ar/analyser.model");
  if (!analyser) std::abort();
  return analyser->tables().vectors;
}

void take_words(benchmark::State& state) {
  const RowTable& vectors = news_vectors();
  const auto report = read_plain(kSentence, {});
  const Text text = make_text(*report);
  for (auto _ : state) benchmark::DoNotOptimize(lone_sentence_words(*report, text, vectors));
}
BENCHMARK(take_words);

void weigh_words(benchmark::State& state) {
  const auto model = ConfidenceModel::load("languages/ar/confidence.model");
  if (!model) std::abort();
  const auto report = read_plain(kSentence, {});
  const Text text = make_text(*report);
  const auto words = lone_sentence_words(*report, text, news_vectors());
  for (auto _ : state) benchmark::DoNotOptimize(model->probability({}, "ASSAULT", words));
}
BENCHMARK(weigh_words);

}  // namespace
