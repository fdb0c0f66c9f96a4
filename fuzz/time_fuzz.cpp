// SPDX-License-Identifier: Apache-2.0
// Door: any sequence of time and number words. Mentions stand in order, none overlaps another, none
// is empty, intervals are not upside down, dates are dates.
#include "isnad/mention/time/find_times.h"
#include "mention_text.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static const auto finder = isnad::TimeFinder::create(fuzz::lexicon());
  const isnad::Report report = fuzz::report_of(data, size);
  const isnad::Text text = isnad::make_text(report);
  const auto matches = fuzz::lexicon().find_matches(text);
  isnad::TimeContext context;
  if (size % 3 != 0) context.published = fuzz::published();
  if (size % 2 != 0) context.outlet_country = "SA";
  const isnad::TimeResult result = finder->find(text, matches, context);
  uint32_t end = 0;
  for (const isnad::TimeMention& time : result.times) {
    fuzz::require(time.tokens.begin >= end && time.tokens.begin < time.tokens.end);
    fuzz::require(time.tokens.end <= text.tokens.size());
    end = time.tokens.end;
    if (time.earliest) fuzz::require(time.earliest->ok());
    if (time.latest) fuzz::require(time.latest->ok());
    if (time.earliest && time.latest) fuzz::require(*time.earliest <= *time.latest);
  }
  return 0;
}
