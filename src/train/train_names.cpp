// SPDX-License-Identifier: Apache-2.0
// See train_names.h.
#include "train/train_names.h"

#include <algorithm>
#include <cstdio>

#include "isnad/mention/name/name_tagger.h"

namespace isnad::train {
namespace {

// A further token of a given token that our tokens cut goes on with its name.
uint8_t label_of(const NameSentence& sentence, const std::vector<uint32_t>& given, size_t t) {
  const uint8_t label = sentence.labels[std::min<size_t>(given[t], sentence.labels.size() - 1)];
  const bool further = t > 0 && given[t] == given[t - 1] && label != kNoName && begins_name(label);
  return static_cast<uint8_t>(label + (further ? 1 : 0));
}

std::vector<NameExample> make_examples(const std::vector<NameSentence>& sentences,
                                       const NameKnowledge& knowledge,
                                       const WordClusters& clusters) {
  std::vector<NameExample> out;
  AnalysisWorkspace work;
  std::vector<NameWord> words;
  for (const NameSentence& sentence : sentences) {
    with_analysis(sentence, knowledge, work,
                  [&](const TokenTable& tokens, const Analysis& analysis,
                      const std::vector<uint32_t>& given) {
                    read_name_words(tokens, analysis, knowledge.analyser.tables().vectors, clusters,
                                    words);
                    NameExample example;
                    example.begin.push_back(0);
                    std::array<uint64_t, kMostNameFeatures> keys;
                    for (size_t t = 0; t < words.size(); ++t) {
                      const size_t count = find_name_features(words, t, keys);
                      example.keys.insert(example.keys.end(), keys.begin(),
                                          keys.begin() + static_cast<std::ptrdiff_t>(count));
                      example.begin.push_back(static_cast<uint32_t>(example.keys.size()));
                      example.labels.push_back(label_of(sentence, given, t));
                    }
                    out.push_back(std::move(example));
                  });
  }
  return out;
}

struct Name {
  uint32_t begin, end;
  NameType type;
  friend bool operator==(const Name&, const Name&) = default;
};

std::vector<Name> gold_names(const NameSentence& sentence) {
  std::vector<Name> out;
  for (uint32_t t = 0; t < sentence.labels.size(); ++t) {
    const uint8_t label = sentence.labels[t];
    if (label == kNoName) continue;
    if (begins_name(label)) {
      out.push_back({t, t + 1, type_of_label(label)});
    } else {
      out.back().end = t + 1;
    }
  }
  return out;
}

void count(const std::vector<Name>& gold, const std::vector<Name>& found, NameScores& scores) {
  for (const Name& name : gold) ++scores.of[static_cast<size_t>(name.type)].gold;
  for (const Name& name : found) {
    NameScore& score = scores.of[static_cast<size_t>(name.type)];
    ++score.found;
    score.right += std::find(gold.begin(), gold.end(), name) != gold.end();
  }
}

template <class T>
std::span<const T> view(const std::vector<T>& values) {
  return values;
}

}  // namespace

Result<NameScores> evaluate_names(const std::filesystem::path& corpus, const NameModel& model,
                                  const NameKnowledge& knowledge) {
  std::vector<NameSentence> sentences;
  auto read = read_names(corpus, sentences);
  if (!read) return tl::unexpected(read.error());
  NameScores scores;
  AnalysisWorkspace work;
  NameWorkspace names;
  for (const NameSentence& sentence : sentences) {
    with_analysis(
        sentence, knowledge, work,
        [&](const TokenTable& tokens, const Analysis& analysis,
            const std::vector<uint32_t>& given) {
          std::vector<Name> found;
          for (const NameMention& name : find_names(model, tokens, analysis, names))
            found.push_back({given[name.tokens.begin], given[name.tokens.end - 1] + 1, name.type});
          count(gold_names(sentence), found, scores);
        });
  }
  for (const NameType type : {NameType::kPerson, NameType::kPlace, NameType::kOrganisation}) {
    const NameScore& score = scores.of[static_cast<size_t>(type)];
    scores.all.right += score.right;
    scores.all.found += score.found;
    scores.all.gold += score.gold;
  }
  return scores;
}

std::string describe_scores(const NameScores& scores) {
  std::string out;
  char part[80];
  for (uint32_t t = 0; t < kNameTypes; ++t) {
    std::snprintf(part, sizeof part, "%s %.1f ", kNameTypeNames[t].data(), scores.of[t].f1());
    out += part;
  }
  const NameScore& all = scores.all;
  const auto share = [](size_t right, size_t of) {
    return of == 0 ? 0.0 : 100.0 * static_cast<double>(right) / static_cast<double>(of);
  };
  std::snprintf(part, sizeof part, "PERS+LOC+ORG P %.2f R %.2f F1 %.2f (%zu names)",
                share(all.right, all.found), share(all.right, all.gold), all.f1(), all.gold);
  return out + part;
}

Result<bool> train_names(const NameTrainingOptions& options, const NameKnowledge& knowledge,
                         const Progress& progress) {
  std::vector<NameSentence> sentences;
  std::string provenance = "names trained on";
  for (const auto& path : options.train) {
    auto read = read_names(path, sentences);
    if (!read) return tl::unexpected(read.error());
    provenance += ' ' + path.filename().string();
  }
  if (sentences.empty())
    return failure(ErrorCode::kBadValue, "there is nothing to train on; name corpora of names");
  const RowTable& vectors = knowledge.analyser.tables().vectors;
  const auto fine = cluster_vectors(vectors, options.fine, options.names.seed);
  const auto coarse = cluster_vectors(vectors, options.coarse, options.names.seed + 1);
  progress("names: " + std::to_string(sentences.size()) + " sentences, word vectors in " +
           std::to_string(options.fine) + " and " + std::to_string(options.coarse) + " clusters");
  const auto examples = make_examples(sentences, knowledge, {fine, coarse});
  const TrainedNames names =
      learn_names(examples, options.names, [&](uint32_t epoch, double right) {
        char line[80];
        std::snprintf(line, sizeof line, "names: epoch %u, %.2f %% of the tokens right", epoch,
                      100.0 * right);
        progress(line);
      });
  provenance += "; seed " + std::to_string(options.names.seed) +
                "; CC BY-NC-SA 4.0, with attribution to the corpora";
  ContainerWriter out(kNamesKind, kNamesVersion, provenance);
  out.add("feature_keys", view(names.feature_slots));
  out.add("feature_rows", view(names.feature_rows));
  out.add("feature_scales", view(names.feature_scales));
  out.add("fine", view(fine));
  out.add("coarse", view(coarse));
  out.add("steps", view(names.steps));
  auto written = out.write(options.output);
  if (!written) return written;
  const auto model = NameModel::load(options.output, knowledge.analyser);
  if (!model) return tl::unexpected(model.error());
  for (const auto& path : options.dev) {
    const auto scores = evaluate_names(path, *model, knowledge);
    if (!scores) return tl::unexpected(scores.error());
    progress(path.filename().string() + ": " + describe_scores(*scores));
  }
  return true;
}

}  // namespace isnad::train
