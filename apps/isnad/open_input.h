// SPDX-License-Identifier: Apache-2.0
// One input, whatever its form, as captured reports one after the other.
#pragma once

#include <string>

#include "input_form.h"
#include "isnad/report/captured_report.h"
#include "isnad/report/read_plain.h"

namespace isnad {

struct OpenedInput {
  CapturedReports next;
  InputForm form = InputForm::kText;
};

// A file, a pipe, or "-" for standard input. `form` kAuto detects. `parent` is what a file that is
// one report names as what held it; records of a file name the file. Archives and pipes are read as
// they come, other files are mapped. Errors here: the input cannot be opened; of `next`: its
// readers', with `where` beginning with the path.
[[nodiscard]] Result<OpenedInput> open_input(const std::string& path, InputForm form,
                                             std::string parent, ReportDefaults defaults);

// Bytes already at hand (an answer fetched from the network), in a form other than an archive.
// `capture` goes with each report; `name` stands in errors.
[[nodiscard]] Result<OpenedInput> open_bytes(std::string bytes, InputForm form, std::string name,
                                             ReportDefaults defaults, Capture capture,
                                             std::string_view content_type);

}  // namespace isnad
