// SPDX-License-Identifier: Apache-2.0
// The order of the event step: triggers, roles, figures, place and time, factuality; results into
// their causes.
#include "isnad/event/find_events.h"

#include <algorithm>

#include "isnad/event/assign_figures.h"
#include "isnad/event/domain.h"
#include "isnad/event/event_finder.h"
#include "isnad/event/find_contexts.h"
#include "isnad/event/told_twice.h"

namespace isnad {

std::vector<EventMention> EventFinder::run() {
  gather_matches();
  triggers_ = find_triggers(in_.syntax, in_.matches, knowledge_, in_.report.text);
  std::erase_if(triggers_, [this](const Trigger& trigger) {
    return inside_name(trigger) || is_given_name(trigger);
  });
  for (const auto& trigger : triggers_) add_candidate(trigger);
  link();
  verbs_that_carry();
  drop_told_twice(in_.syntax, knowledge_, candidates_);
  assign_figures(in_, knowledge_, candidates_);
  parties_of_other_sentences();
  return finish();
}

bool EventFinder::has_support(const Candidate& candidate) {
  const auto& event = candidate.event;
  return candidate.built_agent || candidate.built_recipient || event.place.has_value() ||
         event.casualties.killed.has_value() || event.casualties.injured.has_value();
}

// What did not happen stayed apart while parties and figures were shared out; a narrator may
// still be the one who says so.
void EventFinder::take_back_not_done() {
  std::move(not_done_.begin(), not_done_.end(), std::back_inserter(candidates_));
  std::stable_sort(candidates_.begin(), candidates_.end(),
                   [](const Candidate& a, const Candidate& b) {
                     return a.trigger.tokens.begin < b.trigger.tokens.begin;
                   });
}

std::vector<EventMention> EventFinder::finish() {
  std::vector<EventMention> out;
  take_back_not_done();
  for (auto& candidate : candidates_) {
    if (candidate.dropped) continue;
    auto& event = candidate.event;
    if (candidate.trigger.apart != UINT32_MAX) {
      // of a verb that takes none, the word in the trigger is its subject: police were posted
      if (knowledge_.schemes[candidate.trigger.frame->scheme].object != Role::kNone)
        leave_object_out(candidate.trigger.match, event.agents);
      leave_object_out(candidate.trigger.match, event.recipients);
    }
    drop_agents_that_suffer(candidate);
    if (candidate.trigger.frame->weak && !has_support(candidate)) continue;
    if (voices_protest(candidate)) continue;
    const auto& judgement = candidate.judgement;
    event.factuality = judgement.factuality;
    event.background = judgement.background;
    event.not_done = judgement.not_done;
    event.hedge = judgement.hedge;
    event.cues = judgement.cues;
    event.confidence = confidence(candidate);
    if (explain_) explain(candidate, judgement);
    out.push_back(std::move(event));
  }
  if (about_other_things(in_.matches, out.size(), knowledge_)) return {};
  foil_attempts(out);
  add_contexts(in_.matches, in_.syntax, knowledge_, out);
  return out;
}

// "dozens stood before the court, demanding the release of …": what a protest asks for is no
// request of its own.
bool EventFinder::voices_protest(const Candidate& request) const {
  if (request.event.type != "REQUEST") return false;
  if (request.trigger.is_verb && !request.roles.subject_omitted) return false;
  return std::any_of(candidates_.begin(), candidates_.end(), [&](const Candidate& other) {
    return other.trigger.frame->type == "PROTEST" && !other.dropped &&
           other.trigger.head < request.trigger.head &&
           in_.syntax.sentence_index(other.trigger.head) ==
               in_.syntax.sentence_index(request.trigger.head);
  });
}

// "the measures thwarted the attempt": the attempt is the one told last before, in this sentence
// or the one before.
void EventFinder::foil_attempts(std::vector<EventMention>& events) const {
  for (const auto& cue_match : cues_) {
    const Cue* cue = knowledge_.cues.find(cue_match.row);
    if (cue->effect != CueEffect::kFoiled || !names_attempt(cue_match)) continue;
    const uint32_t sentence = in_.syntax.sentence_index(cue_match.tokens.begin);
    for (auto event = events.rbegin(); event != events.rend(); ++event) {
      if (event->trigger.begin > cue_match.tokens.begin ||
          event->factuality != Factuality::kAttempted)
        continue;
      if (sentence - event->sentence <= 1) {
        event->factuality = Factuality::kFoiled;
        event->quoted = quoted(cue_match.tokens);
      }
      break;
    }
  }
}

bool EventFinder::quoted(TokenSpan words) const {
  return std::any_of(in_.text.quotations.begin(), in_.text.quotations.end(),
                     [&](const Quotation& quotation) { return quotation.tokens.contains(words); });
}

// Does a definite word for an attempt (المحاولة) follow within a few tokens?
bool EventFinder::names_attempt(const Match& cue_match) const {
  constexpr uint32_t kNear = 4;
  return std::any_of(cues_.begin(), cues_.end(), [&](const Match& match) {
    return knowledge_.cues.find(match.row)->effect == CueEffect::kAttempted &&
           (match.proclitics & kArticle) != 0 && match.tokens.begin >= cue_match.tokens.end &&
           match.tokens.begin - cue_match.tokens.end < kNear;
  });
}

// Hand weights until a calibrated model replaces them: more of an event's parts found, more
// surely an event.
float EventFinder::confidence(const Candidate& candidate) {
  const auto& event = candidate.event;
  float score = candidate.trigger.frame->weak ? 0.45F : 0.6F;
  if (candidate.built_agent) score += 0.1F;
  if (candidate.built_recipient) score += 0.1F;
  if (event.place) score += 0.05F;
  if (event.time) score += 0.05F;
  if (event.casualties.killed || event.casualties.injured) score += 0.05F;
  if (event.definite) score -= 0.1F;
  return std::min(score, 0.95F);
}

void EventFinder::explain(Candidate& candidate, const Judgement& judgement) const {
  auto& trace = candidate.event.trace;
  trace.push_back("frame " + std::string(in_.lexicon.id(candidate.trigger.frame->row)) +
                  ", construction " + candidate.event.construction);
  const auto words = [&](const std::vector<Party>& parties) {
    std::string list;
    for (const auto& party : parties) {
      if (!list.empty()) list += " | ";
      list += in_.report.text.substr(party.span.begin, party.span.size());
    }
    return list;
  };
  if (!candidate.event.agents.empty()) trace.push_back("agents: " + words(candidate.event.agents));
  if (!candidate.event.recipients.empty())
    trace.push_back("recipients: " + words(candidate.event.recipients));
  for (const auto row : judgement.cues) trace.push_back("cue " + std::string(in_.lexicon.id(row)));
}

std::vector<EventMention> find_events(const EventInput& input, const EventKnowledge& knowledge,
                                      bool explain) {
  return EventFinder(input, knowledge, explain).run();
}

}  // namespace isnad
