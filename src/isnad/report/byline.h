// SPDX-License-Identifier: Apache-2.0
// Bylines: "إعداد: …" (prepared by), "كتب: …" (written by), "كتب المحرر السياسي" (the political
// editor wrote).
#pragma once

#include <optional>
#include <string_view>

namespace isnad {

// The name on a trimmed line that is a byline and nothing else; none otherwise. `first`: it is the
// text's first line, where "كتب …" is likelier a headline, so a colon or dash must follow the word.
[[nodiscard]] std::optional<std::string_view> byline_name(std::string_view line, bool first);

}  // namespace isnad
