// SPDX-License-Identifier: Apache-2.0
// What went wrong, as RFC 9457 (application/problem+json) has it.
#pragma once

#include <string>

#include "isnad/base/result.h"
#include "isnad/desk/http.h"

namespace isnad {

// `detail`: one sentence that ends with what to do.
[[nodiscard]] HttpResponse problem(int status, const std::string& detail,
                                   const std::string& where = {});
// 400, 404, 413 or 500, by the error's code.
[[nodiscard]] HttpResponse problem(const Error& error);

}  // namespace isnad
