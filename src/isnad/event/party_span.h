// SPDX-License-Identifier: Apache-2.0
// The bytes that name a party: its tokens without the clitics written onto the front of them, which
// are none of the name. للحوثيين (of the Houthis) is named by حوثيين, وقوات الأمن (and the security
// forces) by قوات الأمن.
#pragma once

#include <string_view>

#include "isnad/event/syntax.h"

namespace isnad {

// `given` is Report::text, `tokens` are not empty. A token that is nothing but clitics stays whole.
[[nodiscard]] ByteSpan party_span(const Syntax& syntax, std::string_view given, TokenSpan tokens);

}  // namespace isnad
