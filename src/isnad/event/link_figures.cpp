// SPDX-License-Identifier: Apache-2.0
// Harm comes from the counted noun (قتيل), else from the nearest word of harm in the clause, before
// or right after.
#include "isnad/event/link_figures.h"

#include <algorithm>

namespace isnad {
namespace {

constexpr uint32_t kNear = 5;  // tokens between a word of harm and its figure

struct HarmWord {
  uint32_t token = 0;
  Harm harm = Harm::kNone;
};

std::vector<HarmWord> harm_words(const Syntax& syntax, std::span<const Match> matches,
                                 const EventKnowledge& knowledge) {
  std::vector<HarmWord> out;
  for (const auto& match : matches) {
    const Harm* harm = knowledge.harm_words.find(match.row);
    if (harm == nullptr || *harm == Harm::kNone) continue;
    const uint32_t token = match.tokens.end - 1;
    const bool verb_form = (match.inflection & kVerb) != 0 && (match.inflection & kNoun) == 0;
    if (verb_form && (syntax.proclitics(match.tokens.begin) & kArticle) != 0) continue;
    out.push_back({token, *harm});
  }
  return out;
}

bool free_between(const Syntax& syntax, uint32_t from, uint32_t to) {
  for (uint32_t t = from; t < to; ++t) {
    const auto c = syntax.at(t);
    if (c == SyntaxClass::kVerb || c == SyntaxClass::kBreak || c == SyntaxClass::kComplementiser ||
        c == SyntaxClass::kRelative)
      return false;
  }
  return true;
}

std::optional<HarmWord> nearest(const Syntax& syntax, TokenSpan figure,
                                const std::vector<HarmWord>& words) {
  std::optional<HarmWord> best;
  uint32_t best_distance = kNear + 1;
  for (const auto& word : words) {
    if (syntax.sentence_index(word.token) != syntax.sentence_index(figure.begin)) continue;
    uint32_t distance = kNear + 1;
    if (word.token < figure.begin && free_between(syntax, word.token + 1, figure.begin))
      distance = figure.begin - word.token;
    // "three civilians were killed": the verb right after the figure.
    if (word.token >= figure.end && free_between(syntax, figure.end, word.token))
      distance = word.token - figure.end + 2;
    if (distance < best_distance) {
      best = word;
      best_distance = distance;
    }
  }
  return best;
}

// "إصابات خفيفة في صفوف المعتقلين" (light injuries among the detainees): who they were follows.
RowId victim_after(const Syntax& syntax, std::span<const Match> matches, Table victims,
                   TokenSpan figure) {
  constexpr uint32_t kReach = 5;
  const auto clause = syntax.phrase_clause(figure.begin);
  for (const auto& match : matches) {
    if (!victims.contains(match.row) || match.tokens.begin < figure.end ||
        match.tokens.begin > figure.end + kReach)
      continue;
    if (clause.contains(match.tokens) && free_between(syntax, figure.end, match.tokens.begin))
      return match.row;
  }
  return kNoRow;
}

void put(std::optional<Toll>& place, const Toll& toll) {
  if (!place) place = toll;
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

std::vector<Figure> find_figures(const Syntax& syntax, std::span<const Match> matches,
                                 const EventKnowledge& knowledge, const Mentions& mentions) {
  const auto words = harm_words(syntax, matches, knowledge);
  std::vector<Figure> out;
  for (uint32_t q = 0; q < mentions.quantities.size(); ++q) {
    const auto& quantity = mentions.quantities[q];
    if (quantity.cumulative) continue;
    if (quantity.harm != Harm::kNone) {
      out.push_back({q, quantity.harm, quantity.tokens.begin});
      continue;
    }
    if (!quantity.of_people && quantity.counted != UINT32_MAX) continue;
    if (quantity.part_of && *quantity.part_of < q) {
      const auto whole = std::find_if(
          out.begin(), out.end(), [&](const Figure& f) { return f.quantity == *quantity.part_of; });
      if (whole != out.end()) out.push_back({q, whole->harm, whole->anchor});
      continue;
    }
    if (const auto word = nearest(syntax, quantity.tokens, words))
      out.push_back({q, word->harm, word->token});
  }
  for (auto& figure : out) {
    const auto& quantity = mentions.quantities[figure.quantity];
    figure.victim = quantity.victim != kNoRow
                        ? quantity.victim
                        : victim_after(syntax, matches, knowledge.victims, quantity.tokens);
  }
  return out;
}

void add_figure(const Figure& figure, const Mentions& mentions, const Text& text,
                const Lexicon& lexicon, Casualties& casualties) {
  const auto& quantity = mentions.quantities[figure.quantity];
  const ByteSpan span = text.given_of(quantity.tokens);
  if (figure.victim != kNoRow) {
    casualties.groups.push_back(
        {figure.harm, std::string(lexicon.field(figure.victim, "who")), quantity.range, span});
  }
  if (quantity.part_of) return;
  if (auto* toll = casualties.of(figure.harm)) put(*toll, {quantity.range, span});
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
