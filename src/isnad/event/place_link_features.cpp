// SPDX-License-Identifier: Apache-2.0
// Each group of features from what it is about: order, roles, the words at the place, the place
// itself.
#include "isnad/event/place_link_features.h"

#include <algorithm>
#include <cmath>

namespace isnad {
namespace {

constexpr std::array<std::string_view, kPlaceLinkFeatures> kNames = {
    "after",
    "before",
    "comes-before",
    "other-clause",
    "verbs-between",
    "comma",
    "other-event",
    "contrast",
    "in-target",
    "in-agent",
    "is-party",
    "head-of-relative",
    "in",
    "on",
    "near",
    "from",
    "to",
    "between",
    "bare",
    "country",
    "governorate",
    "specific",
    "described",
    "relative",
    "anaphor",
    "within-relative",
    "container",
    "origin",
    "destination",
    "home",
    "speaker",
    "listed",
    "dateline",
    "opens",
    "opens-apart",
    "somebodys",
    "with",
    "unsure",
};

constexpr uint32_t kMostVerbs = 3;
constexpr std::array<std::string_view, 4> kContrasts = {
    "اما",    // as for
    "واما",   // and as for
    "فيما",   // while
    "بينما",  // whereas
};

class Values {
 public:
  Values(const Trigger& trigger, std::span<const Trigger> all, const Roles& roles,
         const Syntax& syntax, const Mentions& mentions, uint32_t place)
      : trigger_(trigger),
        all_(all),
        roles_(roles),
        syntax_(syntax),
        mentions_(mentions),
        index_(place),
        place_(mentions.places[place]) {}

  PlaceLinkValues run() {
    order();
    parties();
    words();
    kind();
    owners();
    return values_;
  }

 private:
  using F = PlaceLinkFeature;
  void set(F feature, double value = 1) { values_[static_cast<size_t>(feature)] = value; }

  void order() {
    const TokenSpan event = trigger_.tokens;
    const TokenSpan place = place_.tokens;
    const bool before = place.end <= event.begin;
    const uint32_t from = before ? place.end : event.end;
    const uint32_t to = before ? event.begin : place.begin;
    const double distance = to > from ? std::log2(1.0 + to - from) : 0;
    set(before ? F::kBefore : F::kAfter, distance);
    if (before) set(F::kComesBefore);
    if (!syntax_.clause(trigger_.head).contains(place.begin)) set(F::kOtherClause);
    uint32_t verbs = 0;
    for (uint32_t t = from; t < to; ++t) {
      if (syntax_.at(t) == SyntaxClass::kVerb) ++verbs;
      const bool sets_off = before && t == from && opens();
      if (syntax_.at(t) == SyntaxClass::kComma && !sets_off) set(F::kCommaBetween);
    }
    set(F::kVerbsBetween, std::min(verbs, kMostVerbs));
    const bool other = std::any_of(all_.begin(), all_.end(), [&](const Trigger& candidate) {
      return candidate.head != trigger_.head && candidate.head >= from && candidate.head < to;
    });
    if (other) set(F::kOtherEvent);
    for (uint32_t t = from; t < to; ++t) {
      if (std::find(kContrasts.begin(), kContrasts.end(), syntax_.folded(t)) != kContrasts.end())
        set(F::kContrast);
    }
    if (before && syntax_.at(place.end) == SyntaxClass::kRelative &&
        syntax_.clause(trigger_.head).begin <= place.end + 2 && verbs <= 1)
      set(F::kHeadOfRelative);
  }

  void parties() {
    for (const auto& phrase : roles_.phrases) {
      if (!phrase.tokens.overlaps(place_.tokens)) continue;
      const bool whole =
          phrase.tokens.begin == place_.tokens.begin && phrase.tokens.end <= place_.tokens.end + 1;
      if (whole && place_.preposition == PlacePreposition::kNone)
        set(F::kIsParty);
      else
        set(phrase.role == Role::kAgent ? F::kInAgent : F::kInTarget);
    }
  }

  void words() {
    switch (place_.preposition) {
      case PlacePreposition::kIn:
        set(F::kIn);
        break;
      case PlacePreposition::kOn:
        set(F::kOn);
        break;
      case PlacePreposition::kNear:
        set(F::kNear);
        break;
      case PlacePreposition::kFrom:
        set(F::kFrom);
        break;
      case PlacePreposition::kTo:
      case PlacePreposition::kTowards:
        set(F::kTo);
        break;
      case PlacePreposition::kBetween:
        set(F::kBetween);
        break;
      default:
        break;
    }
    switch (place_.role) {
      case PlaceRole::kOrigin:
        set(F::kOrigin);
        break;
      case PlaceRole::kDestination:
        if (!goes_there()) set(F::kDestination);
        break;
      case PlaceRole::kHome:
        set(F::kHome);
        break;
      case PlaceRole::kSpeaker:
        set(F::kSpeaker);
        break;
      default:
        break;
    }
    opening();
  }

  [[nodiscard]] bool opens() const {
    const auto& sentence = syntax_.sentence_of(place_.tokens.begin).tokens;
    return place_.tokens.begin <= sentence.begin + 1;
  }

  void opening() {
    if (!opens()) return;
    const auto& sentence = syntax_.sentence_of(place_.tokens.begin).tokens;
    const uint32_t next = place_.tokens.end;
    const bool broken = next < sentence.end && syntax_.at(next) == SyntaxClass::kBreak;
    if (broken) set(F::kDateline);
    if (place_.preposition == PlacePreposition::kIn) set(F::kOpens);
    // "And in Erbil, the spokesman rejected …": where all of the sentence happens.
    const bool comma = next < sentence.end && syntax_.at(next) == SyntaxClass::kComma;
    if (comma && place_.preposition == PlacePreposition::kIn) set(F::kOpensApart);
  }

  // "sent an envoy to Nairobi", "sent troops, aid to the region": these happen where they arrive.
  [[nodiscard]] bool goes_there() const {
    const auto& type = trigger_.frame->type;
    return type == "CONSULT" || type == "MOBILIZE" || type == "AID";
  }

  // "the foreign ministers of France": whose they are, not where they met. "solidarity with
  // Ouagadougou", "loyal to Tehran": a government.
  void owners() {
    const TokenSpan place = place_.tokens;
    if (place_.preposition != PlacePreposition::kNone) return;
    for (const auto& actor : mentions_.actors) {
      if (actor.tokens.contains(place) && actor.tokens.size() > place.size() &&
          actor.tokens.begin < place.begin)
        set(F::kSomebodys);
    }
    if (place.begin == 0) return;
    const bool with = syntax_.folded(place.begin - 1) == "مع" ||  // maʿa, with
                      (syntax_.proclitics(place.begin) & kPrepositionL) != 0;
    if (with && (place_.capital || place_.place.feature == PlaceFeature::kCountry)) set(F::kWith);
  }

  void kind() {
    const PlaceFeature feature = place_.place.feature;
    if (feature == PlaceFeature::kCountry) {
      set(F::kCountry);
      if (place_.preposition == PlacePreposition::kNone) set(F::kBare);
    }
    // "بدأت أنقرة حملة" (Ankara began a campaign)
    const uint32_t begin = place_.tokens.begin;
    if (place_.capital && place_.preposition == PlacePreposition::kNone && begin > 0 &&
        syntax_.at(begin - 1) == SyntaxClass::kVerb)
      set(F::kBare);
    if (place_.listed) set(F::kListed);
    const bool wide = feature == PlaceFeature::kAdm1 || feature == PlaceFeature::kRegion ||
                      feature == PlaceFeature::kWater;
    if (wide && place_.form != PlaceForm::kRelative) set(F::kGovernorate);
    if (place_.specific) set(F::kSpecific);
    if (place_.form == PlaceForm::kDescribed) set(F::kDescribed);
    if (place_.form == PlaceForm::kRelative) set(F::kRelative);
    if (place_.form == PlaceForm::kAnaphor) set(F::kAnaphor);
    for (const auto& other : mentions_.places) {
      if (other.anchor != index_ ||
          syntax_.sentence_index(other.tokens.begin) != syntax_.sentence_index(place_.tokens.begin))
        continue;
      if (other.tokens.contains(place_.tokens)) set(F::kWithinRelative);
      if (other.form == PlaceForm::kName && other.tokens.begin < place_.tokens.begin)
        set(F::kContainer);
    }
    set(F::kUnsure, 1.0 - static_cast<double>(place_.confidence));
  }

  const Trigger& trigger_;
  std::span<const Trigger> all_;
  const Roles& roles_;
  const Syntax& syntax_;
  const Mentions& mentions_;
  uint32_t index_;
  const PlaceMention& place_;
  PlaceLinkValues values_{};
};

}  // namespace

std::string_view place_link_feature_name(size_t feature) { return kNames[feature]; }

PlaceLinkValues place_link_values(const Trigger& trigger, std::span<const Trigger> all,
                                  const Roles& roles, const Syntax& syntax,
                                  const Mentions& mentions, uint32_t place) {
  return Values(trigger, all, roles, syntax, mentions, place).run();
}

}  // namespace isnad
