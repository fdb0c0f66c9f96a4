// SPDX-License-Identifier: Apache-2.0
// How fast text is analysed: words a second of each stage by itself and of the whole way from text
// to trees, and of the whole way with each copy of the arithmetic; how long loading takes. Reads
// languages/ar/analyser.model and examples/reports/, so run it in the source folder. Instructions a
// word: tools/count_instructions.sh PROGRAM analyser. Against UDPipe: bench/compare_udpipe.py.
#include "isnad/analysis/analyser.h"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>

#include "isnad/analysis/kernel.h"
#include "isnad/report/read_plain.h"

namespace {

constexpr const char* kModel = "languages/ar/analyser.model";
constexpr const char* kReports = "examples/reports";

// The example reports with their analysis: what each stage is given.
struct Material {
  std::optional<isnad::Analyser> analyser;
  std::vector<isnad::Report> reports;
  std::vector<isnad::Text> texts;
  std::vector<isnad::Analysis> analyses;
  size_t words = 0;

  Material() {
    auto loaded = isnad::Analyser::load(kModel);
    if (!loaded || !std::filesystem::is_directory(kReports)) return;
    std::vector<std::filesystem::path> paths;
    for (const auto& entry : std::filesystem::directory_iterator(kReports)) {
      if (entry.path().extension() == ".txt") paths.push_back(entry.path());
    }
    std::sort(paths.begin(), paths.end());
    isnad::AnalysisWorkspace work;
    for (const auto& path : paths) {
      std::ifstream file(path);
      const std::string bytes{std::istreambuf_iterator<char>(file), {}};
      auto report = isnad::read_plain(bytes, {});
      if (!report) continue;
      texts.push_back(isnad::make_text(*report));
      analyses.push_back(loaded->analyse(texts.back(), report->text, work));
      reports.push_back(std::move(*report));
      words += analyses.back().size();
    }
    if (words > 0) analyser.emplace(std::move(*loaded));
  }
};

// Nothing, and the benchmark says why, if the files are not there.
const Material* material(benchmark::State& state) {
  static const Material kMaterial;
  if (kMaterial.analyser) return &kMaterial;
  state.SkipWithError(
      "needs languages/ar/analyser.model and examples/reports: run in the source folder");
  return nullptr;
}

// Runs `once` over all reports again and again; items are words.
template <class Once>
void measure(benchmark::State& state, const Material& given, Once once) {
  for (auto _ : state) {
    for (size_t i = 0; i < given.reports.size(); ++i) once(i);
  }
  state.SetItemsProcessed(state.iterations() * static_cast<int64_t>(given.words));
}

void tokens(benchmark::State& state) {
  const Material* given = material(state);
  if (!given) return;
  measure(state, *given, [&](size_t i) {
    benchmark::DoNotOptimize(isnad::make_text(given->reports[i]).tokens.data());
  });
}
BENCHMARK(tokens);

void segments(benchmark::State& state) {
  const Material* given = material(state);
  if (!given) return;
  const isnad::Segmenter segmenter(given->analyser->tables().segment);
  isnad::Segmenter::Workspace work;
  isnad::Letters letters;
  measure(state, *given, [&](size_t i) {
    for (const isnad::Token& token : given->texts[i].tokens) {
      const isnad::ByteSpan span = token.given;
      isnad::plain_letters(std::string_view(given->reports[i].text).substr(span.begin, span.size()),
                           letters);
      if (token.kind == isnad::TokenKind::kWord) segmenter.segment(letters, {}, work);
    }
    benchmark::DoNotOptimize(work.best.count);
  });
}
BENCHMARK(segments);

void lemmas(benchmark::State& state) {
  const Material* given = material(state);
  if (!given) return;
  const isnad::Lemmatiser lemmatiser(given->analyser->tables().lemma);
  isnad::Letters letters;
  std::string out;
  measure(state, *given, [&](size_t i) {
    const isnad::Analysis& analysis = given->analyses[i];
    for (uint32_t w = 0; w < analysis.size(); ++w) {
      isnad::plain_letters(analysis.form_of(w), letters);
      out.clear();
      lemmatiser.write_lemma(letters, analysis.upos[w], analysis.features[w], out);
    }
    benchmark::DoNotOptimize(out.data());
  });
}
BENCHMARK(lemmas);

// The network alone, over rows of zeros: what it costs does not depend on what it reads. All words
// enter anew, as if none were in the cache.
void network(benchmark::State& state, bool parse) {
  const Material* given = material(state);
  if (!given) return;
  const isnad::ModelTables& tables = given->analyser->tables();
  const isnad::Network network(tables.shape, tables.weights);
  isnad::NetworkWorkspace work;
  measure(state, *given, [&](size_t i) {
    for (const isnad::WordSpan sentence : given->analyses[i].sentences) {
      if (sentence.empty()) continue;
      network.start(sentence.size(), work);
      network.enter(sentence.size(), work);
      work.rows_of_gates.resize(sentence.size());
      for (size_t t = 0; t < sentence.size(); ++t)
        work.rows_of_gates[t] = work.entered.data() + t * network.gates();
      network.run(sentence.size(), parse, work);
      benchmark::DoNotOptimize(work.tag_scores.data());
    }
  });
}
void network_to_tags(benchmark::State& state) { network(state, false); }
BENCHMARK(network_to_tags);
void network_to_arcs(benchmark::State& state) { network(state, true); }
BENCHMARK(network_to_arcs);

void analyse(benchmark::State& state, bool parse, isnad::kernel::Level level) {
  const Material* given = material(state);
  if (!given) return;
  if (isnad::kernel::use_at_most(level) == level) {
    isnad::AnalysisWorkspace work;
    measure(state, *given, [&](size_t i) {
      const isnad::Text text = isnad::make_text(given->reports[i]);
      const isnad::Analysis analysis =
          given->analyser->analyse(text, given->reports[i].text, work, {.parse = parse});
      benchmark::DoNotOptimize(analysis.head.data());
    });
  } else {
    state.SkipWithError("not on this processor");
  }
  isnad::kernel::use_at_most(isnad::kernel::Level::kAvx512);
}
void text_to_tags(benchmark::State& state) { analyse(state, false, isnad::kernel::level()); }
BENCHMARK(text_to_tags);
void text_to_tree(benchmark::State& state) { analyse(state, true, isnad::kernel::level()); }
BENCHMARK(text_to_tree);
void text_to_tree_avx512(benchmark::State& state) {
  analyse(state, true, isnad::kernel::Level::kAvx512);
}
BENCHMARK(text_to_tree_avx512);
void text_to_tree_avx2(benchmark::State& state) {
  analyse(state, true, isnad::kernel::Level::kAvx2);
}
BENCHMARK(text_to_tree_avx2);
void text_to_tree_baseline(benchmark::State& state) {
  analyse(state, true, isnad::kernel::Level::kBaseline);
}
BENCHMARK(text_to_tree_baseline);

void load_model(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(isnad::Analyser::load(kModel).has_value());
}
BENCHMARK(load_model)->Unit(benchmark::kMillisecond);

}  // namespace
