// SPDX-License-Identifier: Apache-2.0
// The country and sector of a described party, from its head noun, its nationality adjective, and
// the party it belongs to: مقاتلو حزب الله is Hezbollah's code, مجموعات مسلحة موالية لإيران is IRN
// PAR.
#pragma once

#include <string>

#include "isnad/mention/actor/actor_knowledge.h"

namespace isnad {

// How the other party in a phrase stands to its head.
enum class PartyTie : uint8_t {
  kNone,
  kConstruct,   // قوات النظام, عناصر داعش
  kComplement,  // مسؤول في وزارة الصحة
  kAffiliated,  // تابعة لـ, موالية لـ
  kLed,         // بقيادة
};

struct PartyCode {
  std::string name, country, sector;
};

// Does the head say only that somebody is of the other party (عناصر, members), so that its code is
// the other's?
[[nodiscard]] bool takes_inner_code(const PartyRow& head);

// Country first by adjective, then by the other party; the sector of the other party where the
// head's own says only that somebody bears arms, leads or speaks. `adjective_sector`: of an
// adjective such as حكومي; may be empty.
[[nodiscard]] PartyCode compose_code(const PartyRow& head, std::string_view adjective_country,
                                     std::string_view adjective_sector, PartyTie tie,
                                     const PartyCode& other, bool other_is_state);

}  // namespace isnad
