// SPDX-License-Identifier: Apache-2.0
// Options and reading of the confidence model's gold.
#include "confidence_gold_options.h"

#include <cstdlib>

namespace isnad {

std::vector<Argument> gold_arguments(GoldOptions& options) {
  return {
      {"--sentences", "FILE",
       "Judged sentences: a CSV of id, event_type, label, accept, total, text", &options.sentences},
      {"--reports", "DIR", "Annotated reports: a folder of text/, gold/ and index.tsv",
       &options.reports},
      {"--penalty", "X", "L2 penalty of the weights", &options.penalty},
      {"--words-share", "X", "Share of a lone sentence's words against its claim's traits, 0 to 1",
       &options.words_share},
      {"--words-penalty", "X", "L2 penalty of the weights of words", &options.words_penalty},
      {"--meaning-penalty", "X", "L2 penalty of the weights of the sentence's meaning",
       &options.meaning_penalty},
      {"--meaning-share", "X", "Share of the meaning against letters and words, 0 to 1",
       &options.meaning_share},
      {"--lift", "X", "Nats that every lone sentence's words start from", &options.lift},
      {"--report-weight", "X", "Weight of a report's claim against a sentence's",
       &options.report_weight},
      {"--least", "X", "Confidence below which a claim is not made", &options.least},
      std::move(data_arguments(options.data).back()),
  };
}

train::ConfidenceTrainingOptions training_of(const GoldOptions& options) {
  train::ConfidenceTrainingOptions how;
  how.penalty = std::strtod(options.penalty.c_str(), nullptr);
  how.words_share = std::strtod(options.words_share.c_str(), nullptr);
  how.words.penalty = std::strtod(options.words_penalty.c_str(), nullptr);
  how.words.meaning_penalty = std::strtod(options.meaning_penalty.c_str(), nullptr);
  how.words.meaning_share = std::strtod(options.meaning_share.c_str(), nullptr);
  how.words.lift = std::strtod(options.lift.c_str(), nullptr);
  how.report_weight = std::strtod(options.report_weight.c_str(), nullptr);
  return how;
}

Result<train::ConfidenceGold> read_gold(const GoldOptions& options) {
  DataOptions data = options.data;
  data.unrated = true;
  const auto coder = load_coder(data);
  if (!coder) return tl::unexpected(coder.error());
  train::ConfidenceGold gold;
  for (const auto& file : options.sentences) {
    if (auto read = train::read_gold_sentences(file, *coder, gold); !read)
      return tl::unexpected(read.error());
  }
  for (const auto& folder : options.reports) {
    if (auto read = train::read_gold_reports(folder, *coder, gold); !read)
      return tl::unexpected(read.error());
  }
  if (gold.claims.empty())
    return failure(ErrorCode::kEmpty, "the gold has no claim; name --sentences or --reports");
  return gold;
}

std::vector<std::string> provenance_of(const GoldOptions& options,
                                       const train::ConfidenceGold& gold) {
  std::string inputs = "isnad train confidence";
  for (const auto& file : options.sentences)
    inputs += " --sentences " + std::filesystem::path(file).filename().string();
  for (const auto& folder : options.reports)
    inputs += " --reports " + std::filesystem::path(folder).filename().string();
  inputs += " --penalty " + options.penalty + " --words-share " + options.words_share +
            " --words-penalty " + options.words_penalty + " --meaning-penalty " +
            options.meaning_penalty + " --meaning-share " + options.meaning_share + " --lift " +
            options.lift + " --report-weight " + options.report_weight;
  return {inputs, std::to_string(gold.claims.size()) + " claims; see confidence.README.md"};
}

}  // namespace isnad
