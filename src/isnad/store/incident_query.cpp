// SPDX-License-Identifier: Apache-2.0
// Each field of the filter is a condition; words go through the full-text indexes.
#include "isnad/store/incident_query.h"

#include <algorithm>

#include "isnad/store/store_parts.h"

namespace isnad {
namespace {

// Words as FTS5 wants them: each in quotes, all of them required; empty for no words.
std::string words_to_match(std::string_view text, std::string_view column) {
  std::string match;
  std::string word;
  const auto flush = [&] {
    if (word.empty()) return;
    if (!match.empty()) match += " AND ";
    if (!column.empty()) match += std::string(column) + " : ";
    match += '"' + word + '"';
    word.clear();
  };
  for (const char c : searchable(text)) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80 && std::isalnum(byte) == 0) {
      flush();
    } else {
      word += c;
    }
  }
  flush();
  return match;
}

}  // namespace

std::vector<IdSet> id_sets(const IncidentFilter& filter) {
  std::vector<IdSet> sets;
  std::string words = words_to_match(filter.place, "place");
  const std::string actors = words_to_match(filter.actor, "actors");
  if (!words.empty() && !actors.empty()) words += " AND ";
  words += actors;
  if (!words.empty())
    sets.push_back({"SELECT rowid FROM incident_words WHERE incident_words MATCH ?", words});
  if (const std::string text = words_to_match(filter.text, ""); !text.empty())
    sets.push_back({"SELECT rowid FROM report_words WHERE report_words MATCH ?", text, true});
  if (!filter.report.empty())
    sets.push_back({"SELECT id FROM reports WHERE name = ?", filter.report, true});
  if (!filter.assigned.empty())
    sets.push_back({"SELECT incident FROM incident_cards WHERE assigned = ?", filter.assigned});
  if (!filter.narrator.empty())
    sets.push_back({"SELECT incident FROM incident_accounts WHERE narrator = ?", filter.narrator});
  return sets;
}

IncidentQuery plain_query(const IncidentFilter& filter) {
  IncidentQuery query;
  query.where = "i.reports >= " + std::to_string(std::max<size_t>(1, filter.least_reports)) +
                " AND i.heir IS NULL";
  if (!filter.id.empty()) query.add("i.name = ?", filter.id);
  if (!filter.from.empty()) query.add("coalesce(i.latest, i.earliest) >= ?", filter.from);
  if (!filter.to.empty()) query.add("i.earliest <= ?", filter.to);
  if (!filter.type.empty()) query.add("i.type = ?", filter.type);
  if (!filter.grade.empty()) query.add("i.grade = ?", filter.grade);
  if (!filter.country.empty()) query.add("i.country = ?", filter.country);
  if (filter.status == "unreviewed") {
    query.where +=
        " AND NOT EXISTS (SELECT 1 FROM incident_cards c WHERE c.incident = i.id"
        " AND c.status <> 'unreviewed')";
  } else if (!filter.status.empty()) {
    query.add("i.id IN (SELECT incident FROM incident_cards WHERE status = ?)", filter.status);
  }
  query.named = !filter.id.empty();
  query.chosen = query.named || (!filter.status.empty() && filter.status != "unreviewed");
  return query;
}

IncidentQuery incident_query(const IncidentFilter& filter) {
  IncidentQuery query = plain_query(filter);
  for (const IdSet& set : id_sets(filter)) {
    const std::string ids = set.ids;
    query.add(
        "i.id IN (" +
            (set.of_reports ? "SELECT incident FROM tellings WHERE report IN (" + ids + ")" : ids) +
            ")",
        set.value);
    query.chosen = true;
  }
  return query;
}

std::string match_words(std::string_view text) { return words_to_match(text, ""); }

}  // namespace isnad
