// SPDX-License-Identifier: Apache-2.0
// The order in which bars are asked. What the construction of the event itself says is stronger
// than most of them.
#include "isnad/event/role_bars.h"

#include <algorithm>

#include "isnad/event/role_barrier.h"

namespace isnad {
namespace {

bool is_party_role(Role role) {
  return role == Role::kAgent || role == Role::kRecipient || role == Role::kBoth ||
         role == Role::kArmedAgent;
}

}  // namespace

bool is_of_words(std::string_view type) {
  return type == "ACCUSE" || type == "REQUEST" || type == "REJECT" || type == "SUPPORT" ||
         type == "CONSULT";
}

bool is_deed(std::string_view type) { return type == "ASSAULT" || type == "COERCE"; }

Barrier::Barrier(const RoleSetting& setting, const ToldEvent& event, const RoleCandidate& candidate)
    : in_(setting),
      event_(event),
      it_(candidate),
      sentence_(setting.syntax.sentence_of(event.trigger->head).tokens),
      by_rule_(is_party_role(candidate.rule)) {}

RoleBars Barrier::run() const {
  static constexpr Bar kOfBoth[] = {
      {&Barrier::is_adverbial, "adverbial"},      {&Barrier::is_demonstrative, "adverbial"},
      {&Barrier::is_bare_adjective, "adjective"}, {&Barrier::is_source_of_words, "source"},
      {&Barrier::is_word_of_place, "thing"},      {&Barrier::is_rubric, "thing"},
      {&Barrier::has_own_verb, "own-verb"},       {&Barrier::is_no_noun, "verb"},
  };
  static constexpr Bar kOfAgents[] = {
      {&Barrier::is_mere_place, "thing"},      {&Barrier::is_event, "thing"},
      {&Barrier::is_mere_weapon, "thing"},     {&Barrier::is_place_of_nation, "thing"},
      {&Barrier::is_victim, "victim"},         {&Barrier::is_part, "part"},
      {&Barrier::is_among_them, "part"},       {&Barrier::is_teller, "teller"},
      {&Barrier::issues_statement, "teller"},  {&Barrier::is_of_speaker, "of-speaker"},
      {&Barrier::only_speaks, "of-speaker"},   {&Barrier::speaks_of_it, "speaks"},
      {&Barrier::only_reports_it, "reports"},  {&Barrier::is_circumstance, "circumstance"},
      {&Barrier::is_purpose, "circumstance"},  {&Barrier::is_landmark, "landmark"},
      {&Barrier::holds_the_place, "landmark"}, {&Barrier::is_loose_adjective, "loose"},
      {&Barrier::announces_harm, "announces"}, {&Barrier::owns_recipient, "owner"},
      {&Barrier::stands_aside, "aside"},       {&Barrier::is_of_passive, "passive"},
      {&Barrier::is_apposition, "apposition"}, {&Barrier::tells_of_it_after, "after"},
      {&Barrier::is_of_description, "aside"},
  };
  static constexpr Bar kOfRecipients[] = {
      {&Barrier::is_name_of_doer, "aside"},     {&Barrier::is_part, "part"},
      {&Barrier::is_other_attack, "event"},     {&Barrier::is_bomber, "bomber"},
      {&Barrier::is_loose_adjective, "loose"},  {&Barrier::is_circumstance, "circumstance"},
      {&Barrier::is_named_speaker, "speaker"},  {&Barrier::stands_aside, "aside"},
      {&Barrier::is_of_next_verb, "next"},      {&Barrier::claims_it, "claims"},
      {&Barrier::is_joined_to_agent, "joined"},
  };
  if (const auto nobody = first_of(kOfBoth); !nobody.empty()) return {nobody, nobody};
  return {first_of(kOfAgents), first_of(kOfRecipients)};
}

const RoleScheme& Barrier::scheme_of(const ToldEvent& event) const {
  return in_.knowledge.schemes[event.trigger->frame->scheme];
}

// Does the other event's construction give the candidate this role?
bool Barrier::gives(const ToldEvent& other, Role role) const {
  return std::any_of(other.roles->phrases.begin(), other.roles->phrases.end(),
                     [&](const RolePhrase& phrase) {
                       return phrase.role == role && phrase.tokens.overlaps(it_.tokens);
                     });
}

RoleBars bars_of(const RoleSetting& setting, const ToldEvent& event,
                 const RoleCandidate& candidate) {
  return Barrier(setting, event, candidate).run();
}

}  // namespace isnad
