// SPDX-License-Identifier: Apache-2.0
// Cues sorted by their first and by their last token, in two counting passes.
#include "isnad/mention/place/cue_index.h"

namespace isnad {

CueIndex::CueIndex(const Gazetteer& gazetteer, const NameScan& scan, size_t tokens)
    : gazetteer_(&gazetteer),
      scan_(&scan),
      first_at_(tokens + 2, 0),
      first_end_(tokens + 2, 0),
      by_end_(scan.cues.size()) {
  for (const CueHit& hit : scan.cues) {
    ++first_at_[hit.tokens.begin + 1];
    ++first_end_[hit.tokens.end + 1];
  }
  for (size_t token = 1; token < first_at_.size(); ++token) {
    first_at_[token] += first_at_[token - 1];
    first_end_[token] += first_end_[token - 1];
  }
  std::vector<uint32_t> next(first_end_.begin(), first_end_.end() - 1);
  for (uint32_t cue = 0; cue < scan.cues.size(); ++cue)
    by_end_[next[scan.cues[cue].tokens.end]++] = cue;
}

std::pair<uint32_t, uint32_t> CueIndex::range_at(uint32_t begin) const {
  if (begin + 1 >= first_at_.size()) return {0, 0};
  return {first_at_[begin], first_at_[begin + 1]};
}

uint32_t CueIndex::at(uint32_t begin, PlaceCueKind kind) const {
  const auto [first, last] = range_at(begin);
  for (uint32_t cue = first; cue < last; ++cue) {
    if (is(cue, kind)) return cue;
  }
  return kNone;
}

uint32_t CueIndex::before(uint32_t end, PlaceCueKind kind) const {
  uint32_t best = kNone;
  if (end + 1 >= first_end_.size()) return best;
  for (uint32_t i = first_end_[end]; i < first_end_[end + 1]; ++i) {
    const uint32_t cue = by_end_[i];
    if (is(cue, kind) && (best == kNone || hit(cue).tokens.size() > hit(best).tokens.size()))
      best = cue;
  }
  return best;
}

bool CueIndex::covers(TokenSpan tokens, PlaceCueKind kind) const {
  const auto [first, last] = range_at(tokens.begin);
  for (uint32_t cue = first; cue < last; ++cue) {
    if (hit(cue).tokens == tokens && is(cue, kind)) return true;
  }
  return false;
}

}  // namespace isnad
