// SPDX-License-Identifier: Apache-2.0
// See role_describer.h. Of candidates in other sentences.
#include "isnad/event/role_describer.h"
#include "isnad/event/role_feature_names.h"

namespace isnad {

void Describer::from_elsewhere() {
  const auto here = static_cast<int>(in_.syntax.sentence_index(event_.trigger->head));
  const auto there = static_cast<int>(in_.syntax.sentence_index(it_.tokens.begin));
  const auto apart = static_cast<uint32_t>(here > there ? here - there : there - here);
  const std::string_view way = there < here ? "before" : "after";
  const std::string_view known = rule_gives(Role::kAgent) ? "a" : "-";
  const std::string_view hurt = rule_gives(Role::kRecipient) ? "r" : "-";
  size_t here_count = 0;
  for (const auto& other : all_) here_count += !other.elsewhere && other.actor != nullptr ? 1 : 0;
  out_.add({"e"});
  out_.add({"e", shape_});
  out_.add({"e", type_});
  out_.add({"e", scheme_});
  out_.add({"e", way, distance_name(apart)});
  out_.add({"e", shape_, known, hurt});
  out_.add({"e", type_, known, hurt});
  out_.add({"e", "here", count_name(here_count)});
  out_.add({"e", "kind", kind_});
  out_.add({"e", "kind", type_, kind_});
  const auto sector = std::string_view(it_.actor->sector).substr(0, 3);
  if (!sector.empty()) out_.add({"e", "sector", type_, sector});
  words();
  out_.add({"e", "named", it_.actor->name.empty() ? "no" : "yes", type_});
  size_t nearer = 0;
  for (size_t i = 0; i < index_; ++i) nearer += all_[i].elsewhere ? 1 : 0;
  out_.add({"e", "nth", way, count_name(nearer)});
  if (event_.roles->subject_omitted) out_.add({"e", "omitted", way, distance_name(apart)});
  if (event_.trigger->match.enclitic != 0)
    out_.add({"e", "pronoun", shape_, way, distance_name(apart)});
  roles_elsewhere();
}

void Describer::roles_elsewhere() {
  size_t acts = 0;
  size_t suffers = 0;
  size_t acts_alike = 0;
  size_t suffers_alike = 0;
  size_t acts_by_same_means = 0;
  const auto actor = static_cast<size_t>(it_.actor - in_.mentions.actors.data());
  for (const auto& [other, agent] : in_.deeds.of(actor)) {
    const bool alike = other->trigger->frame->type == event_.trigger->frame->type;
    (agent ? acts : suffers) += 1;
    if (alike) (agent ? acts_alike : suffers_alike) += 1;
    if (agent && alike && other->trigger->frame->means == event_.trigger->frame->means)
      ++acts_by_same_means;
  }
  out_.add({"e", "acts", count_name(acts), type_});
  out_.add({"e", "suffers", count_name(suffers), type_});
  out_.add({"e", "acts-alike", count_name(acts_alike), type_});
  out_.add({"e", "suffers-alike", count_name(suffers_alike), type_});
  out_.add({"e", "acts-by-same", count_name(acts_by_same_means)});
  out_.add({"e", "alike", count_name(acts_alike), count_name(suffers_alike), shape_});
}

}  // namespace isnad
