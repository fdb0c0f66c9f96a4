// SPDX-License-Identifier: Apache-2.0
// The door for bytes: whatever encoding a report came in, valid UTF-8 without byte-order mark
// leaves here, or an error that says what to do. After this no code checks UTF-8 again.
// docs/formats/reports_in.md tells users.
//
// Told apart, in this order: byte-order marks (UTF-8, UTF-16 LE and BE); UTF-16 without a mark, by
// how often its code units are Arabic or ASCII; UTF-8; then, for bytes that are mostly no UTF-8 at
// all, Windows-1256 and ISO 8859-6 by the letters of the article ال, the commonest pair in Arabic.
// UTF-8 with damage in it is an error, never guessed into another encoding.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "isnad/base/result.h"

namespace isnad {

// The most text of one report, as UTF-8: half a million letters, a long book. Coding a report takes
// more than twice the time for twice the text, so a file of many reports given as one must be told,
// not worked on for an hour.
inline constexpr size_t kLargestReport = size_t{1} << 20;
// The most bytes it may come in: other encodings, JSON escapes and fields beside the text.
inline constexpr size_t kLargestInput = size_t{16} << 20;

// Errors: kTooLarge; kEmpty (nothing, or only white space and invisible characters); kBinary (NUL
// bytes, control codes, or a file type known by its first bytes); kBadEncoding (where: the first
// bad byte). Linear.
[[nodiscard]] Result<std::string> decode_text(std::string_view bytes);
[[nodiscard]] Result<std::string> decode_text(std::span<const std::byte> bytes);

// Does valid UTF-8 hold anything but white space, control and invisible characters? Stops at the
// first.
[[nodiscard]] bool holds_text(std::string_view text);

}  // namespace isnad
