// SPDX-License-Identifier: Apache-2.0
// For tests: the compiled lexicon of times and quantities, reports of one sentence, rows of
// scenario tables.
#pragma once

#include <charconv>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <memory>
#include <string>
#include <vector>

#include "isnad/lexicon/compile.h"
#include "isnad/lexicon/lexicon.h"
#include "isnad/mention/time/calendar.h"
#include "isnad/report/report.h"

namespace isnad::test {

inline std::filesystem::path source_folder() {
  const char* folder = std::getenv("ISNAD_SOURCE_DIR");
  return folder != nullptr ? folder : ".";
}

// Compiled once a process from languages/ar/time and quantity.
inline const Lexicon& mention_lexicon() {
  struct Holder {
    std::unique_ptr<std::byte, decltype(&std::free)> memory{nullptr, &std::free};
    std::unique_ptr<Lexicon> lexicon;
  };
  static const Holder holder = [] {
    const std::filesystem::path folders[] = {source_folder() / "languages/ar/time",
                                             source_folder() / "languages/ar/quantity"};
    const auto bytes = build_lexicon(folders);
    if (!bytes) throw std::runtime_error(describe(bytes.error()));
    Holder made;
    const size_t rounded = (bytes->size() + 63) / 64 * 64;
    made.memory.reset(static_cast<std::byte*>(std::aligned_alloc(64, rounded)));
    std::memcpy(made.memory.get(), bytes->data(), bytes->size());
    auto lexicon = Lexicon::view({made.memory.get(), bytes->size()});
    if (!lexicon) throw std::runtime_error(describe(lexicon.error()));
    made.lexicon = std::make_unique<Lexicon>(std::move(*lexicon));
    return made;
  }();
  return *holder.lexicon;
}

inline Report report_of(std::string text) {
  Report report;
  report.text = std::move(text);
  report.zones.push_back({ZoneKind::kParagraph, {0, static_cast<uint32_t>(report.text.size())}});
  return report;
}

// "2025-03-20", "2025-03-20T10:12", or empty.
inline std::optional<PublicationTime> publication(std::string_view text) {
  if (text.size() < 10) return std::nullopt;
  const auto number = [&](size_t from, size_t size) {
    int value = 0;
    std::from_chars(text.data() + from, text.data() + from + size, value);
    return value;
  };
  PublicationTime time;
  time.date = make_date(number(0, 4), number(5, 2), number(8, 2));
  if (text.size() >= 16) time.minute_of_day = number(11, 2) * 60 + number(14, 2);
  time.as_given = text;
  return time;
}

inline std::vector<std::string> split(const std::string& line) {
  std::vector<std::string> fields;
  size_t begin = 0;
  for (;;) {
    const size_t tab = line.find('\t', begin);
    fields.push_back(line.substr(begin, tab == std::string::npos ? tab : tab - begin));
    if (tab == std::string::npos) return fields;
    begin = tab + 1;
  }
}

// The rows of a scenario table, without its header and comments.
inline std::vector<std::vector<std::string>> scenario_rows(const std::string& path) {
  std::vector<std::vector<std::string>> rows;
  std::ifstream file(source_folder() / path);
  std::string line;
  for (bool header = true; std::getline(file, line); header = false) {
    if (!header && !line.empty() && line[0] != '#') rows.push_back(split(line));
  }
  return rows;
}

inline std::string words_of(const Report& report, ByteSpan span) {
  return report.text.substr(span.begin, span.size());
}

}  // namespace isnad::test
