// SPDX-License-Identifier: Apache-2.0
// The numbers that tell namesakes apart and places from words; docs/decisions/0032 and 0036 say
// where they come from.
#pragma once

namespace isnad {

// PlaceCandidate scores, in the units of PlaceRecord::prior.
struct RankWeights {
  float type_fits = 2.6F;          // مدينة before a city
  float type_contradicts = -3.6F;  // محافظة before a village
  float bare_district = -0.9F;     // a district without the word for it
  float demonym_fits = 5.0F;
  float demonym_contradicts = -3.0F;
  float country_share = 3.8F;  // times the country's share in the report
  float outlet = 3.2F;         // divided by one more than the places the report names
  float dateline = 0.8F;
  float same_adm1 = 1.1F;           // an anchor lies in the same governorate
  float container = 3.2F;           // the text says it lies in that one
  float sibling = 1.2F;             // joined by "and" to a place of the same country
  float near = 2.2F, near_km = 25;  // an anchor's nearness
  float region = 1.6F, region_km = 110;
};
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
  float elsewhere = -3.2F;  // a small place in a country of which the report does not speak
};
}  // namespace isnad
