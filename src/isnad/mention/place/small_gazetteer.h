// SPDX-License-Identifier: Apache-2.0
// For tests: a gazetteer compiled from tables in the test, held in memory aligned as a mapping
// would be.
#pragma once

#include <cstring>
#include <string>
#include <vector>

#include "isnad/mention/place/gazetteer.h"
#include "isnad/mention/place/gazetteer_build.h"

namespace isnad::testing {

// Bytes at an address divisible by 64.
class AlignedBytes {
 public:
  explicit AlignedBytes(const std::string& bytes)
      : room_(bytes.size() / 64 + 2), size_(bytes.size()) {
    std::memcpy(room_.data(), bytes.data(), bytes.size());
  }
  [[nodiscard]] std::span<const std::byte> span() const {
    return {reinterpret_cast<const std::byte*>(room_.data()), size_};
  }

 private:
  struct alignas(64) Line {
    std::byte bytes[64];
  };
  std::vector<Line> room_;
  size_t size_;
};

inline constexpr const char* kPlaceHeader =
    "id\tar\talternates\ten\tfeature\tcountry\tadm1\tparent\tlat\tlon\tpopulation\tradius\tsource"
    "\n";

// Places given as rows under kPlaceHeader, with the handful of cue words that tests use.
inline std::string small_gazetteer(const std::string& rows) {
  GazetteerSource source;
  std::vector<Error> faults;
  const auto places = PlaceTable::parse(kPlaceHeader + rows, "test");
  if (!places) return {};
  add_places(*places, source, faults);
  const auto cues = [&](PlaceCueKind kind, const std::string& table) {
    if (const auto parsed = PlaceTable::parse(table, "test"))
      add_cues(*parsed, kind, source, faults);
  };
  // base, city, countryside, governorate, country, market, neighbourhood …
  cues(PlaceCueKind::kType,
       "id\tar\tvariants\tseveral\tfeatures\tmakes\tflags\n"
       "base\tقاعدة\t\t\tsite\tsite\tanaphor; site\n"
       "city\tمدينة\t\tمدينتي\tcity; town\ttown\tanaphor; label\n"
       "country\tبلاد\t\t\tcountry\t\tanaphor\n"
       "countryside\tريف\t\tريفي; أرياف\tadm1; city\t\tcountryside; label\n"
       "governorate\tمحافظة\t\tمحافظتي\tadm1\tadm1\tanaphor; label\n"
       "market\tسوق\t\tأسواق\tsite\tsite\tanaphor; site\n"
       "neighbourhood\tحي\t\tأحياء\tneighbourhood\tneighbourhood\tanaphor; attribute; label\n"
       "prison\tسجن\t\t\tsite\tsite\tanaphor; site\n"
       "street\tشارع\t\t\tsite\tsite\tsite\n");
  cues(PlaceCueKind::kDirection,
       "id\tar\tbearing\tflags\nnorth\tشمال\t0\t\nnorthern\tالشمالي\t0\tadjective\n");
  cues(PlaceCueKind::kPreposition, "id\tar\tpreposition\nin\tفي\tin\non\tعلى\ton\nto\tإلى\tto\n");
  cues(PlaceCueKind::kFunction, "id\tar\tvariants\nf\tفي\tأمس; إلى\n");
  cues(PlaceCueKind::kCommon, "id\tar\ttier\nalbab\tالباب\t3\n");
  cues(PlaceCueKind::kRole,
       "id\tar\tvariants\trole\ngovernor\tمحافظ\t\toffice\nnative\tمن أبناء\t\thome\n");
  cues(PlaceCueKind::kPerson, "id\tar\tvariants\tcue\ngiven\tعلي\t\tgiven-name\n");
  cues(PlaceCueKind::kUnit, "id\tar\tmetres\nkm\tكم\t1000\nm\tأمتار\t1\n");
  cues(PlaceCueKind::kRelation, "id\tar\trelation\ndistance\tتبعد\tdistance\n");
  cues(PlaceCueKind::kDemonym,
       "id\tar\tvariants\tcountry\tcapital\nsy\tسوري\tسورية\tSY\tdamascus\n");
  finish_source(source, faults);
  return faults.empty() ? compile_gazetteer(source, "test").finish() : std::string();
}

}  // namespace isnad::testing
