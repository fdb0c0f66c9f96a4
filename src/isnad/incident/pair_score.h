// SPDX-License-Identifier: Apache-2.0
// How likely two tellings of two reports tell the same thing: points for what they share, points
// off for what speaks against it. The weights are set by hand, each with its reason; points are
// hundredths, whole numbers, so that sums are the same everywhere.
#pragma once

#include <optional>

#include "isnad/incident/telling.h"

namespace isnad {

// Two tellings with this many points or more are taken for one incident.
inline constexpr int kSameIncident = 600;

// What each kind of evidence gave; `total` decides.
struct PairScore {
  int type = 0, time = 0, place = 0, parties = 0, numbers = 0, wording = 0;
  [[nodiscard]] int total() const { return type + time + place + parties + numbers + wording; }
};

// Symmetric. Nothing where the two cannot be one (see may_meet).
[[nodiscard]] std::optional<PairScore> score_pair(const Telling& a, const Telling& b);

// A pair that was found to be one incident.
struct Link {
  int64_t a = 0, b = 0;  // ids of tellings, a < b
  int points = 0;
};

// The links between the tellings of two reports: pairs over the threshold that are each other's
// best, so that a report's own events stay apart. Depends on these two reports alone.
[[nodiscard]] std::vector<Link> link_reports(const std::vector<Telling>& one,
                                             const std::vector<Telling>& other);

}  // namespace isnad
