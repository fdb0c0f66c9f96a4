// SPDX-License-Identifier: Apache-2.0
// The linker's weights, read from the lexicon's table "role_weights": what each feature of a
// candidate says for agent and for recipient. tools/train_roles.py writes the table.
#pragma once

#include <string_view>

#include "isnad/base/name_table.h"
#include "isnad/base/result.h"
#include "isnad/event/feature_list.h"
#include "isnad/lexicon/lexicon.h"

namespace isnad {

// One number for each role.
struct PerRole {
  float agent = 0;
  float recipient = 0;
};

class RoleWeights {
 public:
  // Errors: kBadLexicon with every row that holds no number.
  [[nodiscard]] static Result<RoleWeights> read(const Lexicon& lexicon);

  // Without weights, the construction alone decides.
  [[nodiscard]] bool empty() const { return weights_.empty(); }
  // The sum of what the features say; the higher, the likelier.
  [[nodiscard]] PerRole score(const FeatureList& features) const;
  // A party must be at least so many times as likely as nobody …
  [[nodiscard]] PerRole nobody() const { return nobody_; }
  // … and a further one so many times as likely as the likeliest.
  [[nodiscard]] PerRole others() const { return others_; }

 private:
  NameTable<PerRole> weights_;
  PerRole nobody_{1, 1};
  PerRole others_{0.5F, 0.5F};
};

}  // namespace isnad
