// SPDX-License-Identifier: Apache-2.0
// A person's word over the machine's: the last one that holds. The machine's values stay stored as
// they were coded.
#include <algorithm>
#include <charconv>

#include "isnad/store/store_parts.h"

namespace isnad {
namespace {

std::optional<int64_t> whole_number(std::string_view text) {
  int64_t value = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
  if (read.ec != std::errc() || read.ptr != text.data() + text.size() || value < 0)
    return std::nullopt;
  return value;
}

// "12" or "12-14".
std::optional<TollRecord> toll_of(const std::string& value) {
  const size_t dash = value.find('-');
  const auto low = whole_number(std::string_view(value).substr(0, dash));
  const auto high =
      dash == std::string::npos ? low : whole_number(std::string_view(value).substr(dash + 1));
  if (!low || !high || *low > *high) return std::nullopt;
  TollRecord toll;
  toll.range = {*low, *low == *high ? low : std::nullopt, *high};
  toll.text = value;
  return toll;
}

std::optional<Grade> grade_of(std::string_view name) {
  for (const Grade grade :
       {Grade::kConfirmed, Grade::kFair, Grade::kWeak, Grade::kContested, Grade::kDiscounted})
    if (grade_name(grade) == name) return grade;
  return std::nullopt;
}

// An empty value: the report does not say. What is no value of its field changes nothing.
void correct(ClaimRecord& claim, std::string_view field, const std::string& value) {
  const auto party = [&](std::vector<PartyRecord>& parties) {
    parties.clear();
    if (!value.empty()) parties.push_back({value, value, {}, {}, {}});
  };
  const auto count = [&](Count which) {
    const auto toll = toll_of(value);
    if (toll || value.empty()) claim.counts[static_cast<size_t>(which)] = toll;
    if (toll || value.empty())
      std::erase_if(claim.groups, [&](const GroupRecord& group) {
        return group.kind == kCountNames[static_cast<size_t>(which)];
      });
  };
  if (field == "means") {
    claim.means = value;
  } else if (field == "agent") {
    party(claim.agents);
  } else if (field == "target") {
    party(claim.recipients);
  } else if (field == "weapon") {
    claim.weapons.clear();
    if (!value.empty()) claim.weapons.push_back(value);
  } else if (field == "killed") {
    count(Count::kKilled);
  } else if (field == "injured") {
    count(Count::kInjured);
  } else if (field == "place") {
    if (value.empty()) {
      claim.place.reset();
    } else if (!claim.place || claim.place->text != value) {
      claim.place.emplace();
      claim.place->text = claim.place->name_ar = claim.place->name_en = value;
    }
  } else if (field == "time") {
    const auto day = day_number(value);
    if (value.empty()) claim.time.reset();
    if (day && value.size() == 10) claim.time = TimeRecord{value, value, "day", day, day};
  } else if (field == "outcome" && !value.empty()) {
    claim.factuality = value;
  }
}

}  // namespace

void Store::Parts::apply_corrections(int64_t report, CodedRecord& record) {
  Statement& rows = database->kept(
      "SELECT v.claim, v.field, v.value FROM active_reviews v, reports r WHERE r.id = ?"
      " AND v.claim >= r.name || '#c' AND v.claim < r.name || '#d' AND v.kind = 'correct'"
      " ORDER BY v.id");
  rows.with(report);
  while (rows.step()) {
    const std::string id = rows.text(0);
    const auto claim = std::find_if(record.claims.begin(), record.claims.end(),
                                    [&](const ClaimRecord& one) { return one.id == id; });
    if (claim != record.claims.end()) correct(*claim, rows.text(1), rows.text(2));
  }
}

void Store::Parts::apply_reviews(int64_t id, Incident& incident) {
  Statement& rows = database->kept(
      "SELECT v.kind, v.value, v.by, v.at, v.reason FROM active_reviews v WHERE v.incident = ?"
      " AND v.kind IN ('grade', 'status', 'assign') ORDER BY v.id");
  const Grade proposed = incident.grade;
  const std::string proposal = incident.grade_reason;
  rows.with(id);
  while (rows.step()) {
    const std::string kind = rows.text(0);
    const std::string value = rows.text(1);
    if (kind == "status") {
      incident.review.status = value;
      incident.review.by = rows.text(2);
      incident.review.at = rows.text(3);
    } else if (kind == "assign") {
      incident.review.assigned = value;
    } else {
      const auto grade = grade_of(value);
      incident.review.graded = grade.has_value();
      incident.grade = grade.value_or(proposed);
      incident.grade_reason = grade ? rows.text(2) + ": " + rows.text(4) : proposal;
    }
  }
}

}  // namespace isnad
