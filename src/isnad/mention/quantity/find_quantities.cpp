// SPDX-License-Identifier: Apache-2.0
// See find_quantities.h. One pass reads the quantities; parts ("among them"), tolls ("the number of
// the dead rose to") and totals ("since the beginning of the month") are marked beside it, sentence
// by sentence.
#include "isnad/mention/quantity/find_quantities.h"

#include <algorithm>

#include "isnad/mention/quantity/quantity_reader.h"
#include "isnad/mention/time/calendar.h"

namespace isnad {
namespace {

constexpr uint32_t kTollReach = 12;   // tokens between "the number of the dead" and its figure
constexpr uint32_t kRiseReach = 30;   // the same before "rose to"
constexpr uint32_t kPartReach = 3;    // between "among them" and the part, or between two parts
constexpr uint32_t kTotalReach = 10;  // between a total and "since the beginning of"
constexpr int kTotalDays = 4;         // a since shorter than this may be one event's own time

bool breaks_clause(const SenseLattice& lattice, uint32_t token) {
  return lattice.is_mark(token, "،") || lattice.is_mark(token, ".") ||
         lattice.is_mark(token, "؛") || lattice.is_mark(token, ":");
}

class QuantityPass {
 public:
  QuantityPass(const SenseLattice& lattice, std::span<const TimeMention> times)
      : lattice_(lattice), reader_(lattice), times_(times) {}

  std::vector<QuantityMention> run() {
    for (uint32_t token = 0; token < lattice_.size();) {
      if (!sentence_.contains(token)) begin_sentence(token);
      if (const uint32_t after = inside_time(token); after != 0) {
        token = after;
        continue;
      }
      if (lattice_.empty_at(token) && !lattice_.is_number(token) &&
          lattice_.skip_glued(token) == token) {
        ++token;
        continue;
      }
      // شاب في التاسعة عشرة (a youth in his nineteenth year): the ten of an ordinal counts nobody.
      if (const Sense* ordinal = lattice_.find(token, WordClass::kOrdinal);
          ordinal != nullptr && ordinal->end > token + 1) {
        token = ordinal->end;
        continue;
      }
      if (const Sense* part = reader_.cue_at(token, CountCue::kPart); part != nullptr) {
        open_part(part->end);
        token = part->end;
        continue;
      }
      QuantityMention quantity;
      const uint32_t end = reader_.read(token, limit(token), quantity);
      if (end == 0) {
        ++token;
        continue;
      }
      add(std::move(quantity));
      token = end;
    }
    mark_totals();
    return std::move(found_);
  }

 private:
  void begin_sentence(uint32_t token) {
    sentence_ = lattice_.sentence_of(token);
    first_of_sentence_ = found_.size();
    part_whole_.reset();
  }

  // The token after the time mention that holds this one, or 0.
  uint32_t inside_time(uint32_t token) {
    while (next_time_ < times_.size() && times_[next_time_].tokens.end <= token) ++next_time_;
    if (next_time_ >= times_.size() || !times_[next_time_].tokens.contains(token)) return 0;
    return times_[next_time_].tokens.end;
  }

  // Quantities end with their sentence, and before the next time expression.
  uint32_t limit(uint32_t token) const {
    const uint32_t end = sentence_.contains(token) ? sentence_.end : lattice_.size();
    if (next_time_ >= times_.size()) return end;
    return std::min(end, std::max(times_[next_time_].tokens.begin, token));
  }

  // "among them": what follows is part of the last figure of people in the sentence that is no part
  // itself.
  void open_part(uint32_t after) {
    part_whole_.reset();
    for (size_t i = found_.size(); i > first_of_sentence_; --i) {
      const QuantityMention& before = found_[i - 1];
      if (before.part_of || !(before.of_people || before.counted == UINT32_MAX)) continue;
      part_whole_ = static_cast<uint32_t>(i - 1);
      break;
    }
    part_end_ = after;
    part_begun_ = false;
  }

  void add(QuantityMention quantity) {
    if (part_whole_) join_part(quantity);
    if (quantity.harm == Harm::kNone) look_for_toll(quantity);
    found_.push_back(std::move(quantity));
  }

  void join_part(QuantityMention& quantity) {
    bool near =
        quantity.tokens.begin >= part_end_ && quantity.tokens.begin - part_end_ <= kPartReach;
    for (uint32_t token = part_end_; near && token < quantity.tokens.begin; ++token) {
      if (breaks_clause(lattice_, token) || lattice_.tense_at(token) != Tense::kUnknown)
        near = false;
    }
    const Harm whole = found_[*part_whole_].harm;
    const bool other_harm =
        quantity.harm != Harm::kNone && whole != Harm::kNone && quantity.harm != whole;
    if (!near || !quantity.of_people || (part_begun_ && quantity.harm != Harm::kNone) ||
        other_harm) {
      part_whole_.reset();
      return;
    }
    quantity.part_of = part_whole_;
    part_end_ = quantity.tokens.end;
    part_begun_ = true;
  }

  // "the number of the dead rose to 15 persons": the noun stands before the figure. A verb of
  // rising right before the figure ties it to a noun farther back, relative clauses between.
  void look_for_toll(QuantityMention& quantity) const {
    const uint32_t token = quantity.tokens.begin;
    const bool rises = rises_to(token);
    const bool may_be_toll = quantity.counted == UINT32_MAX || quantity.of_people || rises;
    if (!may_be_toll) return;
    const uint32_t reach = rises ? kRiseReach : kTollReach;
    for (uint32_t back = 1; back <= reach && back <= token; ++back) {
      const uint32_t at = token - back;
      if (!sentence_.contains(at) || (!rises && breaks_clause(lattice_, at))) return;
      const Sense* toll = reader_.cue_at(at, CountCue::kToll);
      if (toll == nullptr) continue;
      const Sense* victim = reader_.victim_at(toll->end);
      if (victim == nullptr || victim->end > token) continue;
      if (static_cast<Harm>(victim->word->role) == Harm::kNone) return;
      if (quantity.victim == kNoRow) quantity.victim = victim->word->row;
      quantity.harm = static_cast<Harm>(victim->word->role);
      quantity.of_people = true;
      return;
    }
  }

  // "rose to 15", "exceeded 140": what stands right before the figure leads up to it.
  bool rises_to(uint32_t token) const {
    const bool exceeds = lattice_.find(token, WordClass::kBound) != nullptr;
    if (exceeds || token == 0) return exceeds;
    return reader_.cue_at(token - 1, CountCue::kTo) != nullptr ||
           reader_.cue_at(token - 1, CountCue::kRise) != nullptr;
  }

  bool is_total_time(const TimeMention& time) const {
    if (time.direction != TimeDirection::kSince) return false;
    if (!time.earliest || !time.latest) return true;
    return days_between(*time.earliest, *time.latest) >= kTotalDays;
  }

  bool same_clause(uint32_t from, uint32_t to) const {
    for (uint32_t token = from; token < to; ++token) {
      if (breaks_clause(lattice_, token)) return false;
    }
    return true;
  }

  void mark_totals() {
    for (const TimeMention& time : times_) {
      if (is_total_time(time)) mark_total(time.tokens);
    }
    for (uint32_t token = 0; token < lattice_.size(); ++token) {
      if (reader_.cue_at(token, CountCue::kSince) != nullptr) mark_since_start(token);
    }
    for (QuantityMention& quantity : found_) {
      const uint32_t begin = quantity.tokens.begin;
      for (uint32_t back = 1; back <= 3 && back <= begin; ++back) {
        if (breaks_clause(lattice_, begin - back)) break;
        if (reader_.cue_at(begin - back, CountCue::kSum) != nullptr) quantity.cumulative = true;
      }
    }
  }

  // "the number of dead rose to 1,916, while 4,186 were injured, since the beginning of the
  // conflict": all that its sentence counts behind the word for a toll, else what its clause does.
  void mark_since_start(uint32_t since) {
    const TokenSpan sentence = lattice_.sentence_of(since);
    uint32_t toll = since;
    while (toll > sentence.begin && reader_.cue_at(toll, CountCue::kToll) == nullptr) --toll;
    if (reader_.cue_at(toll, CountCue::kToll) == nullptr) {
      mark_total({since, since + 1});
      return;
    }
    for (QuantityMention& quantity : found_) {
      if (quantity.tokens.begin >= toll && quantity.tokens.end <= since) quantity.cumulative = true;
    }
  }

  // Figures of people before the since in its clause; those after it when there are none before.
  void mark_total(TokenSpan since) {
    const TokenSpan sentence = lattice_.sentence_of(since.begin);
    bool any = false;
    for (QuantityMention& quantity : found_) {
      const TokenSpan tokens = quantity.tokens;
      if (tokens.end > since.begin || tokens.begin < sentence.begin) continue;
      if (since.begin - tokens.end > kTotalReach || !same_clause(tokens.end, since.begin)) continue;
      quantity.cumulative = any = true;
    }
    if (any) return;
    for (QuantityMention& quantity : found_) {
      const TokenSpan tokens = quantity.tokens;
      if (tokens.begin < since.end || tokens.begin >= sentence.end) continue;
      if (tokens.begin - since.end > kTotalReach || !same_clause(since.end, tokens.begin)) continue;
      quantity.cumulative = true;
    }
  }

  const SenseLattice& lattice_;
  QuantityReader reader_;
  std::span<const TimeMention> times_;
  std::vector<QuantityMention> found_;
  TokenSpan sentence_;
  size_t first_of_sentence_ = 0;
  size_t next_time_ = 0;
  std::optional<uint32_t> part_whole_;
  uint32_t part_end_ = 0;
  bool part_begun_ = false;
};

}  // namespace

Result<QuantityFinder> QuantityFinder::create(const Lexicon& lexicon) {
  auto words = WordTable::create(lexicon);
  if (!words) return tl::unexpected(words.error());
  return QuantityFinder(std::move(*words));
}

std::vector<QuantityMention> QuantityFinder::find(const Text& text, std::span<const Match> matches,
                                                  std::span<const TimeMention> times) const {
  const SenseLattice lattice(words_, text, matches);
  return QuantityPass(lattice, times).run();
}

}  // namespace isnad
