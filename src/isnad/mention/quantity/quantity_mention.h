// SPDX-License-Identifier: Apache-2.0
// A number in the text with what it counts. low/best/high follow UCDP: what the wording supports at
// least, best, at most; absent where the wording gives none.
#pragma once

#include <cstdint>
#include <optional>

#include "isnad/base/span.h"
#include "isnad/lexicon/lexicon.h"

namespace isnad {

struct Range {
  std::optional<int64_t> low, best, high;
  friend bool operator==(const Range&, const Range&) = default;
};

// What happened to those counted, from the counted noun or the verb that governs it.
enum class Harm : uint8_t {
  kNone,
  kKilled,
  kInjured,
  kKilledOrInjured,
  kDetained,
  kAbducted,
  kMissing,
  kDisplaced
};

struct QuantityMention {
  TokenSpan tokens;  // number and counted noun: "82 شخصاً", "قتيلان", "العشرات"
  Range range;
  uint32_t counted = UINT32_MAX;  // token of the counted noun, if there is one
  RowId victim = kNoRow;          // row of the table "victims": civilians, children, soldiers …
  Harm harm = Harm::kNone;  // stated by the counted noun itself (قتيل, جريح); verbs are the event's
                            // business
  // "بينهم ثلاثة أطفال" (among them three children): index of the mention this one is a part of.
  std::optional<uint32_t> part_of;
  bool cumulative = false;  // "since the start of the month": a total, no event's own figure
  bool of_people = false;   // counts people (persons, victims, fighters), not things or money
};

}  // namespace isnad
