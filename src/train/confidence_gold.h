// SPDX-License-Identifier: Apache-2.0
// Claims with the share of judges who call each an event: what the confidence model learns from.
//
//   sentences  a CSV of id, event_type, accept, reject, total, text: single sentences, each judged
//   by
//              several annotators on one type (the Arabic gold-standard records)
//   reports    a folder of text/<id>.txt, gold/<id>.json and index.tsv: whole reports whose events
//              are annotated; a claim is right that stands for one (pairs as in score_claims.py),
//              or tells one again in the same words' sentence
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "isnad/base/result.h"
#include "isnad/event/confidence_model.h"
#include "isnad/pipeline/coder.h"

namespace isnad::train {

struct RatedClaim {
  std::string source;    // which input it comes from
  std::string document;  // claims of one document stay in one fold
  std::string bag;       // claims of one bag share their label: of them the surest one is meant
  std::vector<Feature> features;
  float right = 0;                  // share of judges who call it an event, 0…1
  bool stands_for_event = false;    // of a report: paired one to one with an annotated event
  bool counts_for_sentence = true;  // told as having happened: what a sentence is judged by
};

// One sentence as its annotators judged it; for scoring detection. A sentence without a claim has
// score 0.
struct JudgedSentence {
  std::string bag;
  std::string label;  // "yes", "easy no", "difficult no", "ambiguous"
  std::string type;
  std::string document;
  std::vector<Feature> words;  // see claim/sentence_words.h; none where the text has two sentences
  float right = 0;             // share of judges who call it an event, 0…1
};

struct ConfidenceGold {
  std::vector<RatedClaim> claims;
  std::vector<JudgedSentence> sentences;
  std::map<std::string, size_t> events;  // annotated events of the reports, by source
};

// Codes the sentences and appends their claims of the type judged. Errors: kMissingFile, kBadValue
// where a column is missing.
[[nodiscard]] Result<bool> read_gold_sentences(const std::filesystem::path& csv, const Coder& coder,
                                               ConfidenceGold& out);

// Codes the reports and appends their claims. Errors: kMissingFile, kBadJson, kBadValue.
[[nodiscard]] Result<bool> read_gold_reports(const std::filesystem::path& folder,
                                             const Coder& coder, ConfidenceGold& out);

}  // namespace isnad::train
