// SPDX-License-Identifier: Apache-2.0
// The equality of each field.
#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "isnad/incident/agreement.h"

namespace isnad {
namespace {

// Who may be told apart by status alone: those under arms from those who are not.
constexpr std::array<std::string_view, 8> kArmed = {"MIL", "COP", "REB", "UAF",
                                                    "SPY", "PRM", "PAR", "CRM"};
constexpr std::array<std::string_view, 9> kUnarmed = {"CVL", "MED", "JRN", "REF", "EDU",
                                                      "AGR", "LAB", "REL", "NGO"};
// Hands of one state.
constexpr std::array<std::string_view, 6> kOfState = {"GOV", "MIL", "COP", "SPY", "LEG", "JUD"};

template <size_t kSize>
bool is_one_of(const std::array<std::string_view, kSize>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_armed(const PartyRecord& party) {
  return is_one_of(kArmed, party.sector) || is_one_of(kArmed, party.code);
}
bool is_unarmed(const PartyRecord& party) {
  return is_one_of(kUnarmed, party.sector) || is_one_of(kUnarmed, party.code);
}

bool countries_meet(const PartyRecord& a, const PartyRecord& b) {
  if (a.country != b.country) return false;
  const auto of_state = [](const PartyRecord& party) {
    return party.sector.empty() || is_one_of(kOfState, party.sector);
  };
  return a.sector.empty() || b.sector.empty() || a.sector == b.sector ||
         (of_state(a) && of_state(b));
}

bool parties_meet(const Observation& a, const Observation& b) {
  const PartyRecord& x = a.party;
  const PartyRecord& y = b.party;
  if (!x.name.empty() && x.name == y.name) return true;
  // A site is another target than the soldiers said to be near it or in it.
  if (a.place && b.place) return a.place->gazetteer_id == b.place->gazetteer_id;
  if ((a.place && is_armed(y)) || (b.place && is_armed(x))) return false;
  if (!x.country.empty() && !y.country.empty()) return countries_meet(x, y);
  if (a.field == Field::kTarget && x.country.empty() && y.country.empty()) {
    if ((is_armed(x) && is_unarmed(y)) || (is_unarmed(x) && is_armed(y))) return false;
  }
  // Whoever is not resolved to someone in particular may be anyone.
  return true;
}

bool ranges_meet(const Range& a, const Range& b) {
  const auto below = [](const Range& x, const Range& y) {
    const auto top = x.high;
    const auto bottom = y.low ? y.low : y.best;
    return top && bottom && *top < *bottom;
  };
  return !below(a, b) && !below(b, a);
}

double kilometres_between(const CodedPlace& a, const CodedPlace& b) {
  constexpr double kDegree = 3.14159265358979 / 180;
  const double x =
      (*a.longitude - *b.longitude) * std::cos((*a.latitude + *b.latitude) / 2 * kDegree);
  const double y = *a.latitude - *b.latitude;
  return std::sqrt(x * x + y * y) * 111.2;
}

bool places_meet(const CodedPlace& a, const CodedPlace& b) {
  if (!a.gazetteer_id.empty() && a.gazetteer_id == b.gazetteer_id) return true;
  if (!a.latitude || !b.latitude || a.radius_km <= 0 || b.radius_km <= 0) return true;
  return kilometres_between(a, b) <= 2 * (a.radius_km + b.radius_km) + 5;
}

// Minutes of "…T07:30", or nothing.
std::optional<int> minutes_of(std::string_view timex) {
  const size_t mark = timex.find('T');
  if (mark == std::string_view::npos || timex.size() < mark + 6 || timex[mark + 3] != ':')
    return std::nullopt;
  int hour = 0;
  int minute = 0;
  std::from_chars(timex.data() + mark + 1, timex.data() + mark + 3, hour);
  std::from_chars(timex.data() + mark + 4, timex.data() + mark + 6, minute);
  return hour * 60 + minute;
}

bool times_meet(const TimeRecord& a, const TimeRecord& b) {
  constexpr int kMinutesOff = 60;
  if (!a.earliest || !a.latest || !b.earliest || !b.latest) return true;
  if (*a.earliest > *b.latest || *b.earliest > *a.latest) return false;
  const auto x = minutes_of(a.timex);
  const auto y = minutes_of(b.timex);
  if (!x || !y || *a.earliest != *b.earliest) return true;
  return std::abs(*x - *y) <= kMinutesOff;
}

// Weapons and means by what they are kinds of; the general word goes with each of its kinds.
struct Kind {
  std::string_view word, of;
};
constexpr std::array<Kind, 31> kKinds = {{
    {"airstrike", "air"},
    {"warplane", "air"},
    {"helicopter", "air"},
    {"barrel-bomb", "air"},
    {"drone", "air"},
    {"bomb", "blast"},
    {"shelling", "indirect"},
    {"shell", "indirect"},
    {"mortar", "indirect/mortar"},
    {"rocket", "indirect/rocket"},
    {"missile", "indirect/rocket"},
    {"tank", "indirect"},
    {"artillery", "indirect"},
    {"ied", "blast/ied"},
    {"car-bomb", "blast/car"},
    {"car bomb", "blast/car"},
    {"motorcycle-bomb", "blast/ied"},
    {"mine", "blast/mine"},
    {"grenade", "blast/grenade"},
    {"explosion", ""},
    {"suicide", "blast"},
    {"suicide-car-bomb", "blast/car"},
    {"explosive belt", "blast/belt"},
    {"shooting", "gun"},
    {"sniper", "gun"},
    {"firearm", "gun"},
    {"live-fire-on-crowd", "gun"},
    {"stabbing", "blade"},
    {"knife", "blade"},
    {"tear-gas", "gas"},
    {"chemical", "chemical"},
}};

std::string_view kind_of(std::string_view word) {
  const auto* found = std::find_if(kKinds.begin(), kKinds.end(),
                                   [&](const Kind& kind) { return kind.word == word; });
  return found == kKinds.end() ? std::string_view() : found->of;
}

bool weapons_meet(std::string_view a, std::string_view b) {
  if (a == b) return true;
  const std::string_view x = kind_of(a);
  const std::string_view y = kind_of(b);
  return x.empty() || y.empty() || x.starts_with(y) || y.starts_with(x);
}

// Words for one deed that cannot both be right: who was arrested was not abducted. Other acts go
// together; an incident holds the shots, the gas and the arrests of one operation.
constexpr std::array<std::string_view, 4> kLawful = {"arrest", "detention", "raid", "summons"};
constexpr std::array<std::string_view, 4> kUnlawful = {"kidnapping", "abduct", "hostage-taking",
                                                       "enforced-disappearance"};

bool acts_meet(const Observation& a, const Observation& b) {
  return !(is_one_of(kLawful, a.value) && is_one_of(kUnlawful, b.value)) &&
         !(is_one_of(kUnlawful, a.value) && is_one_of(kLawful, b.value));
}

bool outcomes_meet(const Observation& a, const Observation& b) {
  const bool figures = a.range != Range{} && b.range != Range{};
  if (figures) return a.code != b.code || ranges_meet(a.range, b.range);
  // Failed or done; figures say nothing of that.
  const auto failed = [](const Observation& one) {
    return one.code == "foiled" || one.code == "attempted";
  };
  return !((failed(a) && b.code == "done") || (failed(b) && a.code == "done"));
}

}  // namespace

bool compatible(const Observation& a, const Observation& b) {
  switch (a.field) {
    case Field::kMeans:
      return acts_meet(a, b);
    case Field::kAgent:
    case Field::kTarget:
      return parties_meet(a, b);
    case Field::kPlace:
      return !a.place || !b.place || places_meet(*a.place, *b.place);
    case Field::kTime:
      return !a.time || !b.time || times_meet(*a.time, *b.time);
    case Field::kWeapon:
      return weapons_meet(a.value, b.value);
    case Field::kKilled:
    case Field::kInjured:
      return ranges_meet(a.range, b.range);
    case Field::kOutcome:
      return outcomes_meet(a, b);
  }
  return true;
}

bool same_value(const Observation& a, const Observation& b) {
  if (a.field != b.field || a.denied != b.denied) return false;
  if (a.field == Field::kAgent || a.field == Field::kTarget) {
    if (!a.party.name.empty() && a.party.name == b.party.name) return true;
  }
  return a.value == b.value && a.code == b.code;
}

}  // namespace isnad
