// SPDX-License-Identifier: Apache-2.0
// The door for reports coded elsewhere: any bytes give a record or an error; what is a record can
// be told, packed, unpacked to the same, compared with itself, and made an incident.
#include "isnad/incident/coded_record.h"

#include <algorithm>

#include "isnad/export/incident_json.h"
#include "isnad/incident/blocking.h"
#include "isnad/incident/incident.h"
#include "isnad/incident/telling.h"
#include "text_invariants.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using isnad::fuzzing::require;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto record = isnad::read_coded_record(bytes);
  if (!record) {
    require(!record.error().what.empty());
    return 0;
  }
  const auto tellings = isnad::make_tellings(*record);
  require(tellings.size() <= record->claims.size());
  isnad::Member member;
  member.record = &*record;
  for (const isnad::Telling& telling : tellings) {
    const auto words = isnad::pack(telling);
    const auto back = isnad::unpack(words);
    require(back.has_value() && isnad::pack(*back) == words);
    const auto keys = isnad::block_keys(telling);
    require(std::is_sorted(keys.filed.begin(), keys.filed.end()));
    require(isnad::may_meet(telling, tellings.front()) ==
            isnad::may_meet(tellings.front(), telling));
    const auto claims = isnad::claims_of_telling(*record, telling.claim);
    member.claims.insert(member.claims.end(), claims.begin(), claims.end());
  }
  if (member.claims.empty()) return 0;
  std::string json;
  isnad::append_incident_json(isnad::make_incident({member}), json);
  require(!json.empty() && json.back() == '\n');
  return 0;
}
