// SPDX-License-Identifier: Apache-2.0
// Whom a pronoun after an event's word stands for: "said so-and-so that the soldiers beat *him*",
// "so many journalists, whom the police arrested".
#pragma once

#include "isnad/event/syntax.h"

namespace isnad {

// The nearest man (for "him") or people (for "them") named before the token in its sentence who are
// not `doer`; empty for other pronouns and where nobody is named. `pronoun`: its letters, folded.
[[nodiscard]] TokenSpan party_of_pronoun(uint32_t token, std::string_view pronoun, TokenSpan doer,
                                         const Syntax& syntax, const Mentions& mentions);

}  // namespace isnad
