// SPDX-License-Identifier: Apache-2.0
// The events of one text: for find_events.cpp, which keeps the order of the stages, and the files
// named below, which define the members, a family a file.
#pragma once

#include <string>
#include <vector>

#include "isnad/event/candidate.h"
#include "isnad/event/find_events.h"
#include "isnad/event/find_triggers.h"
#include "isnad/event/judge_factuality.h"

namespace isnad {

class EventFinder {
 public:
  EventFinder(const EventInput& input, const EventKnowledge& knowledge, bool explain)
      : in_(input), knowledge_(knowledge), explain_(explain) {}
  std::vector<EventMention> run();

 private:
  // find_events.cpp
  [[nodiscard]] static bool has_support(const Candidate& candidate);
  void take_back_not_done();
  std::vector<EventMention> finish();
  [[nodiscard]] bool voices_protest(const Candidate& request) const;
  void foil_attempts(std::vector<EventMention>& events) const;
  [[nodiscard]] bool quoted(TokenSpan words) const;
  [[nodiscard]] bool names_attempt(const Match& cue_match) const;
  [[nodiscard]] static float confidence(const Candidate& candidate);
  void explain(Candidate& candidate, const Judgement& judgement) const;

  // event_candidates.cpp
  void verbs_that_carry();
  static void add_parties(const std::vector<Party>& from, std::vector<Party>& into);
  [[nodiscard]] bool carries(const Trigger& verb, const Trigger& noun) const;
  void gather_matches();
  [[nodiscard]] bool inside_weapon(const Match& match) const;
  [[nodiscard]] bool is_given_name(const Trigger& trigger) const;
  [[nodiscard]] bool inside_name(const Trigger& trigger) const;
  void add_candidate(const Trigger& trigger);
  [[nodiscard]] bool after_demonstrative(const Trigger& trigger) const;
  [[nodiscard]] bool object_fits(const Candidate& candidate) const;
  [[nodiscard]] bool holds_any(TokenSpan span, const std::vector<std::string>& wanted) const;
  [[nodiscard]] bool is_people(TokenSpan span) const;

  // event_parties.cpp
  void link();
  void doer_in_trigger(Candidate& candidate) const;
  [[nodiscard]] std::vector<bool> reporting_tokens() const;
  void parties_of_other_sentences();
  void roles_to_parties(Candidate& candidate);
  [[nodiscard]] ByteSpan span_of(TokenSpan phrase) const;
  [[nodiscard]] Party party_of(TokenSpan phrase) const;
  void weapons(Candidate& candidate);
  void leave_object_out(const Match& match, std::vector<Party>& parties) const;
  void drop_agents_that_suffer(Candidate& candidate) const;

  const EventInput& in_;
  const EventKnowledge& knowledge_;
  bool explain_;
  std::vector<Trigger> triggers_;
  std::vector<Match> light_;
  std::vector<Match> cues_;
  std::vector<Candidate> candidates_;
  std::vector<Candidate> not_done_;  // told not to have happened
};

}  // namespace isnad
