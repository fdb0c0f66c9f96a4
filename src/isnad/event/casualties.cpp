// SPDX-License-Identifier: Apache-2.0
// The casualties of one event: what is stated first holds, a number over a bare plural ("killed").
#include <algorithm>
#include <utility>

#include "isnad/event/link_figures.h"

namespace isnad {
namespace {

// "Dead in a battle", then "27 were killed": the plural of the title says no more than two.
bool says_more(const Range& now, const Range& before) {
  return now.best && !before.best && !before.high && before.low && *before.low <= *now.best;
}

void put(std::optional<Toll>& place, const Toll& toll) {
  if (!place || says_more(toll.range, place->range)) place = toll;
}

}  // namespace

std::optional<Toll>* Casualties::of(Harm harm) {
  switch (harm) {
    case Harm::kKilled:
      return &killed;
    case Harm::kInjured:
      return &injured;
    case Harm::kDetained:
      return &detained;
    case Harm::kAbducted:
      return &abducted;
    case Harm::kMissing:
      return &missing;
    case Harm::kDisplaced:
      return &displaced;
    case Harm::kNone:
    case Harm::kKilledOrInjured:
      break;
  }
  return nullptr;
}

void add_figure(const Figure& figure, const Text& text, const Lexicon& lexicon,
                Casualties& casualties) {
  const ByteSpan span = text.given_of(figure.tokens);
  if (figure.victim != kNoRow && figure.range.high != 0) {
    std::string who(lexicon.field(figure.victim, "who"));
    if (!who.empty())
      casualties.groups.push_back({figure.harm, std::move(who), figure.range, span});
  }
  if (figure.part) return;
  if (auto* toll = casualties.of(figure.harm)) put(*toll, {figure.range, span});
}

void merge_casualties(const Casualties& from, Casualties& into) {
  auto copy = from;
  for (const Harm harm : {Harm::kKilled, Harm::kInjured, Harm::kDetained, Harm::kAbducted,
                          Harm::kMissing, Harm::kDisplaced}) {
    if (const auto& toll = *copy.of(harm)) put(*into.of(harm), *toll);
  }
  for (const auto& group : from.groups) {
    const bool known = std::any_of(
        into.groups.begin(), into.groups.end(),
        [&](const VictimGroup& g) { return g.kind == group.kind && g.who == group.who; });
    if (!known) into.groups.push_back(group);
  }
}

}  // namespace isnad
