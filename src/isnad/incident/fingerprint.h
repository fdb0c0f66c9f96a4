// SPDX-License-Identifier: Apache-2.0
// Texts as sets of hashes: how much of their wording two texts share. A signature of fixed size
// (MinHash, Broder 1997) stands for a whole report; a set of pieces of words for one sentence.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace isnad {

// The smallest hash of the text's shingles (three words in a row, folded) under each of 64 hash
// functions. All ones for a text of fewer than three words.
using Signature = std::array<uint32_t, 64>;
[[nodiscard]] Signature signature_of(std::string_view text);
// The share of equal places: an estimate of the Jaccard index, standard error below 0.0625. Zero
// where a text has no shingles.
[[nodiscard]] double likeness(const Signature& a, const Signature& b);

// Hashes of the four-letter pieces of each word, folded, sorted, without repetition. Pieces, since
// clitics are written together with words: وانفجار shares three of four with انفجار (and explosion,
// explosion).
[[nodiscard]] std::vector<uint32_t> word_pieces(std::string_view text);
// Shared pieces by the smaller set, 0…1; 0 where one is empty. Linear.
[[nodiscard]] double overlap(const std::vector<uint32_t>& a, const std::vector<uint32_t>& b);

// A hash that stays the same on every machine and in every version (FNV-1a with a final mix).
[[nodiscard]] uint64_t stable_hash(std::string_view bytes, uint64_t seed = 0);
[[nodiscard]] uint64_t mix(uint64_t value);

// Hash of the text's words in order, marks and punctuation aside; 0 for fewer than `least` words.
[[nodiscard]] uint64_t wording_hash(std::string_view text, size_t least);

}  // namespace isnad
