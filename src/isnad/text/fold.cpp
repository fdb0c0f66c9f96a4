// SPDX-License-Identifier: Apache-2.0
// One pass over the given bytes. ASCII and the Arabic block, nearly all of a news text, go through
// two tables without branching on the letter; everything else takes `fold_rare`.
//
// The output buffers are sized once: no character grows when folded but the presentation forms, all
// of which start with byte EF and give at most four letters.
#include "isnad/text/fold.h"

#include <algorithm>
#include <cassert>

#include "isnad/text/fold_table.h"
#include "isnad/text/presentation_forms.h"

namespace isnad {
namespace {

using namespace letters;

constexpr size_t kMostBytesOfAForm = 8;  // four letters of two bytes

constexpr std::array<char, 128> make_ascii_fold() {
  std::array<char, 128> table{};
  for (size_t i = 0; i < 128; ++i) table[i] = i < 0x20 || i == 0x7F ? ' ' : static_cast<char>(i);
  table['\n'] = '\n';
  return table;
}
constexpr std::array<char, 128> kAsciiFold = make_ascii_fold();

struct Sequence {
  char32_t point;
  uint32_t size;
};

// Decodes one character of valid UTF-8 of two to four bytes.
Sequence decode(const unsigned char* at) {
  if (at[0] < 0xE0) return {char32_t(at[0] & 0x1Fu) << 6 | (at[1] & 0x3Fu), 2};
  if (at[0] < 0xF0) {
    return {char32_t(at[0] & 0x0Fu) << 12 | char32_t(at[1] & 0x3Fu) << 6 | (at[2] & 0x3Fu), 3};
  }
  return {char32_t(at[0] & 0x07u) << 18 | char32_t(at[1] & 0x3Fu) << 12 |
              char32_t(at[2] & 0x3Fu) << 6 | (at[3] & 0x3Fu),
          4};
}

bool within(char32_t point, char32_t first, char32_t last) {
  return first <= point && point <= last;
}

bool is_line_end(char32_t point) {
  return point == kNextLine || point == kLineSeparator || point == kParagraphSeparator;
}

bool is_space(char32_t point) {
  return within(point, 0x80, 0x9F) || point == kNoBreakSpace || point == kOghamSpace ||
         within(point, kEnQuad, kHairSpace) || point == kNarrowNoBreakSpace ||
         point == kMathSpace || point == kIdeographicSpace || point == kSallallahou ||
         point == kJallajalalouhou;
}

bool is_dropped(char32_t point) {
  return point == kSoftHyphen || point == kGraphemeJoiner || point == kMongolianVowelSeparator ||
         within(point, kZeroWidthSpace, kRightToLeftMark) ||
         within(point, kFirstEmbedding, kLastEmbedding) ||
         within(point, kWordJoiner, kLastInvisibleFormat) || point == kByteOrderMark ||
         within(point, kFirstVariationSelector, kLastVariationSelector) ||
         within(point, kFirstAnnotation, kLastAnnotation) ||
         within(point, kFirstExtendedMark, kLastExtendedMark);
}

bool is_presentation_form(char32_t point) {
  return within(point, kPresentationA, kLastPresentationA) ||
         within(point, kPresentationB, kLastPresentationB);
}

// Where the output goes. kWithMap: also note for each byte where its character begins.
template <bool kWithMap>
class Writer {
 public:
  explicit Writer(std::string_view given) {
    const auto forms = static_cast<size_t>(std::count(given.begin(), given.end(), '\xEF'));
    text_.resize(given.size() + forms * kMostBytesOfAForm + 2);
    if constexpr (kWithMap) map_.resize(text_.size() + 1);
  }
  // Writes both bytes and keeps `size` of them: no branch on the size.
  void put(FoldedCharacter character, uint32_t given) {
    text_[size_] = character.bytes[0];
    text_[size_ + 1] = character.bytes[1];
    if constexpr (kWithMap) map_[size_] = map_[size_ + 1] = given;
    size_ += character.size;
  }
  void put(char byte, uint32_t given) {
    text_[size_] = byte;
    if constexpr (kWithMap) map_[size_] = given;
    ++size_;
  }
  void put(std::string_view bytes, uint32_t given) {
    for (char byte : bytes) put(byte, given);
  }
  std::string take_text() {
    text_.resize(size_);
    return std::move(text_);
  }
  OffsetMap take_map(uint32_t given_size) {
    map_.resize(size_);
    map_.push_back(given_size);
    return OffsetMap(std::move(map_));
  }

 private:
  std::string text_;
  std::vector<uint32_t> map_;
  size_t size_ = 0;
};

template <bool kWithMap>
void put_presentation_form(Writer<kWithMap>& out, char32_t point, std::string_view bytes,
                           uint32_t given) {
  const size_t form = point <= kLastPresentationA
                          ? point - kPresentationA
                          : point - kPresentationB + (kLastPresentationA - kPresentationA + 1);
  const uint16_t begin = kFormBegins[form];
  const uint16_t end = kFormBegins[form + 1];
  if (end - begin == 1 && kFormLetters[begin] == point)
    return out.put(bytes, given);  // no letters inside
  for (uint16_t i = begin; i < end; ++i) out.put(fold_table_detail::encode(kFormLetters[i]), given);
}

// Folds one character that is neither ASCII nor of the Arabic block; returns its size in bytes.
template <bool kWithMap>
uint32_t fold_rare(Writer<kWithMap>& out, const char* at, uint32_t given) {
  const Sequence sequence = decode(reinterpret_cast<const unsigned char*>(at));
  const std::string_view bytes(at, sequence.size);
  if (is_dropped(sequence.point)) return sequence.size;
  if (is_line_end(sequence.point)) {
    out.put('\n', given);
  } else if (is_space(sequence.point)) {
    out.put(' ', given);
  } else if (is_presentation_form(sequence.point)) {
    put_presentation_form(out, sequence.point, bytes, given);
  } else {
    out.put(bytes, given);
  }
  return sequence.size;
}

template <bool kWithMap>
void fold_into(Writer<kWithMap>& out, std::string_view given) {
  const auto size = static_cast<uint32_t>(given.size());
  for (uint32_t i = 0; i < size;) {
    const auto byte = static_cast<unsigned char>(given[i]);
    if (byte < 0x80) {
      out.put(kAsciiFold[byte], i);
      ++i;
    } else if ((byte & 0xFC) == 0xD8) {  // D8-DB lead U+0600-06FF
      const auto next = static_cast<unsigned char>(given[i + 1]);
      out.put(kArabicFold[(byte & 3u) << 6 | (next & 0x3Fu)], i);
      i += 2;
    } else {
      i += fold_rare(out, given.data() + i, i);
    }
  }
}

}  // namespace

Folded fold(std::string_view given) {
  assert(given.size() < (size_t{1} << 31));
  Writer<true> out(given);
  fold_into(out, given);
  OffsetMap map = out.take_map(static_cast<uint32_t>(given.size()));
  return {out.take_text(), std::move(map)};
}

std::string fold_only(std::string_view given) {
  Writer<false> out(given);
  fold_into(out, given);
  return out.take_text();
}

uint32_t first_folded_at(const OffsetMap& map, uint32_t given) {
  uint32_t low = 0;
  uint32_t high = map.folded_size();
  while (low < high) {
    const uint32_t middle = low + (high - low) / 2;
    if (map.given({middle, middle}).begin < given) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

}  // namespace isnad
