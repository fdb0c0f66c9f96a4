// SPDX-License-Identifier: Apache-2.0
// The tag decides where the analysis is sure of it: unknown names are tagged as chance has it.
#include "isnad/mention/place/no_name.h"

#include "isnad/analysis/analysis.h"

namespace isnad {
namespace {

constexpr uint8_t kSureTag = 128;  // of 255

uint8_t by_analysis(const Text& text, const Analysis& analysis, uint32_t token) {
  const uint32_t begin = analysis.first_word[token];
  const uint32_t end = analysis.first_word[token + 1];
  if (begin == end) return 0;
  const bool sure = analysis.tag_margin[begin] >= kSureTag;
  if (analysis.upos[begin] == Upos::kVERB && sure) return kNeverName;
  if (end - begin > 1) {
    if (analysis.segment_margin[begin] < kSureTag) return 0;
    if (analysis.upos[begin] == Upos::kCCONJ || analysis.upos[end - 1] == Upos::kPRON)
      return kNeverName;
    return analysis.form_of(begin) == "ل" ? kBehindFor : 0;
  }
  const bool definite = text.folded_of(text.tokens[token]).starts_with("ال");  // al-, the
  return analysis.upos[begin] == Upos::kADJ && sure && !definite ? kQualifies : 0;
}

}  // namespace

std::vector<uint8_t> tokens_without_name(const Text& text, std::span<const Match> matches,
                                         const Analysis& analysis, const Lexicon& lexicon) {
  std::vector<uint8_t> out(text.tokens.size(), 0);
  if (analysis.first_word.size() > text.tokens.size()) {
    for (uint32_t token = 0; token < out.size(); ++token)
      out[token] = by_analysis(text, analysis, token);
  }
  const Table frames = lexicon.table("frames");
  const Table people = lexicon.table("agent_nouns");
  const Table parties = lexicon.table("actors");
  for (const Match& match : matches) {
    if (frames.contains(match.row)) out[match.tokens.begin] |= kTellsOfEvent;
    // أكاديمية للشرطة (an academy of the police): whose it is tells which one it is.
    if (people.contains(match.row) || parties.contains(match.row)) {
      auto& why = out[match.tokens.begin];
      why = static_cast<uint8_t>((why & ~unsigned{kBehindFor}) | kNamesParty);
    }
  }
  return out;
}

}  // namespace isnad
