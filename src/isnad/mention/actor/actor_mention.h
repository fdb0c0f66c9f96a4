// SPDX-License-Identifier: Apache-2.0
// A party named or described in the text: who does, suffers or says something, resolved to a PLOVER
// code.
#pragma once

#include <string>
#include <string_view>

#include "isnad/base/span.h"
#include "isnad/lexicon/lexicon.h"

namespace isnad {

enum class ActorKind : uint8_t {
  kState,  // a country, its government, forces, ministries
  kArmedGroup,
  kOrganisation,  // parties, international bodies, NGOs, companies
  kMedia,         // outlets and agencies
  kMonitor,       // observatories, human-rights groups
  kPerson,        // a named person
  kGroup,         // described people: مسلحون, متظاهرون, عناصر من …
};

struct ActorMention {
  TokenSpan tokens;  // the whole noun phrase: "مجموعات مسلحة موالية لإيران"
  uint32_t head = 0;  // token of its head noun or name
  TokenSpan
      name_tokens;  // a person's name without his titles, for display; empty for everybody else
  ActorKind kind = ActorKind::kGroup;
  RowId row =
      kNoRow;        // row of "actors", "agent_nouns", "offices" or "nationalities" it resolves to
  std::string name;  // canonical English name; empty for described groups
  std::string code;  // PLOVER: country, then sectors: "IRN PAR", "SYR REB"; empty when unknown
  std::string country;  // ISO alpha-3 or PLOVER's non-state codes; empty when unknown
  std::string sector;   // empty when unknown
  // Index of the earlier mention of the same party this one refers back to, or UINT32_MAX.
  uint32_t refers_to = UINT32_MAX;
  uint8_t preposition = 0;  // Proclitic mask fused to its first token (ل in لقوات)
  bool metonym =
      false;  // a country or capital by its bare name: a party only where the clause makes it one
  bool adjective = false;  // a nationality adjective on its own: غارة أميركية (an American raid)
};

}  // namespace isnad
