// SPDX-License-Identifier: Apache-2.0
// Clitic segmentation: one token of Arabic letters to its syntactic words, spelt as Universal
// Dependencies spells them: وللقرية gives و + ل + القرية, شقيقته gives شقيقة + ه, لاحمد gives ل +
// أحمد.
//
// Candidates come from the clitics of the language, from letters that change at the seam, and from
// spellings the training data knew; a linear model ranks them by the letters, the word list and the
// neighbours. Nothing can be invented: a candidate's letters are the token's, but for the listed
// restorations.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "isnad/analysis/spelling.h"
#include "isnad/analysis/tables.h"

namespace isnad {

inline constexpr uint32_t kMaxParts = 5;

// Kinds of key, so that one table's keys never meet another's.
enum class KeyKind : uint32_t {
  kVector = 1,
  kFoldedVector = 2,
  kWholeToken = 3,
  kStem = 4,
  kSegment = 5,
  kLemma = 6,
  kBareLemma = 7,
  kEdit = 8,
  kKnownLemma = 9,
  kWordFeature = 16
};
[[nodiscard]] inline uint64_t key_of(KeyKind kind, std::u16string_view letters) {
  return letters_key(static_cast<uint32_t>(kind), letters);
}

struct SegmentTables {
  std::span<const int16_t> weights;  // a power of two of them, by hashed feature
  ListTable whole_tokens;            // analyses of irregular tokens, parts joined by '+'
  ListTable stems;                   // restored spellings of a stem next to a clitic
  KeyTable words;                    // the word list: kVector keys; the value is the frequency rank
  StringTable strings;
};

// Where a token stands: what the ranking looks at besides the token. Letters are shaped
// (shape_letters).
struct TokenContext {
  std::u16string_view previous;  // empty at the start of a sentence
  std::u16string_view next;      // empty at its end
};

struct Segmentation {
  std::array<Letters, kMaxParts> parts;
  uint32_t count = 0;
};

struct SegmentCandidate {
  uint8_t prefix = 0;           // index into the proclitic table
  uint8_t suffix = 0;           // index into the enclitic table
  uint8_t source = 0;           // how the stem's spelling came about (StemSource)
  uint32_t whole = UINT32_MAX;  // string id of an irregular analysis, else none
  Letters stem;
  int64_t score = 0;
};

class Segmenter {
 public:
  // Scratch and result of one token; `margin`: score gap to the best candidate with other cuts.
  struct Workspace {
    std::vector<SegmentCandidate> candidates;
    std::vector<uint32_t> features;
    Segmentation best;
    int64_t margin = 0;
  };

  Segmenter() = default;
  explicit Segmenter(const SegmentTables& tables) : tables_(tables) {}

  // Segments one token given as plain letters (plain_letters). Best parts in `work.best`.
  void segment(const Letters& token, const TokenContext& context, Workspace& work) const;

  // For the trainer: all candidates without scores; the features of one; the parts of one.
  void find_candidates(const Letters& token, Workspace& work) const;
  void find_features(const Letters& token, const TokenContext& context,
                     const SegmentCandidate& candidate, std::vector<uint32_t>& features) const;
  void write_parts(const SegmentCandidate& candidate, Segmentation& out) const;

  // For the trainer: every way to cut the token as (proclitics, stem letters, enclitics), spelt as
  // cut.
  struct Cut {
    uint8_t prefix;
    uint8_t suffix;
    uint32_t begin;
    uint32_t end;
  };
  static void find_cuts(const Letters& token, std::vector<Cut>& cuts);
  // The parts of a clitic table entry, joined by '+'.
  [[nodiscard]] static std::u16string_view prefix_parts(uint8_t prefix);
  [[nodiscard]] static std::u16string_view suffix_parts(uint8_t suffix);

 private:
  void add_stems(const Letters& token, Cut cut, Workspace& work) const;
  void add_spellings(SegmentCandidate& candidate, Workspace& work) const;
  SegmentTables tables_;
};

}  // namespace isnad
