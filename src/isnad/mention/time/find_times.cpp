// SPDX-License-Identifier: Apache-2.0
// See find_times.h. Two passes: first every expression is read, so that one place may decide
// another (an anniversary, a month double); then each is resolved in text order, the last date
// being carried along.
#include "isnad/mention/time/find_times.h"

#include "isnad/mention/time/resolve_time.h"
#include "isnad/mention/time/time_reader.h"

namespace isnad {
namespace {

// An expression as read: one shape, or two for "from … to …".
struct Expression {
  TimeShape shape;
  TimeShape to;
  bool range = false;
  TokenSpan tokens;
  TimeSurroundings around;
};

bool ends_clause(const SenseLattice& lattice, uint32_t token) {
  if (lattice.text().tokens[token].kind != TokenKind::kPunctuation) return false;
  const std::string_view mark = lattice.folded(token);
  return mark == "،" || mark == "." || mark == "؛" || mark == ":" || mark == "؟" || mark == "!";
}

// The tense of the verb or cue nearest before the expression in its clause, else after it.
Tense clause_tense(const SenseLattice& lattice, TokenSpan tokens, TokenSpan sentence) {
  constexpr uint32_t kFarthestBack = 30;
  constexpr uint32_t kFarthestOn = 12;
  for (uint32_t i = tokens.begin; i > sentence.begin && tokens.begin - i < kFarthestBack; --i) {
    if (ends_clause(lattice, i - 1)) break;
    if (const Tense tense = lattice.tense_at(i - 1); tense != Tense::kUnknown) return tense;
  }
  for (uint32_t i = tokens.end; i < sentence.end && i < tokens.end + kFarthestOn; ++i) {
    if (ends_clause(lattice, i)) break;
    if (const Tense tense = lattice.tense_at(i); tense != Tense::kUnknown) return tense;
  }
  return Tense::kUnknown;
}

class ExpressionReader {
 public:
  explicit ExpressionReader(const SenseLattice& lattice) : lattice_(lattice), reader_(lattice) {}

  [[nodiscard]] std::vector<Expression> read_all() {
    std::vector<Expression> found;
    const uint32_t size = lattice_.size();
    TokenSpan sentence{0, 0};
    std::optional<int> sentence_year;
    for (uint32_t token = 0; token < size;) {
      if (!sentence.contains(token)) {
        sentence = lattice_.sentence_of(token);
        sentence_year.reset();
      }
      if (!reader_.may_begin(token)) {
        ++token;
        continue;
      }
      Expression expression;
      TimeShape composite;
      const uint32_t composite_end = reader_.read_composite(token, composite);
      uint32_t end = read_range(token, composite, composite_end, expression, sentence);
      if (end == 0) end = read_single(token, composite, composite_end, expression, sentence);
      if (end == 0 && !found.empty()) end = read_year_after(token, found.back(), expression);
      if (end == 0 || end > sentence.end) {
        ++token;
        continue;
      }
      expression.tokens = {token, end};
      expression.around.tense = clause_tense(lattice_, expression.tokens, sentence);
      expression.around.sentence_year = sentence_year;
      expression.around.event_head = after_event_head(token);
      if (expression.shape.date.year > 0 && !expression.shape.date.hijri)
        sentence_year = expression.shape.date.year;
      found.push_back(expression);
      token = end;
    }
    return found;
  }

 private:
  // Days that share a month ("the 7th and 8th of March"), else the longest expression there is.
  uint32_t read_single(uint32_t token, const TimeShape& composite, uint32_t composite_end,
                       Expression& expression, TokenSpan sentence) const {
    const uint32_t listed = reader_.read_listed_day(token, expression.shape);
    if (listed != 0) {
      expression.shape.tokens = {token, listed};
      return listed;
    }
    const uint32_t end = reader_.read(token, composite, composite_end, expression.shape);
    return end <= sentence.end ? end : 0;
  }

  // "in 2014 and 2018": a bare year after a year.
  uint32_t read_year_after(uint32_t token, const Expression& before, Expression& expression) const {
    if (before.tokens.end != token || before.shape.date.year < 0) return 0;
    const uint32_t at = lattice_.skip_glued(token);
    if (at == token || lattice_.particle(token, Particle::kAnd) == nullptr) return 0;
    int year = 0;
    if (!bare_year(at, year)) return 0;
    expression.shape.date.year = year;
    return at + 1;
  }

  bool bare_year(uint32_t token, int& year) const {
    if (!lattice_.is_number(token)) return false;
    const NumberToken number = split_number(lattice_.folded(token));
    if (number.count != 1 || number.width[0] != 4 || number.part[0] < 1000 || number.part[0] > 2199)
      return false;
    year = static_cast<int>(number.part[0]);
    return true;
  }

  // 2014-2018 in one token.
  uint32_t read_year_span(uint32_t token, Expression& expression) const {
    if (!lattice_.is_number(token)) return 0;
    const NumberToken number = split_number(lattice_.folded(token));
    if (number.count != 2 || number.width[0] != 4 || number.width[1] != 4) return 0;
    const bool separator = number.after[0] == '-' || number.after[0] == '/';
    const bool order = number.part[0] >= 1000 && number.part[0] < number.part[1] &&
                       number.part[1] <= 2199 && number.part[1] - number.part[0] < 200;
    if (!separator || !order) return 0;
    expression.shape.date.year = static_cast<int>(number.part[0]);
    expression.to.date.year = static_cast<int>(number.part[1]);
    return token + 1;
  }

  // "from A to B", "between A and B", "A - B".
  uint32_t read_range(uint32_t token, const TimeShape& composite, uint32_t composite_end,
                      Expression& expression, TokenSpan sentence) const {
    expression.range = true;
    const uint32_t end = read_range_at(token, composite, composite_end, expression, sentence);
    if (end == 0) {
      expression = {};
      return 0;
    }
    const TimeShape& first = expression.shape;
    if (first.day_to != 0 || first.clock_to.said()) expression.range = false;
    return end;
  }

  uint32_t read_range_at(uint32_t token, const TimeShape& composite, uint32_t composite_end,
                         Expression& expression, TokenSpan sentence) const {
    const Sense* from = lattice_.particle(token, Particle::kFrom);
    const Sense* between = lattice_.particle(token, Particle::kBetween);
    uint32_t at = from != nullptr ? from->end : between != nullptr ? between->end : token;
    if (const uint32_t span = read_year_span(at, expression); span != 0) return span;
    if (at >= sentence.end) return 0;
    const uint32_t first_end =
        at == token ? composite_end : reader_.read_composite(at, expression.shape);
    if (at == token && first_end != 0) expression.shape = composite;
    if (first_end == 0 || first_end > sentence.end) return 0;
    const bool whole = expression.shape.day_to != 0 || expression.shape.clock_to.said();
    if (whole) return from != nullptr || between != nullptr ? first_end : 0;
    if (first_end >= sentence.end) return 0;
    uint32_t second = 0;
    const Sense* to = lattice_.find(first_end, WordClass::kParticle);
    const auto role = to != nullptr ? static_cast<Particle>(to->word->role) : Particle::kIn;
    if (between != nullptr) {
      if (role == Particle::kAnd && lattice_.text().tokens[first_end].folded.size() <= 2)
        second = first_end + 1;
      if (second == 0) {
        for (const Sense& sense : lattice_.at(first_end))
          if (sense.joined()) second = first_end;
      }
      if (second == 0 && lattice_.skip_glued(first_end) != first_end) second = first_end;
    } else if (to != nullptr && (role == Particle::kTo || role == Particle::kUntil) &&
               !to->article()) {
      second = to->end;
    } else if (is_dash(first_end)) {
      second = first_end + 1;
    }
    if (second == 0 || second >= sentence.end) return 0;
    int year = 0;
    const uint32_t year_at = lattice_.skip_glued(second);
    uint32_t end = 0;
    if (expression.shape.date.year >= 0 && bare_year(year_at, year)) {
      expression.to.date.year = year;
      end = year_at + 1;
    } else {
      end = reader_.read_composite(second, expression.to);
    }
    if (end == 0 || end > sentence.end) return 0;
    return comparable(expression.shape, expression.to) ? end : 0;
  }

  static bool comparable(const TimeShape& a, const TimeShape& b) {
    if (a.only_time_of_day() && a.clock.said()) return b.clock.said() || b.only_time_of_day();
    if (a.only_time_of_day() || b.only_time_of_day())
      return a.only_time_of_day() == b.only_time_of_day();
    return true;
  }

  bool is_dash(uint32_t token) const {
    return lattice_.is_mark(token, "-") || lattice_.is_mark(token, "–") ||
           lattice_.is_mark(token, "—");
  }

  bool after_event_head(uint32_t token) const {
    if (token == 0) return false;
    for (const Sense& sense : lattice_.at(token - 1)) {
      if (sense.word->cls == WordClass::kDayEventHead) return true;
    }
    return false;
  }

  const SenseLattice& lattice_;
  TimeReader reader_;
};

Warning warning_for(const TimeFault& fault, const Expression& expression, const Text& text) {
  const bool months = fault.code == "month-names-disagree";
  const TimeShape& shape =
      expression.range && expression.to.other_month != 0 ? expression.to : expression.shape;
  const TokenSpan tokens =
      months && !shape.month_words.empty() ? shape.month_words : expression.tokens;
  return {std::string(fault.code), text.given_of(tokens), fault.message};
}

}  // namespace

Result<TimeFinder> TimeFinder::create(const Lexicon& lexicon) {
  auto words = WordTable::create(lexicon);
  if (!words) return tl::unexpected(words.error());
  return TimeFinder(std::move(*words));
}

TimeResult TimeFinder::find(const Text& text, std::span<const Match> matches,
                            const TimeContext& context) const {
  TimeResult result;
  const SenseLattice lattice(words_, text, matches);
  const std::vector<Expression> found = ExpressionReader(lattice).read_all();
  TimeResolver resolver(context.published, context.outlet_country, words_);
  for (const Expression& expression : found) {  // anniversaries first: they decide month doubles
    if (expression.shape.anniversary) resolver.consider(expression.shape, expression.around);
  }
  for (const Expression& expression : found) {
    if (!expression.shape.anniversary) resolver.consider(expression.shape, expression.around);
    if (expression.range) resolver.consider(expression.to, expression.around);
  }
  std::vector<TimeFault> faults;
  result.times.reserve(found.size());
  TokenSpan first_unresolved;
  for (const Expression& expression : found) {
    const int before = resolver.unresolved();
    faults.clear();
    TimeMention mention =
        expression.range
            ? resolver.resolve_range(expression.shape, expression.to, expression.around, faults)
            : resolver.resolve(expression.shape, expression.around, faults);
    mention.tokens = expression.tokens;
    for (const TimeFault& fault : faults)
      result.warnings.push_back(warning_for(fault, expression, text));
    if (before == 0 && resolver.unresolved() > 0) first_unresolved = expression.tokens;
    result.times.push_back(std::move(mention));
  }
  if (resolver.unresolved() > 0) {
    result.warnings.push_back({"unresolved-no-publication", text.given_of(first_unresolved),
                               "no publication date: " + std::to_string(resolver.unresolved()) +
                                   " times that hang on it stay unresolved, this is the first"});
  }
  return result;
}

}  // namespace isnad
