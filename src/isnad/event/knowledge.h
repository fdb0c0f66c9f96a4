// SPDX-License-Identifier: Apache-2.0
// What the lexicon knows of events, read once into typed values: frames, role schemes, light and
// result verbs, words of harm, cues. docs/reference/frames.md describes the tables.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "isnad/event/event_mention.h"
#include "isnad/event/role_weights.h"
#include "isnad/lexicon/lexicon.h"

namespace isnad {

// Where a phrase stands towards the event it belongs to.
enum class Role : uint8_t {
  kNone,
  kAgent,
  kRecipient,
  kBoth,        // a side of a reciprocal event: clash, talks
  kArmedAgent,  // the agent where it can do harm, else the recipient
  kWeapon,
  kEvent,  // the event noun itself, with a light verb
  kPlace,
};

struct PrepositionRole {
  std::string words;  // folded: على, من قبل
  Role role = Role::kNone;
};

struct RoleScheme {
  std::string id;
  Role subject = Role::kNone, object = Role::kNone, passive_subject = Role::kNone,
       construct = Role::kNone;
  Role adjective = Role::kNone;
  bool passive_by_default = false;
  std::vector<PrepositionRole> prepositions;
  // A result of other events (killed, wounded): gives its figures to a cause told in the same
  // sentence.
  bool is_result = false;
  // Said in passing of the subject of the sentence (a participle: …, calling on his partners).
  bool circumstantial = false;
};

struct Frame {
  RowId row = kNoRow;
  std::string type, mode, means, weapon;
  uint32_t scheme = 0;  // index into EventKnowledge::schemes
  std::vector<std::string> needs, blocks, object_needs;
  // Means that this frame's words can also stand for when they refer back (قصف, shelling, for an
  // air strike);
  // "*": any of its type.
  std::vector<std::string> covers;
  bool weak = false;
  bool people = false;
  // Does the name of a state, a body or an office do for one of the needed words, too
  // (`list:powers`)?
  bool needs_power = false;
  std::optional<Factuality> factuality;  // what the words themselves say (shot down a missile)
};

struct LightVerb {
  Role subject = Role::kNone, object = Role::kNone;
  // Where the event noun stands: kSubject/kObject by position, or after this preposition (folded).
  enum class EventAt : uint8_t { kSubject, kObject, kPreposition } event_at = EventAt::kObject;
  std::string preposition;
  std::optional<Factuality> factuality;
};

struct ResultVerb {
  std::string preposition;
  Harm harm = Harm::kNone;
};

enum class CueEffect : uint8_t {
  kNegated,  // no event at all: absence, prevention
  kNotDone,  // said not to have happened: a denial, where somebody is named who says so
  kDenied,
  kAttempted,
  kFoiled,
  kPlanned,
  kThreatened,
  kHypothetical,
  kPossible,
  kProbable,
  kBackground,
  kAnniversary,
  kComparison,
  kExercise,
  kFiction,
  kAvoided,  // as kNegated, but nobody says that none was hurt: "to avoid victims"
};
enum class CueScope : uint8_t {
  kNext,
  kClause,
  kSentence,
  kPresent,  // as kNext, but only where a verb in the present follows the cue (قد, may)
  kBeside,   // as kNext, or right after the event as its adjective (المرتقب, the expected)
  kPastPerfect,  // the verb of a past perfect and its subject: kāna … qad faʿala
};

struct Cue {
  CueEffect effect = CueEffect::kNegated;
  CueScope scope = CueScope::kNext;
};

// What a word says of the figures around it: their cause follows, another event is told after it,
// a later figure has overtaken the one that follows, the other side's dead follow, or it counts
// those that the next word names.
enum class TollLink : uint8_t { kCause, kContrast, kOvertaken, kAgainst, kCount };

// What a word says became of people. `next`: only when the figure stands right after it (قضى خمسة,
// five died; else the word says something else, قضت المحكمة, the court ruled). `people`: things
// suffer it too (غرق, drowning and sinking), so that the figure must count people.
struct HarmEffect {
  Harm harm = Harm::kNone;
  bool next = false;
  bool people = false;
};

// A word that dates the event after it: on the day named right before the word, or so many days
// from what the rest of the sentence tells.
struct EventOrder {
  bool on = false;
  int days = 0;  // from the event after the word to the rest
};

// Rows of one table as values, found by row id in constant time.
template <class Value>
struct RowValues {
  Table table;
  std::vector<Value> values;
  [[nodiscard]] const Value* find(RowId row) const {
    return table.contains(row) ? &values[row - table.begin] : nullptr;
  }
};

struct EventKnowledge {
  // Errors: kBadLexicon with every row that names an unknown scheme, role, effect …
  [[nodiscard]] static Result<EventKnowledge> read(const Lexicon& lexicon);

  std::vector<RoleScheme> schemes;
  RowValues<Frame> frames;
  RowValues<LightVerb> light_verbs;
  RowValues<ResultVerb> result_verbs;
  RowValues<HarmEffect> harm_words;
  RowValues<TollLink> toll_links;
  RowValues<EventOrder> event_order;
  Table reporting;  // words that bring in a narrator
  Table lasting;    // verbs that say how long
  RowValues<Cue> cues;
  // Words of sport, weather, markets, film: index of each row's domain in `domain_names`.
  RowValues<uint32_t> domains;
  std::vector<std::string> domain_names;
  // What a paragraph is about: index of each row's PLOVER context in `context_names`.
  RowValues<uint32_t> contexts;
  std::vector<std::string> context_names;
  Table nationalities;
  Table affiliations;
  RoleWeights role_weights;  // what the linker learned; may be empty
  Table victims;
  Table actors, offices;
  std::vector<bool> states;         // of the rows of actors
  std::vector<Table> party_tables;  // of those who act and are acted upon, places and buildings too

  [[nodiscard]] bool names_party(RowId row) const;
  // Is the row the name of a state, a body, an armed group or an office?
  [[nodiscard]] bool names_power(RowId row) const;
  // Is it the name of a country or its capital?
  [[nodiscard]] bool is_state(RowId row) const;
};

[[nodiscard]] Harm harm_of_name(std::string_view name);

}  // namespace isnad
