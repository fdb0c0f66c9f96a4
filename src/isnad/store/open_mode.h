// SPDX-License-Identifier: Apache-2.0
// What a database file is opened for.
#pragma once

#include <cstdint>

namespace isnad {

enum class OpenMode : uint8_t {
  kRead,    // it must be there and of this version
  kWrite,   // it must be there
  kCreate,  // it is made where there is none
};

}  // namespace isnad
