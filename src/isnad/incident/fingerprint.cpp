// SPDX-License-Identifier: Apache-2.0
// Folding, words, hashes.
#include "isnad/incident/fingerprint.h"

#include <algorithm>
#include <string>

#include "isnad/text/fold.h"

namespace isnad {
namespace {

constexpr size_t kShingleWords = 3;
constexpr size_t kPieceLetters = 4;

bool is_ascii_mark(unsigned char c) {
  return c < 0x80 && !(c >= '0' && c <= '9') && !(c >= 'a' && c <= 'z') && !(c >= 'A' && c <= 'Z');
}

size_t character_size(unsigned char lead) {
  if (lead < 0x80) return 1;
  if (lead < 0xE0) return 2;
  return lead < 0xF0 ? 3 : 4;
}

// Letters of Arabic script are the two-byte characters from U+0600 on, its comma, semicolon and
// question mark aside; other marks of text (« » “ – …) take the place of a space.
bool is_letter(std::string_view character) {
  if (character.size() == 1) return !is_ascii_mark(static_cast<unsigned char>(character[0]));
  if (character.size() == 3) {
    const auto lead = static_cast<unsigned char>(character[0]);
    return lead != 0xE2;  // general punctuation and symbols
  }
  if (character.size() != 2) return true;
  const auto lead = static_cast<unsigned char>(character[0]);
  const auto last = static_cast<unsigned char>(character[1]);
  if (lead == 0xC2) return false;                                            // « » and the like
  return !(lead == 0xD8 && (last == 0x8C || last == 0x9B || last == 0x9F));  // , ; ?
}

// The words of a folded text.
std::vector<std::string_view> words_of(std::string_view folded) {
  std::vector<std::string_view> words;
  size_t begin = 0;
  size_t at = 0;
  while (at <= folded.size()) {
    const size_t size =
        at < folded.size()
            ? std::min(character_size(static_cast<unsigned char>(folded[at])), folded.size() - at)
            : 1;
    if (at == folded.size() || !is_letter(folded.substr(at, size))) {
      if (at > begin) words.push_back(folded.substr(begin, at - begin));
      begin = at + size;
    }
    at += size;
  }
  return words;
}

}  // namespace

uint64_t mix(uint64_t value) {  // the finaliser of SplitMix64
  value += 0x9E3779B97F4A7C15ULL;
  value = (value ^ (value >> 30U)) * 0xBF58476D1CE4E5B9ULL;
  value = (value ^ (value >> 27U)) * 0x94D049BB133111EBULL;
  return value ^ (value >> 31U);
}

uint64_t stable_hash(std::string_view bytes, uint64_t seed) {
  uint64_t hash = 0xCBF29CE484222325ULL ^ mix(seed);
  for (const char c : bytes) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
  return mix(hash);
}

Signature signature_of(std::string_view text) {
  Signature signature;
  signature.fill(UINT32_MAX);
  const std::string folded = fold_only(text);
  const auto words = words_of(folded);
  std::vector<uint64_t> hashes(words.size());
  std::transform(words.begin(), words.end(), hashes.begin(),
                 [](std::string_view word) { return stable_hash(word); });
  for (size_t i = 0; i + kShingleWords <= hashes.size(); ++i) {
    const uint64_t shingle = mix(hashes[i] ^ mix(hashes[i + 1] ^ mix(hashes[i + 2])));
    for (size_t f = 0; f < signature.size(); f += 2) {
      const uint64_t value = mix(shingle ^ (0x5851F42D4C957F2DULL * (f + 1)));
      signature[f] = std::min(signature[f], static_cast<uint32_t>(value));
      signature[f + 1] = std::min(signature[f + 1], static_cast<uint32_t>(value >> 32U));
    }
  }
  return signature;
}

double likeness(const Signature& a, const Signature& b) {
  size_t equal = 0;
  for (size_t i = 0; i < a.size(); ++i) equal += a[i] == b[i] && a[i] != UINT32_MAX ? 1 : 0;
  return static_cast<double>(equal) / static_cast<double>(a.size());
}

std::vector<uint32_t> word_pieces(std::string_view text) {
  std::vector<uint32_t> pieces;
  const std::string folded = fold_only(text);
  for (const std::string_view word : words_of(folded)) {
    std::vector<size_t> starts;
    for (size_t at = 0; at < word.size();
         at += character_size(static_cast<unsigned char>(word[at]))) {
      starts.push_back(at);
    }
    starts.push_back(word.size());
    for (size_t i = 0; i + kPieceLetters < starts.size(); ++i) {
      const size_t end = std::min(starts[i + kPieceLetters], word.size());
      pieces.push_back(static_cast<uint32_t>(stable_hash(word.substr(starts[i], end - starts[i]))));
    }
  }
  std::sort(pieces.begin(), pieces.end());
  pieces.erase(std::unique(pieces.begin(), pieces.end()), pieces.end());
  return pieces;
}

double overlap(const std::vector<uint32_t>& a, const std::vector<uint32_t>& b) {
  if (a.empty() || b.empty()) return 0;
  size_t shared = 0;
  for (size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    if (a[i] == b[j]) ++shared;
    const bool first = a[i] <= b[j];
    const bool second = b[j] <= a[i];
    i += first ? 1 : 0;
    j += second ? 1 : 0;
  }
  return static_cast<double>(shared) / static_cast<double>(std::min(a.size(), b.size()));
}

uint64_t wording_hash(std::string_view text, size_t least) {
  const std::string folded = fold_only(text);
  const auto words = words_of(folded);
  if (words.size() < least) return 0;
  uint64_t hash = 1;
  for (const std::string_view word : words) hash = mix(hash ^ stable_hash(word));
  return hash;
}

}  // namespace isnad
