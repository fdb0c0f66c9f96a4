// SPDX-License-Identifier: Apache-2.0
// Reconciling is independent of order: the same reports in any order give the same incidents.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "isnad/incident/memory_keeper_reference.h"

namespace isnad {
namespace {

// A telling somewhere in a small world, so that many meet: few days, towns, means and figures.
rc::Gen<Telling> any_telling() {
  return rc::gen::exec([] {
    Telling telling;
    telling.stable = *rc::gen::arbitrary<uint64_t>();
    telling.type = *rc::gen::element(11U, 13U);
    telling.means = *rc::gen::element(0U, 21U, 23U);
    telling.dated = *rc::gen::arbitrary<bool>();
    telling.earliest = *rc::gen::inRange(17000, 17003);
    telling.latest = *telling.earliest + *rc::gen::inRange(0, 2);
    const int town = *rc::gen::inRange(0, 4);
    if (town < 3) {
      telling.latitude = 15.3 + 0.12 * town;
      telling.longitude = 44.2;
      telling.radius_km = *rc::gen::element(1.0, 5.0, 12.0, 80.0);
      telling.place = 101 + static_cast<uint32_t>(town);
      telling.country = 51;
    }
    telling.main = *rc::gen::arbitrary<bool>();
    if (*rc::gen::arbitrary<bool>()) telling.agents = {*rc::gen::element(61U, 63U)};
    if (*rc::gen::arbitrary<bool>())
      telling.killed_low = telling.killed_high = *rc::gen::inRange(1, 20);
    telling.pieces = {1, 2, 3, *rc::gen::inRange(4U, 9U)};
    telling.signature.fill(UINT32_MAX);
    return telling;
  });
}

using Reports = std::vector<std::vector<Telling>>;

rc::Gen<Reports> any_reports(int most = 9) {
  auto any =
      rc::gen::resize(most, rc::gen::container<Reports>(rc::gen::resize(
                                3, rc::gen::container<std::vector<Telling>>(any_telling()))));
  // `stable` is a fingerprint: no two tellings share one. Small worlds would draw the same number
  // twice, so the telling's place goes into it, behind what was drawn.
  return rc::gen::map(std::move(any), [](Reports reports) {
    uint64_t place = 0;
    for (auto& report : reports)
      for (Telling& telling : report) telling.stable = telling.stable << 8 | place++;
    return reports;
  });
}

RC_GTEST_PROP(Maintain, OrderOfArrivalDoesNotMatter, ()) {
  const Reports reports = *any_reports();
  std::vector<size_t> order(reports.size());
  for (size_t i = 0; i < order.size(); ++i) order[i] = i;
  MemoryKeeper first;
  for (const size_t i : order) first.add(reports[i]);
  for (size_t i = order.size(); i > 1; --i)
    std::swap(order[i - 1], order[*rc::gen::inRange<size_t>(0, i)]);
  MemoryKeeper second;
  for (const size_t i : order) second.add(reports[i]);
  RC_ASSERT(first.partition() == second.partition());
}

// What one report after another leaves is what cutting all links at once gives: most reports look
// at the incidents they touch alone.
RC_GTEST_PROP(Maintain, KeptUpIsWhatClusteringAllGives, ()) {
  const Reports reports = *any_reports(40);
  MemoryKeeper keeper;
  for (const auto& report : reports) {
    keeper.add(report);
    RC_ASSERT(keeper.partition() == keeper.partition_anew());
  }
}

RC_GTEST_PROP(Maintain, NamesStayOrAreBuriedAndEverySplitIsSaid, ()) {
  const Reports reports = *any_reports();
  MemoryKeeper keeper;
  std::map<int64_t, int64_t> before;  // telling to incident
  for (const auto& report : reports) {
    for (const int64_t id : keeper.add(report)) before[id] = keeper.incident_of(id);
    for (auto& [telling, incident] : before) {
      const int64_t now = keeper.incident_of(telling);
      if (now != incident) {
        const auto& heirs = keeper.heirs();
        const bool merged = heirs.contains(incident);
        const bool split = std::any_of(keeper.splits().begin(), keeper.splits().end(),
                                       [&](const auto& one) { return one.second == now; });
        // A telling may also move between incidents that both live on, where a stronger link came.
        RC_ASSERT(merged || split || !heirs.contains(now));
      }
      incident = now;
    }
  }
}

RC_GTEST_PROP(Maintain, AReportsOwnTellingsStayApart, ()) {
  const Reports reports = *any_reports();
  MemoryKeeper keeper;
  for (const auto& report : reports) {
    std::set<int64_t> incidents;
    const auto ids = keeper.add(report);
    for (const int64_t id : ids) incidents.insert(keeper.incident_of(id));
    RC_ASSERT(incidents.size() == ids.size());
  }
}

RC_GTEST_PROP(Telling, PackingAndUnpackingGiveTheSame, ()) {
  const Telling telling = *any_telling();
  const auto packed = pack(telling);
  const auto back = unpack(packed);
  RC_ASSERT(back.has_value());
  RC_ASSERT(pack(*back) == packed);
  RC_ASSERT(back->earliest == telling.earliest && back->agents == telling.agents);
  RC_ASSERT(back->killed_low == telling.killed_low && back->dated == telling.dated);
  // A word too few or too many is no telling.
  RC_ASSERT(!unpack(std::span(packed).first(packed.size() - 1)));
}

}  // namespace
}  // namespace isnad
