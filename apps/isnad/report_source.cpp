// SPDX-License-Identifier: Apache-2.0
// Lists the inputs first, by name alone, then reads one after the other.
#include "report_source.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <iostream>
#include <iterator>

#include "folder_index.h"
#include "isnad/base/mapped_file.h"

namespace isnad {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kStandardInput = "-";
// What a folder's report looks like by name; an input named on the command line may have any name.
constexpr std::array<std::string_view, 2> kTextEndings = {".txt", ".text"};
constexpr std::array<std::string_view, 3> kJsonLinesEndings = {".jsonl", ".ndjson", ".json"};

template <size_t kSize>
bool ends_in(const fs::path& path, const std::array<std::string_view, kSize>& endings) {
  const std::string ending = path.extension().string();
  return std::find(endings.begin(), endings.end(), ending) != endings.end();
}

bool may_hold_reports(const fs::path& path) {
  return path.extension().empty() || ends_in(path, kTextEndings) ||
         ends_in(path, kJsonLinesEndings);
}

bool is_hidden(const fs::path& path) { return path.filename().string().starts_with('.'); }

// All of a stream that is no regular file, or of standard input.
std::string all_of(std::istream& stream) {
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

std::string_view as_text(std::span<const std::byte> bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

// Errors of readers say where in the input; people need the input's name before it.
Result<Report> named(Result<Report> report, const std::string& path) {
  if (report || report.error().where.starts_with(path)) return report;
  Error error = std::move(report.error());
  error.where = error.where.empty() ? path : path + ": " + error.where;
  return tl::unexpected(std::move(error));
}

}  // namespace

ReportSource::ReportSource(InputOptions options) : options_(std::move(options)) {
  for (const std::string& path : options_.paths) add_path(path);
}

ReportDefaults ReportSource::defaults_for(std::string id) const {
  ReportDefaults defaults;
  defaults.id = std::move(id);
  defaults.published = options_.published;
  defaults.outlet = options_.outlet;
  return defaults;
}

// Claims are named after their report, so two files of one name get two ids.
void ReportSource::add_input(const std::string& path, ReportDefaults defaults) {
  const std::string id = defaults.id;
  auto place = std::lower_bound(ids_.begin(), ids_.end(), defaults.id);
  for (int copy = 2; place != ids_.end() && *place == defaults.id; ++copy) {
    defaults.id = id + "~" + std::to_string(copy);
    place = std::lower_bound(ids_.begin(), ids_.end(), defaults.id);
  }
  ids_.insert(place, defaults.id);
  inputs_.push_back({path, std::move(defaults), std::nullopt});
}

void ReportSource::add_path(const std::string& path) {
  std::error_code error;
  if (path == kStandardInput) {
    add_input(path, defaults_for("stdin"));
  } else if (fs::is_directory(path, error)) {
    add_folder(path);
  } else {
    add_input(path, defaults_for(fs::path(path).stem().string()));
  }
}

void ReportSource::add_folder(const fs::path& folder) {
  const auto fail = [&](ErrorCode code, std::string what, std::string where) {
    inputs_.push_back({folder.string(), {}, Error{code, std::move(what), std::move(where)}});
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
    return fail(ErrorCode::kEmpty, "the folder holds no reports (.txt or .jsonl)", folder.string());
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
    add_input(file.string(), std::move(defaults));
  }
}

bool ReportSource::is_json_lines(const std::string& path, std::string_view bytes) const {
  if (options_.form != InputForm::kAuto) return options_.form == InputForm::kJsonLines;
  if (ends_in(path, kJsonLinesEndings)) return true;
  if (ends_in(path, kTextEndings)) return false;
  constexpr std::string_view kBlank = " \t\r\n\xEF\xBB\xBF";
  const size_t first = bytes.find_first_not_of(kBlank);
  return first != std::string_view::npos && bytes[first] == '{';
}

std::optional<Result<Report>> ReportSource::read_record() {
  if (!records_) return std::nullopt;
  auto record = records_->next();
  if (!record) records_.reset();
  return record;
}

// A plain text is a report; JSON Lines become `records_`, and nothing is returned yet.
std::optional<Result<Report>> ReportSource::open(Input& input) {
  if (input.error) return tl::unexpected(std::move(*input.error));
  std::error_code error;
  const bool regular = input.path != kStandardInput && fs::is_regular_file(input.path, error);
  const bool stream =
      !regular && (input.path == kStandardInput || (!error && fs::exists(input.path, error)));
  const std::string name = input.path == kStandardInput ? "standard input" : input.path;
  if (stream) {
    if (input.path == kStandardInput) {
      buffer_ = all_of(std::cin);
    } else {
      std::ifstream file(input.path, std::ios::binary);
      buffer_ = all_of(file);
    }
    if (is_json_lines(input.path, buffer_)) {
      records_.emplace(JsonLinesReader::over(buffer_, name, std::move(input.defaults)));
      return std::nullopt;
    }
    return named(read_plain(std::string_view(buffer_), input.defaults), name);
  }
  const auto file = MappedFile::open(input.path);
  if (!file) return tl::unexpected(file.error());
  if (!is_json_lines(input.path, as_text(file->bytes())))
    return named(read_plain(file->bytes(), input.defaults), name);
  auto records = JsonLinesReader::open(input.path, std::move(input.defaults));
  if (!records) return tl::unexpected(records.error());
  records_.emplace(std::move(*records));
  return std::nullopt;
}

std::optional<Result<Report>> ReportSource::next() {
  for (;;) {
    if (auto record = read_record()) return record;
    if (next_input_ == inputs_.size()) return std::nullopt;
    if (auto report = open(inputs_[next_input_++])) return report;
  }
}

}  // namespace isnad
