// SPDX-License-Identifier: Apache-2.0
// What speaks for a party that is not told at all: the construction, the type, how many parties the
// sentence names.
#include <algorithm>

#include "isnad/event/role_bars.h"
#include "isnad/event/role_candidates.h"
#include "isnad/event/role_feature_names.h"

namespace isnad {

void describe_nobody(const RoleSetting& setting, const ToldEvent& event,
                     std::span<const RoleCandidate> all, FeatureList& out) {
  const auto has = [&](Role role) {
    const auto& phrases = event.roles->phrases;
    return std::any_of(phrases.begin(), phrases.end(), [&](const RolePhrase& phrase) {
      return phrase.role == role || phrase.role == Role::kBoth;
    });
  };
  const auto shape = event.roles->construction;
  const std::string_view type = event.trigger->frame->type;
  const std::string_view scheme = setting.knowledge.schemes[event.trigger->frame->scheme].id;
  const std::string_view agent = has(Role::kAgent) ? "a" : "-";
  const std::string_view recipient = has(Role::kRecipient) ? "r" : "-";
  size_t parties = 0;
  size_t free = 0;
  for (const auto& candidate : all) {
    if (candidate.actor == nullptr || candidate.elsewhere) continue;
    ++parties;
    free += bars_of(setting, event, candidate).agent.empty() ? 1 : 0;
  }
  out.clear();
  out.add({"nobody"});
  out.add({"nobody", shape});
  out.add({"nobody", type});
  out.add({"nobody", scheme});
  out.add({"nobody", shape, agent, recipient});
  out.add({"nobody", type, agent, recipient});
  out.add({"nobody", "parties", count_name(parties)});
  out.add({"nobody", "parties", shape, count_name(parties)});
  out.add({"nobody", "free", count_name(free)});
  out.add({"nobody", "free", shape, count_name(free)});
  const std::string_view means = event.trigger->frame->means;
  if (!means.empty()) out.add({"nobody", "means", means});
}

}  // namespace isnad
