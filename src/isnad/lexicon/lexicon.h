// SPDX-License-Identifier: Apache-2.0
// The compiled lexicon: rows of all tables under languages/<code>/, and one automaton over all
// their patterns. Immutable after loading; views into it live as long as it does.
//
// A *row* is a line of a table (an actor's name, a month, a reporting verb) or a frame. Its pattern
// was folded and, where its part of speech says so, inflected at build time, so looking up is one
// pass without rules.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "isnad/base/result.h"
#include "isnad/base/span.h"
#include "isnad/text/text.h"

namespace isnad {

// Index of a row over all tables; rows of one table are contiguous.
using RowId = uint32_t;
inline constexpr RowId kNoRow = UINT32_MAX;

// Letters that Arabic writes onto the front of a word, as a mask. kArticle is ال.
enum Proclitic : uint8_t {
  kNoProclitic = 0,
  kConjunction = 1,   // و (and), ف (then)
  kPrepositionB = 2,  // ب (in, by, with)
  kPrepositionL = 4,  // ل (to, for)
  kPrepositionK = 8,  // ك (like)
  kFuture = 16,       // س (will)
  kArticle = 32,      // ال (the)
};

// How the matched word is inflected, as a mask of what its spelling allows (unvowelled forms are
// ambiguous).
enum Inflection : uint16_t {
  kUninflected = 0,
  kPerfect = 1,
  kImperfect = 2,
  kPlural = 4,
  kDual = 8,
  kFeminine = 16,
  kMasculine = 32,
  kFirstPerson = 64,
  kSecondPerson = 128,
  kPassiveForm = 256,  // the spelling is a passive one (قيل, qīla; استُهدف only when vowelled)
  kVerb = 512,
  kNoun = 1024,
  kParticiple = 2048,
  kJussive = 4096,  // a spelling that only lam, lammā, lā and the li- of command allow (lam yaqul)
};

struct Match {
  TokenSpan tokens;
  RowId row = kNoRow;
  uint8_t proclitics = 0;   // Proclitic mask of the first token
  uint8_t enclitic = 0;     // 0, or 1 + index into kEnclitics: the pronoun on the last token
  uint16_t inflection = 0;  // Inflection mask of the head word
  // A verb and its object with the subject between them: `tokens` is the verb, this the object's
  // first token. Only for rows of the table "frames"; UINT32_MAX for all other matches.
  uint32_t apart = UINT32_MAX;
  uint8_t apart_words = 0;  // how many tokens that object has, side by side
};

// Pronouns written onto the end of a word, folded. Not ي (my) and ك (your): in news they are rarer
// than the words that end so, شرطي (policeman) and no "my condition", أيدي (hands) and no
// "supported me".
inline constexpr std::string_view kEnclitics[] = {
    "ه",    // his, him
    "ها",   // her
    "هم",   // their, them
    "هما",  // of both
    "هن",   // their (women)
    "نا",   // our, us
    "كم",   // your (plural)
    "ني",   // me
};

// A half-open range of rows.
struct Table {
  RowId begin = 0;
  RowId end = 0;
  [[nodiscard]] bool contains(RowId row) const { return begin <= row && row < end; }
};

struct LexiconData;

class Lexicon {
 public:
  // Maps a file that `isnad lexicon build` wrote. Errors: those of Container::open.
  [[nodiscard]] static Result<Lexicon> load(const std::filesystem::path& path);

  // The same over bytes in memory, which must outlive the lexicon and be aligned to 64; for tests
  // and fuzzing.
  [[nodiscard]] static Result<Lexicon> view(std::span<const std::byte> bytes);

  Lexicon(Lexicon&&) noexcept;
  Lexicon& operator=(Lexicon&&) noexcept;
  ~Lexicon();

  // The rows of a table by name ("actors"); empty when there is none of that name.
  [[nodiscard]] Table table(std::string_view name) const;
  [[nodiscard]] std::vector<std::string_view> table_names() const;
  [[nodiscard]] std::vector<std::string_view> columns(std::string_view table_name) const;
  [[nodiscard]] std::string_view table_name(RowId row) const;
  // The row's Latin id.
  [[nodiscard]] std::string_view id(RowId row) const;
  // The row with that id in that table, or kNoRow. Logarithmic; for loading time.
  [[nodiscard]] RowId find(std::string_view table, std::string_view id) const;
  // A field by its column's name; empty when the column is absent or the field empty. A list field
  // keeps its separator ("; "). Scans the table's columns: read what you need once, at loading.
  [[nodiscard]] std::string_view field(RowId row, std::string_view column) const;
  [[nodiscard]] std::string content_hash() const;

  // All matches of all tables in the text, each once, sorted by (begin, longest first, row). The
  // article is optional on both sides unless the row says `article = required` or `forbidden`;
  // proclitics may stand on the first token and an enclitic pronoun on the last. Linear in tokens
  // times the longest pattern.
  [[nodiscard]] std::vector<Match> find_matches(const Text& text) const;

 private:
  explicit Lexicon(std::unique_ptr<LexiconData> data);
  std::unique_ptr<LexiconData> data_;
};

}  // namespace isnad
