// SPDX-License-Identifier: Apache-2.0
// Parts of the day: صباحا (in the morning), tonight, last night. Part of TimeReader.
#include "isnad/mention/time/time_reader.h"

namespace isnad {

const Sense* TimeReader::part_after(uint32_t token, uint32_t& end) const {
  uint32_t at = token;
  if (const Sense* in = lattice_.particle(at, Particle::kIn); in != nullptr)
    at = in->end;
  else if (const Sense* of = lattice_.particle(at, Particle::kFrom); of != nullptr)
    at = of->end;
  const Sense* part = lattice_.find(at, WordClass::kDayPart);
  if (part == nullptr || (part->proclitics & ~(kArticle | kPrepositionB)) != 0) return nullptr;
  if (at != token && !part->article() && part->word->needs != Need::kDay &&
      part->word->c - part->word->b < 3)
    return nullptr;
  end = part->end;
  return part;
}

uint32_t TimeReader::read_part(uint32_t token, TimeShape& shape) const {
  if (shape.part != nullptr) return 0;
  uint32_t at = token;
  bool pointing = false;
  if (const Sense* sense = lattice_.find(at, WordClass::kRelation); sense != nullptr) {
    if (static_cast<Relation>(sense->word->role) != Relation::kDemonstrative) return 0;
    pointing = true;
    at = sense->end;
  }
  const Sense* part = lattice_.find(at, WordClass::kDayPart);
  if (part == nullptr || (pointing && !part->article())) return 0;
  if (pointing && part->word->needs == Need::kDay) return 0;
  if ((part->proclitics & kPrepositionK) != 0) return 0;
  if (part->word->needs == Need::kClock && (!shape.clock.said() || shape.part != nullptr)) return 0;
  if (part->joined() && at != token) return 0;
  if (lattice_.text().tokens[at].folded.size() <= 2 && part->word->needs != Need::kClock) return 0;
  shape.part = part->word;
  if (part->word->a != 0 && shape.weekday == 0) shape.weekday = static_cast<int>(part->word->a);
  at = part->end;
  const bool night = static_cast<DayHalf>(part->word->role) == DayHalf::kNight;
  if (const Sense* relation = relation_at(at); relation != nullptr && !shape.has_day()) {
    const auto kind = static_cast<Relation>(relation->word->role);
    const bool counted = kind == Relation::kLast || kind == Relation::kNext;
    if (counted && part->article()) {
      shape.has_day_offset = true;
      shape.day_offset = kind == Relation::kLast ? -1 : 1;
      return relation->end;
    }
  }
  // tonight, this evening
  const bool tonight = night && part->word->flag && part->article() && !shape.has_day() &&
                       part->word->b != part->word->c && !shape.clock.said() &&
                       !(token > 0 && prepositional(token - 1)) &&
                       lattice_.find(at, WordClass::kWeekday) == nullptr &&
                       lattice_.find(at, WordClass::kDayWord) == nullptr;
  if (pointing || tonight) {
    if (!shape.has_day() && shape.date.empty()) {
      shape.has_day_offset = true;
      shape.day_offset = 0;
    }
  }
  return at;
}

}  // namespace isnad
