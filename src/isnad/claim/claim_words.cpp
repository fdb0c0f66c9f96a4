// SPDX-License-Identifier: Apache-2.0
// The contract's words for manner, certainty, narrator kind, denial and factuality, in the order of
// their enums.
#include <array>
#include <span>

#include "isnad/claim/claim.h"

namespace isnad {
namespace {

using Words = std::span<const std::string_view>;

constexpr std::array<std::string_view, 12> kManners = {
    "reports", "states",   "confirms", "announces", "claims", "alleges",
    "accuses", "believes", "denies",   "admits",    "quotes", "circulates"};
constexpr std::array<std::string_view, 4> kCertainties = {"unknown", "possible", "probable",
                                                          "certain"};
constexpr std::array<std::string_view, 11> kNarratorKinds = {
    "outlet",  "agency", "belligerent", "government", "monitor", "official",
    "witness", "local",  "expert",      "social",     "unnamed"};
constexpr std::array<std::string_view, 4> kDenials = {"event", "responsibility", "number",
                                                      "victims"};
constexpr std::array<std::string_view, 7> kFactualities = {
    "actual", "attempted", "foiled", "threatened", "planned", "denied", "hypothetical"};

template <class Value>
std::optional<Value> value_of(std::string_view name, Words words) {
  for (size_t i = 0; i < words.size(); ++i) {
    if (words[i] == name) return static_cast<Value>(i);
  }
  return std::nullopt;
}

}  // namespace

std::string_view manner_name(Manner manner) { return kManners.at(static_cast<size_t>(manner)); }
std::string_view certainty_name(Certainty certainty) {
  return kCertainties.at(static_cast<size_t>(certainty));
}
std::string_view narrator_kind_name(NarratorKind kind) {
  return kNarratorKinds.at(static_cast<size_t>(kind));
}
std::string_view denial_name(Denial denial) { return kDenials.at(static_cast<size_t>(denial)); }
std::string_view factuality_name(Factuality factuality) {
  return kFactualities.at(static_cast<size_t>(factuality));
}

std::optional<Manner> manner_of(std::string_view name) { return value_of<Manner>(name, kManners); }
std::optional<Certainty> certainty_of(std::string_view name) {
  return value_of<Certainty>(name, kCertainties);
}
std::optional<NarratorKind> narrator_kind_of(std::string_view name) {
  return value_of<NarratorKind>(name, kNarratorKinds);
}
std::optional<Denial> denial_of(std::string_view name) { return value_of<Denial>(name, kDenials); }

}  // namespace isnad
