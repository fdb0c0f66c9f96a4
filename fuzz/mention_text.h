// SPDX-License-Identifier: Apache-2.0
// For the fuzz targets of times and quantities: bytes become a report of words the readers know,
// and the compiled tables of languages/ar/time and quantity.
#pragma once

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <string>
#include <vector>

#include "isnad/lexicon/compile.h"
#include "isnad/lexicon/lexicon.h"
#include "isnad/report/report.h"

namespace fuzz {

// The folder of the tables: found from the working directory upwards.
inline std::filesystem::path language_folder() {
  std::filesystem::path at = std::filesystem::current_path();
  for (int i = 0; i < 6; ++i, at = at.parent_path()) {
    if (std::filesystem::exists(at / "languages/ar/time")) return at / "languages/ar";
  }
  std::fputs("languages/ar is not found from here upwards: run this in the checkout\n", stderr);
  std::abort();
}

inline const isnad::Lexicon& lexicon() {
  static const isnad::Lexicon* held = [] {
    const std::filesystem::path folders[] = {language_folder() / "time",
                                             language_folder() / "quantity"};
    const auto bytes = isnad::build_lexicon(folders);
    if (!bytes) std::abort();
    void* memory = std::aligned_alloc(64, (bytes->size() + 63) / 64 * 64);
    std::memcpy(memory, bytes->data(), bytes->size());
    auto lexicon = isnad::Lexicon::view({static_cast<const std::byte*>(memory), bytes->size()});
    if (!lexicon) std::abort();
    return new isnad::Lexicon(std::move(*lexicon));
  }();
  return *held;
}

// All spellings of the tables, as they stand in their first column of text.
inline const std::vector<std::string>& words() {
  static const std::vector<std::string>* held = [] {
    auto* all = new std::vector<std::string>;
    for (const auto name : lexicon().table_names()) {
      const isnad::Table table = lexicon().table(name);
      for (isnad::RowId row = table.begin; row < table.end; ++row) {
        all->emplace_back(lexicon().field(row, "ar"));
      }
    }
    return all;
  }();
  return *held;
}

// Two bytes a word or mark: text the grammar has something to say about.
inline isnad::Report report_of(const uint8_t* data, size_t size) {
  static constexpr const char* kMarks[] = {
      " ",         ". ",
      "\u060C ",  // comma
      " - ",       "/",  " (", ") ",
      " و",        // and
      " ال",       // the
      " ل\u0640",  // to, with tatweel
      "-",         ":",  "\n",
      " ال\u0640",  // the, with tatweel
      "%",
      " ب",  // in
  };
  isnad::Report report;
  for (size_t i = 0; i + 1 < size && report.text.size() < 4000; i += 2) {
    const unsigned value = data[i] | (static_cast<unsigned>(data[i + 1]) << 8);
    const unsigned kind = value & 7U;
    const unsigned rest = value >> 3;
    if (kind < 4) {
      report.text += words()[rest % words().size()];
      report.text += ' ';
    } else if (kind == 4) {
      report.text += std::to_string(rest % 40);
    } else if (kind == 5) {
      report.text += std::to_string(rest);
    } else {
      report.text += kMarks[rest % std::size(kMarks)];
    }
  }
  if (!report.text.empty()) {
    report.zones.push_back(
        {isnad::ZoneKind::kParagraph, {0, static_cast<uint32_t>(report.text.size())}});
  }
  return report;
}

inline isnad::PublicationTime published() {
  isnad::PublicationTime time;
  time.date = std::chrono::year{2025} / 3 / 20;
  time.minute_of_day = 615;
  return time;
}

inline void require(bool holds) {
  if (!holds) std::abort();
}

}  // namespace fuzz
