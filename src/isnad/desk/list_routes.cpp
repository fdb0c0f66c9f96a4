// SPDX-License-Identifier: Apache-2.0
// Routes that list: incidents and their counts, map and timeline; reports, narrators, places, the
// custody log.
#include <charconv>

#include "isnad/desk/list_view.h"
#include "isnad/desk/route.h"

namespace isnad {
namespace {

constexpr size_t kMostOfPage = 200;
constexpr size_t kMostPoints = 5000;
constexpr size_t kLongestWords = 500;  // bytes of a text to search

Result<size_t> whole(const std::string& text, size_t otherwise, size_t most,
                     const std::string& name) {
  if (text.empty()) return otherwise;
  size_t value = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
  if (read.ec != std::errc() || read.ptr != text.data() + text.size() || value > most)
    return failure(ErrorCode::kBadValue, "is no whole number up to " + std::to_string(most), name);
  return value;
}

Result<IncidentFilter> filter_of(const RouteCall& call) {
  return filter_of_values([&](std::string_view name) { return call.value(name); });
}

Result<std::string> incidents(Store& store, const RouteCall& call) {
  const auto filter = filter_of(call);
  if (!filter) return tl::unexpected(filter.error());
  const auto part = part_of_values(call, kMostOfPage);
  if (!part) return tl::unexpected(part.error());
  const auto page = store.list_incidents(*filter, *part);
  if (!page) return tl::unexpected(page.error());
  return page_json(page->cards, page->total, part->offset);
}

Result<std::string> facets(Store& store, const RouteCall& call) {
  const auto filter = filter_of(call);
  if (!filter) return tl::unexpected(filter.error());
  const auto found = store.incident_facets(*filter);
  if (!found) return tl::unexpected(found.error());
  std::string out;
  JsonWriter json(out);
  write_facets(*found, json);
  return out;
}

Result<std::string> map(Store& store, const RouteCall& call) {
  const auto filter = filter_of(call);
  if (!filter) return tl::unexpected(filter.error());
  const auto points = store.map_points(*filter, kMostPoints);
  if (!points) return tl::unexpected(points.error());
  std::string out;
  JsonWriter json(out);
  // A list a point, not an object: there are thousands.
  json.begin_object();
  json.key("columns");
  json.begin_list();
  for (const char* name : {"id", "grade", "earliest", "lat", "lon", "radius_km", "accounts"})
    json.string(name);
  json.end_list();
  json.key("complete");
  json.boolean(points->size() < kMostPoints);
  json.key("points");
  json.begin_list();
  for (const MapPoint& point : *points) {
    json.begin_list();
    json.string(point.name);
    json.string(point.grade);
    json.string_or_null(std::string_view(point.earliest));
    json.number(point.latitude);
    json.number(point.longitude);
    json.number(point.radius_km);
    json.integer(point.accounts);
    json.end_list();
  }
  json.end_list();
  json.end_object();
  return out;
}

Result<std::string> timeline(Store& store, const RouteCall& call) {
  const auto filter = filter_of(call);
  if (!filter) return tl::unexpected(filter.error());
  const std::string unit = call.value("unit");
  if (!unit.empty() && unit != "day" && unit != "month")
    return failure(ErrorCode::kBadValue, "is day or month", "unit");
  const auto bars = store.timeline_bars(*filter, unit == "day");
  if (!bars) return tl::unexpected(bars.error());
  std::string out;
  JsonWriter json(out);
  json.begin_object();
  json.key("unit");
  json.string(unit == "day" ? "day" : "month");
  json.key("bars");
  json.begin_list();
  for (const TimelineBar& bar : *bars) {
    json.begin_object();
    json.key("period");
    json.string(bar.period);
    json.key("grade");
    json.string(bar.grade);
    json.key("incidents");
    json.integer(bar.incidents);
    json.end_object();
  }
  json.end_list();
  json.end_object();
  return out;
}

Result<std::string> reports(Store& store, const RouteCall& call) {
  const auto part = part_of_values(call, kMostOfPage);
  if (!part) return tl::unexpected(part.error());
  const auto page = store.list_reports(call.value("text"), call.value("incident"), *part);
  if (!page) return tl::unexpected(page.error());
  return page_json(page->cards, page->total, part->offset);
}

Result<std::string> narrators(Store& store, const RouteCall& call) {
  const auto part = part_of_values(call, kMostOfPage);
  if (!part) return tl::unexpected(part.error());
  const auto page = store.list_narrators(call.value("text"), *part);
  if (!page) return tl::unexpected(page.error());
  return page_json(page->cards, page->total, part->offset);
}

Result<std::string> places(Store& store, const RouteCall& call) {
  const auto limit = whole(call.value("limit"), 50, kMostOfPage, "limit");
  if (!limit) return tl::unexpected(limit.error());
  const auto cards = store.list_places(call.value("text"), *limit);
  if (!cards) return tl::unexpected(cards.error());
  return page_json(*cards, static_cast<int64_t>(cards->size()), 0);
}

Result<std::string> custody(Store& store, const RouteCall& call) {
  const auto before = whole(call.value("before"), 0, INT32_MAX, "before");
  if (!before) return tl::unexpected(before.error());
  const auto lines = store.custody_lines(static_cast<int64_t>(*before), kMostOfPage);
  if (!lines) return tl::unexpected(lines.error());
  return page_json(*lines, static_cast<int64_t>(lines->size()), 0);
}

Result<std::string> deleted(Store& store, const RouteCall& /*call*/) {
  const auto tombs = store.tombstones();
  if (!tombs) return tl::unexpected(tombs.error());
  std::string out;
  JsonWriter json(out);
  json.begin_object();
  json.key("items");
  json.begin_list();
  for (const auto& [gone, heir] : *tombs) {
    json.begin_object();
    json.key("id");
    json.string(gone);
    json.key("heir");
    json.string(heir);
    json.end_object();
  }
  json.end_list();
  json.end_object();
  return out;
}

// A few of each kind, for the search box.
Result<std::string> search(Store& store, const RouteCall& call) {
  constexpr size_t kFew = 8;
  const std::string text = call.value("text");
  if (text.empty() || text.size() > kLongestWords)
    return failure(ErrorCode::kBadValue, "give words to search, at most 500 bytes", "text");
  IncidentFilter filter;
  filter.text = text;
  const auto found = store.list_incidents(filter, {0, kFew, {}});
  if (!found) return tl::unexpected(found.error());
  const auto read = store.list_reports(text, "", {0, kFew, {}});
  if (!read) return tl::unexpected(read.error());
  const auto named = store.list_narrators(text, {0, kFew, {}});
  if (!named) return tl::unexpected(named.error());
  const auto placed = store.list_places(text, kFew);
  if (!placed) return tl::unexpected(placed.error());
  std::string out;
  JsonWriter json(out);
  json.begin_object();
  json.key("incidents");
  json.raw(page_json(found->cards, found->total, 0));
  json.key("reports");
  json.raw(page_json(read->cards, read->total, 0));
  json.key("narrators");
  json.raw(page_json(named->cards, named->total, 0));
  json.key("places");
  json.raw(page_json(*placed, static_cast<int64_t>(placed->size()), 0));
  json.end_object();
  return out;
}

}  // namespace

Result<ListPart> part_of_values(const RouteCall& call, size_t most) {
  ListPart part;
  const auto offset = whole(call.value("offset"), 0, 10'000'000, "offset");
  if (!offset) return tl::unexpected(offset.error());
  const auto limit = whole(call.value("limit"), part.limit, most, "limit");
  if (!limit) return tl::unexpected(limit.error());
  part.offset = *offset;
  part.limit = *limit;
  part.order = call.value("sort");
  return part;
}

Result<IncidentFilter> filter_of_values(const std::function<std::string(std::string_view)>& value) {
  IncidentFilter filter;
  filter.from = value("since");
  filter.to = value("until");
  for (const auto& [day, name] : {std::pair(&filter.from, "since"), {&filter.to, "until"}}) {
    if (!day->empty() && (day->size() != 10 || !day_number(*day)))
      return failure(ErrorCode::kBadValue, "is no day; write it as 2024-01-16", name);
  }
  filter.text = value("text");
  filter.place = value("place");
  filter.actor = value("actor");
  filter.type = value("type");
  filter.grade = value("grade");
  filter.status = value("state");
  filter.country = value("country");
  filter.narrator = value("narrator");
  filter.assigned = value("assigned");
  filter.report = value("report");
  for (const std::string* text : {&filter.text, &filter.place, &filter.actor, &filter.narrator}) {
    if (text->size() > kLongestWords)
      return failure(ErrorCode::kBadValue, "too many words; at most 500 bytes", "text");
  }
  const auto least = whole(value("reports"), 1, 100000, "reports");
  if (!least) return tl::unexpected(least.error());
  filter.least_reports = *least;
  return filter;
}

std::vector<DeskRoute> list_routes() {
  return {{"GET", "/api/incidents", DeskRole::kReader, incidents},
          {"GET", "/api/incidents/facets", DeskRole::kReader, facets},
          {"GET", "/api/incidents/map", DeskRole::kReader, map},
          {"GET", "/api/incidents/timeline", DeskRole::kReader, timeline},
          {"GET", "/api/reports", DeskRole::kReader, reports},
          {"GET", "/api/narrators", DeskRole::kReader, narrators},
          {"GET", "/api/places", DeskRole::kReader, places},
          {"GET", "/api/search", DeskRole::kReader, search},
          {"GET", "/api/custody", DeskRole::kAdmin, custody},
          {"GET", "/api/deleted", DeskRole::kReader, deleted}};
}

}  // namespace isnad
