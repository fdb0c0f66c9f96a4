// SPDX-License-Identifier: Apache-2.0
// See train_analyser.h.
#include "train/train_analyser.h"

#include <algorithm>
#include <fstream>
#include <optional>
#include <set>

#include "isnad/analysis/analyser.h"
#include "isnad/analysis/self_check.h"
#include "train/lemma_trainer.h"
#include "train/treebank.h"
#include "train/word_vectors.h"

namespace isnad::train {
namespace {

struct Parts {
  WordVectors vectors;
  StringTableBuilder strings;
  TrainedSegmenter segmenter;
  TrainedLemmas lemmas;
  TrainedNetwork network;
};

template <class T>
std::span<const T> view(const std::vector<T>& values) {
  return values;
}

ContainerWriter write_sections(const Parts& parts, const std::string& provenance,
                               const std::string& self_test) {
  ContainerWriter out(kAnalyserKind, kAnalyserVersion, provenance);
  out.add("shape", std::span<const NetworkShape>(&parts.network.shape, 1));
  out.add("weights", view(parts.network.weights));
  out.add("feature_keys", view(parts.network.feature_slots));
  out.add("feature_rows", view(parts.network.feature_rows));
  out.add("feature_scales", view(parts.network.feature_scales));
  out.add("vector_keys", view(parts.vectors.slots));
  out.add("vector_rows", view(parts.vectors.rows));
  out.add("vector_scales", view(parts.vectors.scales));
  out.add("string_offsets", view(parts.strings.offsets()));
  out.add("string_letters", view(parts.strings.letters()));
  out.add("segment_weights", view(parts.segmenter.weights));
  out.add("segment_scale", std::span<const float>(&parts.segmenter.scale, 1));
  out.add("whole_keys", view(parts.segmenter.whole_tokens.slots));
  out.add("whole_offsets", view(parts.segmenter.whole_tokens.offsets));
  out.add("whole_items", view(parts.segmenter.whole_tokens.items));
  out.add("stem_keys", view(parts.segmenter.stems.slots));
  out.add("stem_offsets", view(parts.segmenter.stems.offsets));
  out.add("stem_items", view(parts.segmenter.stems.items));
  out.add("lemma_keys", view(parts.lemmas.slots));
  out.add("edit_weights", view(parts.lemmas.speller.edit_weights));
  out.add("edit_keys", view(parts.lemmas.speller.edits.slots));
  out.add("edit_offsets", view(parts.lemmas.speller.edits.offsets));
  out.add("edit_items", view(parts.lemmas.speller.edits.items));
  out.add("self_test", std::span<const char>(self_test.data(), self_test.size()));
  return out;
}

// The self-test sentences with what the finished model makes of them.
Result<std::string> make_self_test(const AnalyserTrainingOptions& options) {
  std::ifstream file(options.self_test);
  if (!file)
    return failure(ErrorCode::kMissingFile, "cannot open the self-test sentences",
                   options.self_test.string());
  auto container = Container::open(options.output, kAnalyserKind, kAnalyserVersion);
  if (!container) return tl::unexpected(container.error());
  auto analyser = Analyser::over(std::move(*container), false);
  if (!analyser) return tl::unexpected(analyser.error());
  std::string out, line;
  AnalysisWorkspace work;
  while (std::getline(file, line)) {
    if (line.empty() || line.front() == '#') continue;
    const SpacedText spaced = make_spaced_text(line);
    out += line + "\n" +
           describe_for_self_test(analyser->analyse(spaced.text, spaced.bytes, work), true) + "\n";
  }
  return out;
}

// The network and the vectors it was trained with, out of a model made before.
Result<bool> take_network(const std::filesystem::path& path, Parts& parts) {
  auto container = Container::open(path, kAnalyserKind, kAnalyserVersion);
  if (!container) return tl::unexpected(container.error());
  std::optional<Error> error;
  const auto take = [&]<class T>(std::string_view name, std::vector<T>& values) {
    const auto section = container->section<T>(name);
    if (section) {
      values.assign(section->begin(), section->end());
    } else {
      error = section.error();
    }
  };
  std::vector<NetworkShape> shape;
  take("shape", shape);
  take("weights", parts.network.weights);
  take("feature_keys", parts.network.feature_slots);
  take("feature_rows", parts.network.feature_rows);
  take("feature_scales", parts.network.feature_scales);
  take("vector_keys", parts.vectors.slots);
  take("vector_rows", parts.vectors.rows);
  take("vector_scales", parts.vectors.scales);
  if (error) return tl::unexpected(*error);
  if (shape.size() != 1)
    return failure(ErrorCode::kDamagedFile, "the model has no shape", path.string());
  parts.network.shape = shape[0];
  return true;
}

std::string text_key(const TreebankSentence& sentence) {
  std::string key;
  for (const TreebankToken& token : sentence.tokens) key += token.surface;
  return key;
}

Result<std::vector<TreebankSentence>> read_all(const std::vector<std::filesystem::path>& paths) {
  std::vector<TreebankSentence> all;
  for (uint32_t i = 0; i < paths.size(); ++i) {
    auto read = read_treebank(paths[i], i, all);
    if (!read) return tl::unexpected(read.error());
  }
  // Sentences with trees first, then each text once.
  std::stable_partition(all.begin(), all.end(),
                        [](const TreebankSentence& s) { return s.has_tree; });
  std::set<std::string> seen;
  std::erase_if(all, [&](const TreebankSentence& s) {
    return !seen.insert(text_key(s)).second && !s.has_tree;
  });
  return all;
}

std::string describe_training(const AnalyserTrainingOptions& options, size_t sentences) {
  std::string out = "analyser trained on " + std::to_string(sentences) + " sentences of";
  for (const auto& path : options.train) {
    out += ' ';
    out += path.filename().string();
  }
  return out + "; " + std::to_string(options.most_vectors) + " news word vectors; seed " +
         std::to_string(options.seed) +
         "; CC BY-NC-SA 3.0, with attribution to PADT 1.0 and UD_Arabic-PADT, UD_Arabic-PUD, "
         "SaudiNewsNet";
}

}  // namespace

Result<bool> train_analyser(const AnalyserTrainingOptions& options, const Progress& progress) {
  auto sentences = read_all(options.train);
  if (!sentences) return tl::unexpected(sentences.error());
  if (sentences->empty())
    return failure(ErrorCode::kBadValue, "there is nothing to train on; name CoNLL-U files");
  auto dev = read_all(options.dev);
  if (!dev) return tl::unexpected(dev.error());
  Parts parts;
  const bool anew = options.network_from.empty();
  if (anew) {
    auto vectors = read_word_vectors(options.word_vectors, options.most_vectors);
    if (!vectors) return tl::unexpected(vectors.error());
    parts.vectors = std::move(*vectors);
  } else if (auto taken = take_network(options.network_from, parts); !taken) {
    return tl::unexpected(taken.error());
  }
  progress("read " + std::to_string(sentences->size()) + " sentences to train on");

  SegmentOptions segment = options.segment;
  segment.seed = options.seed;
  parts.segmenter =
      train_segmenter(*sentences, KeyTable(parts.vectors.slots), parts.strings, segment, progress);
  SpellerOptions lemmas = options.lemmas;
  lemmas.seed = options.seed;
  parts.lemmas = train_lemmas(*sentences, parts.strings, lemmas, progress);
  NetworkOptions network = options.network;
  network.seed = options.seed;
  if (anew) parts.network = train_network(*sentences, *dev, parts.vectors, network, progress);

  const std::string provenance = describe_training(options, sentences->size());
  auto written = write_sections(parts, provenance, "").write(options.output);
  if (!written || options.self_test.empty()) return written;
  auto self_test = make_self_test(options);
  if (!self_test) return tl::unexpected(self_test.error());
  return write_sections(parts, provenance, *self_test).write(options.output);
}

}  // namespace isnad::train
