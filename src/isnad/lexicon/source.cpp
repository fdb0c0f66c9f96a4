// SPDX-License-Identifier: Apache-2.0
// Reading TSV tables, gathering and overriding rows. The TOML side stands in frame_source.cpp.
#include "isnad/lexicon/source.h"

#include <algorithm>
#include <fstream>
#include <map>
#include <sstream>

namespace isnad {
namespace {

std::vector<std::string_view> split(std::string_view line, char separator) {
  std::vector<std::string_view> parts;
  size_t begin = 0;
  while (true) {
    const size_t end = line.find(separator, begin);
    parts.push_back(line.substr(begin, end - begin));
    if (end == std::string_view::npos) return parts;
    begin = end + 1;
  }
}

std::string_view trimmed(std::string_view text) {
  const size_t begin = text.find_first_not_of(" \t\r");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r") - begin + 1);
}

bool is_latin_id(std::string_view id) {
  return !id.empty() && std::all_of(id.begin(), id.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '_' || c == '.' || c == ':';
  });
}

Result<std::string> read_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream bytes;
  if (!file || !(bytes << file.rdbuf())) {
    // An empty file also fails to stream; that is no fault.
    if (file && std::filesystem::file_size(path) == 0) return std::string();
    return failure(ErrorCode::kCannotRead, "cannot be read", path.string());
  }
  return std::move(bytes).str();
}

// A table under construction: rows by id so that later folders override earlier ones.
struct Gathered {
  std::vector<std::string> columns;
  std::map<std::string, std::pair<std::vector<std::string>, std::string>>
      rows;                                 // id → fields, where
  std::map<std::string, size_t> folder_of;  // id → folder index
};

void gather(const SourceTable& table, size_t folder, Gathered& into,
            std::vector<LexiconFault>& faults) {
  std::vector<size_t> at;
  for (const auto& column : table.columns) {
    auto found = std::find(into.columns.begin(), into.columns.end(), column);
    at.push_back(static_cast<size_t>(found - into.columns.begin()));
    if (found == into.columns.end()) into.columns.push_back(column);
  }
  for (const auto& row : table.rows) {
    std::vector<std::string> fields(into.columns.size());
    for (size_t i = 0; i < row.fields.size(); ++i) fields[at[i]] = row.fields[i];
    const auto known = into.folder_of.find(row.id);
    if (known != into.folder_of.end() && known->second == folder) {
      faults.push_back({row.where, "the id " + row.id + " stands already at " +
                                       into.rows[row.id].second + "; ids are unique in a table"});
      continue;
    }
    into.rows[row.id] = {std::move(fields), row.where};
    into.folder_of[row.id] = folder;
  }
}

std::vector<std::filesystem::path> lexicon_files(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  std::error_code problem;
  for (std::filesystem::recursive_directory_iterator it(folder, problem), end; it != end;
       it.increment(problem)) {
    if (problem) break;
    const auto extension = it->path().extension();
    if (it->is_regular_file() && (extension == ".tsv" || extension == ".toml")) {
      files.push_back(it->path());
    }
  }
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace

int SourceTable::column(std::string_view column_name) const {
  const auto found = std::find(columns.begin(), columns.end(), column_name);
  return found == columns.end() ? -1 : static_cast<int>(found - columns.begin());
}

std::string_view SourceTable::field(const SourceRow& row, std::string_view column_name) const {
  const int index = column(column_name);
  if (index < 0 || static_cast<size_t>(index) >= row.fields.size()) return {};
  return row.fields[static_cast<size_t>(index)];
}

std::vector<std::string_view> list_items(std::string_view field) {
  std::vector<std::string_view> items;
  if (trimmed(field).empty()) return items;
  for (const auto part : split(field, ';')) {
    if (const auto item = trimmed(part); !item.empty()) items.push_back(item);
  }
  return items;
}

SourceTable parse_table(std::string_view text, std::string_view stem, const std::string& where,
                        std::vector<LexiconFault>& faults) {
  SourceTable table;
  table.name = std::string(stem);
  bool header_seen = false;
  size_t number = 0;
  for (auto line : split(text, '\n')) {
    ++number;
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    const std::string here = where + ":" + std::to_string(number);
    constexpr std::string_view kTableMark = "# table:";
    if (line.starts_with(kTableMark))
      table.name = std::string(trimmed(line.substr(kTableMark.size())));
    if (line.empty() || line.front() == '#') continue;
    const auto cells = split(line, '\t');
    if (!header_seen) {
      header_seen = true;
      if (trimmed(cells[0]) != "id") {
        faults.push_back({here, "the first column of the header must be named id"});
      }
      for (size_t i = 1; i < cells.size(); ++i) table.columns.emplace_back(trimmed(cells[i]));
      continue;
    }
    if (cells.size() > table.columns.size() + 1) {
      faults.push_back({here, "has " + std::to_string(cells.size()) +
                                  " cells where the header has " +
                                  std::to_string(table.columns.size() + 1)});
      continue;
    }
    SourceRow row{std::string(trimmed(cells[0])), std::vector<std::string>(table.columns.size()),
                  here};
    if (!is_latin_id(row.id)) {
      faults.push_back({here, "the id must be Latin letters, digits and - _ . :"});
      continue;
    }
    for (size_t i = 1; i < cells.size(); ++i) row.fields[i - 1] = std::string(trimmed(cells[i]));
    table.rows.push_back(std::move(row));
  }
  return table;
}

LexiconSource read_lexicon_source(std::span<const std::filesystem::path> folders) {
  LexiconSource source;
  std::map<std::string, Gathered> tables;
  for (size_t folder = 0; folder < folders.size(); ++folder) {
    if (!std::filesystem::is_directory(folders[folder])) {
      source.faults.push_back(
          {folders[folder].string(), "is no folder; name one that holds *.tsv files"});
      continue;
    }
    for (const auto& path : lexicon_files(folders[folder])) {
      auto text = read_file(path);
      if (!text) {
        source.faults.push_back({path.string(), text.error().what});
        continue;
      }
      const auto table =
          path.extension() == ".toml"
              ? parse_frames(*text, path.string(), source.faults)
              : parse_table(*text, path.stem().string(), path.string(), source.faults);
      gather(table, folder, tables[table.name], source.faults);
    }
  }
  for (auto& [name, gathered] : tables) {
    SourceTable table{name, std::move(gathered.columns), {}};
    for (auto& [id, row] : gathered.rows) {
      row.first.resize(table.columns.size());
      table.rows.push_back({id, std::move(row.first), std::move(row.second)});
    }
    source.tables.push_back(std::move(table));
  }
  return source;
}

}  // namespace isnad
