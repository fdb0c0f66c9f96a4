// SPDX-License-Identifier: Apache-2.0
// Who held an office on a day: "the French president" of a report of 2018 is somebody in
// particular.
#pragma once

#include <chrono>
#include <span>
#include <string>
#include <vector>

#include "isnad/base/result.h"
#include "isnad/lexicon/lexicon.h"
#include "isnad/mention/actor/actor_mention.h"

namespace isnad {

class OfficeHolders {
 public:
  // Reads the table "office_holders"; a lexicon without it gives nobody. Errors: kBadLexicon with
  // the row whose days are none (YYYY-MM-DD, both included, `from` no later than `to`).
  [[nodiscard]] static Result<OfficeHolders> read(const Lexicon& lexicon);

  // Gives each person told by his office alone the name of who held it on `day`, the day of
  // publication. A mention with words beside the office's (the former president, his deputy) keeps
  // none, nor does one that a name is known for. `matches` in text order, of the same lexicon.
  void name(std::span<const Match> matches, std::chrono::year_month_day day,
            std::vector<ActorMention>& mentions) const;

 private:
  struct Tenure {
    std::string holder;  // canonical English name
    std::chrono::year_month_day from, to;
  };
  Table table_;
  std::vector<Tenure> tenures_;  // of the table's rows, in order
};

}  // namespace isnad
