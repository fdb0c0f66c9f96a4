// SPDX-License-Identifier: Apache-2.0
// Words that point back to a place: المدينة (the city), السجن (the prison), العاصمة العراقية (the
// Iraqi capital), المملكة (the kingdom), البلاد (the country); and what is told from such a word:
// شمال البلاد (the north of the country), سوق المدينة (the market of the city).
#include "isnad/mention/place/antecedent.h"
#include "isnad/mention/place/mention_draft.h"
#include "isnad/mention/place/relative_place.h"

namespace isnad {
namespace {

constexpr float kConfidence = 0.5F;

class Anaphors {
 public:
  explicit Anaphors(MentionDraft& draft) : draft_(draft), antecedents_(draft) {}

  void run() {
    for (uint32_t cue = 0; cue < draft_.scan.cues.size(); ++cue) {
      const CueHit& hit = draft_.cues.hit(cue);
      if (!draft_.cues.is(cue, PlaceCueKind::kType) || !draft_.cues.has_flag(cue, kCueAnaphor) ||
          !is_definite(cue))
        continue;
      if (draft_.taken[hit.tokens.begin] || draft_.cues.has_flag(cue, kCueSeveral)) continue;
      if (draft_.cues.has_flag(cue, kCueAttribute) && after_definite(hit.tokens.begin)) continue;
      // "جناح القاعدة" (the wing of al-Qaeda): part of a name.
      if (draft_.cues.before(hit.tokens.begin, PlaceCueKind::kGuard) != kNone) continue;
      if (draft_.cues.has_flag(cue, kCueCapital)) {
        add_capital(hit);
      } else if (draft_.cues.has_flag(cue, kCueKingdom)) {
        add_kingdom(hit);
      } else if (draft_.cues.record(cue).mask == feature_bit(PlaceFeature::kCountry)) {
        add_country(hit, antecedents_.country_at(hit.tokens.begin));
      } else if (const uint32_t place = antecedents_.place_of_kind(cue, hit.tokens.begin);
                 place != kNone) {
        add(hit, hit.tokens.end, draft_.mentions[place].place, place);
      } else if (const PlaceRow town = antecedents_.town_around(cue, hit.tokens.begin);
                 town != kNoPlace) {
        add(hit, hit.tokens.end, draft_.gazetteer.place(town), kNone);
      } else {
        add_part_of_unknown(hit);
      }
    }
  }

 private:
  // With the article, or in the definite state: مكان الحادث (the scene of the accident).
  [[nodiscard]] bool is_definite(uint32_t cue) const {
    constexpr std::string_view kThe = "ال";  // al-
    const CueHit& hit = draft_.cues.hit(cue);
    return hit.definite ||
           (hit.tokens.size() > 1 &&
            draft_.text.folded_of(draft_.text.tokens[hit.tokens.end - 1]).starts_with(kThe));
  }

  // "الرصاص الحي": the noun before it has the article as well.
  [[nodiscard]] bool after_definite(uint32_t token) const {
    constexpr std::string_view kThe = "ال";      // al-
    constexpr std::string_view kAndThe = "وال";  // and the
    if (token == 0 || draft_.scan.sentence_end[token - 1] != draft_.scan.sentence_end[token])
      return false;
    const std::string_view word = draft_.text.folded_of(draft_.text.tokens[token - 1]);
    return word.starts_with(kThe) || word.starts_with(kAndThe);
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
    const PlaceRow capital = draft_.gazetteer.capital_of(antecedents_.country_at(hit.tokens.begin));
    if (capital != kNoPlace)
      add(hit, hit.tokens.end, draft_.gazetteer.place(capital), mention_of(capital));
  }

  // المملكة: the last kingdom named, else the country most named or the outlet's, if it is one.
  void add_kingdom(const CueHit& hit) {
    std::string country;
    for (const PlaceMention& mention : draft_.mentions) {
      if (mention.tokens.end <= hit.tokens.begin && !mention.within_actor &&
          mention.place.feature == PlaceFeature::kCountry &&
          draft_.gazetteer.is_kingdom(mention.place.country))
        country = mention.place.country;
    }
    if (country.empty()) country = antecedents_.country_at(hit.tokens.begin);
    if (!draft_.gazetteer.is_kingdom(country)) country = draft_.context.outlet_country;
    if (draft_.gazetteer.is_kingdom(country)) add_country(hit, country);
  }

  void add_country(const CueHit& hit, std::string_view country) {
    const PlaceRow row = country.empty() ? kNoPlace : draft_.gazetteer.country_row(country);
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
    if (const uint32_t role = draft_.cues.before(hit.tokens.begin, PlaceCueKind::kRole);
        role != kNone)
      mention.role = static_cast<PlaceRole>(draft_.cues.record(role).value);
    mention.within_actor = mention.role == PlaceRole::kOffice;
    mention.why = "points back to " + (place.name_en.empty() ? place.name_ar : place.name_en);
    mention.place = std::move(place);
    mention.confidence = kConfidence;
    draft_.add(std::move(mention));
    add_told_from(static_cast<uint32_t>(draft_.mentions.size() - 1));
  }

  // A direction, the land around, or a kind of place right before the word.
  void add_told_from(uint32_t inner) {
    const PlaceMention from = draft_.mentions[inner];
    if ((draft_.cues.hit(first_cue(from)).proclitics & kNoBefore) != 0) return;
    const uint32_t direction = draft_.cues.before(from.tokens.begin, PlaceCueKind::kDirection);
    const uint32_t type = draft_.cues.before(from.tokens.begin, PlaceCueKind::kType);
    if (direction != kNone && !draft_.cues.has_flag(direction, kCueAdjective)) {
      add_relative(direction, inner, {draft_.cues.record(direction).value, {}, false, false});
    } else if (draft_.cues.has_flag(type, kCueCountryside)) {
      add_relative(type, inner, {{}, {}, true, false});
    } else if (type != kNone && !draft_.cues.hit(type).definite &&
               !draft_.cues.has_flag(type, kCueSeveral) &&
               draft_.cues.record(type).value != kMakesNothing) {
      add_part(type, inner);
    }
  }

  [[nodiscard]] uint32_t first_cue(const PlaceMention& mention) const {
    return draft_.cues.range_at(mention.tokens.begin).first;
  }

  [[nodiscard]] PlaceMention around(uint32_t cue, uint32_t inner) const {
    const CueHit& hit = draft_.cues.hit(cue);
    PlaceMention mention;
    mention.tokens = {hit.tokens.begin, draft_.mentions[inner].tokens.end};
    mention.name = mention.tokens;
    mention.anchor = inner;
    mention.preposition = draft_.preposition_of(hit);
    mention.confidence = kConfidence;
    return mention;
  }

  void add_relative(uint32_t cue, uint32_t inner, const RelativeWords& words) {
    PlaceMention mention = around(cue, inner);
    mention.form = PlaceForm::kRelative;
    mention.place = relative_place(draft_.mentions[inner].place, words,
                                   draft_.written(mention.tokens, draft_.cues.hit(cue).proclitics));
    mention.why = "told from " + draft_.mentions[inner].place.name_en;
    draft_.add(std::move(mention));
  }

  void add_part(uint32_t type, uint32_t inner) {
    PlaceMention mention = around(type, inner);
    mention.form = PlaceForm::kDescribed;
    mention.specific = true;
    mention.place = described_place(
        draft_.mentions[inner].place, static_cast<PlaceFeature>(draft_.cues.record(type).value),
        draft_.written(mention.tokens, draft_.cues.hit(type).proclitics));
    mention.why = "in " + draft_.mentions[inner].place.name_en;
    draft_.add(std::move(mention));
  }

  // "سوق المدينة" where no city is named: a place, but none knows where.
  void add_part_of_unknown(const CueHit& hit) {
    const uint32_t type = draft_.cues.before(hit.tokens.begin, PlaceCueKind::kType);
    if (type == kNone || (hit.proclitics & kNoBefore) != 0 || draft_.cues.hit(type).definite ||
        draft_.cues.record(type).value == kMakesNothing)
      return;
    PlaceMention mention;
    mention.tokens = {draft_.cues.hit(type).tokens.begin, hit.tokens.end};
    mention.name = mention.tokens;
    mention.form = PlaceForm::kDescribed;
    mention.preposition = draft_.preposition_of(draft_.cues.hit(type));
    mention.place.name_ar = draft_.written(mention.tokens, draft_.cues.hit(type).proclitics);
    mention.place.feature = static_cast<PlaceFeature>(draft_.cues.record(type).value);
    mention.why = "not in the gazetteer, and no place around it is named";
    mention.confidence = kConfidence;
    draft_.add(std::move(mention));
  }

  // A word with one of these before it begins a phrase of its own.
  static constexpr uint8_t kNoBefore = kConjunction | kPrepositionB | kPrepositionL | kPrepositionK;

  MentionDraft& draft_;
  PlaceAntecedents antecedents_;
};

}  // namespace

void add_anaphors(MentionDraft& draft) { Anaphors(draft).run(); }

}  // namespace isnad
