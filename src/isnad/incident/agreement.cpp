// SPDX-License-Identifier: Apache-2.0
// The equalities, and how they are counted over accounts.
#include "isnad/incident/agreement.h"

#include <algorithm>
#include <charconv>
#include <cmath>

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

// What an act is called changes its nature only between whole types: an arrest or an abduction.
bool acts_meet(const Observation& a, const Observation& b) { return a.code == b.code; }

bool outcomes_meet(const Observation& a, const Observation& b) {
  const bool figures = a.range != Range{} && b.range != Range{};
  if (figures) return a.code != b.code || ranges_meet(a.range, b.range);
  // Failed or done; figures say nothing of that.
  const auto failed = [](const Observation& one) {
    return one.code == "foiled" || one.code == "attempted";
  };
  return !((failed(a) && b.code == "done") || (failed(b) && a.code == "done"));
}

bool holds_report_of(const Account& one, const Account& other) {
  return std::any_of(one.reports.begin(), one.reports.end(), [&](const std::string& report) {
    return std::find(other.reports.begin(), other.reports.end(), report) != other.reports.end();
  });
}

// Whether what the two say can be held against each other at all.
bool are_independent(const Account& a, const Account& b) {
  if (a.kind == "outlet" || b.kind == "outlet") return !holds_report_of(a, b);
  return true;
}

std::vector<const Observation*> said(const Incident& incident, Field field, size_t account) {
  std::vector<const Observation*> all;
  for (const Observation& observation : incident.observations) {
    if (observation.field == field && observation.account == account && !observation.superseded)
      all.push_back(&observation);
  }
  return all;
}

using Said = std::vector<const Observation*>;

bool denies(const Said& account) {
  return std::any_of(account.begin(), account.end(), [](const auto* one) { return one->denied; });
}
bool asserts(const Said& account) {
  return std::any_of(account.begin(), account.end(), [](const auto* one) { return !one->denied; });
}

bool any_compatible(const Said& a, const Said& b) {
  for (const Observation* x : a)
    for (const Observation* y : b)
      if (!x->denied && !y->denied && compatible(*x, *y)) return true;
  return false;
}

// Parties that are somebody in particular, or of some kind; an account that names one is held to
// it, whatever vague words it uses besides.
Said resolved(const Said& said) {
  Said named;
  for (const Observation* one : said)
    if (!one->denied && !one->party.code.empty()) named.push_back(one);
  return named;
}

bool differ(const Said& a, const Said& b) {
  if (!asserts(a) || !asserts(b)) return false;
  const Field field = a.front()->field;
  if (field == Field::kAgent || field == Field::kTarget) {
    const Said x = resolved(a);
    const Said y = resolved(b);
    return !x.empty() && !y.empty() && !any_compatible(x, y);
  }
  return !any_compatible(a, b);
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

Agreement agreement_of(const Incident& incident, Field field) {
  std::vector<Said> by_account;
  for (size_t i = 0; i < incident.accounts.size(); ++i)
    by_account.push_back(said(incident, field, i));
  size_t speaking = 0;
  bool denied = false;
  bool disputed = false;
  bool shared = false;
  for (size_t i = 0; i < by_account.size(); ++i) {
    if (by_account[i].empty()) continue;
    denied = denied || denies(by_account[i]);
    if (field == Field::kOutcome &&
        std::all_of(by_account[i].begin(), by_account[i].end(),
                    [](const auto* one) { return one->code == "done"; }))
      continue;  // that it happened is what every account of it says
    ++speaking;
  }
  for (size_t i = 0; i < by_account.size(); ++i) {
    for (size_t k = i + 1; k < by_account.size(); ++k) {
      if (by_account[i].empty() || by_account[k].empty() ||
          !are_independent(incident.accounts[i], incident.accounts[k])) {
        continue;
      }
      if (differ(by_account[i], by_account[k])) disputed = true;
      if (incident.accounts[i].counted && incident.accounts[k].counted &&
          any_compatible(by_account[i], by_account[k])) {
        shared = true;
      }
    }
  }
  if (denied) return Agreement::kDenied;
  if (disputed) return Agreement::kDisputed;
  if (speaking == 0) return Agreement::kSilent;
  return speaking > 1 && shared ? Agreement::kAgreed : Agreement::kSingle;
}

Mark mark_of(const Incident& incident, Field field, size_t account) {
  const Said mine = said(incident, field, account);
  if (mine.empty()) return Mark::kNotStated;
  if (denies(mine)) return Mark::kDeny;
  bool agree = false;
  bool differs = false;
  for (size_t i = 0; i < incident.accounts.size(); ++i) {
    if (i == account) continue;
    const Said other = said(incident, field, i);
    if (other.empty()) continue;
    if (differ(mine, other)) {
      differs = differs || are_independent(incident.accounts[account], incident.accounts[i]);
    } else if (asserts(other)) {
      agree = true;
    }
  }
  if (differs) return Mark::kDiffer;
  return agree ? Mark::kAgree : Mark::kAlone;
}

Mark mark_between(const Incident& incident, Field field, size_t account, size_t other) {
  const Said mine = said(incident, field, account);
  const Said theirs = said(incident, field, other);
  if (mine.empty() || theirs.empty()) return Mark::kNotStated;
  if ((denies(mine) && asserts(theirs)) || (denies(theirs) && asserts(mine))) return Mark::kDeny;
  if (!differ(mine, theirs)) return asserts(mine) ? Mark::kAgree : Mark::kNotStated;
  return are_independent(incident.accounts[account], incident.accounts[other]) ? Mark::kDiffer
                                                                               : Mark::kNotStated;
}

}  // namespace isnad
