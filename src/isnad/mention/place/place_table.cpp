// SPDX-License-Identifier: Apache-2.0
// Cutting a table's lines into fields, and refusing what would later be read wrongly.
#include "isnad/mention/place/place_table.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <fstream>
#include <sstream>

namespace isnad {
namespace {

template <class Part>
void each_part(std::string_view text, char separator, Part part) {
  for (size_t begin = 0; begin <= text.size();) {
    const size_t end = std::min(text.find(separator, begin), text.size());
    part(begin, text.substr(begin, end - begin));
    begin = end + 1;
  }
}

std::string_view trimmed(std::string_view text) {
  const size_t begin = text.find_first_not_of(' ');
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(' ') - begin + 1);
}

}  // namespace

Result<PlaceTable> PlaceTable::read(const std::filesystem::path& path) {
  std::error_code code;
  if (!std::filesystem::is_regular_file(path, code)) {
    return failure(ErrorCode::kMissingFile, "is no file; give the folder that holds the tables",
                   path.string());
  }
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  if (!in)
    return failure(ErrorCode::kCannotRead, "cannot be read; check its permissions", path.string());
  return parse(std::move(text).str(), path.string());
}

Result<PlaceTable> PlaceTable::parse(std::string text, std::string where) {
  PlaceTable table;
  table.bytes_ = std::move(text);
  table.where_ = std::move(where);
  size_t line_number = 0;
  std::string fault;
  each_part(table.bytes_, '\n', [&](size_t line_begin, std::string_view line) {
    ++line_number;
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    if (!fault.empty() || line.empty() || line.front() == '#') return;
    if (table.columns_.empty()) {
      each_part(line, '\t',
                [&](size_t, std::string_view name) { table.columns_.emplace_back(name); });
      return;
    }
    const size_t before = table.fields_.size();
    each_part(line, '\t', [&](size_t begin, std::string_view field) {
      table.fields_.push_back({line_begin + begin, field.size()});
    });
    if (table.fields_.size() - before != table.columns_.size()) {
      fault = "line " + std::to_string(line_number) + " has " +
              std::to_string(table.fields_.size() - before) + " fields, the header " +
              std::to_string(table.columns_.size()) + "; give each column a field";
      return;
    }
    table.lines_.push_back(line_number);
  });
  if (fault.empty() && (table.columns_.empty() || table.columns_[0] != "id")) {
    fault = "has no header line that begins with id; add one";
  }
  auto sorted = table.columns_;
  std::sort(sorted.begin(), sorted.end());
  if (fault.empty() && std::adjacent_find(sorted.begin(), sorted.end()) != sorted.end()) {
    fault = "names a column twice; rename one";
  }
  if (!fault.empty()) return failure(ErrorCode::kBadLexicon, std::move(fault), table.where_);
  if (auto good = table.check_ids(); !good) return tl::unexpected(good.error());
  return table;
}

Result<bool> PlaceTable::check_ids() const {
  for (size_t row = 0; row < size(); ++row) {
    const std::string_view id = field(row, "id");
    if (id.empty()) return failure(ErrorCode::kBadLexicon, "has no id; give it one", where(row));
    if (row > 0 && field(row - 1, "id") >= id) {
      return failure(ErrorCode::kBadLexicon,
                     "id " + std::string(id) + " is repeated or out of order; sort the rows by id",
                     where(row));
    }
  }
  return true;
}

bool PlaceTable::has(std::string_view column) const {
  return std::find(columns_.begin(), columns_.end(), column) != columns_.end();
}

std::string_view PlaceTable::field(size_t row, std::string_view column) const {
  const auto found = std::find(columns_.begin(), columns_.end(), column);
  if (found == columns_.end()) return {};
  const size_t at = row * columns_.size() + static_cast<size_t>(found - columns_.begin());
  return std::string_view(bytes_).substr(fields_[at].begin, fields_[at].size);
}

std::string PlaceTable::where(size_t row) const {
  return where_ + ":" + std::to_string(lines_[row]);
}

std::vector<std::string_view> list_of(std::string_view field) {
  std::vector<std::string_view> parts;
  each_part(field, ';', [&](size_t, std::string_view part) {
    if (const std::string_view text = trimmed(part); !text.empty()) parts.push_back(text);
  });
  return parts;
}

Result<double> number_of(std::string_view field, const std::string& where) {
  double value = 0;
  const auto [end, error] = std::from_chars(field.data(), field.data() + field.size(), value);
  if (error != std::errc() || end != field.data() + field.size() || !std::isfinite(value)) {
    return failure(ErrorCode::kBadLexicon,
                   "\"" + std::string(field) + "\" is no number; correct it", where);
  }
  return value;
}

}  // namespace isnad
