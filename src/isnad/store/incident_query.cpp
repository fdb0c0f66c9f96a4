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

IncidentQuery incident_query(const IncidentFilter& filter) {
  IncidentQuery query;
  query.where = "i.reports >= " + std::to_string(std::max<size_t>(1, filter.least_reports)) +
                " AND i.heir IS NULL";
  if (!filter.id.empty()) query.add("i.name = ?", filter.id);
  if (!filter.from.empty()) query.add("coalesce(i.latest, i.earliest) >= ?", filter.from);
  if (!filter.to.empty()) query.add("i.earliest <= ?", filter.to);
  if (!filter.type.empty()) query.add("i.type = ?", filter.type);
  if (!filter.grade.empty()) query.add("i.grade = ?", filter.grade);
  std::string words = words_to_match(filter.place, "place");
  const std::string actors = words_to_match(filter.actor, "actors");
  if (!words.empty() && !actors.empty()) words += " AND ";
  words += actors;
  if (!words.empty()) {
    query.add("i.id IN (SELECT rowid FROM incident_words WHERE incident_words MATCH ?)", words);
  }
  if (const std::string text = words_to_match(filter.text, ""); !text.empty()) {
    query.add(
        "i.id IN (SELECT t.incident FROM report_words w JOIN tellings t ON t.report = w.rowid"
        " WHERE report_words MATCH ?)",
        text);
  }
  if (!filter.report.empty()) {
    query.add(
        "i.id IN (SELECT t.incident FROM reports r JOIN tellings t ON t.report = r.id"
        " WHERE r.name = ?)",
        filter.report);
  }
  if (!filter.country.empty()) query.add("i.country = ?", filter.country);
  if (filter.status == "unreviewed") {
    query.where +=
        " AND NOT EXISTS (SELECT 1 FROM incident_cards c WHERE c.incident = i.id"
        " AND c.status <> 'unreviewed')";
  } else if (!filter.status.empty()) {
    query.add("i.id IN (SELECT incident FROM incident_cards WHERE status = ?)", filter.status);
  }
  if (!filter.assigned.empty())
    query.add("i.id IN (SELECT incident FROM incident_cards WHERE assigned = ?)", filter.assigned);
  if (!filter.narrator.empty())
    query.add("i.id IN (SELECT incident FROM incident_accounts WHERE narrator = ?)",
              filter.narrator);
  query.chosen = query.where.find("i.id IN") != std::string::npos || !filter.id.empty();
  return query;
}

std::string match_words(std::string_view text) { return words_to_match(text, ""); }

}  // namespace isnad
