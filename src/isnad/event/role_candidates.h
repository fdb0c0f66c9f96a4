// SPDX-License-Identifier: Apache-2.0
// Who might be a party to an event: the phrases that construction gave a role, every party and noun
// phrase of the sentence, parties of other sentences; each with features for the linker.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "isnad/analysis/analysis.h"
#include "isnad/event/feature_list.h"
#include "isnad/event/find_roles.h"
#include "isnad/event/party_deeds.h"
#include "isnad/mention/mentions.h"

namespace isnad {

struct RoleCandidate {
  TokenSpan tokens;
  Role rule = Role::kNone;              // what the construction makes of it
  const ActorMention* actor = nullptr;  // the party it names; null for a plain noun phrase
  bool elsewhere = false;               // stands in another sentence than the event
  bool sure = false;                    // RolePhrase::sure
};

struct RoleSetting {
  std::string_view given;  // Report::text
  const Syntax& syntax;
  const Analysis& analysis;
  const Mentions& mentions;
  const EventKnowledge& knowledge;
  const Lexicon& lexicon;
  std::span<const Match> matches;
  std::span<const ToldEvent> events;  // of the whole report, in text order
  const PartyDeeds& deeds;            // of the mentions' actors in these events
  std::vector<bool> reporting;        // tokens of words that bring in a narrator
};

// In text order, those of the sentence first; not overlapping each other or the trigger.
[[nodiscard]] std::vector<RoleCandidate> role_candidates(const RoleSetting& setting,
                                                         const ToldEvent& event);
// What speaks for and against the candidate; `index` is its place in `all`.
void describe_candidate(const RoleSetting& setting, const ToldEvent& event,
                        std::span<const RoleCandidate> all, size_t index, FeatureList& out);
// What speaks for a party that is not told at all.
void describe_nobody(const RoleSetting& setting, const ToldEvent& event,
                     std::span<const RoleCandidate> all, FeatureList& out);

}  // namespace isnad
