// SPDX-License-Identifier: Apache-2.0
// One pass over a text's tokens that finds every name of the gazetteer and every cue word, with the
// clitics that stand on its first token taken off: و ف (and, then), ب ل ك (in, to, like), ال (the),
// and لل for ل with ال. What comes out are possibilities: the same token may be a name with and
// without a letter taken off.
//
// Cost: linear in tokens times the longest name; a token costs two to four look-ups in most text
// (docs/decisions/0031, bench/place_bench.cpp).
#pragma once

#include <vector>

#include "isnad/lexicon/lexicon.h"
#include "isnad/mention/place/gazetteer.h"
#include "isnad/text/text.h"

namespace isnad {

struct NameHit {
  TokenSpan tokens;
  uint8_t proclitics = 0;      // Proclitic mask taken off the first token; kArticle only with لل
  bool article_added = false;  // the text has an article that the name lacks: matched without it
  std::span<const uint32_t> postings;  // into the gazetteer; cues stand among them
};

struct CueHit {
  TokenSpan tokens;
  uint8_t proclitics = 0;
  bool definite = false;  // an article was taken off
  uint32_t cue = 0;       // Gazetteer::cue
};

struct NameScan {
  std::vector<NameHit> names;  // sorted by begin, longest first
  std::vector<CueHit> cues;    // sorted by begin, longest first
  std::vector<uint32_t>
      sentence_end;  // a token: end of its sentence (of the stretch between sentences)
};

[[nodiscard]] NameScan scan_names(const Gazetteer& gazetteer, const Text& text);

}  // namespace isnad
