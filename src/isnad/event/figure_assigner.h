// SPDX-License-Identifier: Apache-2.0
// The tolls of one text and the events they may belong to: for assign_figures.cpp and the files
// named below, which define the members, a family a file.
#pragma once

#include <deque>
#include <vector>

#include "isnad/event/assign_figures.h"
#include "isnad/event/link_figures.h"

namespace isnad {

struct TollGroup {
  TokenSpan span;
  std::vector<const Figure*> figures;
  std::vector<Candidate*> results;  // in text order
  Candidate* own = nullptr;         // the event whose own word counts them: "kidnapped five"
};

class FigureAssigner {
 public:
  FigureAssigner(const EventInput& input, const EventKnowledge& knowledge,
                 std::vector<Candidate>& candidates)
      : in_(input), knowledge_(knowledge), candidates_(candidates) {}
  void run();

 private:
  // assign_figures.cpp
  [[nodiscard]] bool is_result(const Candidate& candidate) const;
  [[nodiscard]] bool harms(TokenSpan span, Harm wanted) const;
  [[nodiscard]] uint32_t sentence(TokenSpan span) const;
  [[nodiscard]] bool has_link(TokenSpan span, TollLink wanted) const;
  [[nodiscard]] bool has_verb(TokenSpan span) const;
  void assign(const TollGroup& group);
  [[nodiscard]] bool counts_doers(const Figure& figure) const;
  [[nodiscard]] static bool built_as_hurt(const Candidate& candidate, const Figure& figure);
  void give(const Figure& figure, Candidate& owner) const;
  void keep_total(const TollGroup& group);
  [[nodiscard]] Candidate* told_within(TokenSpan toll);
  [[nodiscard]] bool names_party(const std::vector<Party>& parties) const;
  void take_up(Candidate& result, Candidate& cause) const;
  [[nodiscard]] Candidate* told_before(const TollGroup& group);
  void single_victim(Candidate& candidate) const;
  [[nodiscard]] bool can_suffer(const Candidate& candidate, Harm harm) const;

  // gather_tolls.cpp
  [[nodiscard]] std::vector<TollGroup> groups();
  [[nodiscard]] Candidate* counting(const Figure& figure) const;
  [[nodiscard]] bool continues(const TollGroup& group, const TollGroup& next) const;
  void add_other_side(std::vector<TollGroup>& tolls);
  [[nodiscard]] const Figure* sum_of(const Figure& first, const Figure& second);
  [[nodiscard]] static bool is_exact(const TollGroup& group);
  [[nodiscard]] bool sides_of_one(TokenSpan first, TokenSpan second) const;

  // cause_of_toll.cpp
  [[nodiscard]] Candidate* cause_of(const TollGroup& group);
  [[nodiscard]] bool may_cause(const Candidate& candidate, const TollGroup& group) const;
  [[nodiscard]] bool is_other_result(const Candidate& candidate, TokenSpan toll) const;
  [[nodiscard]] double cause_cost(const Candidate& candidate, TokenSpan toll) const;
  [[nodiscard]] double border_cost(TokenSpan between) const;
  [[nodiscard]] bool is_tied(const Candidate& candidate, TokenSpan toll) const;
  [[nodiscard]] bool has_result_verb(TokenSpan span) const;

  const EventInput& in_;
  const EventKnowledge& knowledge_;
  std::vector<Candidate>& candidates_;
  std::vector<Figure> figures_;
  std::deque<Figure> sums_;  // of both sides; groups point at them
};

}  // namespace isnad
