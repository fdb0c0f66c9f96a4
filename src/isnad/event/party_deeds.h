// SPDX-License-Identifier: Apache-2.0
// What the constructions of all events of a report make of each party: who acts where, who suffers
// where. Made once a report, since every candidate from another sentence asks.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "isnad/event/find_roles.h"
#include "isnad/mention/mentions.h"

namespace isnad {

// One event that is told, as far as candidates are compared with it.
struct ToldEvent {
  const Trigger* trigger = nullptr;
  const Roles* roles = nullptr;
};

struct PartyDeed {
  const ToldEvent* event = nullptr;
  bool acts = false;  // as agent, or as one of both sides; else any other role
};

class PartyDeeds {
 public:
  // The deeds point into `events`. Parties of one name share theirs.
  PartyDeeds(const std::vector<ActorMention>& actors, std::span<const ToldEvent> events);

  // One for each phrase that mentions the party; `actor` is an index into the actors.
  [[nodiscard]] std::span<const PartyDeed> of(size_t actor) const {
    const uint32_t name = name_of_[actor];
    return std::span(deeds_).subspan(begin_[name], begin_[name + 1] - begin_[name]);
  }

 private:
  std::vector<uint32_t> name_of_;  // by actor
  std::vector<uint32_t> begin_;    // by name, and the end: into the deeds
  std::vector<PartyDeed> deeds_;
};

}  // namespace isnad
