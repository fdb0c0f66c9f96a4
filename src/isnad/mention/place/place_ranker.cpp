// SPDX-License-Identifier: Apache-2.0
// What the words beside a name and the rest of the report say for its candidates, in three rounds:
// alone, with what is sure, and once more.
#include "isnad/mention/place/place_ranker.h"

#include <algorithm>
#include <unordered_map>

#include "isnad/mention/place/report_evidence.h"

namespace isnad {
namespace {

constexpr PlaceWeights kPlace;
constexpr float kSettled = 1.2F;        // place score of an anchor
constexpr float kSettledMargin = 0.8F;  // its lead over the next candidate
constexpr int kRounds = 3;
constexpr float kWholePrior = 9.0F;
constexpr float kPersonProof = 8.0F;  // countries and capitals are no one's family name

bool is_district(PlaceFeature feature) {
  return feature == PlaceFeature::kAdm2 || feature == PlaceFeature::kAdm3;
}

class Ranker {
 public:
  Ranker(const Gazetteer& gazetteer, const NameScan& scan, const PlaceContext& context,
         const RankWeights& weights, std::vector<Occurrence>& found)
      : gazetteer_(gazetteer),
        scan_(scan),
        weights_(weights),
        evidence_(gazetteer, scan, context, weights),
        found_(found) {}

  void run() {
    for (int round = 0; round < kRounds; ++round) {
      for (Occurrence& occurrence : found_) score_candidates(occurrence, round > 0);
      if (round > 0) agree_on_names();
      for (Occurrence& occurrence : found_) decide(occurrence);
      evidence_.collect(found_);
    }
  }

 private:
  [[nodiscard]] const CueRecord& cue(uint32_t index) const {
    return gazetteer_.cue(scan_.cues[index].cue);
  }

  // What the words right beside the name say for a row.
  [[nodiscard]] float own_words(const Occurrence& occurrence, PlaceRow row) const {
    const PlaceFeature feature = gazetteer_.feature(row);
    float score = 0;
    if (occurrence.type != kNone) {
      score += (cue(occurrence.type).mask & feature_bit(feature)) != 0 ? weights_.type_fits
                                                                       : weights_.type_contradicts;
    } else if (is_district(feature)) {
      score += weights_.bare_district;
    }
    if (occurrence.demonym != kNone) {
      const std::string_view country(cue(occurrence.demonym).country, 2);
      score +=
          country == gazetteer_.country(row) ? weights_.demonym_fits : weights_.demonym_contradicts;
    }
    if (occurrence.container != kNone) {
      const Occurrence& outer = found_[occurrence.container];
      if (outer.chosen != kNone && lies_in(row, outer.candidates[outer.chosen].row))
        score += weights_.container;
    }
    if (occurrence.listed && &occurrence != found_.data()) {
      const Occurrence& before = *(&occurrence - 1);
      const bool same =
          before.chosen != kNone && before.place_score > 0 &&
          gazetteer_.country(before.candidates[before.chosen].row) == gazetteer_.country(row);
      if (same) score += weights_.sibling;
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

  void score_candidates(Occurrence& occurrence, bool with_report) {
    for (PlaceCandidate& candidate : occurrence.candidates) {
      const float base = gazetteer_.record(candidate.row).prior + candidate.spelling;
      candidate.score =
          base + own_words(occurrence, candidate.row) + evidence_.of_outlet(candidate.row);
      if (with_report) candidate.score += evidence_.support_for(occurrence, candidate.row);
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
        PlaceCandidate& candidate = occurrence.candidates[i];
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
        evidence_.empty()
            ? 0.0F
            : evidence_.support_for(occurrence, occurrence.candidates[occurrence.chosen].row);
    occurrence.place_score = place_score(occurrence);
    occurrence.settled = occurrence.place_score > kSettled &&
                         !is_in_every_country(occurrence.candidates[occurrence.chosen].row) &&
                         (occurrence.margin > kSettledMargin || is_twin(occurrence));
  }

  // Whether the runner-up is the same place told otherwise (a city and its district): either
  // anchors as well.
  [[nodiscard]] bool is_twin(const Occurrence& occurrence) const {
    const PlaceCandidate& chosen = occurrence.candidates[occurrence.chosen];
    for (const PlaceCandidate& other : occurrence.candidates) {
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

  // القصر الجمهوري (the Republican Palace), السجن المركزي (the central prison): words that every
  // country has one of.
  [[nodiscard]] bool is_in_every_country(PlaceRow row) const {
    constexpr std::string_view kThe = "ال";  // al-
    if (gazetteer_.feature(row) != PlaceFeature::kSite) return false;
    const std::string_view name = gazetteer_.name_ar(row);
    const size_t space = name.find(' ');
    return space != std::string_view::npos && name.starts_with(kThe) &&
           name.substr(space + 1).starts_with(kThe);
  }

  [[nodiscard]] float place_score(const Occurrence& occurrence) const {
    const PlaceCandidate& chosen = occurrence.candidates[occurrence.chosen];
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
    const float elsewhere = evidence_.elsewhere(occurrence, chosen.row);
    // "قرية X": a place, but hardly the one of that name in a country of which nothing is told: one
    // that the gazetteer lacks, placed by its surroundings.
    if (kind_fits && makes_settlement(occurrence.type) && elsewhere > 0 &&
        evidence_.speaks_of_places())
      return kPlace.elsewhere;
    if (is_in_every_country(chosen.row) && evidence_.is_untold_country(chosen.row))
      return kPlace.elsewhere;
    score += kPlace.elsewhere * elsewhere;
    if (occurrence.person && record.prior < kPersonProof) score += kPlace.person;
    return score + kPlace.support * std::min(occurrence.support, 3.5F);
  }

  [[nodiscard]] float container_score(const Occurrence& occurrence, PlaceRow row) const {
    const Occurrence& outer = found_[occurrence.container];
    return outer.chosen != kNone && lies_in(row, outer.candidates[outer.chosen].row)
               ? kPlace.container
               : 0.0F;
  }

  const Gazetteer& gazetteer_;
  const NameScan& scan_;
  const RankWeights& weights_;
  ReportEvidence evidence_;
  std::vector<Occurrence>& found_;
};

}  // namespace

void rank_places(const Gazetteer& gazetteer, const NameScan& scan, const PlaceContext& context,
                 const RankWeights& weights, std::vector<Occurrence>& occurrences) {
  Ranker(gazetteer, scan, context, weights, occurrences).run();
}

}  // namespace isnad
