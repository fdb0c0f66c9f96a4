// SPDX-License-Identifier: Apache-2.0
// Costs are in sentences: the candidate that costs least is meant.
#include "isnad/mention/place/antecedent.h"

#include <algorithm>
#include <cmath>

namespace isnad {
namespace {

constexpr double kOtherKind = 3;  // never called by that word, only of a kind it can mean
constexpr double kLooseKind = 2;  // … and not the kind it means first: a village for المدينة
constexpr double kBeside = 2.5;    // named as a home, an office, an aim
constexpr double kOuter = 1;       // named only to say where another place lies
constexpr double kMostAway = 6;    // sentences back after which distance counts no more
constexpr double kHalfLife = 2.5;  // sentences in which a country's weight falls to 1/e
constexpr double kOverall = 0.15;  // what any naming counts, however far

const std::string& key_of(const Place& place) {
  return place.gazetteer_id.empty() ? place.name_ar : place.gazetteer_id;
}

bool is_town(PlaceFeature feature) {
  return feature == PlaceFeature::kCity || feature == PlaceFeature::kTown;
}

// Whether the word means that kind first of all: مدينة a city or town, قرية a village.
bool means_first(const CueRecord& type, PlaceFeature feature) {
  const auto made = static_cast<PlaceFeature>(type.value);
  if (type.value == kMakesNothing) return true;
  return feature == made || (is_town(feature) && is_town(made)) ||
         (feature == PlaceFeature::kVillage && made == PlaceFeature::kTown &&
          (type.mask & feature_bit(PlaceFeature::kAdm2)) == 0);
}

}  // namespace

PlaceAntecedents::PlaceAntecedents(const MentionDraft& draft)
    : draft_(draft), sentence_of_(draft.text.tokens.size(), 0) {
  for (uint32_t sentence = 0; sentence < draft.text.sentences.size(); ++sentence) {
    const TokenSpan span = draft.text.sentences[sentence].tokens;
    for (uint32_t token = span.begin; token < span.end; ++token) sentence_of_[token] = sentence;
  }
  gather_places();
  gather_countries();
}

void PlaceAntecedents::gather_places() {
  for (uint32_t i = 0; i < draft_.mentions.size(); ++i) {
    const PlaceMention& mention = draft_.mentions[i];
    if (mention.within_actor || mention.form == PlaceForm::kRelative) continue;
    const bool beside = mention.role != PlaceRole::kNone;
    named_.push_back({i, mention.tokens, sentence_at(mention.tokens.begin), beside});
    const auto [first, last] = draft_.cues.range_at(mention.tokens.begin);
    for (uint32_t cue = first; cue < last; ++cue) {
      if (draft_.cues.is(cue, PlaceCueKind::kType))
        called_[draft_.cues.record(cue).id].insert(key_of(mention.place));
    }
  }
  std::stable_sort(named_.begin(), named_.end(),
                   [](const Named& a, const Named& b) { return a.tokens.begin < b.tokens.begin; });
}

void PlaceAntecedents::gather_countries() {
  for (const Named& named : named_) {
    const Place& place = draft_.mentions[named.mention].place;
    if (!place.country.empty()) {
      countries_.push_back({place.country, named.tokens.begin, named.sentence});
    }
  }
  for (const CueHit& hit : draft_.scan.cues) {
    const CueRecord& record = draft_.gazetteer.cue(hit.cue);
    if (record.kind != static_cast<uint8_t>(PlaceCueKind::kDemonym)) continue;
    countries_.push_back(
        {std::string(record.country, 2), hit.tokens.begin, sentence_at(hit.tokens.begin)});
  }
}

bool PlaceAntecedents::called(uint32_t mention, uint32_t kind) const {
  const auto found = called_.find(kind);
  return found != called_.end() && found->second.count(key_of(draft_.mentions[mention].place)) != 0;
}

double PlaceAntecedents::cost(const Named& named, uint32_t type, uint32_t sentence) const {
  const PlaceMention& mention = draft_.mentions[named.mention];
  double cost = std::min<double>(kMostAway, sentence - named.sentence);
  const CueRecord& record = draft_.cues.record(type);
  if (!called(named.mention, record.id)) {
    cost += means_first(record, mention.place.feature) ? kOtherKind : kOtherKind + kLooseKind;
  }
  if (named.beside) cost += kBeside;
  const bool outer =
      std::any_of(draft_.mentions.begin(), draft_.mentions.end(), [&](const PlaceMention& inner) {
        return inner.anchor == named.mention && inner.form == PlaceForm::kName;
      });
  return outer ? cost + kOuter : cost;
}

uint32_t PlaceAntecedents::place_of_kind(uint32_t type, uint32_t token) const {
  const CueRecord& record = draft_.cues.record(type);
  uint32_t best = kNone;
  double best_cost = 0;
  for (const Named& named : named_) {
    if (named.tokens.end > token) break;
    const PlaceFeature feature = draft_.mentions[named.mention].place.feature;
    // A site is meant only by the word for it, السجن is no hospital, or by one that means any
    // place: المكان (the scene).
    const bool any_place = record.value == kMakesNothing;
    const bool fits =
        called(named.mention, record.id) || ((record.mask & feature_bit(feature)) != 0 &&
                                             (feature != PlaceFeature::kSite || any_place));
    if (!fits) continue;
    const double candidate = cost(named, type, sentence_at(token));
    if (best == kNone || candidate <= best_cost) {
      best = named.mention;
      best_cost = candidate;
    }
  }
  return best;
}

PlaceRow PlaceAntecedents::town_around(uint32_t type, uint32_t token) const {
  const uint32_t mask = draft_.cues.record(type).mask;
  PlaceRow best = kNoPlace;
  for (const Named& named : named_) {
    if (named.tokens.end > token) break;
    const std::string& id = draft_.mentions[named.mention].place.gazetteer_id;
    if (id.empty() || named.beside) continue;
    for (PlaceRow row = draft_.gazetteer.row_of(id); row != kNoPlace;
         row = draft_.gazetteer.record(row).parent) {
      if ((mask & feature_bit(draft_.gazetteer.feature(row))) != 0) best = row;
    }
  }
  return best;
}

std::string PlaceAntecedents::country_at(uint32_t token) const {
  std::unordered_map<std::string, double> weights;
  const uint32_t here = sentence_at(token);
  std::string best;
  double most = 0;
  for (const Country& country : countries_) {
    if (country.code.size() != 2) continue;
    // What comes after counts as well, but less: "the north of the country … the Turkish army".
    const double away =
        country.sentence <= here ? here - country.sentence : 1.0 + (country.sentence - here);
    double& weight = weights[country.code];
    weight += std::exp(-away / kHalfLife) + kOverall;
    if (weight > most) {
      most = weight;
      best = country.code;
    }
  }
  return best;
}

}  // namespace isnad
