// SPDX-License-Identifier: Apache-2.0
// Places that the gazetteer lacks: the word for a kind of place with a name after it (شارع
// المريوطية, سجن الحائر, حقول جزل). They stand where the place around them stands, and their radius
// says so.
#include <algorithm>
#include <cstdlib>

#include "isnad/mention/place/mention_draft.h"
#include "isnad/mention/place/relative_place.h"

namespace isnad {
namespace {

constexpr uint32_t kLongestName = 3;  // tokens
constexpr float kConfidence = 0.55F;
constexpr std::string_view kArticle = "ال";  // al-, the

bool begins_with_article(const MentionDraft& draft, uint32_t token) {
  return draft.text.folded_of(draft.text.tokens[token]).starts_with(kArticle);
}

bool ends_a_name(const MentionDraft& draft, uint32_t token) {
  const auto is = [&](PlaceCueKind kind) { return draft.cues.at(token, kind) != kNone; };
  return is(PlaceCueKind::kFunction) || is(PlaceCueKind::kPreposition) || is(PlaceCueKind::kUnit) ||
         draft.taken[token];
}

// How far an unknown name goes on from `begin`: one word, and words with the article after it.
uint32_t name_end(const MentionDraft& draft, uint32_t begin) {
  if (begin >= draft.text.tokens.size()) return begin;
  const uint32_t limit = std::min(draft.scan.sentence_end[begin], begin + kLongestName);
  uint32_t at = begin;
  while (at < limit && draft.text.tokens[at].kind == TokenKind::kWord && !ends_a_name(draft, at)) {
    if (at > begin && !begins_with_article(draft, at)) break;
    ++at;
    // After two definite words the name is over: "سجن الحائر السياسي | الواقع".
    if (at - begin >= 2 && begins_with_article(draft, begin)) break;
  }
  return at;
}

// The occurrence that stands within those tokens; nullptr for none.
const Occurrence* occurrence_in(const MentionDraft& draft, TokenSpan tokens) {
  const auto found =
      std::lower_bound(draft.found.begin(), draft.found.end(), tokens.begin,
                       [](const Occurrence& a, uint32_t begin) { return a.tokens.begin < begin; });
  return found != draft.found.end() && tokens.contains(found->tokens) ? &*found : nullptr;
}

// The mention that holds a place at `token`: the nearest one, those of its sentence with "in"
// first, else one before it.
uint32_t holder_of(const MentionDraft& draft, uint32_t token) {
  constexpr std::ptrdiff_t kWindow = 24;  // names on either side
  const auto middle =
      std::lower_bound(draft.found.begin(), draft.found.end(), token,
                       [](const Occurrence& a, uint32_t begin) { return a.tokens.begin < begin; });
  const auto from = middle - std::min(kWindow, middle - draft.found.begin());
  const auto to = middle + std::min(kWindow, draft.found.end() - middle);
  uint32_t best = kNone;
  int64_t best_cost = INT64_MAX;
  for (auto it = from; it != to; ++it) {
    const uint32_t index = draft.mention_of[static_cast<size_t>(it - draft.found.begin())];
    if (index == kNone || it->guarded) continue;
    const PlaceMention& mention = draft.mentions[index];
    const bool same_sentence =
        draft.scan.sentence_end[it->tokens.begin] == draft.scan.sentence_end[token];
    const bool after = it->tokens.begin > token;
    if (after && !same_sentence) continue;
    int64_t cost = std::abs(static_cast<int64_t>(it->tokens.begin) - static_cast<int64_t>(token));
    if (!same_sentence) cost += 60;
    if (after && it->preposition != PlacePreposition::kIn) cost += 12;
    if (mention.role != PlaceRole::kNone) cost += 25;
    if (mention.place.feature == PlaceFeature::kCountry) cost += 40;
    if (mention.place.feature == PlaceFeature::kAdm1 ||
        mention.place.feature == PlaceFeature::kRegion)
      cost += 6;
    if (cost < best_cost) {
      best_cost = cost;
      best = index;
    }
  }
  return best;
}

// The mention of the town that the site is named after, if the report names that town, too.
uint32_t namesake_of(const MentionDraft& draft, const Occurrence* inside) {
  if (inside == nullptr) return kNone;
  const auto found = draft.first_of.find(inside->candidates[inside->chosen].row);
  return found == draft.first_of.end() ? kNone : found->second;
}

// Without any other place in the report: the town in the name if it is big enough to name things
// after, else nowhere.
Place lone_place(const MentionDraft& draft, const Occurrence* inside, PlaceFeature feature,
                 std::string name) {
  constexpr float kKnownTown = 4.5F;
  if (inside != nullptr) {
    const PlaceRow row = inside->candidates[inside->chosen].row;
    if (draft.gazetteer.record(row).prior >= kKnownTown) {
      return described_place(draft.gazetteer.place(row), feature, std::move(name));
    }
  }
  Place place;
  place.name_ar = std::move(name);
  place.feature = feature;
  return place;
}

void add_described(MentionDraft& draft, uint32_t type, TokenSpan name) {
  const CueHit& hit = draft.cues.hit(type);
  const Occurrence* inside = occurrence_in(draft, name);
  const auto feature = static_cast<PlaceFeature>(draft.cues.record(type).value);
  PlaceMention mention;
  mention.tokens = {hit.tokens.begin, name.end};
  mention.name = name;
  mention.form = PlaceForm::kDescribed;
  mention.specific = true;
  mention.preposition = draft.preposition_of(hit);
  mention.anchor = namesake_of(draft, inside);
  if (mention.anchor == kNone) mention.anchor = holder_of(draft, hit.tokens.begin);
  std::string written = draft.written(mention.tokens, hit.proclitics);
  mention.place = mention.anchor == kNone ? lone_place(draft, inside, feature, std::move(written))
                                          : described_place(draft.mentions[mention.anchor].place,
                                                            feature, std::move(written));
  mention.why = "not in the gazetteer; placed by its surroundings";
  mention.confidence = kConfidence;
  draft.add(std::move(mention));
}

}  // namespace

void add_described_places(MentionDraft& draft) {
  for (uint32_t cue = 0; cue < draft.scan.cues.size(); ++cue) {
    const CueHit& hit = draft.cues.hit(cue);
    if (!draft.cues.is(cue, PlaceCueKind::kType) || draft.cues.record(cue).value == kMakesNothing ||
        hit.definite)
      continue;
    if (draft.taken[hit.tokens.begin]) continue;
    uint32_t begin = hit.tokens.end;
    if (begin >= draft.scan.sentence_end[hit.tokens.begin]) continue;
    const uint32_t end = name_end(draft, begin);
    if (end > begin) add_described(draft, cue, {begin, end});
  }
}

}  // namespace isnad
