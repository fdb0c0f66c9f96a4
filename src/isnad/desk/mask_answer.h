// SPDX-License-Identifier: Apache-2.0
// An answer as readers get it: without names of private people, and without the sentences, titles
// and texts that may hold some. Private is who exports with masked names hold private
// (export/incident_rows.h): witnesses, locals, people of social media, parties of no code.
//
// It works on the finished JSON, by the names of its fields, so that no route can forget it.
#pragma once

#include <string>
#include <string_view>

#include "isnad/base/result.h"

namespace isnad {

// Errors: kBadJson (the answer is none of ours).
[[nodiscard]] Result<std::string> masked_answer(std::string_view json);

}  // namespace isnad
