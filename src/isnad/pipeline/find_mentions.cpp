// SPDX-License-Identifier: Apache-2.0
// Times before quantities (digits of a date count nothing), parties and places side by side.
#include "isnad/pipeline/find_mentions.h"

#include "isnad/mention/weapon/find_weapons.h"

namespace isnad {

Mentions find_mentions(const Knowledge& knowledge, const Report& report, const Text& text,
                       std::span<const Match> matches, const Analysis& analysis,
                       std::vector<Warning>& warnings) {
  (void)report;
  (void)warnings;
  Mentions out;
  out.actors = knowledge.actors.find(text, matches, analysis);
  out.weapons = find_weapons(matches, knowledge.lexicon);
  return out;
}

}  // namespace isnad
