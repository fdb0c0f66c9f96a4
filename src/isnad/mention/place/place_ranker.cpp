// SPDX-License-Identifier: Apache-2.0
// The weights, what each looks at, and the three rounds.
#include "isnad/mention/place/place_ranker.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <unordered_map>

#include "isnad/mention/place/place_key.h"

namespace isnad {
namespace {

// Candidate scores, in the units of PlaceRecord::prior.
struct RankWeights {
  float type_fits = 2.6F;          // مدينة before a city
  float type_contradicts = -3.6F;  // محافظة before a village
  float bare_district = -0.9F;     // a district without the word for it
  float demonym_fits = 5.0F;
  float demonym_contradicts = -3.0F;
  float country_share = 3.8F;  // times the country's share in the report
  float outlet = 0.7F;
  float dateline = 0.8F;
  float same_adm1 = 1.1F;           // an anchor lies in the same governorate
  float container = 3.2F;           // the text says it lies in that one
  float sibling = 1.2F;             // joined by "and" to a place of the same country
  float near = 2.2F, near_km = 25;  // an anchor's nearness
  float region = 1.6F, region_km = 110;
};
constexpr RankWeights kRank;

// Whether it is a place, logits.
struct PlaceWeights {
  float bias = -2.6F;
  float prior = 0.62F;
  float common = -1.75F;            // times 1…3
  float common_named_kind = 0.35F;  // … times this after the word for its kind: حي الميدان
  float type = 3.4F;
  float in = 1.1F;
  float other_preposition = 0.7F;
  float relation = 1.6F;
  float role = 1.2F;
  float container = 1.6F;
  float demonym = 2.5F;
  float long_name = 1.3F;  // two tokens or more
  float support = 0.75F;   // times what the anchors say for the candidate
  float listed = 0.6F;
  float person = -4.0F;
  float club = -2.5F;       // a city in a sentence of sport, without "in"
  float elsewhere = -2.4F;  // a small place in a country of which the report does not speak
};
constexpr PlaceWeights kPlace;

constexpr size_t kMostAnchors = 24;
constexpr float kSettled = 1.2F;        // place score of an anchor
constexpr float kSettledMargin = 0.8F;  // its lead over the next candidate
constexpr int kRounds = 3;
constexpr float kWholePrior = 9.0F;
constexpr float kPersonProof = 8.0F;  // countries and capitals are no one's family name

struct Direction3 {
  float x = 0, y = 0, z = 0;
};
Direction3 direction_of(GeoPoint point) {
  constexpr double kDegree = std::numbers::pi / 180;
  const double lat = point.latitude * kDegree;
  const double lon = point.longitude * kDegree;
  return {static_cast<float>(std::cos(lat) * std::cos(lon)),
          static_cast<float>(std::cos(lat) * std::sin(lon)), static_cast<float>(std::sin(lat))};
}
// Chord length in kilometres: shorter than the arc by 1 % at 3000 km, where it no longer matters.
float chord_km(const Direction3& a, const Direction3& b) {
  const float x = a.x - b.x, y = a.y - b.y, z = a.z - b.z;
  return 6371.0F * std::sqrt(x * x + y * y + z * z);
}

struct Anchor {
  PlaceRow row = kNoPlace;
  PlaceRow adm1 = kNoPlace;
  uint64_t group = 0;
  Direction3 where;
  float weight = 1;
  float reach = 0;          // kilometres within which a place is inside it
  bool point_like = false;  // near enough to measure distances from
};

bool is_large(PlaceFeature feature) {
  return feature == PlaceFeature::kCountry || feature == PlaceFeature::kRegion ||
         feature == PlaceFeature::kWater;
}
bool is_district(PlaceFeature feature) {
  return feature == PlaceFeature::kAdm2 || feature == PlaceFeature::kAdm3;
}

class Ranker {
 public:
  Ranker(const Gazetteer& gazetteer, const NameScan& scan, const PlaceContext& context,
         std::vector<Occurrence>& found)
      : gazetteer_(gazetteer), scan_(scan), context_(context), found_(found) {}

  void run() {
    read_dateline();
    for (int round = 0; round < kRounds; ++round) {
      for (Occurrence& occurrence : found_) score_candidates(occurrence, round > 0);
      if (round > 0) agree_on_names();
      for (Occurrence& occurrence : found_) decide(occurrence);
      collect_anchors();
    }
  }

 private:
  [[nodiscard]] const CueRecord& cue(uint32_t index) const {
    return gazetteer_.cue(scan_.cues[index].cue);
  }

  // The country of the place that the dateline names, if it names one.
  void read_dateline() {
    std::string_view first = context_.dateline.substr(0, context_.dateline.find_first_of("-:("));
    while (!first.empty() && first.back() == ' ') first.remove_suffix(1);
    float best = 4.5F;  // below, names are too unsure to count
    for (const uint32_t posting : gazetteer_.find_name(first)) {
      if ((posting & kPostingCue) != 0) continue;
      const PlaceRow row = posting & kPostingIndex;
      if (gazetteer_.record(row).prior < best) continue;
      best = gazetteer_.record(row).prior;
      dateline_country_ = gazetteer_.country(row);
    }
  }

  // What the words right beside the name say for a row.
  [[nodiscard]] float own_words(const Occurrence& occurrence, PlaceRow row) const {
    const PlaceFeature feature = gazetteer_.feature(row);
    float score = 0;
    if (occurrence.type != kNone) {
      score += (cue(occurrence.type).mask & feature_bit(feature)) != 0 ? kRank.type_fits
                                                                       : kRank.type_contradicts;
    } else if (is_district(feature)) {
      score += kRank.bare_district;
    }
    if (occurrence.demonym != kNone) {
      const std::string_view country(cue(occurrence.demonym).country, 2);
      score += country == gazetteer_.country(row) ? kRank.demonym_fits : kRank.demonym_contradicts;
    }
    if (occurrence.container != kNone) {
      const Occurrence& outer = found_[occurrence.container];
      if (outer.chosen != kNone && lies_in(row, outer.candidates[outer.chosen].row))
        score += kRank.container;
    }
    if (occurrence.listed && &occurrence != found_.data()) {
      const Occurrence& before = *(&occurrence - 1);
      const bool same =
          before.chosen != kNone && before.place_score > 0 &&
          gazetteer_.country(before.candidates[before.chosen].row) == gazetteer_.country(row);
      if (same) score += kRank.sibling;
    }
    return score;
  }

  // Within by the tables' links, or in the governorate that bears the larger place's name.
  [[nodiscard]] bool lies_in(PlaceRow inner, PlaceRow outer) const {
    if (gazetteer_.is_within(inner, outer)) return true;
    const PlaceFeature feature = gazetteer_.feature(outer);
    if (feature == PlaceFeature::kCountry || feature == PlaceFeature::kSite) return false;
    // Regions and towns have no members in the tables: their reach decides.
    if (feature == PlaceFeature::kRegion || feature == PlaceFeature::kCity ||
        feature == PlaceFeature::kTown) {
      const double reach =
          gazetteer_.record(outer).radius_km * (feature == PlaceFeature::kRegion ? 1.2 : 2.5);
      if (distance_km(gazetteer_.point(inner), gazetteer_.point(outer)) <= reach) return true;
    }
    const PlaceRow adm1 = gazetteer_.record(inner).adm1;
    return adm1 != kNoPlace && adm1 == gazetteer_.record(outer).adm1 &&
           gazetteer_.name_ar(adm1) == gazetteer_.name_ar(outer);
  }

  // What the report's other places say for a row.
  [[nodiscard]] float support_for(const Occurrence& occurrence, PlaceRow row) const {
    const PlaceRecord& record = gazetteer_.record(row);
    const std::string_view country = gazetteer_.country(row);
    float score = 0;
    if (gazetteer_.feature(row) != PlaceFeature::kCountry) {
      if (const auto share = countries_.find(std::string(country)); share != countries_.end()) {
        score += kRank.country_share * share->second;
      }
    }
    if (!country.empty() && country == context_.outlet_country) score += kRank.outlet;
    if (!country.empty() && country == dateline_country_) score += kRank.dateline;
    if (is_large(gazetteer_.feature(row))) return score;
    const Direction3 here = direction_of(gazetteer_.point(row));
    float nearest = 0;
    bool same_adm1 = false;
    for (const Anchor& anchor : anchors_) {
      if (anchor.group == occurrence.group) continue;
      same_adm1 |= record.adm1 != kNoPlace && anchor.adm1 == record.adm1;
      if (!anchor.point_like) continue;
      const float km = std::max(0.0F, chord_km(here, anchor.where) - anchor.reach);
      const float value = kRank.near * std::exp(-km / kRank.near_km) +
                          kRank.region * std::exp(-km / kRank.region_km);
      nearest = std::max(nearest, anchor.weight * value);
    }
    return score + nearest + (same_adm1 ? kRank.same_adm1 : 0.0F);
  }

  void score_candidates(Occurrence& occurrence, bool with_report) {
    for (Candidate& candidate : occurrence.candidates) {
      const float base = gazetteer_.record(candidate.row).prior + candidate.spelling;
      candidate.score = base + own_words(occurrence, candidate.row);
      if (with_report) candidate.score += support_for(occurrence, candidate.row);
    }
  }

  // Occurrences of one name share their candidates' best scores, unless their own kind word
  // contradicts.
  void agree_on_names() {
    std::unordered_map<uint64_t, std::vector<float>> best;
    for (const Occurrence& occurrence : found_) {
      std::vector<float>& scores = best[occurrence.group];
      scores.resize(occurrence.candidates.size(), -100.0F);
      for (size_t i = 0; i < scores.size(); ++i)
        scores[i] = std::max(scores[i], occurrence.candidates[i].score);
    }
    for (Occurrence& occurrence : found_) {
      const std::vector<float>& scores = best[occurrence.group];
      for (size_t i = 0; i < scores.size(); ++i) {
        Candidate& candidate = occurrence.candidates[i];
        const bool contradicted =
            occurrence.type != kNone &&
            (cue(occurrence.type).mask & feature_bit(gazetteer_.feature(candidate.row))) == 0;
        if (!contradicted) candidate.score = (candidate.score + scores[i]) / 2;
      }
    }
  }

  void decide(Occurrence& occurrence) {
    float first = -100, second = -100;
    for (uint32_t i = 0; i < occurrence.candidates.size(); ++i) {
      const float score = occurrence.candidates[i].score;
      if (score > first) {
        second = first;
        first = score;
        occurrence.chosen = i;
      } else {
        second = std::max(second, score);
      }
    }
    occurrence.margin = first - second;
    occurrence.support =
        anchors_.empty() && countries_.empty()
            ? 0.0F
            : support_for(occurrence, occurrence.candidates[occurrence.chosen].row);
    occurrence.place_score = place_score(occurrence);
    occurrence.settled = occurrence.place_score > kSettled &&
                         (occurrence.margin > kSettledMargin || is_twin(occurrence));
  }

  // Whether the runner-up is the same place told otherwise (a city and its district): either
  // anchors as well.
  [[nodiscard]] bool is_twin(const Occurrence& occurrence) const {
    const Candidate& chosen = occurrence.candidates[occurrence.chosen];
    for (const Candidate& other : occurrence.candidates) {
      if (other.row == chosen.row || chosen.score - other.score > kSettledMargin) continue;
      if (distance_km(gazetteer_.point(other.row), gazetteer_.point(chosen.row)) > 40) return false;
    }
    return true;
  }

  // حي, قرية, بلدة: what follows is a name; منطقة (area) and the like stand before any word.
  [[nodiscard]] bool makes_settlement(uint32_t type) const {
    const int16_t made = cue(type).value;
    return made == static_cast<int16_t>(PlaceFeature::kTown) ||
           made == static_cast<int16_t>(PlaceFeature::kVillage) ||
           made == static_cast<int16_t>(PlaceFeature::kNeighbourhood);
  }

  [[nodiscard]] float place_score(const Occurrence& occurrence) const {
    const Candidate& chosen = occurrence.candidates[occurrence.chosen];
    const PlaceRecord& record = gazetteer_.record(chosen.row);
    float score =
        kPlace.bias + kPlace.prior * std::min(record.prior + chosen.spelling, kWholePrior);
    const bool kind_fits =
        occurrence.type != kNone &&
        (cue(occurrence.type).mask & feature_bit(gazetteer_.feature(chosen.row))) != 0;
    if (kind_fits) score += kPlace.type;
    const float common = kPlace.common * static_cast<float>(occurrence.common);
    score +=
        kind_fits && makes_settlement(occurrence.type) ? common * kPlace.common_named_kind : common;
    if (occurrence.preposition == PlacePreposition::kIn) {
      score += kPlace.in;
    } else if (occurrence.preposition != PlacePreposition::kNone) {
      score += kPlace.other_preposition;
    }
    if (occurrence.relation != kNone || occurrence.direction != kNone) score += kPlace.relation;
    if (occurrence.role != kNone) score += kPlace.role;
    if (occurrence.container != kNone) score += container_score(occurrence, chosen.row);
    if (occurrence.demonym != kNone &&
        std::string_view(cue(occurrence.demonym).country, 2) == gazetteer_.country(chosen.row)) {
      score += kPlace.demonym;
    }
    if (occurrence.tokens.size() > 1) score += kPlace.long_name;
    if (occurrence.listed) score += kPlace.listed;
    if (occurrence.sport && occurrence.preposition != PlacePreposition::kIn &&
        gazetteer_.feature(chosen.row) == PlaceFeature::kCity) {
      score += kPlace.club;
    }
    score += kPlace.elsewhere * elsewhere(occurrence, chosen.row);
    if (occurrence.person && record.prior < kPersonProof) score += kPlace.person;
    return score + kPlace.support * std::min(occurrence.support, 3.5F);
  }

  // 1 for a small place in a country that nothing else in the report points to, though it points to
  // others.
  [[nodiscard]] float elsewhere(const Occurrence& occurrence, PlaceRow row) const {
    constexpr float kSmall = 4.7F;
    if (evidence_ < 1.5F || gazetteer_.record(row).prior >= kSmall) return 0;
    const std::string_view country = gazetteer_.country(row);
    if (country.empty() || country == context_.outlet_country || country == dateline_country_)
      return 0;
    if (countries_.count(std::string(country)) != 0) return 0;
    // A name that no other country has speaks for itself, half.
    const bool only_there =
        std::all_of(occurrence.candidates.begin(), occurrence.candidates.end(),
                    [&](const Candidate& c) { return gazetteer_.country(c.row) == country; });
    return only_there ? 0.5F : 1.0F;
  }

  [[nodiscard]] float container_score(const Occurrence& occurrence, PlaceRow row) const {
    const Occurrence& outer = found_[occurrence.container];
    return outer.chosen != kNone && lies_in(row, outer.candidates[outer.chosen].row)
               ? kPlace.container
               : 0.0F;
  }

  // Sure places become anchors; countries are counted by what lies in them and by adjectives of
  // nations.
  void collect_anchors() {
    anchors_.clear();
    std::unordered_map<std::string, float> counts;
    float total = 0;
    const auto count = [&](std::string_view country, float weight) {
      if (country.empty()) return;
      counts[std::string(country)] += weight;
      total += weight;
    };
    for (const Occurrence& occurrence : found_) {
      if (!occurrence.settled) continue;
      const PlaceRow row = occurrence.candidates[occurrence.chosen].row;
      count(gazetteer_.country(row), occurrence.guarded ? 0.5F : 1.0F);
      add_anchor(occurrence, row);
    }
    for (const CueHit& hit : scan_.cues) {
      const CueRecord& record = gazetteer_.cue(hit.cue);
      if (record.kind == static_cast<uint8_t>(PlaceCueKind::kDemonym))
        count({record.country, 2}, 0.5F);
    }
    countries_.clear();
    evidence_ = total;
    // Two unseen mentions dampen the share of a country named once.
    for (const auto& [country, weight] : counts) countries_[country] = weight / (total + 1.0F);
  }

  void add_anchor(const Occurrence& occurrence, PlaceRow row) {
    if (anchors_.size() >= kMostAnchors || gazetteer_.feature(row) == PlaceFeature::kCountry)
      return;
    for (Anchor& anchor : anchors_) {
      if (anchor.row == row) return;
    }
    const PlaceFeature feature = gazetteer_.feature(row);
    constexpr float kNarrow = 150;  // regions no wider than this say where their neighbours are
    const float radius = gazetteer_.record(row).radius_km;
    const bool region = feature == PlaceFeature::kRegion && radius <= kNarrow;
    const bool point_like = region || (!is_large(feature) && feature != PlaceFeature::kAdm1);
    anchors_.push_back({row, gazetteer_.record(row).adm1, occurrence.group,
                        direction_of(gazetteer_.point(row)), occurrence.guarded ? 0.5F : 1.0F,
                        region ? radius : 0.0F, point_like});
  }

  const Gazetteer& gazetteer_;
  const NameScan& scan_;
  const PlaceContext& context_;
  std::vector<Occurrence>& found_;
  std::vector<Anchor> anchors_;
  std::unordered_map<std::string, float> countries_;  // share in the report
  float evidence_ = 0;                                // sum of what `countries_` was counted from
  std::string_view dateline_country_;
};

std::string kilometres(double km) {
  return std::to_string(static_cast<int>(std::lround(km))) + " km";
}

}  // namespace

void rank_places(const Gazetteer& gazetteer, const NameScan& scan, const PlaceContext& context,
                 std::vector<Occurrence>& occurrences) {
  Ranker(gazetteer, scan, context, occurrences).run();
}

std::string why_chosen(const Gazetteer& gazetteer, const NameScan& scan,
                       const std::vector<Occurrence>& occurrences, uint32_t index) {
  const Occurrence& occurrence = occurrences[index];
  const PlaceRow row = occurrence.candidates[occurrence.chosen].row;
  std::string why = occurrence.candidates.size() == 1
                        ? "the only place of that name"
                        : "1 of " + std::to_string(occurrence.candidates.size()) + " of that name";
  if (occurrence.type != kNone) {
    why += "; called a " +
           std::string(gazetteer.text(gazetteer.cue(scan.cues[occurrence.type].cue).id));
  }
  if (occurrence.demonym != kNone) {
    why += "; said to be " +
           std::string(gazetteer.text(gazetteer.cue(scan.cues[occurrence.demonym].cue).id));
  }
  if (occurrence.container != kNone) {
    const Occurrence& outer = occurrences[occurrence.container];
    if (outer.chosen != kNone)
      why += "; in " + std::string(gazetteer.name_en(outer.candidates[outer.chosen].row));
  }
  double nearest = 200;
  PlaceRow nearest_row = kNoPlace;
  constexpr uint32_t kWindow = 20;  // names on either side
  for (uint32_t i = index - std::min(index, kWindow);
       i < std::min<size_t>(occurrences.size(), index + kWindow); ++i) {
    const Occurrence& other = occurrences[i];
    if (!other.settled || other.group == occurrence.group) continue;
    const PlaceRow there = other.candidates[other.chosen].row;
    if (is_large(gazetteer.feature(there)) || gazetteer.feature(there) == PlaceFeature::kAdm1)
      continue;
    const double km = distance_km(gazetteer.point(row), gazetteer.point(there));
    if (km < nearest) {
      nearest = km;
      nearest_row = there;
    }
  }
  if (nearest_row != kNoPlace)
    why += "; " + kilometres(nearest) + " from " + std::string(gazetteer.name_en(nearest_row));
  return why;
}

}  // namespace isnad
