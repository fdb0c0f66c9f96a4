// SPDX-License-Identifier: Apache-2.0
// Figures and words of result that stand together ("five were killed and ten wounded") are one
// toll. A toll goes to the event of its sentence that is tied to it most closely, where it comes
// after the toll by the word between them (in, as a result of), where it comes before by nearness;
// else to a word of result of its own; else to the event told last.
#include "isnad/event/assign_figures.h"

#include <algorithm>

#include "isnad/event/figure_assigner.h"

namespace isnad {

void FigureAssigner::run() {
  figures_ = find_figures(in_.syntax, in_.matches, knowledge_, in_.mentions);
  auto tolls = groups();
  add_other_side(tolls);
  for (const auto& group : tolls) assign(group);
  for (auto& candidate : candidates_) single_victim(candidate);
}

// A word that names only what became of people, or a verb of harm that reads as an act because
// its weapon stands near ("were wounded in an attack with a rocket").
bool FigureAssigner::is_result(const Candidate& candidate) const {
  const auto& scheme = knowledge_.schemes[candidate.trigger.frame->scheme];
  return scheme.is_result ||
         (candidate.trigger.is_verb && harms(candidate.trigger.tokens, Harm::kInjured));
}

// Does a word of that harm stand in the span?
bool FigureAssigner::harms(TokenSpan span, Harm wanted) const {
  return std::any_of(in_.matches.begin(), in_.matches.end(), [&](const Match& match) {
    const auto* effect = knowledge_.harm_words.find(match.row);
    return effect != nullptr && effect->harm == wanted && !effect->next &&
           match.tokens.overlaps(span);
  });
}

uint32_t FigureAssigner::sentence(TokenSpan span) const {
  return in_.syntax.sentence_index(span.begin);
}

bool FigureAssigner::has_link(TokenSpan span, TollLink wanted) const {
  return std::any_of(in_.matches.begin(), in_.matches.end(), [&](const Match& match) {
    const auto* link = knowledge_.toll_links.find(match.row);
    return link != nullptr && *link == wanted && span.contains(match.tokens);
  });
}

bool FigureAssigner::has_verb(TokenSpan span) const {
  for (uint32_t t = span.begin; t < span.end; ++t) {
    if (in_.syntax.at(t) == SyntaxClass::kVerb) return true;
  }
  return false;
}

void FigureAssigner::assign(const TollGroup& group) {
  const bool total = std::any_of(group.figures.begin(), group.figures.end(),
                                 [](const Figure* figure) { return figure->cumulative; });
  if (total) {
    keep_total(group);
    return;
  }
  Candidate* owner = group.own != nullptr ? group.own : cause_of(group);
  if (owner == nullptr && !group.results.empty()) owner = group.results.front();
  // "his killing" may recall a death of long ago: it speaks of no event told before.
  const bool recalled = std::any_of(group.figures.begin(), group.figures.end(),
                                    [](const Figure* figure) { return figure->by_pronoun; });
  if (owner == nullptr && !recalled) owner = told_before(group);
  if (owner == nullptr) return;
  for (const Figure* figure : group.figures) {
    if (!counts_doers(*figure)) give(*figure, *owner);
  }
  for (Candidate* result : group.results) {
    if (result != owner) take_up(*result, *owner);
  }
}

// "gunmen assassinated the head of the council", "three soldiers killed a boy": who does it to
// somebody else is no part of the toll, unless the counted noun says what befell them (قتلى).
bool FigureAssigner::counts_doers(const Figure& figure) const {
  if (figure.victim == kNoRow || figure.tokens.contains(figure.anchor)) return false;
  const auto within = [&](const std::vector<Party>& parties) {
    return std::any_of(parties.begin(), parties.end(),
                       [&](const Party& party) { return party.tokens.overlaps(figure.tokens); });
  };
  bool doers = false;
  for (const auto& candidate : candidates_) {
    const auto& event = candidate.event;
    if (within(event.recipients) || built_as_hurt(candidate, figure)) return false;
    doers = doers || (!event.recipients.empty() && within(event.agents));
  }
  return doers;
}

// "26 were killed in it": those whom a passive is about, whatever was made of them since.
bool FigureAssigner::built_as_hurt(const Candidate& candidate, const Figure& figure) {
  if (candidate.roles.construction != "passive-verb") return false;
  const auto counted = [&](const auto& party) { return party.tokens.overlaps(figure.tokens); };
  const auto& phrases = candidate.roles.phrases;
  const auto& agents = candidate.event.agents;
  return std::any_of(agents.begin(), agents.end(), counted) ||
         std::any_of(phrases.begin(), phrases.end(), [&](const RolePhrase& phrase) {
           return phrase.role == Role::kRecipient && counted(phrase);
         });
}

void FigureAssigner::give(const Figure& figure, Candidate& owner) const {
  if (can_suffer(owner, figure.harm))
    add_figure(figure, in_.text, in_.lexicon, owner.event.casualties);
}

// "since 1984 the revolt has left 40,000 dead": a total is an event of its own, and history.
void FigureAssigner::keep_total(const TollGroup& group) {
  Candidate* owner = group.results.empty() ? told_within(group.span) : group.results.front();
  if (owner == nullptr) return;
  for (const Figure* figure : group.figures) give(*figure, *owner);
  owner->judgement.background = true;
}

// "the number of those killed in attacks blamed on the party rose to 60": the attacks stand
// between the word that counts and the figure.
Candidate* FigureAssigner::told_within(TokenSpan toll) {
  TokenSpan words = toll;
  for (const auto& match : in_.matches) {
    const auto* link = knowledge_.toll_links.find(match.row);
    const bool counts = link != nullptr && *link == TollLink::kCount;
    if (counts && match.tokens.begin < toll.begin && sentence(match.tokens) == sentence(toll))
      words.begin = match.tokens.begin;
  }
  const auto found =
      std::find_if(candidates_.begin(), candidates_.end(), [&](const Candidate& candidate) {
        return candidate.event.type == "ASSAULT" && words.contains(candidate.trigger.tokens);
      });
  return found == candidates_.end() ? nullptr : &*found;
}

bool FigureAssigner::names_party(const std::vector<Party>& parties) const {
  return std::any_of(parties.begin(), parties.end(), [&](const Party& party) {
    return std::any_of(
        in_.mentions.actors.begin(), in_.mentions.actors.end(),
        [&](const ActorMention& actor) { return actor.tokens.overlaps(party.tokens); });
  });
}

// "82 were killed in raids": the raids are the event, the dead its result.
void FigureAssigner::take_up(Candidate& result, Candidate& cause) const {
  auto& event = cause.event;
  merge_casualties(result.event.casualties, event.casualties);
  if (event.recipients.empty()) event.recipients = result.event.recipients;
  // "sources announced the death of 42 in a bombing": a doer that only the weights found for the
  // death did not bomb.
  if (event.agents.empty() && result.built_agent && names_party(result.event.agents))
    event.agents = result.event.agents;
  if (!event.place) event.place = result.event.place;
  if (!event.time) event.time = result.event.time;
  result.dropped = true;
}

// A sentence of figures alone ("the toll rose to …") speaks of the event told last before it.
Candidate* FigureAssigner::told_before(const TollGroup& group) {
  const auto harmful = [&](const Figure* figure) {
    return figure->harm == Harm::kKilled || figure->harm == Harm::kInjured;
  };
  if (std::none_of(group.figures.begin(), group.figures.end(), harmful)) return nullptr;
  Candidate* weaker = nullptr;
  for (auto candidate = candidates_.rbegin(); candidate != candidates_.rend(); ++candidate) {
    if (candidate->trigger.head > group.span.begin || candidate->judgement.background) continue;
    const bool assault = candidate->event.type == "ASSAULT";
    if (assault && !candidate->trigger.frame->weak) return &*candidate;
    // Protests and arrests have their dead too, where nothing worse is told.
    const bool may =
        assault || candidate->event.type == "PROTEST" || candidate->event.type == "COERCE";
    if (may && candidate->judgement.factuality == Factuality::kActual) weaker = &*candidate;
  }
  return weaker;
}

// "the killing of the deputy X", "X met his death": one dead, though no number is written.
void FigureAssigner::single_victim(Candidate& candidate) const {
  auto& event = candidate.event;
  if (event.casualties.killed || event.recipients.empty() ||
      candidate.judgement.factuality != Factuality::kActual)
    return;
  if (!harms(candidate.trigger.tokens, Harm::kKilled) &&
      !(is_result(candidate) && harms(in_.syntax.clause(candidate.trigger.head), Harm::kKilled)))
    return;
  TokenSpan victims = event.recipients.front().tokens;
  for (const auto& victim : event.recipients) victims = victims.joined(victim.tokens);
  const bool counted = std::any_of(
      in_.mentions.quantities.begin(), in_.mentions.quantities.end(),
      [&](const QuantityMention& quantity) { return quantity.tokens.overlaps(victims); });
  if (counted) return;
  const auto persons = std::count_if(
      in_.mentions.actors.begin(), in_.mentions.actors.end(), [&](const ActorMention& actor) {
        return actor.kind == ActorKind::kPerson && actor.tokens.overlaps(victims);
      });
  // An office and the name of its holder, one phrase, are one person.
  const bool one = persons == 1 || (persons > 1 && event.recipients.size() == 1);
  if (one) event.casualties.killed = Toll{{1, 1, 1}, in_.text.given_of(victims)};
}

bool FigureAssigner::can_suffer(const Candidate& candidate, Harm harm) const {
  const auto& type = candidate.event.type;
  if (harm == Harm::kDetained) return type != "ASSAULT" || is_result(candidate);
  return type == "ASSAULT" || type == "PROTEST" || type == "COERCE" || is_result(candidate);
}

void assign_figures(const EventInput& input, const EventKnowledge& knowledge,
                    std::vector<Candidate>& candidates) {
  FigureAssigner(input, knowledge, candidates).run();
}

}  // namespace isnad
