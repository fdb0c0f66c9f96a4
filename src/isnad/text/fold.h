// SPDX-License-Identifier: Apache-2.0
// Folding: one spelling for what Arabic news spells in many ways, so that lexicons match without
// rules.
//
// Comes in: valid UTF-8 (checked once, in report/). Goes out: folded UTF-8 and the map back to the
// given bytes.
//   dropped   ḥarakāt, superscript alef, Koranic signs, tatweel, zero-width and bidi characters,
//   soft hyphen, BOM unified   أ إ آ ٱ to ا;  ى to ي;  ة to ه;  ؤ to و;  ئ to ي.  A hamza that
//   stands alone (ء) stays. letters   Persian, Urdu and Kurdish forms of Arabic letters to the
//   Arabic ones (ک to ك, ی to ي, ھ to ه), letters
//             for foreign sounds to the letter Arabic news writes instead (پ to ب, چ to ج, ژ to ز,
//             ڤ to ف, گ to ك)
//   forms     presentation forms and ligatures (U+FB50-FDFF, U+FE70-FEFE) to their letters
//   digits    Arabic-Indic and Persian digits to ASCII; ٫ to '.', ٬ to ',', ٪ to '%'
//   spaces    every space and control character to ' ', except line ends: '\n' and Unicode's
//   separators give '\n'
// Left alone: quotation marks, other punctuation, other scripts and their case.
// Folding is idempotent, total on valid UTF-8, one pass, and allocates twice whatever the length.
#pragma once

#include <string>
#include <string_view>

#include "isnad/text/offset_map.h"

namespace isnad {

struct Folded {
  std::string text;
  OffsetMap map;
};

// fold("الـقُوّاتُ") gives "القوات" (al-quwwāt, the forces), whose map leads back to all 18 given
// bytes. `given` must be valid UTF-8 and shorter than 2^31 bytes.
[[nodiscard]] Folded fold(std::string_view given);

// The same without the map, for lexicon patterns.
[[nodiscard]] std::string fold_only(std::string_view given);

// The first folded byte that comes from given byte `given` or later; the folded size when there is
// none. Logarithmic.
[[nodiscard]] uint32_t first_folded_at(const OffsetMap& map, uint32_t given);

}  // namespace isnad
