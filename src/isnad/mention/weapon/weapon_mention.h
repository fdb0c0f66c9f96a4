// SPDX-License-Identifier: Apache-2.0
// A weapon named in the text, with the contract's English word for it.
#pragma once

#include <string>

#include "isnad/base/span.h"
#include "isnad/lexicon/lexicon.h"

namespace isnad {

struct WeaponMention {
  TokenSpan tokens;
  RowId row = kNoRow;
  std::string word;  // the table's `means` column: rocket, car-bomb, drone …
};

}  // namespace isnad
