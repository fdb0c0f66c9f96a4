// SPDX-License-Identifier: Apache-2.0
// Tab-separated lines into defaults by id.
#include "folder_index.h"

#include <algorithm>
#include <fstream>
#include <sstream>
#include <vector>

#include "isnad/report/publication_time.h"

namespace isnad {
namespace {

std::vector<std::string_view> fields_of(std::string_view line) {
  std::vector<std::string_view> fields;
  if (line.ends_with('\r')) line.remove_suffix(1);
  for (;;) {
    const size_t tab = line.find('\t');
    fields.push_back(line.substr(0, tab));
    if (tab == std::string_view::npos) return fields;
    line.remove_prefix(tab + 1);
  }
}

Result<ReportDefaults> row_of(const std::vector<std::string_view>& columns,
                              const std::vector<std::string_view>& fields,
                              const std::string& where) {
  ReportDefaults row;
  for (size_t i = 0; i < fields.size() && i < columns.size(); ++i) {
    if (fields[i].empty()) continue;
    if (columns[i] == "id") row.id = fields[i];
    if (columns[i] == "outlet") row.outlet = fields[i];
    if (columns[i] == "url") row.url = fields[i];
    if (columns[i] != "published") continue;
    auto published = parse_publication_time(fields[i]);
    if (!published) return failure(ErrorCode::kBadValue, published.error().what, where);
    row.published = std::move(*published);
  }
  return row;
}

}  // namespace

Result<FolderIndex> parse_folder_index(std::string_view text, const std::string& where) {
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  FolderIndex index;
  std::vector<std::string_view> columns;
  size_t line_number = 0;
  while (!text.empty()) {
    const size_t end = std::min(text.find('\n'), text.size());
    const auto line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    ++line_number;
    if (line.empty() || line == "\r" || line.starts_with('#')) continue;
    if (columns.empty()) {
      columns = fields_of(line);
      if (std::find(columns.begin(), columns.end(), "id") == columns.end()) {
        return failure(ErrorCode::kBadValue,
                       "the first line names no column id; write id, outlet, published",
                       where + ":" + std::to_string(line_number));
      }
      continue;
    }
    auto row = row_of(columns, fields_of(line), where + ":" + std::to_string(line_number));
    if (!row) return tl::unexpected(row.error());
    const std::string id = row->id;
    index.insert_or_assign(id, std::move(*row));
  }
  return index;
}

Result<FolderIndex> read_folder_index(const std::filesystem::path& folder) {
  const auto path = folder / "index.tsv";
  std::ifstream file(path, std::ios::binary);
  if (!file) return FolderIndex();
  std::ostringstream text;
  text << file.rdbuf();
  return parse_folder_index(text.str(), path.string());
}

}  // namespace isnad
