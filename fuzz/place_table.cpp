// SPDX-License-Identifier: Apache-2.0
// The gazetteer's TSV reader, and rows from it: any bytes give a table or a fault.
#include "isnad/mention/place/gazetteer_source.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const auto table =
      isnad::PlaceTable::parse(std::string(reinterpret_cast<const char*>(data), size), "fuzz");
  if (!table) return 0;
  isnad::GazetteerSource source;
  std::vector<isnad::Error> faults;
  isnad::add_places(*table, source, faults);
  for (uint8_t kind = 0; kind < isnad::kCueKinds; ++kind) {
    isnad::add_cues(*table, static_cast<isnad::PlaceCueKind>(kind), source, faults);
  }
  isnad::finish_source(source, faults);
  return 0;
}
