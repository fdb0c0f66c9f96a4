// SPDX-License-Identifier: Apache-2.0
// Reads one quantity off the tokens: bounds, numbers, ranges, vague numbers, and the noun that is
// counted.
#pragma once

#include "isnad/mention/quantity/number_reader.h"
#include "isnad/mention/quantity/quantity_mention.h"

namespace isnad {

class QuantityReader {
 public:
  explicit QuantityReader(const SenseLattice& lattice) : lattice_(lattice) {}

  // The quantity that begins at the token; returns the token after it, 0 when there is none.
  // `limit`: the sentence's end.
  [[nodiscard]] uint32_t read(uint32_t token, uint32_t limit, QuantityMention& quantity) const;

  // The noun of people at the token, with or without a pronoun; null when there is none.
  [[nodiscard]] const Sense* victim_at(uint32_t token) const;
  [[nodiscard]] const Sense* cue_at(uint32_t token, CountCue role) const {
    return lattice_.find(token, WordClass::kCountCue, static_cast<uint8_t>(role));
  }

 private:
  [[nodiscard]] uint32_t read_bound(uint32_t token, Bound& bound) const;
  [[nodiscard]] uint32_t read_amount(uint32_t token, Range& range, bool& vague) const;
  [[nodiscard]] uint32_t read_vague(uint32_t token, Range& range) const;
  [[nodiscard]] uint32_t read_range(uint32_t token, Range& range) const;
  [[nodiscard]] uint32_t second_number(uint32_t token, bool between, NumberReading& second) const;
  [[nodiscard]] uint32_t read_counted(uint32_t token, uint32_t limit,
                                      QuantityMention& quantity) const;
  [[nodiscard]] bool has_own_figure(uint32_t token) const;
  [[nodiscard]] uint32_t read_both_harms(uint32_t token, QuantityMention& quantity) const;
  [[nodiscard]] uint32_t read_bound_after(uint32_t token, QuantityMention& quantity) const;
  [[nodiscard]] uint32_t read_one_of(uint32_t token, QuantityMention& quantity) const;
  [[nodiscard]] uint32_t read_bare_noun(uint32_t token, QuantityMention& quantity) const;
  [[nodiscard]] bool is_label(uint32_t token) const;

  const SenseLattice& lattice_;
};

// What the wording supports at least, best and at most (UCDP's convention, contract.md).
[[nodiscard]] Range bounded(int64_t number, Bound bound);

}  // namespace isnad
