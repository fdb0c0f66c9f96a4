// SPDX-License-Identifier: Apache-2.0
// What an input is: a text, JSON Lines, a page, a feed, an archive. By what the user says, else by
// its first bytes, with the ending of its name to settle what bytes leave open.
#pragma once

#include <filesystem>
#include <optional>
#include <string_view>

namespace isnad {

enum class InputForm { kAuto, kText, kJsonLines, kHtml, kFeed, kWarc };

// "text", "jsonl", "html", "feed", "warc"; anything else is kAuto.
[[nodiscard]] InputForm input_form(std::string_view name);

// Never kAuto. `head`: the first bytes of the input, 1 KiB or more where it has so many.
[[nodiscard]] InputForm detect_form(const std::filesystem::path& path, std::string_view head);

// Whether a folder's file is read, judging by its name.
[[nodiscard]] bool may_hold_reports(const std::filesystem::path& path);

}  // namespace isnad
