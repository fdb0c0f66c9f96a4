// SPDX-License-Identifier: Apache-2.0
// Door: any sequence of names and cue words over a gazetteer of a few places. Mentions stand in
// order and within the text, names within mentions, anchors are other mentions, coordinates are on
// the globe.
#include "isnad/mention/place/place_finder.h"
#include "isnad/mention/place/small_gazetteer.h"
#include "text_invariants.h"

namespace {

using namespace isnad;

const Gazetteer& gazetteer() {
  static const std::string rows =
      "aleppo\tحلب\t\tAleppo\tcity\tSY\tAleppo\t\t36.2\t37.15\t2000000\t\tt\n"
      "aleppo:adm1\tحلب\tمحافظة حلب\tAleppo\tadm1\tSY\tAleppo\t\t36.2\t37.3\t4000000\t\tt\n"
      "damascus\tدمشق\t\tDamascus\tcity\tSY\tDamascus\t\t33.51\t36.29\t1500000\t\tt\n"
      "sinaa\tسجن الصناعة\t\tSina'a prison\tsite\tSY\tAleppo\taleppo\t36.478\t40.742\t0\t\tt\n"
      "sy\tسوريا\t\tSyria\tcountry\tSY\t\t\t35\t38\t17000000\t\tt\n"
      "tripoli-lb\tطرابلس\t\tTripoli\tcity\tLB\t\t\t34.44\t35.85\t500000\t\tt\n";
  static const testing::AlignedBytes bytes(testing::small_gazetteer(rows));
  static const auto held = Gazetteer::view(bytes.span(), "fuzz");
  fuzzing::require(held.has_value());
  return *held;
}

// What a byte says; the rest of the alphabet is words that nothing knows.
std::string words_of(const uint8_t* data, size_t size) {
  static constexpr const char* kWords[] = {
      "حلب",          // Aleppo
      "وحلب",         // and Aleppo
      "بدمشق",        // in Damascus
      "سجن الصناعة",  // Sina'a prison
      "سوريا",        // Syria
      "طرابلس",       // Tripoli
      "مدينة",        // city of
      "المدينة",      // the city
      "محافظة",       // governorate of
      "ريف",          // countryside of
      "أرياف",        // countrysides of
      "البلاد",       // the country
      "سوق",          // market of
      "حي",           // quarter of
      "أحياء",        // quarters of
      "الحي",         // the quarter, live
      "شمال",         // north
      "الشمالي",      // northern
      "تبعد",         // lies at a distance
      "كم",           // km
      "أمتار",        // metres
      "7",
      "في",        // in
      "على",       // on
      "من أبناء",  // a son of
      "محافظ",     // governor of
      "علي",       // Ali
      "منزله",     // his house
      "شارع",      // street
      ".",           "\n", "(",
  };
  std::string text;
  for (size_t i = 0; i < size && i < 2000; ++i) {
    if (data[i] < 0xE0) {
      text += kWords[data[i] % std::size(kWords)];
    } else {
      text.append(1 + data[i] % 5, static_cast<char>('a' + data[i] % 26));
    }
    text += ' ';
  }
  return text;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static const PlaceFinder finder = PlaceFinder::create(gazetteer());
  Report report;
  report.text = words_of(data, size);
  report.zones = {{ZoneKind::kParagraph, {0, static_cast<uint32_t>(report.text.size())}}};
  const Text text = make_text(report);
  PlaceContext context;
  if (size % 3 != 0) context.given = report.text;
  if (size % 2 != 0)
    context.dateline = std::string_view(report.text).substr(0, report.text.size() / 3);
  if (size % 5 == 0) context.outlet_country = "SY";
  const auto mentions = finder.find(text, {}, context);
  uint32_t begin = 0;
  for (const PlaceMention& mention : mentions) {
    fuzzing::require(mention.tokens.begin >= begin && mention.tokens.end <= text.tokens.size());
    fuzzing::require(mention.tokens.begin < mention.tokens.end);
    fuzzing::require(mention.name.empty() || mention.tokens.contains(mention.name));
    fuzzing::require(mention.anchor == UINT32_MAX || mention.anchor < mentions.size());
    fuzzing::require(mention.confidence >= 0 && mention.confidence <= 1);
    fuzzing::require(mention.place.radius_km >= 0);
    if (mention.place.latitude) {
      fuzzing::require(*mention.place.latitude >= -90 && *mention.place.latitude <= 90);
      fuzzing::require(*mention.place.longitude >= -180 && *mention.place.longitude <= 180);
    }
    begin = mention.tokens.begin;
  }
  return 0;
}
