// SPDX-License-Identifier: Apache-2.0
// Reads the tables, asks the finder, counts.
#include "isnad/mention/place/ambiguous_table.h"

#include <array>
#include <cstdio>

#include "isnad/mention/place/place_finder.h"

namespace isnad {
namespace {

constexpr std::string_view kOpen = "[[";
constexpr std::string_view kClose = "]]";

// The text without its marks, and the bytes that were marked (the first pair).
Report unmarked(std::string text, ByteSpan& name) {
  const auto take = [&text](std::string_view mark) {
    const size_t at = text.find(mark);
    if (at == std::string::npos) return static_cast<uint32_t>(text.size());
    text.erase(at, mark.size());
    return static_cast<uint32_t>(at);
  };
  name.begin = take(kOpen);
  name.end = take(kClose);
  while (text.find(kOpen) != std::string::npos) (void)take(kOpen);
  while (text.find(kClose) != std::string::npos) (void)take(kClose);
  Report report;
  report.text = std::move(text);
  report.zones.push_back({ZoneKind::kParagraph, {0, static_cast<uint32_t>(report.text.size())}});
  return report;
}

bool fits(const PlaceMention* mention, std::string_view expected) {
  if (expected == "-") return mention == nullptr || mention->within_actor;
  if (mention == nullptr) return false;
  constexpr std::string_view kCountry = "country:";
  if (expected.starts_with(kCountry))
    return mention->place.country == expected.substr(kCountry.size());
  double latitude = 0, longitude = 0, km = 0;
  if (std::sscanf(std::string(expected).c_str(), "%lf,%lf,%lf", &latitude, &longitude, &km) != 3)
    return false;
  if (!mention->place.latitude || !mention->place.longitude) return false;
  return distance_km({latitude, longitude},
                     {*mention->place.latitude, *mention->place.longitude}) <= km;
}

// The plain mention that covers the name: of the gazetteer, described, but not relative to
// something.
const PlaceMention* mention_at(const std::vector<PlaceMention>& mentions, const Text& text,
                               ByteSpan name) {
  for (const PlaceMention& mention : mentions) {
    const bool own = mention.form == PlaceForm::kName || mention.form == PlaceForm::kDescribed;
    if (own && text.given_of(mention.tokens).overlaps(name)) return &mention;
  }
  return nullptr;
}

}  // namespace

AmbiguousScore score_ambiguous(const Gazetteer& gazetteer, const PlaceTable& table,
                               const RankWeights& weights) {
  PlaceFinder finder = PlaceFinder::create(gazetteer);
  finder.use(weights);
  AmbiguousScore score;
  for (size_t row = 0; row < table.size(); ++row) {
    ByteSpan name;
    const Report report = unmarked(std::string(table.field(row, "text")), name);
    const Text text = make_text(report);
    const std::vector<PlaceMention> mentions = finder.find(text, {}, {.given = report.text});
    const PlaceMention* mention = mention_at(mentions, text, name);
    const std::string_view expected = table.field(row, "expected");
    ++score.all;
    score.rights.push_back(fits(mention, expected));
    if (score.rights.back()) {
      ++score.right;
      continue;
    }
    std::string found = "nothing";
    if (mention != nullptr) {
      std::array<char, 64> point{};
      std::snprintf(point.data(), point.size(), " (%.2f,%.2f)", mention->place.latitude.value_or(0),
                    mention->place.longitude.value_or(0));
      found = mention->place.name_en + " " + mention->place.country + point.data();
    }
    score.wrong.push_back(std::string(table.field(row, "id")) + ": expected " +
                          std::string(expected) + ", found " + found + ": " +
                          std::string(table.field(row, "text")));
  }
  return score;
}

}  // namespace isnad
