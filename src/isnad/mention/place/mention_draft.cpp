// SPDX-License-Identifier: Apache-2.0
// The mentions found so far, and which tokens they have taken.
#include "isnad/mention/place/mention_draft.h"

#include <algorithm>

namespace isnad {

void MentionDraft::add(PlaceMention mention) {
  for (uint32_t token = mention.tokens.begin; token < mention.tokens.end; ++token)
    taken[token] = true;
  mentions.push_back(std::move(mention));
}

std::string MentionDraft::written(TokenSpan tokens, uint8_t proclitics) const {
  const ByteSpan given = text.given_of(tokens);
  std::string words;
  if (given.end <= context.given.size()) {
    words = context.given.substr(given.begin, given.size());
  } else {
    const uint32_t begin = text.tokens[tokens.begin].folded.begin;
    words = text.folded.substr(begin, text.tokens[tokens.end - 1].folded.end - begin);
  }
  size_t letters = (proclitics & kConjunction) != 0 ? 1 : 0;
  if ((proclitics & (kPrepositionB | kPrepositionL | kPrepositionK)) != 0) ++letters;
  // Whole characters: a letter is two bytes, or three in its presentation form.
  size_t cut = 0;
  for (; letters > 0 && cut < words.size(); --letters) {
    do ++cut;
    while (cut < words.size() && (static_cast<unsigned char>(words[cut]) & 0xC0U) == 0x80U);
  }
  words.erase(0, cut);
  if ((proclitics & kArticle) != 0) words.insert(0, "ا");  // alif, which لل has swallowed
  std::replace(words.begin(), words.end(), '\n', ' ');
  return words;
}

uint32_t MentionDraft::name_at(uint32_t token) const {
  const auto name =
      std::lower_bound(found.begin(), found.end(), token,
                       [](const Occurrence& a, uint32_t begin) { return a.tokens.begin < begin; });
  if (name == found.end() || name->tokens.begin != token) return kNone;
  return mention_of[static_cast<size_t>(name - found.begin())];
}

PlacePreposition MentionDraft::preposition_of(const CueHit& hit) const {
  if ((hit.proclitics & kPrepositionB) != 0) return PlacePreposition::kIn;
  if ((hit.proclitics & kPrepositionL) != 0) return PlacePreposition::kTo;
  const uint32_t word = cues.before(hit.tokens.begin, PlaceCueKind::kPreposition);
  return word == kNone ? PlacePreposition::kNone
                       : static_cast<PlacePreposition>(cues.record(word).value);
}

}  // namespace isnad
