// SPDX-License-Identifier: Apache-2.0
// Something in the report a reader should know of: the text contradicts itself, a value stays
// unresolved.
#pragma once

#include <string>

#include "isnad/base/span.h"

namespace isnad {

struct Warning {
  std::string code;     // stable, kebab-case: "month-names-disagree"
  ByteSpan span;        // in Report::text
  std::string message;  // one English sentence with the words in question
};

}  // namespace isnad
