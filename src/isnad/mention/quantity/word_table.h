// SPDX-License-Identifier: Apache-2.0
// What the words of the tables languages/<code>/time and quantity mean, as small typed records,
// read from the lexicon once. A row of any other table has the class kNone.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "isnad/lexicon/lexicon.h"

namespace isnad {

// The table a word stands in; the comment says what `a`, `b`, `c` hold.
enum class WordClass : uint8_t {
  kNone,
  kMonth,         // a: 1-12; needs: Need; role: tradition, 1 = Levant; text: the name
  kHijriMonth,    // a: 1-12; needs: Need
  kWeekday,       // a: 1-7
  kUnit,          // role: Unit; a: 1, 2, or 0 for many
  kDayPart,       // role: DayHalf; b, c: hours; needs: Need; text: TIMEX3 part
  kDayWord,       // a: days from the day of writing
  kRelation,      // role: calendar.h's Relation
  kEdge,          // role: Edge
  kParticle,      // role: Particle
  kReference,     // role: 0 publication, 1 last date, 2 event; text: TIMEX3 reference
  kZone,          // a: minutes ahead of UTC; role 1: local time
  kSeason,        // a: 0 spring … 3 winter
  kHoliday,       // role: 1 Hijri; a: month, b: day, c: length
  kDayEventHead,  // the attacks of 7 October
  kKnownDay,      // a: year, b: month, c: day; text: countries, "; " between, empty = all
  kKnownEvent,    // text: days, "; " between
  kLastingEvent,  // role: 1 outbreak of, 0 the event itself
  kSet,           // text: TIMEX3 period
  kDecade,        // a: 20 … 90
  kEra,           // role: Era
  kAnniversary,   // text: TIMEX3 period
  kTense,         // role: calendar.h's Tense
  kAge,
  kGeneralHead,  // after these العام means general
  kNumber,       // role: NumberRole; a: value
  kOrdinal,      // a: 1-19; role 1: only in compounds
  kFraction,     // a / b
  kBound,        // role: Bound; b: Side
  kVague,        // a: low, b: best, c: high, -1 = none; role 1: may multiply a scale
  kVictim,       // role: Harm; b: Bare; a: 1 when it names a group of people
  kCountCue,     // role: CountCue
  kNumberLabel,
};
static_assert(static_cast<unsigned>(WordClass::kNumberLabel) < 64);  // a bit each in SenseLattice

enum class Unit : uint8_t {
  kSecond,
  kMinute,
  kHour,
  kDay,
  kNight,
  kWeek,
  kMonth,
  kYear,
  kDecade,
  kCentury
};
enum class Need : uint8_t { kNothing, kContext, kYear, kDay, kClock, kArticle };
enum class DayHalf : uint8_t { kMorning, kAfternoon, kNight };
enum class Edge : uint8_t { kNone, kStart, kMiddle, kEnd, kLater, kEarlier, kRest };
enum class Particle : uint8_t {
  kAfter,
  kBefore,
  kSince,
  kWithin,
  kLasting,
  kFrom,
  kTo,
  kUntil,
  kBetween,
  kIn,
  kAt,
  kDated,
  kCorresponding,
  kEvery,
  kLess,
  kAnd,
  kOr,
  kThat,
  kRunning,
  kFirst,
  kFinal,
  kTerm,
  kPassing,
  kSeasonWord,
  kWhole,
  kRelative,
  kUpon,
};
enum class Era : uint8_t { kNone, kGregorian, kHijri, kBeforeChrist };
enum class NumberRole : uint8_t {
  kUnit,
  kCompoundUnit,
  kTeen,
  kTen,
  kHundred,
  kScale,
  kDualScale,
  kPluralScale,
  kZero,
};
enum class Bound : uint8_t { kNone, kLeast, kMore, kLess, kMost, kAbout };
enum class Side : uint8_t { kBefore, kAfter, kBoth };
// When the bare noun, without a number, counts as one.
enum class Bare : uint8_t { kYes, kNoun, kNumber, kDual, kNo };
enum class CountCue : uint8_t {
  kPart,
  kMost,
  kToll,
  kSum,
  kBetween,
  kOf,
  kAnd,
  kTo,
  kOr,
  kPercent,
  kFrom,
  kHarmHead,
  kRise,
  kOneOf,
  kSince,
};

struct Word {
  WordClass cls = WordClass::kNone;
  uint8_t role = 0;
  Need needs = Need::kNothing;
  // victims: the row names a broken plural, so -īn is the dual; day parts: with the article,
  // today's
  bool flag = false;
  int64_t a = 0, b = 0, c = 0;
  RowId row = kNoRow;
  std::string text;
};

// A word of single letters, perhaps with points between: wa-, the signs of eras, "ت غ" for GMT. The
// lexicon's matcher leaves words of one letter out.
struct LetterWord {
  std::string letters;  // folded, without points and spaces
  uint16_t index = 0;
};

class WordTable {
 public:
  // Errors: kBadLexicon, naming every table that is missing and every field that says nothing
  // known.
  [[nodiscard]] static Result<WordTable> create(const Lexicon& lexicon);

  // Index into words() of the lexicon's row, 0 (a word of class kNone) for rows of other tables.
  [[nodiscard]] uint32_t index_of(RowId row) const { return row < index_.size() ? index_[row] : 0; }
  [[nodiscard]] const Word& word(uint32_t index) const { return words_[index]; }
  [[nodiscard]] std::span<const Word> words() const { return words_; }
  // Words of single letters, for the lattice.
  [[nodiscard]] std::span<const LetterWord> letter_words() const { return letters_; }

 private:
  std::vector<Word> words_;
  std::vector<uint16_t> index_;
  std::vector<LetterWord> letters_;
};

}  // namespace isnad
