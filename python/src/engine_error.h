// SPDX-License-Identifier: Apache-2.0
// Errors on their way to Python.
#pragma once

#include <stdexcept>

#include "isnad/base/result.h"

namespace isnad {

// A report, database or file of the engine that cannot be used; becomes isnad.Error with the same
// words.
class EngineError : public std::runtime_error {
 public:
  explicit EngineError(const Error& error) : std::runtime_error(describe(error)) {}
};

}  // namespace isnad
