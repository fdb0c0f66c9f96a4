// SPDX-License-Identifier: Apache-2.0
// A telling: one event as one report tells it, all accounts of that report taken together, reduced
// to what comparing it with other reports' tellings needs. Small, so that many fit in memory.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "isnad/incident/coded_record.h"
#include "isnad/incident/fingerprint.h"

namespace isnad {

// What kind of dealing it is; only tellings of one family can be of one incident. Types are put
// together that reports use for the same happening: a storming told as an assault, a raid, an
// advance.
enum class TypeFamily : uint8_t { kMaterial, kVerbal, kCooperation };
// The family of a PLOVER type.
[[nodiscard]] TypeFamily family_of(std::string_view type);

struct Telling {
  int64_t id = 0;       // given by whoever keeps it
  int64_t report = 0;   // the same for all tellings of one report
  uint64_t stable = 0;  // the same wherever and whenever the report arrives: decides ties
  int claim = 0;        // number of the claim that tells the event first
  TypeFamily family = TypeFamily::kMaterial;
  uint32_t type = 0, mode = 0, means = 0, lemma = 0;  // hashes; 0 unknown
  bool main = false, background = false, denied = false;
  bool dated = false;                   // a time expression of its own, to the day or finer
  std::optional<int> earliest, latest;  // days since 1970-01-01
  std::optional<double> latitude, longitude;
  double radius_km = 0;
  uint32_t country = 0, place = 0;  // hashes: of the country, of the gazetteer row or the name
  std::vector<uint32_t> places;     // hashes of the path inward and the names, sorted
  std::vector<uint32_t> agents, recipients;  // hashes of codes with a country and of names, sorted
  std::optional<int64_t> killed_low, killed_high, injured_low, injured_high;
  uint64_t wording = 0;          // of its first sentence, for verbatim copies; 0: too short
  std::vector<uint32_t> pieces;  // word_pieces of its sentences, at most 160
  Signature signature{};         // of the whole report
};

// The tellings of a report that can be incidents: what is only threatened, planned or supposed is
// left out. Needs report.text for wording (--with-text); without it that evidence is missing.
[[nodiscard]] std::vector<Telling> make_tellings(const CodedRecord& record);

// Numbers of the claims that belong to the telling of claim `first`, in text order.
[[nodiscard]] std::vector<int> claims_of_telling(const CodedRecord& record, int first);

// A telling as words of 32 bits and back; unpack gives nothing for words that no pack wrote. The
// fields id and report are not among them.
[[nodiscard]] std::vector<uint32_t> pack(const Telling& telling);
[[nodiscard]] std::optional<Telling> unpack(std::span<const uint32_t> words);

}  // namespace isnad
