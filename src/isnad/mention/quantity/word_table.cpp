// SPDX-License-Identifier: Apache-2.0
// See word_table.h. One line a table says its class and how its columns are read.
#include "isnad/mention/quantity/word_table.h"

#include <algorithm>
#include <charconv>
#include <initializer_list>
#include <string_view>

#include "isnad/text/fold.h"

namespace isnad {
namespace {

// Reads the fields of one row; every field it cannot read is added to `faults`.
constexpr size_t kLetterBytes = 2;  // one Arabic letter

// The letters of a spelling such as "ق.م"; empty when it has a longer word.
std::string single_letters(std::string_view folded) {
  std::string letters;
  size_t run = 0;
  for (size_t i = 0; i < folded.size(); ++i) {
    if (folded[i] == ' ' || folded[i] == '.') {
      run = 0;
      continue;
    }
    if (++run > kLetterBytes) return {};
    letters += folded[i];
  }
  return letters;
}

void add_letter_words(const Lexicon& lexicon, RowId row, uint16_t index,
                      std::vector<LetterWord>& words) {
  std::string spellings =
      std::string(lexicon.field(row, "ar")) + "; " + std::string(lexicon.field(row, "variants"));
  for (size_t begin = 0; begin < spellings.size();) {
    const size_t end = std::min(spellings.find("; ", begin), spellings.size());
    std::string letters =
        single_letters(fold_only(std::string_view(spellings).substr(begin, end - begin)));
    if (!letters.empty()) words.push_back({std::move(letters), index});
    begin = end + 2;
  }
}

class RowReader {
 public:
  RowReader(const Lexicon& lexicon, RowId row, std::string& faults)
      : lexicon_(lexicon), row_(row), faults_(faults) {}

  [[nodiscard]] std::string_view text(std::string_view column) const {
    return lexicon_.field(row_, column);
  }

  // The position of the field among `names`; an empty field gives `otherwise`.
  [[nodiscard]] uint8_t choice(std::string_view column,
                               std::initializer_list<std::string_view> names,
                               uint8_t otherwise = 0) {
    const std::string_view field = text(column);
    if (field.empty()) return otherwise;
    uint8_t position = 0;
    for (const std::string_view name : names) {
      if (name == field) return position;
      ++position;
    }
    fault(column);
    return otherwise;
  }

  [[nodiscard]] int64_t number(std::string_view column, int64_t otherwise = 0) {
    const std::string_view field = text(column);
    if (field.empty()) return otherwise;
    int64_t value = 0;
    const auto end = field.data() + field.size();
    const auto read = std::from_chars(field.data(), end, value);
    if (read.ec != std::errc{} || read.ptr != end) fault(column);
    return value;
  }

 private:
  void fault(std::string_view column) {
    faults_ += std::string(lexicon_.table_name(row_)) + ":" + std::string(lexicon_.id(row_)) +
               ": " + std::string(column) + " = \"" + std::string(text(column)) + "\"; ";
  }
  const Lexicon& lexicon_;
  RowId row_;
  std::string& faults_;
};

using Fill = void (*)(RowReader&, Word&);

struct TableReading {
  std::string_view table;
  WordClass cls;
  Fill fill;
};

void nothing(RowReader&, Word&) {}

Need need_of(RowReader& row) {
  return static_cast<Need>(row.choice("needs", {"", "context", "year", "day", "clock", "article"}));
}

void month(RowReader& row, Word& word) {
  word.a = row.number("month");
  word.needs = need_of(row);
  word.text = row.text("ar");
  word.role = row.choice("tradition", {"", "levant", "egypt", "maghreb", "morocco", "libya"});
}

void unit(RowReader& row, Word& word) {
  word.role = row.choice("unit", {"S", "MIN", "H", "D", "N", "W", "M", "Y", "DE", "CE"});
  word.a = row.text("count") == "many" ? 0 : row.number("count");
}

void day_part(RowReader& row, Word& word) {
  word.role = row.choice("half", {"am", "pm", "night"});
  word.b = row.number("from");
  word.c = row.number("to");
  word.needs = need_of(row);
  word.text = row.text("part");
  word.a = row.number("weekday");
  word.flag = row.text("today") == "yes";
}

void relation(RowReader& row, Word& word) {
  word.role = row.choice(
      "relation", {"", "last", "before_last", "next", "after_next", "this", "demonstrative", "that",
                   "following", "preceding", "same", "recent", "of_it"});
}

void edge(RowReader& row, Word& word) {
  word.role = row.choice("mod", {"", "START", "MID", "END", "LATER", "EARLIER", "REST"});
}

void particle(RowReader& row, Word& word) {
  word.role = row.choice(
      "role", {"after", "before",  "since",       "within", "lasting",  "from",          "to",
               "until", "between", "in",          "at",     "dated",    "corresponding", "every",
               "less",  "and",     "or",          "that",   "running",  "first",         "final",
               "term",  "passing", "season_word", "whole",  "relative", "upon"});
}

void reference(RowReader& row, Word& word) {
  word.role = row.choice("anchor", {"publication", "last", "event"});
  word.text = row.text("value");
}

void zone(RowReader& row, Word& word) {
  if (row.text("minutes") == "local") {
    word.role = 1;
  } else {
    word.a = row.number("minutes");
  }
}

void holiday(RowReader& row, Word& word) {
  word.role = row.choice("calendar", {"gregorian", "hijri"});
  word.a = row.number("month");
  word.b = row.number("day");
  word.c = row.number("length", 1);
}

// The parts of a day written 2023-10-07.
void known_day(RowReader& row, Word& word) {
  const std::string_view date = row.text("date");
  int part[3] = {0, 0, 0};
  size_t index = 0;
  for (const char c : date) {
    if (c == '-') {
      if (++index > 2) break;
    } else if (c >= '0' && c <= '9') {
      part[index] = part[index] * 10 + (c - '0');
    }
  }
  word.a = part[0];
  word.b = part[1];
  word.c = part[2];
  word.text = row.text("countries");
}

void victim(RowReader& row, Word& word) {
  word.role = row.choice("harm", {"", "killed", "injured", "killed_or_injured", "detained",
                                  "abducted", "missing", "displaced"});
  word.b = row.choice("bare", {"yes", "noun", "number", "dual", "no"});
  word.flag = row.text("plural_kind") == "broken";
  word.text = row.text("who");
}

void bound(RowReader& row, Word& word) {
  word.role = row.choice("bound", {"", "least", "more", "less", "most", "about"});
  word.b = row.choice("side", {"before", "after", "both"});
}

void vague(RowReader& row, Word& word) {
  word.a = row.number("low", -1);
  word.b = row.number("best", -1);
  word.c = row.number("high", -1);
  word.role = row.choice("scales", {"no", "yes"});
}

void number_word(RowReader& row, Word& word) {
  word.a = row.number("value");
  word.role = row.choice("role", {"unit", "compound_unit", "teen", "ten", "hundred", "scale",
                                  "dual_scale", "scale_plural", "zero"});
}

constexpr TableReading kReadings[] = {
    {"months", WordClass::kMonth, month},
    {"hijri_months", WordClass::kHijriMonth, month},
    {"weekdays", WordClass::kWeekday, [](RowReader& r, Word& w) { w.a = r.number("day"); }},
    {"time_units", WordClass::kUnit, unit},
    {"day_parts", WordClass::kDayPart, day_part},
    {"day_words", WordClass::kDayWord, [](RowReader& r, Word& w) { w.a = r.number("days"); }},
    {"time_relations", WordClass::kRelation, relation},
    {"time_edges", WordClass::kEdge, edge},
    {"time_particles", WordClass::kParticle, particle},
    {"time_references", WordClass::kReference, reference},
    {"time_zones", WordClass::kZone, zone},
    {"seasons", WordClass::kSeason,
     [](RowReader& r, Word& w) {
       w.a = r.choice("season", {"SP", "SU", "FA", "WI"});
     }},
    {"holidays", WordClass::kHoliday, holiday},
    {"day_event_heads", WordClass::kDayEventHead, nothing},
    {"known_days", WordClass::kKnownDay, known_day},
    {"known_events", WordClass::kKnownEvent,
     [](RowReader& r, Word& w) { w.text = r.text("starts"); }},
    {"lasting_events", WordClass::kLastingEvent,
     [](RowReader& r, Word& w) {
       w.role = r.choice("kind", {"event", "outbreak"});
     }},
    {"time_sets", WordClass::kSet, [](RowReader& r, Word& w) { w.text = r.text("value"); }},
    {"decades", WordClass::kDecade, [](RowReader& r, Word& w) { w.a = r.number("decade"); }},
    {"era_signs", WordClass::kEra,
     [](RowReader& r, Word& w) {
       w.role = r.choice("calendar", {"", "gregorian", "hijri", "bc"});
     }},
    {"anniversaries", WordClass::kAnniversary,
     [](RowReader& r, Word& w) { w.text = r.text("period"); }},
    {"tense_cues", WordClass::kTense,
     [](RowReader& r, Word& w) {
       w.role = r.choice("tense", {"", "past", "present", "future"});
     }},
    {"age_words", WordClass::kAge, nothing},
    {"general_heads", WordClass::kGeneralHead, nothing},
    {"number_words", WordClass::kNumber, number_word},
    {"ordinals", WordClass::kOrdinal,
     [](RowReader& r, Word& w) {
       w.a = r.number("value");
       w.role = r.choice("use", {"no", "compound"});
     }},
    {"fractions", WordClass::kFraction,
     [](RowReader& r, Word& w) {
       w.a = r.number("numerator");
       w.b = r.number("denominator");
     }},
    {"number_bounds", WordClass::kBound, bound},
    {"vague_numbers", WordClass::kVague, vague},
    {"victims", WordClass::kVictim, victim},
    {"count_cues", WordClass::kCountCue,
     [](RowReader& r, Word& w) {
       w.role = r.choice("role", {"part", "most", "toll", "sum", "between", "of", "and", "to", "or",
                                  "percent", "from", "harm_head", "rise", "one_of", "since"});
     }},
    {"number_labels", WordClass::kNumberLabel, nothing},
};

}  // namespace

Result<WordTable> WordTable::create(const Lexicon& lexicon) {
  WordTable table;
  table.words_.emplace_back();
  std::string faults;
  for (const TableReading& reading : kReadings) {
    const Table rows = lexicon.table(reading.table);
    if (rows.begin == rows.end) faults += "no table " + std::string(reading.table) + "; ";
    if (table.index_.size() < rows.end) table.index_.resize(rows.end, 0);
    for (RowId row = rows.begin; row < rows.end; ++row) {
      Word word;
      word.cls = reading.cls;
      word.row = row;
      RowReader reader(lexicon, row, faults);
      reading.fill(reader, word);
      table.index_[row] = static_cast<uint16_t>(table.words_.size());
      add_letter_words(lexicon, row, table.index_[row], table.letters_);
      table.words_.push_back(std::move(word));
    }
  }
  if (!faults.empty()) {
    return failure(ErrorCode::kBadLexicon,
                   faults + "mend languages/<code>/time and quantity, then build anew");
  }
  return table;
}

}  // namespace isnad
