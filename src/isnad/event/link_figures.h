// SPDX-License-Identifier: Apache-2.0
// How many were killed, wounded, detained …: gives each figure its harm and hands figures and
// victims from words of result (قُتل, أسفر عن) to the event that caused them.
#pragma once

#include <span>
#include <vector>

#include "isnad/event/find_roles.h"
#include "isnad/event/knowledge.h"
#include "isnad/event/syntax.h"

namespace isnad {

// A figure with the harm the words around it give it.
struct Figure {
  uint32_t quantity = 0;  // index into Mentions::quantities
  Harm harm = Harm::kNone;
  uint32_t anchor = 0;    // token of the word that gave the harm
  RowId victim = kNoRow;  // row of "victims": of the counted noun, or of "among the …" after it
};

[[nodiscard]] std::vector<Figure> find_figures(const Syntax& syntax, std::span<const Match> matches,
                                               const EventKnowledge& knowledge,
                                               const Mentions& mentions);

// Puts a figure on an event; a second figure of the same harm is kept only if the first was absent.
// Parts ("three children among them") become groups.
void add_figure(const Figure& figure, const Mentions& mentions, const Text& text,
                const Lexicon& lexicon, Casualties& casualties);

// Adds what `from` states and `into` does not.
void merge_casualties(const Casualties& from, Casualties& into);

}  // namespace isnad
