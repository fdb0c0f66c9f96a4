// SPDX-License-Identifier: Apache-2.0
// Cue words by where they begin and end, so that asking what stands beside a token does not scan
// the text.
#pragma once

#include <vector>

#include "isnad/mention/place/name_scan.h"

namespace isnad {

inline constexpr uint32_t kNone = UINT32_MAX;

class CueIndex {
 public:
  // Both must outlive the index. Linear in cues.
  CueIndex(const Gazetteer& gazetteer, const NameScan& scan, size_t tokens);

  [[nodiscard]] const CueHit& hit(uint32_t cue) const { return scan_->cues[cue]; }
  [[nodiscard]] const CueRecord& record(uint32_t cue) const {
    return gazetteer_->cue(scan_->cues[cue].cue);
  }
  [[nodiscard]] bool is(uint32_t cue, PlaceCueKind kind) const {
    return record(cue).kind == static_cast<uint8_t>(kind);
  }
  [[nodiscard]] bool has_flag(uint32_t cue, uint8_t flag) const {
    return cue != kNone && (record(cue).flags & flag) != 0;
  }

  // The longest cue of that kind that begins at, or ends right before, a token; kNone for none.
  [[nodiscard]] uint32_t at(uint32_t begin, PlaceCueKind kind) const;
  [[nodiscard]] uint32_t before(uint32_t end, PlaceCueKind kind) const;
  // Whether a cue of that kind covers exactly those tokens.
  [[nodiscard]] bool covers(TokenSpan tokens, PlaceCueKind kind) const;
  // Cues that begin at a token: indexes [first, last).
  [[nodiscard]] std::pair<uint32_t, uint32_t> range_at(uint32_t begin) const;

 private:
  const Gazetteer* gazetteer_;
  const NameScan* scan_;
  std::vector<uint32_t> first_at_;   // a token: its first cue; one more at the end
  std::vector<uint32_t> first_end_;  // a token: where in by_end_ the cues ending before it stand
  std::vector<uint32_t> by_end_;
};

}  // namespace isnad
