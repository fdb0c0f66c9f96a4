// SPDX-License-Identifier: Apache-2.0
// Members put in order, observed, compared, summed up.
#include "isnad/incident/incident.h"

#include <algorithm>
#include <map>

#include "isnad/incident/agreement.h"
#include "isnad/incident/grade.h"
#include "isnad/incident/observe.h"

namespace isnad {
namespace {

constexpr std::array<std::string_view, 4> kCertainties = {"unknown", "possible", "probable",
                                                          "certain"};

size_t strength(std::string_view certainty) {
  return static_cast<size_t>(std::find(kCertainties.begin(), kCertainties.end(), certainty) -
                             kCertainties.begin()) %
         kCertainties.size();
}

void add_once(std::vector<std::string>& list, const std::string& value) {
  if (std::find(list.begin(), list.end(), value) == list.end()) list.push_back(value);
}

// The claims of all members, originals before copies, main ones before others.
std::vector<const ClaimRecord*> weighty_claims(const std::vector<Member>& members,
                                               const std::vector<size_t>& originals) {
  std::vector<std::pair<int, const ClaimRecord*>> ranked;
  for (size_t m = 0; m < members.size(); ++m) {
    for (const ClaimRecord& claim : members[m].record->claims) {
      if (std::find(members[m].claims.begin(), members[m].claims.end(), claim.number) ==
          members[m].claims.end())
        continue;
      const int rank = (claim.main ? 0 : 2) + (claim.background ? 4 : 0) +
                       (claim.factuality == "denied" ? 8 : 0) + (originals[m] == m ? 0 : 1);
      ranked.emplace_back(rank, &claim);
    }
  }
  std::stable_sort(ranked.begin(), ranked.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<const ClaimRecord*> claims;
  for (const auto& [rank, claim] : ranked) claims.push_back(claim);
  return claims;
}

// The value most claims give, main claims counting twice; the first of equals.
template <class Of>
std::string most_said(const std::vector<const ClaimRecord*>& claims, Of of) {
  std::vector<std::pair<std::string, int>> votes;
  for (const ClaimRecord* claim : claims) {
    const std::string value = of(*claim);
    if (value.empty()) continue;
    auto found = std::find_if(votes.begin(), votes.end(),
                              [&](const auto& vote) { return vote.first == value; });
    if (found == votes.end()) found = votes.insert(found, {value, 0});
    found->second += claim->main ? 2 : 1;
  }
  const auto best = std::max_element(
      votes.begin(), votes.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  return best == votes.end() ? std::string() : best->first;
}

void sum_up_act(const std::vector<const ClaimRecord*>& claims, Incident& incident) {
  incident.type = most_said(claims, [](const ClaimRecord& claim) { return claim.type; });
  incident.mode = most_said(claims, [&](const ClaimRecord& claim) {
    return claim.type == incident.type ? claim.mode : std::string();
  });
  incident.means = most_said(claims, [&](const ClaimRecord& claim) {
    return claim.type == incident.type && claim.mode == incident.mode ? claim.means : std::string();
  });
}

// The days most claims give, those named by the text before brackets.
void sum_up_time(const std::vector<const ClaimRecord*>& claims, Incident& incident) {
  for (const bool stated : {true, false}) {
    const std::string days = most_said(claims, [&](const ClaimRecord& claim) {
      if (!claim.time || !claim.time->earliest || !claim.time->latest ||
          claim.time->text.empty() == stated)
        return std::string();
      return iso_day(*claim.time->earliest) + iso_day(*claim.time->latest);
    });
    if (days.empty()) continue;
    incident.earliest = day_number(std::string_view(days).substr(0, 10));
    incident.latest = day_number(std::string_view(days).substr(10));
    return;
  }
}

// The place most claims give; of equals the smaller.
void sum_up_place(const std::vector<const ClaimRecord*>& claims, Incident& incident) {
  std::map<std::string, int> votes;
  const auto name = [](const CodedPlace& place) {
    return place.gazetteer_id + "\t" + place.name_en + "\t" + place.text;
  };
  for (const ClaimRecord* claim : claims)
    if (claim->place) votes[name(*claim->place)] += claim->main ? 2 : 1;
  const auto size = [](const CodedPlace& place) {
    return place.radius_km > 0 ? place.radius_km : 1e6;
  };
  const CodedPlace* best = nullptr;
  for (const ClaimRecord* claim : claims) {
    if (!claim->place) continue;
    const CodedPlace& place = *claim->place;
    const int count = votes[name(place)];
    if (best == nullptr || count > votes[name(*best)] ||
        (count == votes[name(*best)] && size(place) < size(*best)))
      best = &place;
  }
  if (best != nullptr) incident.place = *best;
}

void list_values(Incident& incident) {
  std::vector<std::pair<const Observation*, size_t>> shown;  // and its row
  for (const Observation& observation : incident.observations) {
    if (observation.field == Field::kOutcome && observation.code == "done") continue;
    auto& rows = incident.fields[static_cast<size_t>(observation.field)];
    const auto same = std::find_if(shown.begin(), shown.end(), [&](const auto& one) {
      return same_value(*one.first, observation);
    });
    const size_t at = same == shown.end() ? rows.size() : same->second;
    if (same == shown.end()) {
      shown.emplace_back(&observation, at);
      FieldValue row;
      row.value =
          (observation.denied && observation.code != "denied" ? "not " : "") + observation.value;
      if (!observation.denied) row.number = observation.number;
      row.code = observation.code;
      row.certainty = observation.certainty;
      rows.push_back(std::move(row));
    }
    FieldValue& row = rows[at];
    add_once(row.narrators, incident.accounts[observation.account].narrator);
    add_once(row.claims, observation.claim);
    if (strength(observation.certainty) > strength(row.certainty))
      row.certainty = observation.certainty;
  }
}

// Of a toll's or outcome's own field the code only says what is counted.
void drop_codes(Incident& incident) {
  for (const Field field : {Field::kMeans, Field::kKilled, Field::kInjured, Field::kOutcome})
    for (FieldValue& value : incident.fields[static_cast<size_t>(field)]) value.code.clear();
}

}  // namespace

std::string_view agreement_name(Agreement agreement) {
  constexpr std::array<std::string_view, 5> kNames = {"agreed", "single", "disputed", "denied",
                                                      "silent"};
  return kNames[static_cast<size_t>(agreement)];
}

std::string_view grade_name(Grade grade) {
  constexpr std::array<std::string_view, 5> kNames = {"confirmed", "fair", "weak", "contested",
                                                      "discounted"};
  return kNames[static_cast<size_t>(grade)];
}

Incident make_incident(std::vector<Member> members) {
  Incident incident;
  std::sort(members.begin(), members.end(), [](const Member& a, const Member& b) {
    const ReportRecord& x = a.record->report;
    const ReportRecord& y = b.record->report;
    return x.published != y.published ? x.published < y.published : x.id < y.id;
  });
  const auto originals = find_originals(members);
  for (size_t m = 0; m < members.size(); ++m) {
    incident.reports.push_back(members[m].record->report.id);
    if (originals[m] != m) ++incident.copies;
    std::sort(members[m].claims.begin(), members[m].claims.end());
    for (const ClaimRecord& claim : members[m].record->claims) {
      if (std::find(members[m].claims.begin(), members[m].claims.end(), claim.number) !=
          members[m].claims.end())
        incident.claims.push_back(claim.id);
    }
  }
  const auto claims = weighty_claims(members, originals);
  sum_up_act(claims, incident);
  sum_up_time(claims, incident);
  sum_up_place(claims, incident);
  for (const bool main : {true, false}) {
    for (const Member& member : members) {
      const bool tells_it_first = std::any_of(
          member.record->claims.begin(), member.record->claims.end(), [&](const auto& claim) {
            return claim.main && std::find(member.claims.begin(), member.claims.end(),
                                           claim.number) != member.claims.end();
          });
      if (incident.title.empty() && (tells_it_first || !main))
        incident.title = member.record->report.title;
    }
  }
  observe(members, originals, incident);
  incident.independent_chains =
      static_cast<size_t>(std::count_if(incident.accounts.begin(), incident.accounts.end(),
                                        [](const Account& account) { return account.counted; }));
  for (size_t field = 0; field < kFields; ++field)
    incident.agreement[field] = agreement_of(incident, static_cast<Field>(field));
  list_values(incident);
  drop_codes(incident);
  const GradeProposal proposal = propose_grade(incident);
  incident.grade = proposal.grade;
  incident.grade_reason = proposal.reason;
  return incident;
}

}  // namespace isnad
