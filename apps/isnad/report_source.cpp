// SPDX-License-Identifier: Apache-2.0
// Lists the inputs first, by name alone, then reads one after the other.
#include "report_source.h"

#include <algorithm>

#include "folder_index.h"
#include "open_input.h"

namespace isnad {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kStandardInput = "-";

bool is_hidden(const fs::path& path) { return path.filename().string().starts_with('.'); }

uint64_t size_of(const std::string& path) {
  std::error_code error;
  const auto size = fs::file_size(path, error);
  return error ? 0 : size;
}

// A row of the index is the user's word on one file; a page's own is its template's.
void apply(const ReportDefaults& row, Report& report) {
  if (row.published) report.published = row.published;
  if (row.outlet) report.outlet = row.outlet;
  if (row.url) report.url = row.url;
}

}  // namespace

ReportSource::ReportSource(InputOptions options, Web web)
    : options_(std::move(options)), web_(std::move(web)) {
  for (const std::string& path : options_.paths) add_path(path);
  for (const Input& input : inputs_) bytes_ += size_of(input.path);
}

double ReportSource::share() const { return share_; }

// A record counts with its bytes, which packed files hold fewer of: the share is a guess, never
// over 1.
void ReportSource::count(const Result<CapturedReport>& record) {
  if (record) input_done_ = std::min<uint64_t>(input_bytes_, input_done_ + record->raw.size());
  if (bytes_ > 0)
    share_ = static_cast<double>(bytes_done_ + input_done_) / static_cast<double>(bytes_);
}

ReportDefaults ReportSource::defaults_for(std::string id) const {
  ReportDefaults defaults;
  defaults.id = std::move(id);
  defaults.published = options_.published;
  defaults.outlet = options_.outlet;
  return defaults;
}

// Claims are named after their report, so two files of one name get two ids.
void ReportSource::add_input(const std::string& path, std::string parent, ReportDefaults defaults) {
  const std::string id = defaults.id;
  auto place = std::lower_bound(ids_.begin(), ids_.end(), defaults.id);
  for (int copy = 2; place != ids_.end() && *place == defaults.id; ++copy) {
    defaults.id = id + "~" + std::to_string(copy);
    place = std::lower_bound(ids_.begin(), ids_.end(), defaults.id);
  }
  ids_.insert(place, defaults.id);
  inputs_.push_back({path, std::move(parent), std::move(defaults), std::nullopt, std::nullopt});
}

void ReportSource::add_path(const std::string& path) {
  std::error_code error;
  if (is_web_address(path)) {
    add_input(path, {}, defaults_for(path));
  } else if (path == kStandardInput) {
    add_input(path, "standard input", defaults_for("stdin"));
  } else if (fs::is_directory(path, error)) {
    add_folder(path);
  } else {
    add_input(path, "file:" + path, defaults_for(fs::path(path).stem().string()));
  }
}

void ReportSource::add_folder(const fs::path& folder) {
  const auto fail = [&](ErrorCode code, std::string what, std::string where) {
    inputs_.push_back(
        {folder.string(), {}, {}, {}, Error{code, std::move(what), std::move(where)}});
  };
  const auto index = read_folder_index(folder);
  if (!index) return fail(index.error().code, index.error().what, index.error().where);

  std::error_code error;
  std::vector<fs::path> files;
  auto entry = fs::recursive_directory_iterator(
      folder, fs::directory_options::skip_permission_denied, error);
  for (; !error && entry != fs::recursive_directory_iterator(); entry.increment(error)) {
    const bool is_folder = entry->is_directory();
    if (is_hidden(entry->path())) {
      if (is_folder) entry.disable_recursion_pending();
    } else if (!is_folder && may_hold_reports(entry->path())) {
      files.push_back(entry->path());
    } else if (!is_folder && entry->path().filename() != "index.tsv") {
      ++passed_over_;
    }
  }
  if (error)
    return fail(ErrorCode::kCannotRead, "the folder cannot be read: " + error.message(),
                folder.string());
  if (files.empty()) {
    return fail(
        ErrorCode::kEmpty,
        "the folder holds no reports (.txt, .jsonl, .html, .rss, .atom, .xml, .warc, .warc.gz)",
        folder.string());
  }
  std::sort(files.begin(), files.end());
  for (const fs::path& file : files) {
    auto id = file.lexically_relative(folder).replace_extension().generic_string();
    ReportDefaults defaults = defaults_for(id);
    if (const auto row = index->find(id); row != index->end()) {
      if (row->second.published) defaults.published = row->second.published;
      if (row->second.outlet) defaults.outlet = row->second.outlet;
      defaults.url = row->second.url;
    }
    add_input(file.string(), "folder:" + folder.string(), std::move(defaults));
    if (const auto row = index->find(id); row != index->end()) inputs_.back().row = row->second;
  }
}

// Makes `records_` of the input, or says why it cannot be read.
std::optional<Error> ReportSource::open(Input input) {
  if (input.error) return std::move(input.error);
  bytes_done_ += input_bytes_;
  input_done_ = 0;
  input_bytes_ = size_of(input.path);
  if (is_web_address(input.path)) {
    const WebOptions web{options_.form, options_.full, options_.feed_pages};
    pages_ = std::make_shared<WebSource>(input.path, web, web_, std::move(input.defaults));
    records_ = [pages = pages_] { return pages->next(); };
    row_.reset();
    return std::nullopt;
  }
  auto opened =
      open_input(input.path, options_.form, std::move(input.parent), std::move(input.defaults));
  if (!opened) return std::move(opened.error());
  records_ = std::move(opened->next);
  row_.reset();
  if (opened->form == InputForm::kHtml) row_ = std::move(input.row);
  return std::nullopt;
}

std::optional<Result<CapturedReport>> ReportSource::next() {
  for (;;) {
    if (records_) {
      auto record = records_();
      if (record && *record && row_) apply(*row_, (*record)->report);
      if (record) count(*record);
      if (record) return record;
      if (pages_) unchanged_ += pages_->unchanged();
      pages_.reset();
      records_ = nullptr;
    }
    if (next_input_ == inputs_.size()) return std::nullopt;
    if (auto error = open(std::move(inputs_[next_input_++])))
      return tl::unexpected(std::move(*error));
  }
}

}  // namespace isnad
