// SPDX-License-Identifier: Apache-2.0
// The figures of one text and the words of harm they stand with: for link_figures.cpp and the files
// named below, which define the members, a family a file.
#pragma once

#include <span>
#include <vector>

#include "isnad/event/link_figures.h"

namespace isnad {

struct HarmWord {
  uint32_t begin = 0, token = 0;
  Harm harm = Harm::kNone;
  bool verb = false;
  uint8_t enclitic = 0;  // the pronoun it carries, as Match has it
  bool next = false;     // of a figure right after it alone
  bool people = false;   // of a figure of people alone
};

class FigureFinder {
 public:
  FigureFinder(const Syntax& syntax, std::span<const Match> matches,
               const EventKnowledge& knowledge, const Mentions& mentions);
  std::vector<Figure> run();

 private:
  // link_figures.cpp
  void gather_words();
  void join_words();
  [[nodiscard]] bool has_subject_before(uint32_t verb) const;
  [[nodiscard]] bool speaks_of_others(uint32_t from) const;
  [[nodiscard]] bool is_name_of_number(const QuantityMention& quantity) const;
  [[nodiscard]] const HarmWord* nearest(TokenSpan figure, uint32_t reach) const;
  [[nodiscard]] bool tells_of_others(const HarmWord& word) const;
  [[nodiscard]] bool counts_things(const QuantityMention& quantity) const;
  void of_quantities();
  [[nodiscard]] static bool is_status(Harm harm);
  void become_of(TokenSpan counted, Figure& figure) const;
  [[nodiscard]] const HarmWord* counted_before(TokenSpan figure) const;
  [[nodiscard]] bool follows_rise(uint32_t token) const;
  [[nodiscard]] static bool kills_directly(const HarmWord& word, TokenSpan figure);
  [[nodiscard]] RowId victim_after(TokenSpan figure) const;
  [[nodiscard]] bool is_overtaken(const Figure& figure) const;

  // figures_of_nobody.cpp
  void of_nobody();
  [[nodiscard]] bool is_denied(const QuantityMention& quantity) const;
  [[nodiscard]] bool is_not_known(const HarmWord& word) const;
  [[nodiscard]] bool is_negated(const HarmWord& word) const;
  [[nodiscard]] bool nobody_near(const HarmWord& word) const;
  [[nodiscard]] bool is_without(uint32_t verb) const;

  // figures_of_persons.cpp
  void add_persons();
  [[nodiscard]] const ActorMention* person_before(const Figure& figure) const;
  void leave_doers_out();
  void of_pronouns();

  const Syntax& syntax_;
  std::span<const Match> matches_;
  const EventKnowledge& knowledge_;
  const Mentions& mentions_;
  std::vector<HarmWord> words_;
  std::vector<Match> negations_;
  std::vector<uint32_t> not_known_;  // first tokens of harm of which there is no word
  std::vector<Figure> out_;
};

}  // namespace isnad
