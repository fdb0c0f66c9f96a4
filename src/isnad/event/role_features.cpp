// SPDX-License-Identifier: Apache-2.0
// What speaks for and against a candidate as agent or recipient: construction, kind of party,
// place in the sentence, prepositions, the path through the tree, what it does in other events.
#include <algorithm>

#include "isnad/event/role_bars.h"
#include "isnad/event/role_describer.h"
#include "isnad/event/role_feature_names.h"

namespace isnad {

Describer::Describer(const RoleSetting& setting, const ToldEvent& event,
                     std::span<const RoleCandidate> all, size_t index, FeatureList& out)
    : in_(setting),
      event_(event),
      all_(all),
      index_(index),
      it_(all[index]),
      out_(out),
      sentence_(setting.syntax.sentence_of(event.trigger->head).tokens),
      shape_(event.roles->construction),
      scheme_(setting.knowledge.schemes[event.trigger->frame->scheme].id) {
  type_ = event.trigger->frame->type;
  for (char& c : type_) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
  kind_ = kind();
}

void Describer::run() {
  out_.clear();
  const RoleBars barred = bars_of(in_, event_, it_);
  if (!barred.agent.empty()) out_.add({"never", "agent", barred.agent});
  if (!barred.recipient.empty()) out_.add({"never", "recipient", barred.recipient});
  if (it_.elsewhere) {
    from_elsewhere();
    return;
  }
  construction();
  party();
  words();
  position();
  between();
  speaker();
  left_verb();
  tree();
  agreement();
  doubts();
  other_events();
}

std::string_view Describer::kind() const {
  if (it_.actor != nullptr) {
    if (it_.actor->adjective) return "adjective";
    if (it_.actor->metonym) return "metonym";
    return kind_name(it_.actor->kind);
  }
  const auto touches = [&](const auto& mention) { return mention.tokens.overlaps(it_.tokens); };
  const auto any = [&](const auto& all) { return std::any_of(all.begin(), all.end(), touches); };
  for (const auto& quantity : in_.mentions.quantities) {
    if (touches(quantity)) return quantity.of_people ? "counted-people" : "counted";
  }
  if (any(in_.mentions.places)) return "place";
  if (any(in_.mentions.weapons)) return "weapon";
  for (const auto& other : in_.events) {
    if (other.trigger->tokens.overlaps(it_.tokens)) return "event";
  }
  return in_.syntax.is_definite(it_.tokens.begin) ? "definite" : "plain";
}

bool Describer::rule_gives(Role role) const {
  return std::any_of(
      event_.roles->phrases.begin(), event_.roles->phrases.end(),
      [&](const RolePhrase& phrase) { return phrase.role == role || phrase.role == Role::kBoth; });
}

bool Describer::on_left() const { return it_.tokens.begin < event_.trigger->tokens.begin; }

std::string_view Describer::side() const { return on_left() ? "l" : "r"; }

std::string_view Describer::is_party() const { return it_.actor != nullptr ? "p" : "np"; }

void describe_candidate(const RoleSetting& setting, const ToldEvent& event,
                        std::span<const RoleCandidate> all, size_t index, FeatureList& out) {
  Describer(setting, event, all, index, out).run();
}

}  // namespace isnad
