// SPDX-License-Identifier: Apache-2.0
// Door: any sequence of number, people and time words. Quantities stand in order, none overlaps
// another or a time, low is not above high, parts point back.
#include "isnad/mention/quantity/find_quantities.h"
#include "isnad/mention/time/find_times.h"
#include "mention_text.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static const auto times = isnad::TimeFinder::create(fuzz::lexicon());
  static const auto finder = isnad::QuantityFinder::create(fuzz::lexicon());
  const isnad::Report report = fuzz::report_of(data, size);
  const isnad::Text text = isnad::make_text(report);
  const auto matches = fuzz::lexicon().find_matches(text);
  const auto found = times->find(text, matches, {fuzz::published(), {}});
  const auto counts = finder->find(text, matches, found.times);
  uint32_t end = 0;
  for (size_t i = 0; i < counts.size(); ++i) {
    const isnad::QuantityMention& count = counts[i];
    fuzz::require(count.tokens.begin >= end && count.tokens.begin < count.tokens.end);
    fuzz::require(count.tokens.end <= text.tokens.size());
    end = count.tokens.end;
    if (count.range.low && count.range.high) fuzz::require(*count.range.low <= *count.range.high);
    if (count.part_of) fuzz::require(*count.part_of < i);
    for (const isnad::TimeMention& time : found.times)
      fuzz::require(!time.tokens.overlaps(count.tokens));
  }
  return 0;
}
