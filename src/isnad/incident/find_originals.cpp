// SPDX-License-Identifier: Apache-2.0
// Copies by shared shingles.
#include <numeric>

#include "isnad/incident/observe.h"

namespace isnad {
namespace {

// Reports that share this much of their shingles repeat one text. Reports written apart on one
// event share under 0.03, copies with a new first paragraph over 0.3 (docs/accuracy_incidents.md).
constexpr double kCopy = 0.15;

}  // namespace

std::vector<size_t> find_originals(const std::vector<Member>& members) {
  std::vector<size_t> originals(members.size());
  std::iota(originals.begin(), originals.end(), size_t{0});
  for (size_t i = 0; i < members.size(); ++i) {
    for (size_t k = 0; k < i; ++k) {
      if (likeness(members[i].signature, members[k].signature) < kCopy) continue;
      originals[i] = originals[k];
      break;
    }
  }
  return originals;
}

}  // namespace isnad
