// SPDX-License-Identifier: Apache-2.0
// The engine, loaded once: a report in, its claims out. Const and thread-safe after loading.

#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "isnad/base/result.h"
#include "isnad/claim/claim.h"
#include "isnad/report/report.h"
#include "isnad/report/warning.h"

namespace isnad {

struct CodedReport {
  Report report;
  std::vector<Claim> claims;  // in text order
  std::vector<Warning> warnings;
  std::vector<Feature> sentence_words;  // claim/sentence_words, of a report of one sentence
};

// Where the compiled knowledge stands; see `data_folder` of the command line.
struct CoderPaths {
  std::filesystem::path lexicon;     // lexicon.bin
  std::filesystem::path gazetteer;   // gazetteer.bin
  std::filesystem::path analyser;    // analyser.model
  std::filesystem::path confidence;  // confidence.model; empty: claims are not rated
  std::filesystem::path names;  // names.model; empty: only names that the lexicon helps to find
  bool explain = false;         // fill each event's trace: a line a decision
  bool keep_features = false;   // keep what confidence is read from, for training
};

class Coder {
 public:
  // Errors: kMissingFile, kDamagedFile; every fault of the files is in the message.
  [[nodiscard]] static Result<Coder> load(const CoderPaths& paths);
  Coder(Coder&&) noexcept;
  Coder& operator=(Coder&&) noexcept;
  ~Coder();

  [[nodiscard]] CodedReport code(Report report) const;

  // Identity of the knowledge in use, for `isnad version` and for records: "lexicon 0123…,
  // gazetteer …".
  [[nodiscard]] std::string versions() const;

 private:
  struct Parts;
  explicit Coder(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace isnad
