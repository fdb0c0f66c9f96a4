// SPDX-License-Identifier: Apache-2.0
// Fills the token columns once; the longest mention wins where two begin together.
#include "isnad/claim/party_index.h"

#include <algorithm>
#include <numeric>

namespace isnad {

PartyIndex::PartyIndex(const Mentions& mentions, const Lexicon& lexicon, const Analysis& analysis,
                       size_t tokens)
    : mentions_(mentions),
      offices_(lexicon.table("offices")),
      agent_nouns_(lexicon.table("agent_nouns")),
      covering_(tokens, 0),
      starting_(tokens, 0),
      time_end_(tokens),
      places_(tokens, false),
      names_(tokens, false) {
  for (uint32_t t = 0; analysis.size() > 0 && t < tokens; ++t) {
    // PADT tags names that its lexicon does not know X.
    const auto tag = analysis.upos[analysis.first_word[t + 1] - 1];
    names_[t] = tag == Upos::kPROPN || tag == Upos::kX;
  }
  std::iota(time_end_.begin(), time_end_.end(), 0U);
  const auto length = [&](uint32_t index) { return mentions.actors[index - 1].tokens.size(); };
  for (uint32_t i = 0; i < mentions.actors.size(); ++i) {
    const auto span = mentions.actors[i].tokens;
    if (starting_[span.begin] == 0 || span.size() > length(starting_[span.begin]))
      starting_[span.begin] = i + 1;
    for (uint32_t t = span.begin; t < span.end; ++t) {
      if (covering_[t] == 0 || span.size() > length(covering_[t])) covering_[t] = i + 1;
    }
  }
  for (const auto& time : mentions.times)
    time_end_[time.tokens.begin] = std::max(time_end_[time.tokens.begin], time.tokens.end);
  for (const auto& place : mentions.places) {
    for (uint32_t t = place.tokens.begin; t < place.tokens.end; ++t) places_[t] = true;
  }
  for (const auto& actor : mentions.actors) {
    if (actor.row == kNoRow || !agent_nouns_.contains(actor.row)) continue;
    if (titles_.empty()) titles_.assign(agent_nouns_.end - agent_nouns_.begin, false);
    const auto noun_class = lexicon.field(actor.row, "class");
    const auto speaks_as = lexicon.field(actor.row, "narrator_kind");
    titles_[actor.row - agent_nouns_.begin] = noun_class == "title" || noun_class == "source" ||
                                              speaks_as == "official" || speaks_as == "expert";
  }
}

const ActorMention* PartyIndex::at(uint32_t token) const {
  return token < covering_.size() && covering_[token] != 0 ? &mentions_.actors[covering_[token] - 1]
                                                           : nullptr;
}

const ActorMention* PartyIndex::starting_at(uint32_t token) const {
  return token < starting_.size() && starting_[token] != 0 ? &mentions_.actors[starting_[token] - 1]
                                                           : nullptr;
}

bool PartyIndex::is_title(const ActorMention& actor) const {
  if (offices_.contains(actor.row)) return true;
  return agent_nouns_.contains(actor.row) && titles_[actor.row - agent_nouns_.begin];
}

bool PartyIndex::resolves_by_name(TokenSpan span) const {
  for (uint32_t t = span.begin; t < span.end; ++t) {
    const ActorMention* actor = at(t);
    if (actor != nullptr && !actor->name.empty() && !actor->adjective) return true;
  }
  return false;
}

bool PartyIndex::resolves(TokenSpan span) const {
  for (uint32_t t = span.begin; t < span.end; ++t) {
    const ActorMention* actor = at(t);
    if (actor != nullptr && (!actor->name.empty() || !actor->code.empty())) return true;
  }
  return false;
}

bool PartyIndex::names_anyone(TokenSpan span) const {
  for (uint32_t t = span.begin; t < span.end; ++t) {
    if (at(t) != nullptr && !at(t)->adjective) return true;
  }
  return false;
}

}  // namespace isnad
