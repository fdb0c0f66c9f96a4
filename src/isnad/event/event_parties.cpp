// SPDX-License-Identifier: Apache-2.0
// See event_finder.h. Who did it to whom, from phrases: the learned choice, doers in the words of
// the frame, parties of other sentences, spans as they are shown.
#include <algorithm>

#include "isnad/event/event_finder.h"
#include "isnad/event/link_roles.h"
#include "isnad/event/party_span.h"

namespace isnad {

// The learned choice among all candidates replaces that of the construction.
void EventFinder::link() {
  if (knowledge_.role_weights.empty() && !explain_) return;
  std::vector<ToldEvent> told;
  for (const auto& candidate : candidates_) told.push_back({&candidate.trigger, &candidate.roles});
  const PartyDeeds deeds(in_.mentions.actors, told);
  const RoleSetting setting{in_.report.text, in_.syntax,        in_.analysis, in_.mentions,
                            knowledge_,      in_.lexicon,       in_.matches,  told,
                            deeds,           reporting_tokens()};
  for (size_t i = 0; i < candidates_.size(); ++i) {
    auto& event = candidates_[i].event;
    const auto linked =
        link_roles(setting, told[i], knowledge_.role_weights, explain_ ? &event.evidence : nullptr);
    if (knowledge_.role_weights.empty()) continue;
    event.agents.clear();
    event.recipients.clear();
    for (const auto span : linked.agents) event.agents.push_back(party_of(span));
    for (const auto span : linked.recipients) event.recipients.push_back(party_of(span));
    doer_in_trigger(candidates_[i]);
    candidates_[i].agent_elsewhere = linked.agent_elsewhere;
    candidates_[i].recipient_elsewhere = linked.recipient_elsewhere;
  }
}

// فجر انتحاري نفسه (a suicide bomber blew himself up), آلاف المتظاهرين (thousands of marchers):
// the words of some frames have the doer among them. Nobody else blew himself up; marchers may
// have a name elsewhere. In هجوم انتحاري (a suicide attack) he is an adjective.
void EventFinder::doer_in_trigger(Candidate& candidate) const {
  const TokenSpan words = candidate.trigger.tokens;
  if (words.size() < 2) return;
  const bool behind_verb = in_.syntax.at(words.begin) == SyntaxClass::kVerb ||
                           in_.syntax.folded(words.begin).ends_with("فجر");  // blew up; dawn
  const bool suicide = candidate.event.mode == "suicide-attack";
  const bool protest = candidate.event.type == "PROTEST" && candidate.event.agents.empty();
  for (const auto& actor : in_.mentions.actors) {
    if (!actor.tokens.overlaps(words) || actor.kind != ActorKind::kGroup || actor.adjective)
      continue;
    const bool first = actor.tokens.begin <= words.begin;
    const bool bomber = (suicide || candidate.event.agents.empty()) && actor.sector == "UAF" &&
                        (behind_verb || first);
    const bool marchers = protest && actor.sector == "CVL";
    if (bomber || marchers) {
      candidate.event.agents = {party_of(actor.tokens)};
      return;
    }
  }
}

std::vector<bool> EventFinder::reporting_tokens() const {
  std::vector<bool> tokens(in_.text.tokens.size(), false);
  for (const auto& match : in_.matches) {
    if (knowledge_.reporting.contains(match.row)) tokens[match.tokens.begin] = true;
  }
  return tokens;
}

// Where nobody in the event's sentence is its party, one named in another sentence may be.
void EventFinder::parties_of_other_sentences() {
  for (auto& candidate : candidates_) {
    auto& event = candidate.event;
    if (event.agents.empty() && !candidate.agent_elsewhere.empty())
      event.agents.push_back(party_of(candidate.agent_elsewhere));
    if (event.recipients.empty() && !candidate.recipient_elsewhere.empty())
      event.recipients.push_back(party_of(candidate.recipient_elsewhere));
  }
}

void EventFinder::roles_to_parties(Candidate& candidate) {
  for (const auto& phrase : candidate.roles.phrases) {
    const Party party = party_of(phrase.tokens);
    auto& event = candidate.event;
    switch (phrase.role) {
      case Role::kAgent:
      case Role::kBoth:
        event.agents.push_back(party);
        break;
      case Role::kRecipient:
        event.recipients.push_back(party);
        break;
      default:
        break;
    }
  }
}

ByteSpan EventFinder::span_of(TokenSpan phrase) const {
  return party_span(in_.syntax, in_.report.text, phrase);
}

// The phrase as written, and the best-known actor it names.
Party EventFinder::party_of(TokenSpan phrase) const {
  Party party{phrase, span_of(phrase), {}, {}, {}, {}};
  const ActorMention* best = nullptr;
  for (const auto& actor : in_.mentions.actors) {
    if (!phrase.overlaps(actor.tokens)) continue;
    if (best == nullptr || (best->code.empty() && !actor.code.empty())) best = &actor;
  }
  if (best == nullptr) return party;
  if (best->tokens.begin == phrase.begin) {
    party.tokens = best->tokens.joined(phrase);
    party.span = span_of(party.tokens);
  }
  // The name after an office ("the minister Ali Hasan Khalil"), not whoever else comes next.
  const bool office = best->kind == ActorKind::kPerson && best->name_tokens.empty();
  for (const auto& actor : in_.mentions.actors) {
    if (office && actor.tokens.begin == party.tokens.end && actor.kind == ActorKind::kPerson &&
        actor.preposition == 0 && actor.name_tokens.begin == actor.tokens.begin) {
      party.tokens.end = actor.tokens.end;
      party.span = span_of(party.tokens);
    }
  }
  const ActorMention* named = best;
  for (int step = 0;
       step < 4 && named->code.empty() && named->refers_to < in_.mentions.actors.size(); ++step) {
    named = &in_.mentions.actors[named->refers_to];
  }
  party.name = named->name;
  party.code = named->code;
  party.country = named->country;
  party.sector = named->sector;
  return party;
}

// Weapons named in the event's clause.
void EventFinder::weapons(Candidate& candidate) {
  auto& event = candidate.event;
  if (!candidate.trigger.frame->weapon.empty())
    event.weapons.push_back(candidate.trigger.frame->weapon);
  const auto clause = in_.syntax.clause(candidate.trigger.head);
  for (const auto& weapon : in_.mentions.weapons) {
    if (!clause.contains(weapon.tokens) && !candidate.roles.reach.contains(weapon.tokens)) continue;
    if (std::find(event.weapons.begin(), event.weapons.end(), weapon.word) == event.weapons.end())
      event.weapons.push_back(weapon.word);
  }
}

// The trigger's own object is no party: "cut its ties". What stands before it in a party's
// phrase, or a party that it belongs to (the membership of Mali), stays.
void EventFinder::leave_object_out(const Match& match, std::vector<Party>& parties) const {
  const TokenSpan object{match.apart, match.apart + match.apart_words};
  std::erase_if(parties, [&](Party& party) {
    if (!party.tokens.contains(object.begin)) return false;
    if (party.tokens.begin < object.begin) {
      party = party_of({party.tokens.begin, object.begin});
      return false;
    }
    const bool owned =
        std::any_of(in_.mentions.actors.begin(), in_.mentions.actors.end(),
                    [&](const ActorMention& actor) { return actor.tokens.begin == object.end; });
    if (!owned || party.tokens.end <= object.end) return true;
    party = party_of({object.end, party.tokens.end});
    return false;
  });
}

// Those who are hurt in an event are not its doers; in a fight they may be one of its sides.
void EventFinder::drop_agents_that_suffer(Candidate& candidate) const {
  if (knowledge_.schemes[candidate.trigger.frame->scheme].subject == Role::kBoth) return;
  auto& event = candidate.event;
  if (!event.casualties.killed && !event.casualties.injured) return;
  const auto is_built = [&](const Party& agent) {
    return std::any_of(candidate.roles.phrases.begin(), candidate.roles.phrases.end(),
                       [&](const RolePhrase& phrase) {
                         return phrase.role == Role::kAgent && phrase.tokens.overlaps(agent.tokens);
                       });
  };
  const auto is_hurt = [&](const Party& agent) {
    if (is_built(agent)) return false;
    const auto same = [&](const Party& party) { return party.span.overlaps(agent.span); };
    if (std::any_of(event.recipients.begin(), event.recipients.end(), same)) return true;
    return (event.casualties.killed && event.casualties.killed->span.overlaps(agent.span)) ||
           (event.casualties.injured && event.casualties.injured->span.overlaps(agent.span));
  };
  std::erase_if(event.agents, is_hurt);
}

}  // namespace isnad
