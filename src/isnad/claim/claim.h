// SPDX-License-Identifier: Apache-2.0
// A claim: one event as one report tells it, according to whom and how surely. The product's unit;
// every field of it is a field of the contract (docs/schema/report.schema.json).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "isnad/event/confidence_model.h"
#include "isnad/event/event_mention.h"

namespace isnad {

// How a narrator brings a claim forward.
enum class Manner : uint8_t {
  kReports,
  kStates,
  kConfirms,
  kAnnounces,
  kClaims,
  kAlleges,
  kAccuses,
  kBelieves,
  kDenies,
  kAdmits,
  kQuotes,
  kCirculates,
};
// Weakest first, so that a chain's certainty is the least of its links' (unknown aside).
enum class Certainty : uint8_t { kUnknown, kPossible, kProbable, kCertain };
enum class NarratorKind : uint8_t {
  kOutlet,
  kAgency,
  kBelligerent,
  kGovernment,
  kMonitor,
  kOfficial,
  kWitness,
  kLocal,
  kExpert,
  kSocial,
  kUnnamed,
};
// What exactly a denying narrator denies.
enum class Denial : uint8_t { kEvent, kResponsibility, kNumber, kVictims };

[[nodiscard]] std::string_view manner_name(Manner manner);
[[nodiscard]] std::string_view certainty_name(Certainty certainty);
[[nodiscard]] std::string_view narrator_kind_name(NarratorKind kind);
[[nodiscard]] std::string_view denial_name(Denial denial);
// The value of that name, or nothing; for reading lexicon tables.
[[nodiscard]] std::optional<Manner> manner_of(std::string_view name);
[[nodiscard]] std::optional<Certainty> certainty_of(std::string_view name);
[[nodiscard]] std::optional<NarratorKind> narrator_kind_of(std::string_view name);
[[nodiscard]] std::optional<Denial> denial_of(std::string_view name);

struct Narrator {
  ByteSpan span;     // empty for the outlet and for impersonal forms without words of their own
  std::string text;  // as written; the outlet's name for the outlet
  std::string name;  // canonical English name; empty when unknown
  std::string code;
  NarratorKind kind = NarratorKind::kUnnamed;
  bool interested = false;  // himself a party to the event, or of one side with a party
};

// One link of the chain, from the outlet inward.
struct ChainLink {
  Narrator narrator;
  Manner manner = Manner::kReports;
  Certainty certainty = Certainty::kCertain;
};

struct Claim {
  std::string id;  // report id + "#c" + 1-based number in text order
  EventMention event;
  std::vector<ChainLink> chain;               // never empty: the outlet's link comes first
  Certainty certainty = Certainty::kCertain;  // the weakest link
  bool quote = false;                         // the trigger stands inside quotation marks
  std::optional<std::string>
      same_event;  // id of the claim of this report that tells the same event first
  std::optional<Denial> denies;
  bool main = false;
  std::vector<Feature> features;  // what its confidence was read from; kept for training alone
};

}  // namespace isnad
