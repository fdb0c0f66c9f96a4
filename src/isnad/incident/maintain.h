// SPDX-License-Identifier: Apache-2.0
// Incidents kept up to date while reports come in: a new report's tellings are linked to their
// neighbours, and only the incidents that these links touch are cut anew.
//
// Which tellings are of one incident depends on the reports alone. Which name an incident bears
// depends on who came first: a name belongs to the telling it was given for (its founder) and stays
// with it. Two incidents that turn out to be one keep the older name, and the other's tombstone
// says so; a part that must leave an incident gets a name of its own, and that too is said.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "isnad/incident/cluster.h"

namespace isnad {

// A telling as clustering sees it, with the incident it is in.
struct PlacedNode {
  Node node;
  int64_t incident = 0;  // 0: in none yet
};

struct IncidentName {
  int64_t incident = 0;  // larger is younger
  int64_t founder = 0;   // the telling
};

// Where tellings, links and incidents are kept: the store's tables, or vectors in tests.
class LinkKeeper {
 public:
  virtual ~LinkKeeper() = default;
  // Shows the tellings of other reports filed under one of the keys, those of one report together;
  // all tellings of a report that has one. What is shown is valid during the call alone.
  using Shown = std::function<void(const std::vector<Telling>&)>;
  virtual void neighbours(const std::vector<uint64_t>& keys, int64_t report, const Shown& show) = 0;
  virtual void add_link(const Link& link) = 0;
  // Links that touch one of the tellings.
  virtual std::vector<Link> links_of(const std::vector<int64_t>& tellings) = 0;
  virtual std::vector<Verdict> verdicts_of(const std::vector<int64_t>& tellings) = 0;
  virtual std::vector<PlacedNode> nodes(const std::vector<int64_t>& tellings) = 0;
  // All tellings of these incidents.
  virtual std::vector<PlacedNode> members(const std::vector<int64_t>& incidents) = 0;
  virtual std::vector<IncidentName> names(const std::vector<int64_t>& incidents) = 0;
  // A new incident named after its founder, with nothing in it.
  virtual int64_t found(const Node& founder) = 0;
  // Puts the telling into the incident; its old one, if any, no longer holds it.
  virtual void place(int64_t telling, int64_t incident) = 0;
  // `gone` has become part of `heir`.
  virtual void bury(int64_t gone, int64_t heir) = 0;
  // `part` was cut from `whole`, because a new report keeps them apart.
  virtual void note_split(int64_t whole, int64_t part) = 0;
  // The incident's tellings have changed; its accounts must be made anew.
  virtual void touch(int64_t incident) = 0;
};

// Links the tellings of one new report, which the keeper has already filed, and brings the
// incidents in order. Cost: what the neighbourhood holds, whatever the size of the store.
void place_report(LinkKeeper& keeper, const std::vector<Telling>& tellings);

// Cuts the incidents around some tellings anew, after verdicts have changed.
void place_again(LinkKeeper& keeper, const std::vector<int64_t>& tellings);

}  // namespace isnad
