// SPDX-License-Identifier: Apache-2.0
// Rows of lists as JSON, as /api/openapi.json describes them.
#pragma once

#include <string>

#include "isnad/export/json_writer.h"
#include "isnad/store/store.h"

namespace isnad {

void write_card(const IncidentCard& card, JsonWriter& json);
void write_card(const ReportCard& card, JsonWriter& json);
void write_card(const VersionCard& card, JsonWriter& json);
void write_card(const NarratorCard& card, JsonWriter& json);
void write_card(const PlaceCard& card, JsonWriter& json);
void write_card(const CustodyLine& line, JsonWriter& json);
void write_card(const ReviewLine& line, JsonWriter& json);
void write_facets(const IncidentFacets& facets, JsonWriter& json);

// {"total": …, "items": […], "next": offset of the next part or null}
template <class Cards>
std::string page_json(const Cards& cards, int64_t total, size_t offset) {
  std::string out;
  JsonWriter json(out);
  json.begin_object();
  json.key("total");
  json.integer(total);
  json.key("next");
  const auto end = static_cast<int64_t>(offset + cards.size());
  json.integer_or_null(end < total && !cards.empty() ? std::optional(end) : std::nullopt);
  json.key("items");
  json.begin_list();
  for (const auto& card : cards) write_card(card, json);
  json.end_list();
  json.end_object();
  return out;
}

}  // namespace isnad
