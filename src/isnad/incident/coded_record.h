// SPDX-License-Identifier: Apache-2.0
// A coded report as plain values, as the contract's JSON has them (isnad.report/1): what incidents
// are made of. No spans and no stages: whoever has the line, from this machine or another, can
// link.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "isnad/base/result.h"
#include "isnad/mention/quantity/quantity_mention.h"

namespace isnad {

struct PartyRecord {
  std::string text, name, code, country, sector;  // empty where the report does not say
};

struct CodedPlace {
  std::string text, name_ar, name_en, gazetteer_id, feature, country, adm1;
  std::optional<double> latitude, longitude;
  double radius_km = 0;  // 0: unknown
  std::vector<std::string> path;
};

struct TimeRecord {
  std::string text, timex, precision;   // text is empty where only the report's own day brackets it
  std::optional<int> earliest, latest;  // days since 1970-01-01
};

struct TollRecord {
  Range range;
  std::string text;
};
// The six counts of casualties, in the contract's order.
enum class Count : uint8_t { kKilled, kInjured, kDetained, kAbducted, kMissing, kDisplaced };
inline constexpr std::array<std::string_view, 6> kCountNames = {"killed",   "injured", "detained",
                                                                "abducted", "missing", "displaced"};

struct GroupRecord {
  std::string kind, who;
  Range range;
};

struct NarratorRecord {
  std::string text, name, kind, code, manner, certainty;
};

struct ClaimRecord {
  std::string id;
  int number = 0;  // the N of "…#cN"
  std::string type, mode, means;
  std::string trigger, lemma;
  int trigger_begin = 0, trigger_end = 0;  // code points
  int sentence = 0, sentence_begin = 0, sentence_end = 0;
  bool in_title = false;  // those offsets count in the title
  std::vector<PartyRecord> agents, recipients;
  std::optional<CodedPlace> place;
  std::optional<TimeRecord> time;
  std::vector<std::string> weapons, contexts, trace;
  std::array<std::optional<TollRecord>, 6> counts;
  std::vector<GroupRecord> groups;
  std::string factuality;
  bool background = false;
  std::vector<NarratorRecord> chain;  // never empty: the outlet first
  std::string certainty;
  bool quote = false;
  std::string same_event, denies, rule;  // empty: none
  double confidence = 0;
  bool main = false;

  [[nodiscard]] const std::optional<TollRecord>& count(Count which) const {
    return counts[static_cast<size_t>(which)];
  }
};

struct ReportRecord {
  std::string id, sha256, title, outlet, byline, url, published;
  std::string text;  // given only with --with-text
};

struct WarningRecord {
  std::string code, message;
};

struct CodedRecord {
  ReportRecord report;
  std::vector<ClaimRecord> claims;  // in text order
  std::vector<WarningRecord> warnings;
};

// Reads one line of `isnad code --to jsonl`. Unknown fields are passed over, absent ones stay
// empty. Errors: kBadJson (no JSON object, another schema, a claim without type or id). Linear.
[[nodiscard]] Result<CodedRecord> read_coded_record(std::string_view line);

// "2024-01-16" as days since 1970-01-01, and back. Total: what is no date gives nothing.
[[nodiscard]] std::optional<int> day_number(std::string_view iso_date);
[[nodiscard]] std::string iso_day(int day_number);

// The sentence that the claim rests on; the title's words where it stands there; empty without
// text.
[[nodiscard]] std::string sentence_of(const ReportRecord& report, const ClaimRecord& claim);

}  // namespace isnad
