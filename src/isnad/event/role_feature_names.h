// SPDX-License-Identifier: Apache-2.0
// What features of candidates are called: roles, kinds of party, relations, prepositions, counts
// and distances as words that a table of weights can hold. To change a name is to train anew.
#pragma once

#include <cstdint>
#include <string_view>

#include "isnad/analysis/analysis.h"
#include "isnad/event/knowledge.h"
#include "isnad/mention/actor/actor_mention.h"

namespace isnad {

[[nodiscard]] std::string_view role_name(Role role);
[[nodiscard]] std::string_view kind_name(ActorKind kind);
// "none" where no tree was made.
[[nodiscard]] std::string_view relation_name(Deprel deprel);
// Of a folded preposition; "other" for those without a name of their own.
[[nodiscard]] std::string_view preposition_name(std::string_view folded);
// "0", "1", "2", "3m": three or more.
[[nodiscard]] std::string_view count_name(size_t n);
// Tokens between: exact up to 2, then in ranges.
[[nodiscard]] std::string_view distance_name(uint32_t n);

}  // namespace isnad
