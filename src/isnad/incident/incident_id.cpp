// SPDX-License-Identifier: Apache-2.0
// Thirty bits of a hash, five a letter.
#include "isnad/incident/incident_id.h"

#include <algorithm>

#include "isnad/incident/fingerprint.h"

namespace isnad {
namespace {

constexpr std::string_view kAlphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
constexpr std::string_view kPrefix = "ISN-";
constexpr size_t kLetters = 6;
static_assert(kAlphabet.size() == 32);

}  // namespace

std::string incident_name(uint64_t stable, uint32_t attempt) {
  uint64_t bits = mix(stable + attempt);
  std::string name(kPrefix);
  for (size_t i = 0; i < kLetters; ++i) {
    name += kAlphabet[bits & 31U];
    bits >>= 5U;
  }
  return name;
}

bool is_incident_name(std::string_view name) {
  return name.size() == kPrefix.size() + kLetters && name.starts_with(kPrefix) &&
         std::all_of(name.begin() + static_cast<std::ptrdiff_t>(kPrefix.size()), name.end(),
                     [](char c) { return kAlphabet.find(c) != std::string_view::npos; });
}

}  // namespace isnad
