// SPDX-License-Identifier: Apache-2.0
// The checks, one function each, over the lexicon's text.
#include "lexicon_check.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>

#include "isnad/lexicon/compile.h"
#include "isnad/report/read_plain.h"
#include "isnad/text/fold.h"

namespace isnad {
namespace {

constexpr std::string_view kFrames = "frames";

struct Place {
  std::string file;
  size_t line = 0;
};

Place place_of(const std::string& where) {
  const size_t colon = where.find_last_of(':');
  Place place{where.substr(0, colon), 0};
  if (colon != std::string::npos)
    std::from_chars(where.data() + colon + 1, where.data() + where.size(), place.line);
  return place;
}

class Checker {
 public:
  explicit Checker(LexiconReport& report) : report_(report) {}

  void table(const SourceTable& table) {
    ++report_.tables;
    report_.rows += table.rows.size();
    for (const SourceRow& row : table.rows) {
      for (const char* obligatory : {"gloss", "source"}) {
        if (table.field(row, obligatory).empty()) fault(row, std::string("has no ") + obligatory);
      }
    }
    same_spelling_twice(table);
    if (table.name != kFrames) out_of_order(table);
  }

  void examples(const SourceTable& frames, const Coder& coder) {
    for (const SourceRow& frame : frames.rows) {
      for (const bool wanted : {true, false}) {
        const auto sentences = list_items(frames.field(frame, wanted ? "match" : "no_match"));
        if (sentences.empty())
          fault(frame, wanted ? "has no example that must match" : "has no example that must not");
        for (const std::string_view sentence : sentences) example(frame, sentence, wanted, coder);
      }
    }
  }

 private:
  void fault(const SourceRow& row, const std::string& what) {
    report_.faults.push_back(row.where + ": " + row.id + " " + what);
  }

  // Two rows spelt alike, as the engine reads (folded), are one row twice, or contradict each
  // other, unless they say that the word is of two classes or holds in two contexts (نحو: towards;
  // about, before a number). One name of two parties needs a condition for one of them at least.
  void same_spelling_twice(const SourceTable& table) {
    std::map<std::string, std::vector<const SourceRow*>> rows;
    for (const SourceRow& row : table.rows) {
      std::vector<std::string_view> spellings = list_items(table.field(row, "variants"));
      spellings.push_back(table.field(row, "ar"));
      for (const std::string_view spelling : spellings) {
        if (spelling.empty()) continue;
        auto& others = rows[fold_only(spelling)];
        for (const SourceRow* other : others) {
          if (other != &row && !are_of_two_classes(table, row, *other)) {
            fault(row, "is spelt like " + other->id + " (" + other->where +
                           "): " + std::string(spelling));
          }
        }
        others.push_back(&row);
      }
    }
  }

  static bool are_of_two_classes(const SourceTable& table, const SourceRow& a, const SourceRow& b) {
    constexpr std::array<std::string_view, 15> kClasses = {
        "countries", "class", "condition", "cue",         "effect",   "event", "form", "from",
        "harm",      "kind",  "pos",       "preposition", "relation", "role",  "to"};
    // A condition on both, of two countries: whose is named decides.
    if (!table.field(a, "condition").empty() && !table.field(b, "condition").empty() &&
        table.field(a, "country") != table.field(b, "country"))
      return true;
    return std::any_of(kClasses.begin(), kClasses.end(), [&](std::string_view column) {
      return table.field(a, column) != table.field(b, column);
    });
  }

  // Rows come sorted by id; in their file they must stand that way too.
  void out_of_order(const SourceTable& table) {
    std::map<std::string, size_t> last_line;
    for (const SourceRow& row : table.rows) {
      const Place place = place_of(row.where);
      size_t& last = last_line[place.file];
      if (place.line < last) fault(row, "stands out of order; sort the rows by id");
      last = std::max(last, place.line);
    }
  }

  void example(const SourceRow& frame, std::string_view sentence, bool wanted, const Coder& coder) {
    ++report_.examples;
    auto text = read_plain(
        sentence, ReportDefaults{.id = frame.id, .published = {}, .outlet = {}, .url = {}});
    if (!text) return fault(frame, "has an example that is no text: " + text.error().what);
    std::string found;
    for (const Claim& claim : coder.code(std::move(*text)).claims) {
      if (claim.event.rule == frame.id || claim.event.rule.starts_with(frame.id + ".")) {
        if (!wanted) fault(frame, "matches what it must not: " + std::string(sentence));
        return;
      }
      found += (found.empty() ? "" : ", ") + claim.event.rule;
    }
    if (wanted)
      fault(frame, "does not match its example (" + (found.empty() ? "nothing" : found) +
                       " does): " + std::string(sentence));
  }

  LexiconReport& report_;
};

}  // namespace

LexiconReport check_lexicon(std::span<const std::filesystem::path> folders,
                            const DataOptions& data) {
  LexiconReport report;
  const LexiconSource source = read_lexicon_source(folders);
  const CompiledLexicon compiled = compile_lexicon(source, "isnad lexicon check");
  for (const LexiconFault& fault : compiled.faults)
    report.faults.push_back(fault.where + ": " + fault.what);
  Checker checker(report);
  for (const SourceTable& table : source.tables) checker.table(table);
  if (!compiled.faults.empty()) return report;  // examples need a lexicon that compiles
  // Whether a frame fires is asked here, not how surely its example is an event.
  DataOptions unrated = data;
  unrated.unrated = true;
  const auto coder = load_coder_with_lexicon(unrated, compiled.bytes);
  if (!coder) {
    report.faults.push_back(describe(coder.error()));
    return report;
  }
  for (const SourceTable& table : source.tables) {
    if (table.name == kFrames) checker.examples(table, *coder);
  }
  return report;
}

}  // namespace isnad
