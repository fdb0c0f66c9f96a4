// SPDX-License-Identifier: Apache-2.0
// An incident: one thing that happened, as far as claims of one or several reports point to it,
// with every account kept apart. Nothing is averaged and nothing is overwritten.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "isnad/incident/coded_record.h"
#include "isnad/incident/fingerprint.h"

namespace isnad {

// The contract's fields, in its order.
enum class Field : uint8_t {
  kMeans,
  kAgent,
  kTarget,
  kPlace,
  kTime,
  kWeapon,
  kKilled,
  kInjured,
  kOutcome
};
inline constexpr std::array<std::string_view, 9> kFieldNames = {
    "means", "agent", "target", "place", "time", "weapon", "killed", "injured", "outcome"};
inline constexpr size_t kFields = kFieldNames.size();

enum class Agreement : uint8_t { kAgreed, kSingle, kDisputed, kDenied, kSilent };
[[nodiscard]] std::string_view agreement_name(Agreement agreement);

// After Airwars' scale, as a proposal: docs/reference/incidents.md has the rules.
enum class Grade : uint8_t { kConfirmed, kFair, kWeak, kContested, kDiscounted };
[[nodiscard]] std::string_view grade_name(Grade grade);

// One value that one claim gives a field.
struct Observation {
  Field field = Field::kMeans;
  size_t account = 0;             // index into Incident::accounts
  std::string claim;              // id
  std::string published;          // of its report, for corrections
  std::string value;              // for people, and for output
  std::optional<int64_t> number;  // where the value is one figure
  std::string code;
  std::string certainty;
  std::string manner;  // how the narrator says it: states, admits, announces …
  std::string words;  // as written, with the category word of a toll: "16 شهيداً" (16 martyrs)
  bool denied = false;      // the narrator denies this value
  bool superseded = false;  // the same narrator corrected it later
  // What equality looks at, by field.
  PartyRecord party;
  std::optional<CodedPlace> place;  // of a target: the site that it is
  std::optional<TimeRecord> time;
  Range range;
};

// What one narrator says, whatever outlets carry it. Copies of a report are one account with it.
struct Account {
  std::string key;  // what makes it the same narrator: name, or words and report
  std::string narrator;
  std::string kind;  // narrator kind of the contract
  std::string code;
  std::string manner;
  std::vector<std::string> reports;  // that carry it, in order of publication
  std::vector<std::string> outlets;
  size_t copies = 0;    // of those reports, how many repeat another's words
  bool counted = true;  // false: an outlet's own voice beside the narrators it names
  bool denies = false;  // it denies something of the incident
};

// A value with all who hold it.
struct FieldValue {
  std::string value;
  std::optional<int64_t> number;
  std::string code;
  std::vector<std::string> narrators;
  std::vector<std::string> claims;
  std::string certainty;
};

// "raised 7 → 12": a figure that its own narrator replaced later.
struct Correction {
  Field field = Field::kKilled;
  std::string narrator, from, to, published, claim;
};

// A denial and the claims of others that it denies.
struct DenialLink {
  std::string claim, narrator, kind;  // kind: event, responsibility, number, victims
  std::vector<std::string> denied;
};

// What people decided about an incident so far.
struct IncidentReview {
  std::string status = "unreviewed";
  std::string by, at, assigned;
  bool graded = false;  // the grade is a person's
};

struct Incident {
  std::string id;
  std::string title;
  std::string type, mode, means;
  std::optional<int> earliest, latest;
  std::optional<CodedPlace> place;
  std::vector<std::string> reports, claims;
  size_t independent_chains = 0;
  size_t copies = 0;
  std::array<std::vector<FieldValue>, kFields> fields;
  std::array<Agreement, kFields> agreement{};
  Grade grade = Grade::kWeak;
  std::string grade_reason;
  IncidentReview review;
  std::vector<Account> accounts;
  std::vector<Observation> observations;
  std::vector<Correction> corrections;
  std::vector<DenialLink> denials;
};

// A report's part in an incident.
struct Member {
  const CodedRecord* record = nullptr;
  std::vector<int> claims;  // numbers
  Signature signature{};
};

// The incident that these claims tell, without its name. The order of members does not matter.
// Members hold at least one claim. O(claims² of the incident).
[[nodiscard]] Incident make_incident(std::vector<Member> members);

}  // namespace isnad
