// SPDX-License-Identifier: Apache-2.0
// The form of a scenario file, line by line: header, text, expectations.
#include "scenario.h"

#include <algorithm>
#include <array>

namespace isnad {
namespace {

constexpr std::array<std::string_view, 4> kHeaderKeys = {"published", "outlet", "title", "url"};
constexpr std::array<std::string_view, 31> kClaimKeys = {
    "type",       "mode",       "means",      "trigger",       "agent",   "recipient",
    "place",      "time",       "date",       "precision",     "weapon",  "context",
    "killed",     "injured",    "detained",   "abducted",      "missing", "displaced",
    "group",      "factuality", "background", "narrator",      "manner",  "narrator kind",
    "interested", "certainty",  "quote",      "same event as", "denies",  "main",
    "rule"};

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kBlank = " \t\r";
  const size_t begin = text.find_first_not_of(kBlank);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kBlank) - begin + 1);
}

template <size_t kSize>
bool is_one_of(std::string_view key, const std::array<std::string_view, kSize>& keys) {
  return std::find(keys.begin(), keys.end(), key) != keys.end();
}

class Parser {
 public:
  void take(std::string_view line) {
    ++line_;
    const std::string_view content = trimmed(line);
    if (content.starts_with("===")) return start(std::string(trimmed(content.substr(3))));
    if (part_ == Part::kBefore) {
      if (content.empty() || content.starts_with('#')) return;
      start("");
    }
    if (part_ == Part::kHeader) return take_header(line, content);
    if (part_ == Part::kText) return take_text(line, content);
    take_expectation(content);
  }

  ScenarioFile finish() {
    close();
    return std::move(file_);
  }

 private:
  enum class Part { kBefore, kHeader, kText, kExpectations };

  void fault(std::string what) { file_.faults.push_back({line_, std::move(what)}); }

  void start(std::string name) {
    close();
    scenario_ = {};
    scenario_.name = std::move(name);
    scenario_.line = line_;
    part_ = Part::kHeader;
  }

  void close() {
    if (part_ == Part::kBefore) return;
    if (part_ != Part::kExpectations) {
      fault("the scenario ends without a line of --- and expectations after it");
    } else if (scenario_.claims.empty() && scenario_.whole.empty()) {
      fault("nothing is expected; write claims, or: no claims");
    }
    while (scenario_.text.ends_with('\n')) scenario_.text.pop_back();
    if (scenario_.text.empty()) fault("the scenario has no text");
    file_.scenarios.push_back(std::move(scenario_));
  }

  void take_header(std::string_view line, std::string_view content) {
    if (content.empty() && scenario_.header.empty()) return;
    if (content.starts_with('#')) return;
    const size_t colon = content.find(':');
    const auto key =
        colon == std::string_view::npos ? std::string_view() : trimmed(content.substr(0, colon));
    if (is_one_of(key, kHeaderKeys)) {
      scenario_.header.push_back(
          {std::string(key), std::string(trimmed(content.substr(colon + 1))), line_});
      return;
    }
    part_ = Part::kText;
    if (!content.empty()) take_text(line, content);
  }

  void take_text(std::string_view line, std::string_view content) {
    if (content == "---") {
      part_ = Part::kExpectations;
      return;
    }
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (scenario_.text.empty() && content.empty()) return;
    scenario_.text += line;
    scenario_.text += '\n';
  }

  void take_expectation(std::string_view content) {
    if (content.empty() || content.starts_with('#')) return;
    if (content == "no claims") {
      scenario_.whole.push_back({"claims", "0", line_});
      return;
    }
    if (constexpr std::string_view kNoClaimOf = "no claim of "; content.starts_with(kNoClaimOf)) {
      scenario_.whole.push_back(
          {"no claim of", std::string(trimmed(content.substr(kNoClaimOf.size()))), line_});
      return;
    }
    const size_t colon = content.find(':');
    if (colon == std::string_view::npos) return fault("not a line of the form  key: value");
    ScenarioField field{std::string(trimmed(content.substr(0, colon))),
                        std::string(trimmed(content.substr(colon + 1))), line_};
    if (field.value.empty()) return fault(field.key + " has no value");
    if (field.key == "claims" || field.key == "warning") {
      scenario_.whole.push_back(std::move(field));
    } else if (!is_one_of(field.key, kClaimKeys)) {
      fault("no key '" + field.key + "'; scenarios/README.md lists them");
    } else {
      take_claim_field(std::move(field));
    }
  }

  void take_claim_field(ScenarioField field) {
    if (field.key == "type") {
      scenario_.claims.push_back({{std::move(field)}});
    } else if (scenario_.claims.empty()) {
      fault("a claim begins with its type; '" + field.key + "' stands before any");
    } else {
      scenario_.claims.back().fields.push_back(std::move(field));
    }
  }

  ScenarioFile file_;
  Scenario scenario_;
  Part part_ = Part::kBefore;
  size_t line_ = 0;
};

}  // namespace

ScenarioFile parse_scenarios(std::string_view text) {
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  Parser parser;
  while (!text.empty()) {
    const size_t end = std::min(text.find('\n'), text.size());
    parser.take(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parser.finish();
}

}  // namespace isnad
