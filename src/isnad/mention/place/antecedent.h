// SPDX-License-Identifier: Apache-2.0
// What a word that points back can mean: the places named before it, weighed by how lately they
// were named, whether they were called by that word, and whether they stood as places at all.
#pragma once

#include <unordered_set>
#include <vector>

#include "isnad/mention/place/mention_draft.h"

namespace isnad {

class PlaceAntecedents {
 public:
  // Of the mentions that `draft` holds now. Linear in them, once.
  explicit PlaceAntecedents(const MentionDraft& draft);

  // The mention that the word for a kind (المدينة) at `token` means, or kNone.
  [[nodiscard]] uint32_t place_of_kind(uint32_t type, uint32_t token) const;
  // Where no place of that kind is named: the town of the site or quarter named last, as the
  // gazetteer knows it: "المدينة" after "ميناء الحديدة" is al-Hudaydah. kNoPlace for none.
  [[nodiscard]] PlaceRow town_around(uint32_t type, uint32_t token) const;
  // The country that "the country" (البلاد) at `token` means: the one named, or spoken of by its
  // adjective, most and nearest. ISO alpha-2, empty for none.
  [[nodiscard]] std::string country_at(uint32_t token) const;

 private:
  struct Named {
    uint32_t mention = kNone;
    TokenSpan tokens;
    uint32_t sentence = 0;
    bool beside = false;  // where someone is from, goes to or holds office; the dateline
  };
  struct Country {
    std::string code;
    uint32_t token = 0;
    uint32_t sentence = 0;
  };

  [[nodiscard]] uint32_t sentence_at(uint32_t token) const { return sentence_of_[token]; }
  void gather_places();
  void gather_countries();
  [[nodiscard]] bool called(uint32_t mention, uint32_t kind) const;
  [[nodiscard]] double cost(const Named& named, uint32_t type, uint32_t sentence) const;

  const MentionDraft& draft_;
  std::vector<uint32_t> sentence_of_;
  std::vector<Named> named_;  // by begin
  std::vector<Country> countries_;
  // Which places (gazetteer id, or the name as written) the text has called by which kind word.
  std::unordered_map<uint32_t, std::unordered_set<std::string>> called_;
};

}  // namespace isnad
