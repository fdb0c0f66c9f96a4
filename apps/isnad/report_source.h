// SPDX-License-Identifier: Apache-2.0
// The reports that files, folders and standard input hold, one after the other, in an order that
// depends on nothing but names: arguments as given, a folder's files by path.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "isnad/base/result.h"
#include "isnad/report/json_lines_reader.h"
#include "isnad/report/report.h"

namespace isnad {

enum class InputForm { kAuto, kText, kJsonLines };

struct InputOptions {
  std::vector<std::string> paths;  // files, folders, "-" for standard input
  InputForm form = InputForm::kAuto;
  std::optional<PublicationTime> published;  // where neither record nor index says it
  std::optional<std::string> outlet;
};

class ReportSource {
 public:
  explicit ReportSource(InputOptions options);
  ReportSource(const ReportSource&) = delete;
  ReportSource& operator=(const ReportSource&) = delete;

  // The next report, or why one could not be read; nothing after the last. An error's `where`
  // begins with the path.
  [[nodiscard]] std::optional<Result<Report>> next();
  // Files of a folder that hold no reports, judging by their names.
  [[nodiscard]] size_t passed_over() const { return passed_over_; }

 private:
  struct Input {
    std::string path;
    ReportDefaults defaults;
    std::optional<Error> error;  // it cannot be read at all
  };
  void add_path(const std::string& path);
  void add_folder(const std::filesystem::path& folder);
  void add_input(const std::string& path, ReportDefaults defaults);
  [[nodiscard]] ReportDefaults defaults_for(std::string id) const;
  std::optional<Result<Report>> open(Input& input);
  [[nodiscard]] std::optional<Result<Report>> read_record();
  [[nodiscard]] bool is_json_lines(const std::string& path, std::string_view bytes) const;

  InputOptions options_;
  std::vector<Input> inputs_;
  std::vector<std::string> ids_;  // given so far, sorted
  size_t next_input_ = 0;
  size_t passed_over_ = 0;
  std::string buffer_;  // of the input that records_ reads, where it is no regular file
  std::optional<JsonLinesReader> records_;
};

}  // namespace isnad
