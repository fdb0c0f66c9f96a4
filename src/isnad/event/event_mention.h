// SPDX-License-Identifier: Apache-2.0
// One event as the text tells it, before it is attributed: what, who to whom, where, when, with
// what result. Holds spans and values, no references into the stages that made it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "isnad/base/span.h"
#include "isnad/lexicon/lexicon.h"
#include "isnad/mention/place/place_mention.h"
#include "isnad/mention/quantity/quantity_mention.h"
#include "isnad/mention/time/time_mention.h"

namespace isnad {

enum class Factuality : uint8_t {
  kActual,
  kAttempted,
  kFoiled,
  kThreatened,
  kPlanned,
  kDenied,
  kHypothetical
};
[[nodiscard]] std::string_view factuality_name(Factuality factuality);

// How a modal or adverb near the event weakens it, whoever says it.
enum class Hedge : uint8_t { kNone, kProbable, kPossible };

// A party to the event, as written and as resolved. Empty strings are unknown, never invented.
struct Party {
  TokenSpan tokens;
  ByteSpan span;     // in Report::text
  std::string name;  // canonical English name
  std::string code;  // PLOVER: "SYR REB"
  std::string country;
  std::string sector;
};

// A range with the words it was read from.
struct Toll {
  Range range;
  ByteSpan span;
};

// A part of a toll by who the victims were: "three children among them".
struct VictimGroup {
  Harm kind = Harm::kNone;
  std::string who;  // English word of the table "victims": children, detainees …
  Range range;
  ByteSpan span;
};

struct Casualties {
  std::optional<Toll> killed, injured, detained, abducted, missing, displaced;
  std::vector<VictimGroup> groups;
  // The toll of one kind, by harm; null for kNone and kKilledOrInjured.
  [[nodiscard]] std::optional<Toll>* of(Harm harm);
};

struct EventPlace {
  ByteSpan span;
  Place place;
};

struct EventTime {
  ByteSpan span;
  bool stated = true;  // false: no expression of its own; bracketed by the report's own time
  std::string timex;
  std::optional<Date> earliest, latest;
  TimePrecision precision = TimePrecision::kUnknown;
};

struct EventMention {
  RowId frame = kNoRow;      // what fired
  std::string rule;          // the frame's id and the construction: "assault.shell.light-verb"
  std::string construction;  // "active-verb", "event-noun", "light-verb" …
  TokenSpan trigger;
  uint32_t head = 0;                // the token of the trigger that governs the roles
  ByteSpan trigger_span;            // the trigger in Report::text
  uint32_t sentence = 0;            // index into Text::sentences
  ByteSpan sentence_span;           // that sentence in Report::text
  std::string lemma;                // of the trigger, folded
  std::string type, mode, means;    // PLOVER type and mode, our means; mode and means may be empty
  std::vector<std::string> covers;  // other means its words can refer back to; "*" any of its type
  std::vector<Party> agents, recipients;
  std::optional<EventPlace> place;
  std::optional<EventTime> time;
  std::vector<std::string> weapons;
  Casualties casualties;
  std::vector<std::string> contexts;
  Factuality factuality = Factuality::kActual;
  bool by_pronoun = false;  // its doer is a pronoun alone: "said that it did not target"
  bool background = false;
  // Told not to have happened ("did not shell"): a denial if a narrator says so, else no event.
  bool not_done = false;
  bool quoted = false;         // words that decide its factuality stand in quotation marks
  bool definite = false;       // "the attack": may refer back to one already told
  Hedge hedge = Hedge::kNone;  // within the scope of ربما, يرجح …
  // How the trigger is written, for weighing how surely it tells an event.
  uint16_t inflection = 0;  // Inflection mask of the trigger's head word
  uint8_t proclitics = 0;   // Proclitic mask of its first token
  bool is_verb = false;     // read as a verb
  bool weak = false;        // its frame is too vague to fire alone
  std::vector<RowId> cues;  // rows of the table "cues" that act on it
  float confidence = 0;
  std::vector<std::string> trace;  // for --explain: a line a decision
  // For --explain: who might be a party, a line each with what spoke for it; training reads it.
  std::vector<std::string> evidence;
};

}  // namespace isnad
