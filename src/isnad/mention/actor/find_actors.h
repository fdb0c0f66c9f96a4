// SPDX-License-Identifier: Apache-2.0
// Every party of a text: named ones resolved to the lexicon's rows, described ones to a sector and,
// where the words say it, a country; later mentions tied to earlier ones.
#pragma once

#include <span>
#include <vector>

#include "isnad/analysis/analysis.h"
#include "isnad/base/result.h"
#include "isnad/lexicon/lexicon.h"
#include "isnad/mention/actor/actor_knowledge.h"
#include "isnad/mention/actor/actor_mention.h"
#include "isnad/mention/actor/token_facts.h"
#include "isnad/text/text.h"

namespace isnad {

class ActorFinder {
 public:
  // Reads the tables of parties. Errors: kBadLexicon.
  [[nodiscard]] static Result<ActorFinder> create(const Lexicon& lexicon);

  // Mentions in text order; none overlaps another: "عناصر من تنظيم داعش" (members of ISIS) is one
  // mention, with the organisation's code. Coordination gives several. `matches` are those of the
  // same lexicon on the same text; `analysis` may be empty. Linear in the text.
  [[nodiscard]] std::vector<ActorMention> find(const Text& text, std::span<const Match> matches,
                                               const Analysis& analysis) const;
  // The same where the table of tokens is made, and perhaps holds the names of the tagger.
  [[nodiscard]] std::vector<ActorMention> find(const TokenTable& tokens) const;

  [[nodiscard]] const ActorKnowledge& knowledge() const { return knowledge_; }

 private:
  explicit ActorFinder(ActorKnowledge knowledge) : knowledge_(std::move(knowledge)) {}
  ActorKnowledge knowledge_;
};

}  // namespace isnad
