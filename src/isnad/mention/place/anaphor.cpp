// SPDX-License-Identifier: Apache-2.0
// Words that point back to a place: المدينة (the city), السجن (the prison), العاصمة العراقية (the
// Iraqi capital), المملكة (the kingdom). The last place of that kind before them is meant; the
// capital is that of the nation named, or of the country most named.
#include <algorithm>
#include <array>
#include <numeric>

#include "isnad/mention/place/mention_draft.h"

namespace isnad {
namespace {

constexpr float kConfidence = 0.5F;
constexpr size_t kFeatures = 11;

class Anaphors {
 public:
  explicit Anaphors(MentionDraft& draft) : draft_(draft), order_(draft.mentions.size()) {
    std::iota(order_.begin(), order_.end(), 0U);
    std::stable_sort(order_.begin(), order_.end(), [&draft](uint32_t a, uint32_t b) {
      return draft.mentions[a].tokens.begin < draft.mentions[b].tokens.begin;
    });
    last_.fill(kNone);
    count_countries();
  }

  void run() {
    for (uint32_t cue = 0; cue < draft_.scan.cues.size(); ++cue) {
      const CueHit& hit = draft_.cues.hit(cue);
      if (!draft_.cues.is(cue, PlaceCueKind::kType) || !draft_.cues.has_flag(cue, kCueAnaphor) ||
          !hit.definite)
        continue;
      if (draft_.taken[hit.tokens.begin] || draft_.cues.has_flag(cue, kCueSeveral)) continue;
      pass_until(hit.tokens.begin);
      if (draft_.cues.has_flag(cue, kCueCapital)) {
        add_capital(hit);
      } else if (draft_.cues.record(cue).mask == feature_bit(PlaceFeature::kCountry)) {
        add_kingdom(hit);
      } else if (const uint32_t antecedent = antecedent_of(cue); antecedent != kNone) {
        add(hit, hit.tokens.end, draft_.mentions[antecedent].place, antecedent);
      }
    }
  }

 private:
  // The country that most mentions lie in.
  void count_countries() {
    std::unordered_map<std::string, size_t> counts;
    size_t most = 0;
    for (const PlaceMention& mention : draft_.mentions) {
      if (mention.place.country.empty() || mention.within_actor) continue;
      if (const size_t count = ++counts[mention.place.country]; count > most) {
        most = count;
        country_ = mention.place.country;
      }
    }
  }

  // Mentions that end before `token` become what a word can point to.
  void pass_until(uint32_t token) {
    for (; passed_ < order_.size() && draft_.mentions[order_[passed_]].tokens.end <= token;
         ++passed_) {
      const PlaceMention& mention = draft_.mentions[order_[passed_]];
      if (mention.within_actor || mention.form == PlaceForm::kRelative) continue;
      const bool country = mention.place.feature == PlaceFeature::kCountry;
      if (country && !draft_.gazetteer.is_kingdom(mention.place.country)) continue;
      last_[static_cast<size_t>(mention.place.feature)] = order_[passed_];
      const auto [first, last] = draft_.cues.range_at(mention.tokens.begin);
      for (uint32_t cue = first; cue < last; ++cue) {
        if (draft_.cues.is(cue, PlaceCueKind::kType))
          last_of_kind_[draft_.cues.record(cue).id] = order_[passed_];
      }
    }
  }

  [[nodiscard]] uint32_t antecedent_of(uint32_t type) const {
    // A site is meant only by the word for it: السجن is no hospital.
    const uint32_t mask = draft_.cues.record(type).mask;
    uint32_t best = kNone;
    for (size_t feature = 0; feature < kFeatures; ++feature) {
      const bool fits =
          (mask & (1U << feature)) != 0 && feature != static_cast<size_t>(PlaceFeature::kSite);
      if (fits) best = later(best, last_[feature]);
    }
    const auto same_kind = last_of_kind_.find(draft_.cues.record(type).id);
    return same_kind == last_of_kind_.end() ? best : later(best, same_kind->second);
  }
  [[nodiscard]] uint32_t later(uint32_t a, uint32_t b) const {
    if (a == kNone || b == kNone) return a == kNone ? b : a;
    return draft_.mentions[a].tokens.begin >= draft_.mentions[b].tokens.begin ? a : b;
  }

  void add_capital(const CueHit& hit) {
    const uint32_t demonym = draft_.cues.at(hit.tokens.end, PlaceCueKind::kDemonym);
    if (demonym != kNone && draft_.cues.hit(demonym).definite) {
      const PlaceRow capital = draft_.cues.record(demonym).place;
      if (capital != kNoPlace)
        add(hit, draft_.cues.hit(demonym).tokens.end, draft_.gazetteer.place(capital),
            mention_of(capital));
      return;
    }
    const PlaceRow capital = draft_.gazetteer.capital_of(country_);
    if (capital != kNoPlace)
      add(hit, hit.tokens.end, draft_.gazetteer.place(capital), mention_of(capital));
  }
  // المملكة: the last kingdom named, else the country most named or the outlet's, if it is one.
  void add_kingdom(const CueHit& hit) {
    const uint32_t named = last_[static_cast<size_t>(PlaceFeature::kCountry)];
    std::string country = named != kNone ? draft_.mentions[named].place.country : country_;
    if (!draft_.gazetteer.is_kingdom(country)) country = draft_.context.outlet_country;
    const PlaceRow row =
        draft_.gazetteer.is_kingdom(country) ? draft_.gazetteer.country_row(country) : kNoPlace;
    if (row != kNoPlace) add(hit, hit.tokens.end, draft_.gazetteer.place(row), mention_of(row));
  }
  [[nodiscard]] uint32_t mention_of(PlaceRow row) const {
    const auto found = draft_.first_of.find(row);
    return found == draft_.first_of.end() ? kNone : found->second;
  }

  void add(const CueHit& hit, uint32_t end, Place place, uint32_t antecedent) {
    PlaceMention mention;
    mention.tokens = {hit.tokens.begin, end};
    mention.name = mention.tokens;
    mention.form = PlaceForm::kAnaphor;
    mention.specific =
        place.feature == PlaceFeature::kSite || place.feature == PlaceFeature::kNeighbourhood ||
        place.feature == PlaceFeature::kVillage || place.feature == PlaceFeature::kTown;
    mention.anchor = antecedent;
    mention.preposition = draft_.preposition_of(hit);
    mention.why = "points back to " + (place.name_en.empty() ? place.name_ar : place.name_en);
    mention.place = std::move(place);
    mention.confidence = kConfidence;
    draft_.add(std::move(mention));
  }

  MentionDraft& draft_;
  std::vector<uint32_t> order_;  // mentions by begin
  size_t passed_ = 0;
  std::array<uint32_t, kFeatures> last_{};               // the last mention of each kind of place
  std::unordered_map<uint32_t, uint32_t> last_of_kind_;  // by the id of the word for it
  std::string country_;
};

}  // namespace

void add_anaphors(MentionDraft& draft) { Anaphors(draft).run(); }

}  // namespace isnad
