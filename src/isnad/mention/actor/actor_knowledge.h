// SPDX-License-Identifier: Apache-2.0
// What the lexicon knows of parties, read once from its tables into rows that finding can index:
// actors, agent nouns, nationalities, offices, affiliations, adjectives, anaphors, given names,
// cues.
#pragma once

#include <string>
#include <vector>

#include "isnad/base/result.h"
#include "isnad/lexicon/lexicon.h"
#include "isnad/mention/actor/actor_mention.h"

namespace isnad {

// Which table a row belongs to, as far as finding actors cares.
enum class PartyTable : uint8_t {
  kNone,
  kActor,
  kAgentNoun,
  kNationality,
  kOffice,
  kAffiliation,
  kAdjective,
  kAnaphor,
  kGivenName,
  kCue,
  kEventFrame,  // rows of "frames": an event word ends a noun phrase
};

// When an actor's name counts.
enum class NameCondition : uint8_t {
  kNone,
  kMetonym,  // a capital: only where no place is meant
  kContext,  // only where its country is named elsewhere in the report
  kQuoted,   // only between quotation marks
  kArticle,  // only with the article
};

enum class NounClass : uint8_t {
  kPeople,
  kGroup,
  kBody,
  kTitle,
  kSource,
  kEquipment,
  kVictim,
  kDocument,
  kOther
};

enum class AffiliationRelation : uint8_t { kAffiliated, kLed, kLocated, kOpposed, kCalled };

enum class CueKind : uint8_t {
  kNone,
  kLocative,
  kParty,
  kStop,
  kQuantifier,
  kNameParticle,
  kKunya,
  kRespect,
  kPronoun
};

// A name that counts once the full one has stood in the report: التحالف (the coalition) after
// التحالف العربي.
struct ShortForm {
  std::vector<std::string> tokens;  // folded, without article
  bool definite = false;            // written with the article
};

// One row of any of the tables; which fields are filled depends on the table.
struct PartyRow {
  PartyTable table = PartyTable::kNone;
  ActorKind kind = ActorKind::kGroup;
  NameCondition condition = NameCondition::kNone;
  NounClass noun_class = NounClass::kOther;
  AffiliationRelation relation = AffiliationRelation::kAffiliated;
  CueKind cue = CueKind::kNone;
  bool bare_country = false;          // the name of a country itself
  bool also_word = false;             // a given name that is a common word too
  std::string name, country, sector;  // name: canonical English
  std::string context;  // country that must be named (condition = context:YEM), or empty: its own
  std::vector<std::string> prepositions;  // folded: complements of a noun, joints of an affiliation
  std::vector<ShortForm> short_forms;
  std::vector<ActorKind> stands_for;  // of an anaphor, the likeliest first
};

class ActorKnowledge {
 public:
  // Errors: kBadLexicon when a cell of these tables holds a word this reader does not know.
  [[nodiscard]] static Result<ActorKnowledge> read(const Lexicon& lexicon);

  // A row of another table gives an empty PartyRow.
  [[nodiscard]] const PartyRow& row(RowId id) const {
    return id < rows_.size() ? rows_[id] : none_;
  }

 private:
  std::vector<PartyRow> rows_;  // indexed by RowId
  PartyRow none_;
};

}  // namespace isnad
