// SPDX-License-Identifier: Apache-2.0
// See role_describer.h. What the candidate is and the words in and around it.
#include <algorithm>

#include "isnad/event/role_describer.h"
#include "isnad/event/role_feature_names.h"

namespace isnad {

void Describer::construction() {
  const auto rule = role_name(it_.rule);
  out_.add({"b"});
  out_.add({"b", shape_});
  out_.add({"b", type_});
  out_.add({"b", scheme_});
  out_.add({"r", rule});
  out_.add({"r", shape_, rule});
  out_.add({"r", scheme_, rule});
  out_.add({"r", rule, kind_});
  out_.add(
      {"r", rule, rule_gives(Role::kAgent) ? "a" : "-", rule_gives(Role::kRecipient) ? "r" : "-"});
  if (it_.rule == Role::kNone) {
    out_.add({"n", shape_, rule_gives(Role::kAgent) ? "a" : "-",
              rule_gives(Role::kRecipient) ? "r" : "-"});
  }
}

void Describer::party() {
  out_.add({"k", kind_});
  out_.add({"k", shape_, kind_});
  out_.add({"k", type_, kind_});
  out_.add({"k", scheme_, kind_});
  if (it_.actor == nullptr) return;
  out_.add({"party"});
  const auto sector = std::string_view(it_.actor->sector).substr(0, 3);
  if (!sector.empty()) {
    out_.add({"s", sector});
    out_.add({"s", type_, sector});
  }
  out_.add({"named", it_.actor->name.empty() ? "no" : "yes"});
  out_.add({"country", it_.actor->country.empty() ? "no" : "yes"});
}

// The tables that know the phrase's first words: a soldier, a school, a lorry, a wounded man.
void Describer::words() {
  const uint32_t head = it_.actor != nullptr ? it_.actor->head : it_.tokens.begin;
  auto match = std::lower_bound(
      in_.matches.begin(), in_.matches.end(), head,
      [](const Match& candidate, uint32_t token) { return candidate.tokens.begin < token; });
  std::string_view last;
  for (; match != in_.matches.end() && match->tokens.begin == head; ++match) {
    const auto table = in_.lexicon.table_name(match->row);
    if (table == last) continue;
    last = table;
    out_.add({"w", table});
    out_.add({"w", table, type_});
    out_.add({"w", table, role_name(it_.rule)});
  }
  for (const auto& quantity : in_.mentions.quantities) {
    if (!quantity.tokens.overlaps(it_.tokens)) continue;
    if (quantity.part_of) out_.add({"w", "part"});
    if (quantity.harm != Harm::kNone) out_.add({"w", "harmed", type_});
    out_.add({"w", "counted", type_, shape_});
  }
  if (in_.syntax.has_enclitic(it_.tokens.end - 1)) out_.add({"w", "owned"});
  out_.add({"w", "size", count_name(it_.tokens.size()), is_party()});
  const bool title = in_.syntax.sentence_index(it_.tokens.begin) == 0;
  if (title) out_.add({"w", "heading", side(), shape_});
}

std::string_view Describer::preposition() const {
  const uint8_t clitics = in_.syntax.proclitics(it_.tokens.begin);
  if ((clitics & kPrepositionL) != 0) return "li";
  if ((clitics & kPrepositionB) != 0) return "bi";
  if ((clitics & kPrepositionK) != 0) return "ka";
  if (it_.tokens.begin == sentence_.begin) return "start";
  const uint32_t before = it_.tokens.begin - 1;
  switch (in_.syntax.at(before)) {
    case SyntaxClass::kPreposition:
      return preposition_name(in_.syntax.folded(before));
    case SyntaxClass::kVerb:
      return "verb";
    case SyntaxClass::kNominal:
      return (clitics & kConjunction) != 0 ? "and" : "noun";
    case SyntaxClass::kComma:
      return "comma";
    case SyntaxClass::kComplementiser:
      return "that";
    case SyntaxClass::kRelative:
      return "who";
    default:
      return "break";
  }
}

void Describer::position() {
  const uint32_t gap = on_left() ? event_.trigger->tokens.begin - it_.tokens.end
                                 : it_.tokens.begin - event_.trigger->tokens.end;
  const auto distance = distance_name(gap);
  out_.add({"d", side(), distance});
  out_.add({"d", shape_, side(), distance, is_party()});
  const auto before = preposition();
  out_.add({"p", before});
  out_.add({"p", shape_, side(), before});
  out_.add({"p", scheme_, side(), before});
  out_.add({"p", before, kind_});
  size_t nearer = 0;
  for (const auto& other : all_) {
    if (other.elsewhere || other.actor == nullptr) continue;
    if (on_left() ? it_.tokens.end <= other.tokens.begin &&
                        other.tokens.begin < event_.trigger->tokens.begin
                  : event_.trigger->tokens.end <= other.tokens.begin &&
                        other.tokens.end <= it_.tokens.begin)
      ++nearer;
  }
  out_.add({"nth", shape_, side(), count_name(nearer), is_party()});
  if ((in_.syntax.proclitics(event_.trigger->tokens.begin) & kConjunction) != 0)
    out_.add({"joined", shape_, side(), distance});
  if (event_.trigger->match.enclitic != 0) out_.add({"pronoun", shape_, side(), distance});
  if (event_.roles->subject_omitted) out_.add({"omitted", side(), distance});
}

void Describer::between() {
  const TokenSpan gap = on_left() ? TokenSpan{it_.tokens.end, event_.trigger->tokens.begin}
                                  : TokenSpan{event_.trigger->tokens.end, it_.tokens.begin};
  size_t verbs = 0;
  size_t commas = 0;
  size_t clauses = 0;
  for (uint32_t t = gap.begin; t < gap.end; ++t) {
    const auto word_class = in_.syntax.at(t);
    verbs += word_class == SyntaxClass::kVerb ? 1 : 0;
    commas += word_class == SyntaxClass::kComma ? 1 : 0;
    clauses += word_class == SyntaxClass::kComplementiser || word_class == SyntaxClass::kRelative ||
                       word_class == SyntaxClass::kBreak
                   ? 1
                   : 0;
  }
  out_.add({"verbs", side(), count_name(verbs), shape_});
  out_.add({"commas", side(), count_name(commas)});
  out_.add({"clauses", side(), count_name(clauses), shape_});
  out_.add(
      {"between", side(), count_name(verbs), count_name(commas), count_name(clauses), is_party()});
}

// Who says something rarely does it.
void Describer::speaker() {
  const bool before = it_.tokens.begin > sentence_.begin && in_.reporting[it_.tokens.begin - 1];
  const bool after = it_.tokens.end < sentence_.end && in_.reporting[it_.tokens.end];
  if (before) out_.add({"speaker", "before", side(), type_});
  if (after) out_.add({"speaker", "after", side(), type_});
}

// Is it the subject of the verb nearest to the left of the event? "The group began to withdraw".
void Describer::left_verb() {
  uint32_t verb = event_.trigger->tokens.begin;
  while (verb > sentence_.begin && in_.syntax.at(verb - 1) != SyntaxClass::kVerb) --verb;
  if (verb == sentence_.begin) return;
  --verb;
  const auto speaks = in_.reporting[verb] ? "says" : "does";
  const bool right_after = it_.tokens.begin == verb + 1;
  const bool right_before = it_.tokens.end == verb;
  if (right_after) out_.add({"subject", "after", speaks, shape_});
  if (right_before) out_.add({"subject", "before", speaks, shape_});
  if (right_after || right_before) {
    out_.add({"subject", speaks, type_});
    out_.add({"subject", speaks, kind_});
  }
  if (it_.tokens.end <= verb && !right_before) out_.add({"beyond-verb", speaks, shape_});
}

}  // namespace isnad
