// SPDX-License-Identifier: Apache-2.0
// Names of incidents that people can say: ISN-7Q4K2M. Thirty-two letters and digits, without those
// that look alike (0 and O, 1 and I).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace isnad {

// The name for a founder's stable key; `attempt` gives the next where a name is taken.
[[nodiscard]] std::string incident_name(uint64_t stable, uint32_t attempt);
// Whether it has the form of a name.
[[nodiscard]] bool is_incident_name(std::string_view name);

}  // namespace isnad
