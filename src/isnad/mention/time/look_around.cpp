// SPDX-License-Identifier: Apache-2.0
// What stands at a token and beside it, as the readers of times ask for it: units, relation words,
// the ends of clauses, prepositions. Part of TimeReader.
#include "isnad/mention/time/time_reader.h"

namespace isnad {
namespace {

// The ending that a dual or sound plural keeps before its noun is spelt as the pronoun "my".
constexpr uint8_t kConstructEnding = 7;

bool is_pointing(Relation relation) {
  return relation == Relation::kDemonstrative || relation == Relation::kThat ||
         relation == Relation::kSame;
}

Relation relation_of(const Sense& sense) { return static_cast<Relation>(sense.word->role); }

}  // namespace

const Sense* TimeReader::unit_at(uint32_t token, Unit unit) const {
  if (!lattice_.may_hold(token, WordClass::kUnit)) return nullptr;
  for (const Sense& sense : lattice_.at(token)) {
    if (sense.word->cls == WordClass::kUnit && sense.enclitic == 0 &&
        static_cast<Unit>(sense.word->role) == unit) {
      return &sense;
    }
  }
  return nullptr;
}

bool TimeReader::is_construct_dual(uint32_t token, Unit unit) const {
  if (!lattice_.may_hold(token, WordClass::kUnit)) return false;
  for (const Sense& sense : lattice_.at(token)) {
    const bool matches =
        sense.word->cls == WordClass::kUnit && static_cast<Unit>(sense.word->role) == unit;
    if (matches && sense.enclitic != 0 && sense.enclitic == kConstructEnding && sense.word->a == 1)
      return true;
  }
  return false;
}

// A relation word with its article: الماضي (last), but not ماضي.
const Sense* TimeReader::relation_at(uint32_t token) const {
  if (!lattice_.may_hold(token, WordClass::kRelation)) return nullptr;
  for (const Sense& sense : lattice_.at(token)) {
    if (sense.word->cls != WordClass::kRelation || sense.enclitic != 0) continue;
    if ((sense.proclitics & ~kArticle) != 0) continue;
    const Relation relation = relation_of(sense);
    if (is_pointing(relation) || relation == Relation::kOfIt) return &sense;
    if (sense.article() || sense.end > token + 1) return &sense;
  }
  return nullptr;
}

bool TimeReader::ends_clause(uint32_t token) const {
  if (token >= lattice_.size()) return true;
  if (lattice_.text().tokens[token].kind == TokenKind::kPunctuation) return true;
  return token > 0 && lattice_.sentence_of(token).begin == token;
}

bool TimeReader::is_dash(uint32_t token) const {
  return lattice_.is_mark(token, "-") || lattice_.is_mark(token, "–") ||
         lattice_.is_mark(token, "—");
}

// A preposition after which a bare month or year is no other word.
bool TimeReader::prepositional(uint32_t token) const {
  const Sense* sense = lattice_.find(token, WordClass::kParticle);
  if (sense == nullptr) return lattice_.find(token, WordClass::kEdge) != nullptr;
  switch (static_cast<Particle>(sense->word->role)) {
    case Particle::kIn:
    case Particle::kSince:
    case Particle::kUntil:
    case Particle::kFrom:
    case Particle::kTo:
    case Particle::kBetween:
    case Particle::kWithin:
    case Particle::kDated:
    case Particle::kAfter:
    case Particle::kBefore:
    case Particle::kLasting:
      return true;
    default:
      return false;
  }
}

}  // namespace isnad
