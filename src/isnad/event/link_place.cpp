// SPDX-License-Identifier: Apache-2.0
// A weighted sum a candidate, the greatest wins. docs/decisions/0035 says where the weights come
// from.
#include "isnad/event/link_place.h"

#include <algorithm>
#include <cstdio>
#include <limits>

#include "isnad/event/place_link_features.h"

namespace isnad {
namespace {

struct Weight {
  PlaceLinkFeature feature;
  double weight;
};
constexpr std::array kWeights = {
    Weight{PlaceLinkFeature::kAfter, -0.07},
    Weight{PlaceLinkFeature::kBefore, -0.08},
    Weight{PlaceLinkFeature::kComesBefore, -0.28},
    Weight{PlaceLinkFeature::kOtherClause, -0.15},
    Weight{PlaceLinkFeature::kVerbsBetween, -0.15},
    Weight{PlaceLinkFeature::kCommaBetween, -0.08},
    Weight{PlaceLinkFeature::kOtherEvent, -0.29},
    Weight{PlaceLinkFeature::kContrast, -0.4},
    Weight{PlaceLinkFeature::kInTarget, 0.22},
    Weight{PlaceLinkFeature::kInAgent, -0.5},
    Weight{PlaceLinkFeature::kIsParty, 0.25},
    Weight{PlaceLinkFeature::kHeadOfRelative, 0.47},
    Weight{PlaceLinkFeature::kIn, 0.25},
    Weight{PlaceLinkFeature::kOn, 0.17},
    Weight{PlaceLinkFeature::kFrom, 0.13},
    Weight{PlaceLinkFeature::kTo, 0.07},
    Weight{PlaceLinkFeature::kBetween, -0.1},
    Weight{PlaceLinkFeature::kBare, -0.54},
    Weight{PlaceLinkFeature::kCountry, -0.32},
    Weight{PlaceLinkFeature::kGovernorate, -0.15},
    Weight{PlaceLinkFeature::kSpecific, 0.73},
    Weight{PlaceLinkFeature::kDescribed, -0.26},
    Weight{PlaceLinkFeature::kRelative, -0.61},
    Weight{PlaceLinkFeature::kAnaphor, -0.16},
    Weight{PlaceLinkFeature::kWithinRelative, -0.39},
    Weight{PlaceLinkFeature::kContainer, -0.48},
    Weight{PlaceLinkFeature::kOrigin, -0.23},
    Weight{PlaceLinkFeature::kDestination, -0.61},
    Weight{PlaceLinkFeature::kHome, -0.98},
    Weight{PlaceLinkFeature::kSpeaker, -1.0},
    Weight{PlaceLinkFeature::kListed, -0.7},
    Weight{PlaceLinkFeature::kDateline, -0.3},
    Weight{PlaceLinkFeature::kOpens, 0.04},
    Weight{PlaceLinkFeature::kOpensApart, 0.5},
    Weight{PlaceLinkFeature::kSomebodys, -0.8},
    Weight{PlaceLinkFeature::kWith, -0.8},
    Weight{PlaceLinkFeature::kUnsure, -0.16},
};

// "ودان" (and he condemned) is also a town: what the tagger takes for a verb is no place unless the
// report leaves no doubt.
bool may_be_verb(const PlaceMention& place, const Syntax& syntax) {
  constexpr float kNoDoubt = 0.9F;
  if (place.confidence >= kNoDoubt) return false;
  // كمين نصبه مسلحون (an ambush that gunmen laid): no ambush of that name
  const bool described = place.form == PlaceForm::kDescribed && !place.name.empty();
  return syntax.at(place.tokens.begin) == SyntaxClass::kVerb ||
         (described && syntax.at(place.name.begin) == SyntaxClass::kVerb);
}

// A family name that is a town's, too (خليفة الزروق).
bool is_persons(const PlaceMention& place, const Mentions& mentions) {
  return std::any_of(mentions.actors.begin(), mentions.actors.end(), [&](const auto& actor) {
    return actor.name_tokens.size() > place.tokens.size() &&
           actor.name_tokens.contains(place.tokens);
  });
}

// The longest mention that a place is part of: "in the countryside of Tall Tamr" of Tall Tamr.
const PlaceMention& whole_of(const PlaceMention& part, const Mentions& mentions) {
  const PlaceMention* whole = &part;
  for (const PlaceMention& place : mentions.places) {
    if (place.tokens.contains(part.tokens) && place.tokens.size() > whole->tokens.size())
      whole = &place;
  }
  return *whole;
}

// "near the village of Umm al-Kif in the countryside of Tall Tamr": the narrower place right before
// a wider one that only says where it lies; null for none.
const PlaceMention* narrower(const PlaceMention& chosen, const Syntax& syntax,
                             const Mentions& mentions) {
  const PlaceMention& wide = whole_of(chosen, mentions);
  for (const PlaceMention& place : mentions.places) {
    if (place.within_actor || place.tokens.end > wide.tokens.begin ||
        wide.tokens.begin - place.tokens.end > 1 || place.place.radius_km >= wide.place.radius_km ||
        place.place.country != wide.place.country || may_be_verb(place, syntax))
      continue;
    const bool linked =
        place.tokens.end == wide.tokens.begin
            ? (syntax.proclitics(wide.tokens.begin) & (kConjunction | kPrepositionL)) == 0
            : syntax.at(place.tokens.end) == SyntaxClass::kPreposition &&
                  syntax.folded(place.tokens.end) == "في";  // in
    if (linked) return &place;
  }
  return nullptr;
}

double score_of(const PlaceLinkValues& values) {
  double score = 0;
  for (const auto& [feature, weight] : kWeights)
    score += weight * values[static_cast<size_t>(feature)];
  return score;
}

// "place «الحسكه» as الحسكة (36.50, 40.75) 1.20: after 1.58, in 1.00 …"
std::string explained(const PlaceMention& place, const Text& text, double score,
                      const PlaceLinkValues& values) {
  std::string line = "place «";
  for (uint32_t token = place.tokens.begin; token < place.tokens.end; ++token) {
    if (token > place.tokens.begin) line += ' ';
    line += text.folded_of(text.tokens[token]);
  }
  line += "» as " + place.place.name_ar;
  const auto add = [&line](std::string_view name, double value) {
    char number[32];
    std::snprintf(number, sizeof number, " %.2f", value);
    line.append(name).append(number);
  };
  if (place.place.latitude && place.place.longitude) {
    add(" (", *place.place.latitude);
    add(",", *place.place.longitude);
    line += ')';
  }
  add("", score);
  const char* between = ": ";
  for (size_t i = 0; i < values.size(); ++i) {
    if (values[i] == 0) continue;
    line += between;
    add(place_link_feature_name(i), values[i]);
    between = ", ";
  }
  return line;
}

}  // namespace

std::optional<EventPlace> place_of(const Trigger& trigger, std::span<const Trigger> all,
                                   const Roles& roles, const Syntax& syntax,
                                   const Mentions& mentions, std::vector<std::string>* trace) {
  const PlaceMention* best = nullptr;
  double best_score = std::numeric_limits<double>::lowest();
  const uint32_t sentence = syntax.sentence_index(trigger.head);
  for (uint32_t i = 0; i < mentions.places.size(); ++i) {
    const PlaceMention& place = mentions.places[i];
    if (place.within_actor || syntax.sentence_index(place.tokens.begin) != sentence) continue;
    if (may_be_verb(place, syntax) || is_persons(place, mentions)) continue;
    const PlaceLinkValues values = place_link_values(trigger, all, roles, syntax, mentions, i);
    const double score = score_of(values);
    if (trace != nullptr) trace->push_back(explained(place, syntax.text(), score, values));
    if (score <= best_score) continue;
    best = &place;
    best_score = score;
  }
  if (best == nullptr) return std::nullopt;
  while (const PlaceMention* inner = narrower(*best, syntax, mentions)) best = inner;
  return EventPlace{syntax.text().given_of(best->name.empty() ? best->tokens : best->name),
                    best->place};
}

}  // namespace isnad
