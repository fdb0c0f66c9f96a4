// SPDX-License-Identifier: Apache-2.0
// A report from plain text: the bytes of one file or of standard input.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "isnad/base/result.h"
#include "isnad/report/report.h"

namespace isnad {

// What the text itself does not say: from the command line, or for fields that a record leaves out.
struct ReportDefaults {
  std::string id;
  std::optional<PublicationTime> published;
  std::optional<std::string> outlet;
  std::optional<std::string> url;
};

// Decodes, fingerprints and finds the layout. Errors: those of decode_text. Linear.
[[nodiscard]] Result<Report> read_plain(std::string_view bytes, const ReportDefaults& defaults);
[[nodiscard]] Result<Report> read_plain(std::span<const std::byte> bytes,
                                        const ReportDefaults& defaults);

}  // namespace isnad
