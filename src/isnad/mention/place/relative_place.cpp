// SPDX-License-Identifier: Apache-2.0
// The rules of thumb behind the points and radii; docs/decisions/0034 says where the numbers come
// from.
#include "isnad/mention/place/relative_place.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>

#include "isnad/mention/place/mention_draft.h"

namespace isnad {
namespace {

constexpr double kPartOfArea = 0.5;  // "northern Syria": half a half-width north of the middle …
constexpr double kPartOfAreaWidth = 0.6;  // … and so wide
constexpr double kLeastRadius = 1;

bool is_area(PlaceFeature feature) {
  constexpr std::array<PlaceFeature, 5> kAreas = {PlaceFeature::kCountry, PlaceFeature::kAdm1,
                                                  PlaceFeature::kAdm2, PlaceFeature::kRegion,
                                                  PlaceFeature::kWater};
  return std::find(kAreas.begin(), kAreas.end(), feature) != kAreas.end();
}

GeoPoint point_of(const Place& place) {
  return {place.latitude.value_or(0), place.longitude.value_or(0)};
}

void set_point(Place& place, GeoPoint point) {
  place.latitude = point.latitude;
  place.longitude = point.longitude;
}

// A place of its own that lies where the anchor lies.
Place derived(const Place& anchor, PlaceFeature feature, std::string name_ar) {
  Place place = anchor;
  place.gazetteer_id.clear();
  place.name_en.clear();
  place.name_ar = std::move(name_ar);
  place.feature = feature;
  return place;
}

}  // namespace

bool is_relative(const RelativeWords& words) {
  return words.bearing || words.distance_km || words.countryside || words.near;
}

Place relative_place(const Place& anchor, const RelativeWords& words, std::string name_ar) {
  Place place = derived(anchor, PlaceFeature::kRegion, std::move(name_ar));
  if (!anchor.latitude) return place;
  const double size = std::max(anchor.radius_km, kLeastRadius);
  double away = 0;
  if (words.distance_km) {
    away = words.bearing ? *words.distance_km : 0;
    place.radius_km =
        words.bearing ? std::max(2.0, *words.distance_km * 0.25) : size + *words.distance_km;
  } else if (is_area(anchor.feature)) {
    away = words.bearing ? size * kPartOfArea : 0;
    place.radius_km = words.bearing ? size * kPartOfAreaWidth : size;
  } else if (words.countryside) {
    away = words.bearing ? size + 10 : 0;
    place.radius_km = words.bearing ? size + 12 : size + 20;
  } else {
    away = words.bearing ? size + 2 : 0;
    place.radius_km = words.bearing ? size + 4 : size + 3;
  }
  if (away > 0) set_point(place, moved(point_of(anchor), *words.bearing, away));
  return place;
}

Place place_between(const Place& a, const Place& b, std::string name_ar) {
  Place place = derived(a, PlaceFeature::kRegion, std::move(name_ar));
  if (a.adm1 != b.adm1) place.adm1.clear();
  if (a.country != b.country) place.country.clear();
  size_t common = 0;
  while (common < std::min(a.path.size(), b.path.size()) && a.path[common] == b.path[common])
    ++common;
  place.path.resize(common);
  if (!a.latitude || !b.latitude) return place;
  set_point(place, midpoint(point_of(a), point_of(b)));
  place.radius_km = std::max(distance_km(point_of(a), point_of(b)) / 2, kLeastRadius);
  return place;
}

Place described_place(const Place& anchor, PlaceFeature feature, std::string name_ar) {
  Place place = derived(anchor, feature, std::move(name_ar));
  place.radius_km = std::max(anchor.radius_km, kLeastRadius);
  return place;
}

namespace {

PlaceRelation relation_of_cue(const MentionDraft& draft, uint32_t cue) {
  return static_cast<PlaceRelation>(draft.cues.record(cue).value);
}

// "بين X وY", "طريق X - Y", "طريق X وY", from the occurrence `index` and the next.
void add_pair(MentionDraft& draft, uint32_t index) {
  const Occurrence& first = draft.found[index];
  const Occurrence& second = draft.found[index + 1];
  if (first.relation == kNone || draft.mention_of[index] == kNone ||
      draft.mention_of[index + 1] == kNone)
    return;
  const PlaceRelation relation = relation_of_cue(draft, first.relation);
  if (relation != PlaceRelation::kBetween && relation != PlaceRelation::kRoad) return;
  const uint32_t gap = second.left - std::min(second.left, first.right);
  if (!second.listed && (gap > 1 || relation != PlaceRelation::kRoad)) return;
  const PlaceMention& a = draft.mentions[draft.mention_of[index]];
  const PlaceMention& b = draft.mentions[draft.mention_of[index + 1]];
  // Two states stand "between" as parties, not as places: المحادثات بين روسيا وتركيا.
  if (a.place.feature == PlaceFeature::kCountry || b.place.feature == PlaceFeature::kCountry)
    return;
  PlaceMention pair;
  pair.tokens = {first.left, second.tokens.end};
  pair.name = pair.tokens;
  pair.form = PlaceForm::kRelative;
  pair.preposition = PlacePreposition::kBetween;
  pair.anchor = draft.mention_of[index];
  pair.place = place_between(a.place, b.place,
                             draft.written(pair.tokens, draft.cues.hit(first.relation).proclitics));
  pair.why = "the middle of the two";
  pair.confidence = std::min(a.confidence, b.confidence);
  draft.add(std::move(pair));
}

// "5 كم غرب X", "على بعد 5 كم من X": a number and a unit before the direction or name, in
// kilometres; moves `begin` to it.
std::optional<double> distance_before(const MentionDraft& draft, uint32_t& begin) {
  uint32_t unit = draft.cues.before(begin, PlaceCueKind::kUnit);
  if (unit == kNone && begin > 0 && draft.cues.before(begin, PlaceCueKind::kPreposition) != kNone) {
    unit = draft.cues.before(begin - 1, PlaceCueKind::kUnit);
  }
  if (unit == kNone) return std::nullopt;
  const uint32_t at = draft.cues.hit(unit).tokens.begin;
  if (at == 0 || draft.text.tokens[at - 1].kind != TokenKind::kNumber) return std::nullopt;
  constexpr double kFarthest = 2000;
  const std::string number(draft.text.folded_of(draft.text.tokens[at - 1]));
  const double km = std::strtod(number.c_str(), nullptr) * draft.cues.record(unit).value / 1000.0;
  if (!(km > 0 && km < kFarthest)) return std::nullopt;
  begin = at - 1;
  return km;
}

// The row of the border between two countries, kept under both codes in order; kNoPlace for none.
PlaceRow border_row(const Gazetteer& gazetteer, std::string a, std::string b) {
  for (std::string* code : {&a, &b}) {
    for (char& letter : *code) letter = static_cast<char>(letter - 'A' + 'a');
  }
  if (b < a) std::swap(a, b);
  return gazetteer.row_of("cur:border-" + a + "-" + b);
}

// "الحدود مع X": with the country that the report names most besides X, as far as the gazetteer
// knows that border.
void add_border(MentionDraft& draft, uint32_t index) {
  const Occurrence& occurrence = draft.found[index];
  const PlaceMention inner = draft.mentions[draft.mention_of[index]];
  if (inner.place.feature != PlaceFeature::kCountry || inner.place.country.size() != 2) return;
  std::unordered_map<std::string, size_t> counts;
  PlaceRow border = kNoPlace;
  size_t most = 0;
  for (const PlaceMention& mention : draft.mentions) {
    const std::string& country = mention.place.country;
    if (country.size() != 2 || country == inner.place.country || mention.form != PlaceForm::kName)
      continue;
    const size_t count = ++counts[country];
    if (count <= most) continue;
    const PlaceRow row = border_row(draft.gazetteer, country, inner.place.country);
    if (row == kNoPlace) continue;
    most = count;
    border = row;
  }
  if (border == kNoPlace) return;
  const CueHit& word = draft.cues.hit(occurrence.relation);
  PlaceMention mention;
  mention.tokens = {word.tokens.begin, occurrence.tokens.end};
  mention.name = mention.tokens;
  mention.form = PlaceForm::kRelative;
  mention.preposition = draft.preposition_of(word);
  mention.anchor = draft.mention_of[index];
  mention.place = draft.gazetteer.place(border);
  mention.why = "the border with the country most named besides";
  mention.confidence = inner.confidence / 2;
  draft.add(std::move(mention));
}

void add_relative(MentionDraft& draft, uint32_t index) {
  if (draft.mention_of[index] == kNone) return;
  if (draft.found[index].relation != kNone &&
      relation_of_cue(draft, draft.found[index].relation) == PlaceRelation::kBorder) {
    add_border(draft, index);
    return;
  }
  const Occurrence& occurrence = draft.found[index];
  RelativeWords words;
  TokenSpan tokens{occurrence.left, occurrence.tokens.end};
  words.distance_km = distance_before(draft, tokens.begin);
  if (occurrence.direction != kNone) words.bearing = draft.cues.record(occurrence.direction).value;
  words.countryside = draft.cues.has_flag(occurrence.type, kCueCountryside);
  if (occurrence.direction_after != kNone && words.countryside) {
    words.bearing = draft.cues.record(occurrence.direction_after).value;
    tokens.end = draft.cues.hit(occurrence.direction_after).tokens.end;
  }
  if (occurrence.relation != kNone) {
    const PlaceRelation relation = relation_of_cue(draft, occurrence.relation);
    words.near = relation == PlaceRelation::kNear || relation == PlaceRelation::kOutskirts;
  }
  if (!is_relative(words)) return;
  uint8_t clitics = occurrence.proclitics;
  for (const uint32_t first : {occurrence.type, occurrence.direction, occurrence.relation}) {
    if (first != kNone && draft.cues.hit(first).tokens.begin == tokens.begin)
      clitics = draft.cues.hit(first).proclitics;
  }
  const PlaceMention inner = draft.mentions[draft.mention_of[index]];
  PlaceMention mention;
  mention.tokens = tokens;
  mention.name = tokens;
  mention.form = PlaceForm::kRelative;
  mention.role = inner.role;
  mention.preposition = inner.preposition;
  mention.within_actor = inner.within_actor;
  mention.anchor = draft.mention_of[index];
  mention.place = relative_place(inner.place, words, draft.written(tokens, clitics));
  mention.why = "told from " + inner.place.name_en;
  mention.confidence = inner.confidence;
  draft.add(std::move(mention));
}

}  // namespace

void add_relative_places(MentionDraft& draft) {
  for (uint32_t i = 0; i + 1 < draft.found.size(); ++i) add_pair(draft, i);
  for (uint32_t i = 0; i < draft.found.size(); ++i) add_relative(draft, i);
}

}  // namespace isnad
