// SPDX-License-Identifier: Apache-2.0
// Names first, then what is told relative to them, then what is only described, then what points
// back.
#include "isnad/mention/place/mention_builder.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "isnad/mention/place/mention_draft.h"
#include "isnad/mention/place/why_chosen.h"

namespace isnad {
namespace {

// What can lie inside another place that the text names.
bool is_specific(PlaceFeature feature) {
  return feature == PlaceFeature::kSite || feature == PlaceFeature::kNeighbourhood ||
         feature == PlaceFeature::kVillage || feature == PlaceFeature::kTown;
}

float sigmoid(float x) { return 1.0F / (1.0F + std::exp(-x)); }

// "شارع فلسطين", "ساحة عدن": the kind says a site, and the gazetteer knows the name as something
// larger: the name is the site's own, and the site is described. "سجن إدلب" is told apart no
// further, so it is described as well.
bool names_something_else(const MentionDraft& draft, const Occurrence& occurrence) {
  if (!draft.cues.has_flag(occurrence.type, kCueSite) || occurrence.type_inherited) return false;
  const PlaceFeature feature =
      draft.gazetteer.feature(occurrence.candidates[occurrence.chosen].row);
  return (draft.cues.record(occurrence.type).mask & feature_bit(feature)) == 0;
}

// The name without words that are no part of it as people speak: "قطاع غزة", "جنوب لبنان", "مكة
// المكرمة" hold غزة, لبنان, مكة.
TokenSpan bare_name(const CueIndex& cues, TokenSpan tokens) {
  TokenSpan bare = tokens;
  const auto [first, last] = cues.range_at(tokens.begin);
  for (uint32_t cue = first; cue < last; ++cue) {
    const CueHit& hit = cues.hit(cue);
    if (hit.definite || hit.tokens.end >= tokens.end) continue;
    const bool leads = cues.is(cue, PlaceCueKind::kDirection) ||
                       (cues.is(cue, PlaceCueKind::kType) && cues.has_flag(cue, kCueLabel));
    if (leads) bare.begin = std::max(bare.begin, hit.tokens.end);
  }
  const uint32_t epithet = cues.before(tokens.end, PlaceCueKind::kEpithet);
  if (epithet != kNone && cues.hit(epithet).tokens.begin > bare.begin)
    bare.end = cues.hit(epithet).tokens.begin;
  return bare;
}

void add_name(MentionDraft& draft, uint32_t index) {
  const Occurrence& occurrence = draft.found[index];
  const PlaceRow row = occurrence.candidates[occurrence.chosen].row;
  PlaceMention mention;
  const bool own_type = occurrence.type != kNone && !occurrence.type_inherited &&
                        !draft.cues.has_flag(occurrence.type, kCueCountryside) &&
                        !draft.cues.has_flag(occurrence.type, kCueSeveral);
  mention.tokens = {
      own_type ? draft.cues.hit(occurrence.type).tokens.begin : occurrence.tokens.begin,
      occurrence.tokens.end};
  mention.name = bare_name(draft.cues, occurrence.tokens);
  mention.place = draft.gazetteer.place(row);
  mention.specific = is_specific(mention.place.feature);
  mention.capital = row == draft.gazetteer.capital_of(mention.place.country);
  mention.listed = occurrence.listed;
  mention.preposition = occurrence.preposition;
  if (occurrence.role != kNone)
    mention.role = static_cast<PlaceRole>(draft.cues.record(occurrence.role).value);
  const bool club = occurrence.sport && mention.place.feature == PlaceFeature::kCity &&
                    occurrence.preposition != PlacePreposition::kIn;
  mention.within_actor = occurrence.guarded || club || mention.role == PlaceRole::kOffice;
  mention.why = why_chosen(draft.gazetteer, draft.scan, draft.found, index);
  const float sure = occurrence.candidates.size() == 1 ? 1.0F : sigmoid(2.0F * occurrence.margin);
  mention.confidence = sigmoid(occurrence.place_score) * sure;
  draft.mention_of[index] = static_cast<uint32_t>(draft.mentions.size());
  draft.first_of.emplace(row, draft.mention_of[index]);
  draft.add(std::move(mention));
}

void link_containers(MentionDraft& draft) {
  for (uint32_t i = 0; i < draft.found.size(); ++i) {
    if (draft.mention_of[i] == kNone || draft.found[i].container == kNone) continue;
    draft.mentions[draft.mention_of[i]].anchor = draft.mention_of[draft.found[i].container];
  }
}

// By begin, the longer first; anchors follow.
std::vector<PlaceMention> sorted(std::vector<PlaceMention> mentions) {
  std::vector<uint32_t> order(mentions.size());
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(), [&](uint32_t a, uint32_t b) {
    const TokenSpan& x = mentions[a].tokens;
    const TokenSpan& y = mentions[b].tokens;
    return x.begin != y.begin ? x.begin < y.begin : x.end > y.end;
  });
  std::vector<uint32_t> moved_to(order.size());
  for (uint32_t i = 0; i < order.size(); ++i) moved_to[order[i]] = i;
  std::vector<PlaceMention> result;
  result.reserve(order.size());
  for (const uint32_t from : order) {
    result.push_back(std::move(mentions[from]));
    if (result.back().anchor != kNone) result.back().anchor = moved_to[result.back().anchor];
  }
  return result;
}

}  // namespace

std::vector<PlaceMention> build_mentions(const Gazetteer& gazetteer, const Text& text,
                                         const NameScan& scan, const CueIndex& cues,
                                         const PlaceContext& context,
                                         const std::vector<Occurrence>& occurrences) {
  MentionDraft draft(gazetteer, text, scan, cues, context, occurrences);
  for (uint32_t i = 0; i < occurrences.size(); ++i) {
    if (occurrences[i].place_score > 0 && !names_something_else(draft, occurrences[i]))
      add_name(draft, i);
  }
  link_containers(draft);
  add_relative_places(draft);
  add_described_places(draft);
  add_anaphors(draft);
  return sorted(std::move(draft.mentions));
}

}  // namespace isnad
