// SPDX-License-Identifier: Apache-2.0
// The reports that files, folders and standard input hold, one after the other, in an order that
// depends on nothing but names: arguments as given, a folder's files by path.
#pragma once

#include <atomic>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "input_form.h"
#include "isnad/base/result.h"
#include "isnad/report/captured_report.h"
#include "isnad/report/read_plain.h"
#include "web_source.h"

namespace isnad {

struct InputOptions {
  std::vector<std::string> paths;  // files, folders, "-" for standard input, web addresses
  InputForm form = InputForm::kAuto;
  std::optional<PublicationTime> published;  // where neither record nor index says it
  std::optional<std::string> outlet;
  bool full = false;
  int feed_pages = 1;
};

class ReportSource {
 public:
  // `web`: through which addresses are fetched.
  ReportSource(InputOptions options, Web web);
  ReportSource(const ReportSource&) = delete;
  ReportSource& operator=(const ReportSource&) = delete;

  // The next report, or why one could not be read; nothing after the last. An error's `where`
  // begins with the path.
  [[nodiscard]] std::optional<Result<CapturedReport>> next();
  // Files of a folder that hold no reports, judging by their names.
  [[nodiscard]] size_t passed_over() const { return passed_over_; }
  // Of web addresses: what has not changed since the memory's last answer.
  [[nodiscard]] size_t unchanged() const { return unchanged_; }
  // How much of the files has been read, 0 to 1; 0 while that is not known. May be asked by another
  // thread.
  [[nodiscard]] double share() const;

 private:
  struct Input {
    std::string path;
    std::string parent;  // as Capture says it: what holds the file, or the file its records
    ReportDefaults defaults;
    std::optional<ReportDefaults> row;  // of the folder's index: goes before what a page says
    std::optional<Error> error;         // it cannot be read at all
  };
  void add_path(const std::string& path);
  void add_folder(const std::filesystem::path& folder);
  void add_input(const std::string& path, std::string parent, ReportDefaults defaults);
  [[nodiscard]] ReportDefaults defaults_for(std::string id) const;
  [[nodiscard]] std::optional<Error> open(Input input);

  void count(const Result<CapturedReport>& record);

  InputOptions options_;
  Web web_;
  std::vector<Input> inputs_;
  std::vector<std::string> ids_;  // given so far, sorted
  size_t next_input_ = 0;
  size_t passed_over_ = 0;
  size_t unchanged_ = 0;
  uint64_t bytes_ = 0;       // of all files
  uint64_t bytes_done_ = 0;  // of files read to their end
  uint64_t input_bytes_ = 0;
  uint64_t input_done_ = 0;  // of the file being read, as its records count
  std::atomic<double> share_ = 0;
  CapturedReports records_;  // of the input being read
  std::shared_ptr<WebSource> pages_;
  std::optional<ReportDefaults> row_;
};

}  // namespace isnad
