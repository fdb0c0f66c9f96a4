// SPDX-License-Identifier: Apache-2.0
// Four columns; what holds a tab or a line end is not kept.
#include "isnad/fetch/fetch_memory.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <sstream>

namespace isnad {
namespace {

constexpr std::string_view kHeader = "url\tetag\tlast_modified\tseen";

bool fits(const std::string& value) { return value.find_first_of("\t\r\n") == std::string::npos; }

}  // namespace

FetchMemory parse_fetch_memory(std::string_view text) {
  FetchMemory memory;
  while (!text.empty()) {
    const size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    std::array<std::string_view, 4> cells;
    size_t cell = 0;
    for (; cell < cells.size(); ++cell) {
      const size_t tab = line.find('\t');
      cells.at(cell) = line.substr(0, tab);
      if (tab == std::string_view::npos) break;
      line.remove_prefix(tab + 1);
    }
    if (cell != 3 || cells[0] == "url" || cells[0].empty()) continue;
    memory[std::string(cells[0])] = {std::string(cells[1]), std::string(cells[2]),
                                     std::string(cells[3])};
  }
  return memory;
}

std::string format_fetch_memory(const FetchMemory& memory) {
  std::string out(kHeader);
  out += '\n';
  for (const auto& [url, what] : memory) {
    if (!fits(url) || !fits(what.etag) || !fits(what.last_modified) || !fits(what.seen)) continue;
    out += url + '\t' + what.etag + '\t' + what.last_modified + '\t' + what.seen + '\n';
  }
  return out;
}

FetchMemory load_fetch_memory(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  if (file) text << file.rdbuf();
  return parse_fetch_memory(text.str());
}

Result<bool> save_fetch_memory(const FetchMemory& memory, const std::filesystem::path& path) {
  const std::filesystem::path fresh = path.string() + ".new";
  {
    std::ofstream file(fresh, std::ios::binary | std::ios::trunc);
    file << format_fetch_memory(memory);
    if (!file.flush()) {
      return failure(ErrorCode::kCannotWrite,
                     "cannot be written; the next run fetches everything again", path.string());
    }
  }
  std::error_code error;
  std::filesystem::rename(fresh, path, error);
  if (error) return failure(ErrorCode::kCannotWrite, error.message(), path.string());
  return true;
}

}  // namespace isnad
