// SPDX-License-Identifier: Apache-2.0
// The evidence, kind by kind. A place says much when it is small: two accounts of one day in one
// village are one incident unless something speaks against it, in a capital they are not.
#include "isnad/incident/pair_score.h"

#include <algorithm>
#include <cmath>

#include "isnad/incident/blocking.h"

namespace isnad {
namespace {

bool meet(const std::vector<uint32_t>& a, const std::vector<uint32_t>& b) {
  return std::any_of(a.begin(), a.end(),
                     [&](uint32_t value) { return std::binary_search(b.begin(), b.end(), value); });
}

bool both_equal(uint32_t a, uint32_t b) { return a != 0 && a == b; }

int type_points(const Telling& a, const Telling& b) {
  int points = a.type == b.type ? 100 : -50;
  if (both_equal(a.means, b.means)) {
    points += 60;
  } else if (both_equal(a.mode, b.mode)) {
    points += 40;
  }
  if (both_equal(a.lemma, b.lemma)) points += 30;
  if (a.main && b.main) points += 60;
  // News against what is only recalled: the same only where more than day and town agrees.
  if (a.background != b.background) points -= 40;
  return points;
}

int time_points(const Telling& a, const Telling& b) {
  if (!a.earliest || !a.latest || !b.earliest || !b.latest) return 0;
  const int apart = std::max({0, *a.earliest - *b.latest, *b.earliest - *a.latest});
  const int span = std::max(*a.latest - *a.earliest, *b.latest - *b.earliest);
  if (apart == 0 && span <= 1) return a.dated && b.dated ? 250 : 200;
  if (apart == 0) return 100;
  // Days that both reports name and that differ; else a bracket by publication, a day late at most.
  if (a.dated && b.dated) return -150;
  return apart == 1 ? 100 : -150;
}

double kilometres_between(const Telling& a, const Telling& b) {
  constexpr double kDegree = 3.14159265358979 / 180;
  const double x =
      (*a.longitude - *b.longitude) * std::cos((*a.latitude + *b.latitude) / 2 * kDegree);
  const double y = *a.latitude - *b.latitude;
  return std::sqrt(x * x + y * y) * 111.2;
}

// Points for standing at the same place, by how large it is.
int sameness_points(double radius_km) {
  if (radius_km <= 0) return 100;
  if (radius_km <= 2) return 350;
  if (radius_km <= 6) return 300;
  if (radius_km <= 15) return 220;
  if (radius_km <= 100) return 120;
  return 40;
}

int place_points(const Telling& a, const Telling& b) {
  if (!a.latitude || !b.latitude)
    return both_equal(a.place, b.place) ? 150 : both_equal(a.country, b.country) ? 20 : 0;
  const double wider = std::max(a.radius_km, b.radius_km);
  if (both_equal(a.place, b.place)) return sameness_points(wider);
  const double apart = kilometres_between(a, b);
  const bool nested = std::binary_search(b.places.begin(), b.places.end(), a.place) ||
                      std::binary_search(a.places.begin(), a.places.end(), b.place);
  if (nested || apart <= wider + 2) return sameness_points(wider) - 20;
  if (apart <= a.radius_km + b.radius_km + 10) return 60;
  return -400;
}

int party_points(const Telling& a, const Telling& b) {
  // Talk has no scene of its own: who deals with whom is what makes it the same.
  const bool talk = a.family != TypeFamily::kMaterial;
  const int same = talk ? 180 : 100;
  int points = 0;
  if (meet(a.agents, b.agents)) points += same;
  if (meet(a.recipients, b.recipients)) points += same;
  if (talk && points == 0 && (meet(a.agents, b.recipients) || meet(a.recipients, b.agents)))
    points += 60;
  if (talk && points == 0) points -= 200;
  return points;
}

// Equal figures say more the rarer they are; figures that exclude each other say little, since
// tolls are what accounts differ in first.
int number_points(std::optional<int64_t> a_low, std::optional<int64_t> a_high,
                  std::optional<int64_t> b_low, std::optional<int64_t> b_high) {
  if (!a_low || !b_low) return 0;
  if (a_low == b_low && a_high == b_high && a_high)
    return *a_low >= 10 ? 200 : *a_low >= 3 ? 90 : 30;
  const bool apart = (a_high && *a_high < *b_low) || (b_high && *b_high < *a_low);
  if (!apart) return 30;
  const auto small = static_cast<double>(std::min(*a_low, *b_low));
  const auto large = static_cast<double>(std::max(*a_low, *b_low));
  return large > 10 * std::max(1.0, small) ? -100 : 0;
}

int wording_points(const Telling& a, const Telling& b) {
  if (a.wording != 0 && a.wording == b.wording) return 500;
  const double shared = overlap(a.pieces, b.pieces);
  // A third of the pieces is what any two sentences on one kind of event have in common.
  int points = static_cast<int>(std::lround(std::max(0.0, shared - 0.3) * 500));
  if (likeness(a.signature, b.signature) >= 0.3) points += 100;
  return points;
}

struct Candidate {
  size_t one = 0, other = 0;
  int points = 0;
  uint64_t low = 0, high = 0;  // the stable keys, the smaller first
};

bool goes_first(const Candidate& a, const Candidate& b) {
  if (a.points != b.points) return a.points > b.points;
  return a.low != b.low ? a.low < b.low : a.high < b.high;
}

}  // namespace

std::optional<PairScore> score_pair(const Telling& a, const Telling& b) {
  if (!may_meet(a, b)) return std::nullopt;
  PairScore score;
  score.type = type_points(a, b);
  score.time = time_points(a, b);
  score.place = place_points(a, b);
  const bool talk = a.family != TypeFamily::kMaterial || b.family != TypeFamily::kMaterial;
  if (talk && score.place > 0) score.place /= 2;
  score.parties = party_points(a, b);
  score.numbers = number_points(a.killed_low, a.killed_high, b.killed_low, b.killed_high) +
                  number_points(a.injured_low, a.injured_high, b.injured_low, b.injured_high);
  score.wording = wording_points(a, b);
  return score;
}

std::vector<Link> link_reports(const std::vector<Telling>& one, const std::vector<Telling>& other) {
  std::vector<Candidate> candidates;
  for (size_t i = 0; i < one.size(); ++i) {
    for (size_t k = 0; k < other.size(); ++k) {
      const auto score = score_pair(one[i], other[k]);
      if (!score || score->total() < kSameIncident) continue;
      const auto [low, high] = std::minmax(one[i].stable, other[k].stable);
      candidates.push_back({i, k, score->total(), low, high});
    }
  }
  std::sort(candidates.begin(), candidates.end(), goes_first);
  std::vector<bool> taken_one(one.size());
  std::vector<bool> taken_other(other.size());
  std::vector<Link> links;
  for (const Candidate& candidate : candidates) {
    if (taken_one[candidate.one] || taken_other[candidate.other]) continue;
    taken_one[candidate.one] = taken_other[candidate.other] = true;
    const auto [a, b] = std::minmax(one[candidate.one].id, other[candidate.other].id);
    links.push_back({a, b, candidate.points});
  }
  return links;
}

}  // namespace isnad
