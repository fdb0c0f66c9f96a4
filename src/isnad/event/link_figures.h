// SPDX-License-Identifier: Apache-2.0
// How many were killed, wounded, detained …: gives each figure of the text its harm, from the noun
// counted or from the word of harm (قُتل, أودى بحياة) it stands with.
#pragma once

#include <span>
#include <vector>

#include "isnad/event/find_roles.h"
#include "isnad/event/knowledge.h"
#include "isnad/event/syntax.h"

namespace isnad {

// A figure with the harm the words around it give it.
struct Figure {
  TokenSpan tokens;
  Range range;
  Harm harm = Harm::kNone;
  uint32_t anchor = 0;      // token of the word that gave the harm
  RowId victim = kNoRow;    // row of "victims": of the counted noun, or of "among the …" after it
  bool part = false;        // part of the figure before it: "three children among them"
  bool cumulative = false;  // "since the start of the month": a total of its own
  bool by_pronoun = false;  // "his killing": one, said by a pronoun alone
};

// In text order. What the text says nobody suffered ("without injuries") is a figure of zero; what
// it adds up ("three policemen and seven civilians") is one figure; figures it calls overtaken ("an
// earlier toll") are left out.
[[nodiscard]] std::vector<Figure> find_figures(const Syntax& syntax, std::span<const Match> matches,
                                               const EventKnowledge& knowledge,
                                               const Mentions& mentions);

// Puts a figure on an event; a second figure of the same harm is kept only if the first was absent.
// Parts become groups.
void add_figure(const Figure& figure, const Text& text, const Lexicon& lexicon,
                Casualties& casualties);

// Adds what `from` states and `into` does not.
void merge_casualties(const Casualties& from, Casualties& into);

}  // namespace isnad
