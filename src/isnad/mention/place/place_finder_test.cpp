// SPDX-License-Identifier: Apache-2.0
// Finding and resolving over a gazetteer of a dozen places; the real one is measured in
// scenarios/place.
#include "isnad/mention/place/place_finder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "isnad/mention/place/small_gazetteer.h"

namespace isnad {
namespace {

const std::string kPlaces =
    "albab\tالباب\t\tAl-Bab\tcity\tSY\tAleppo\t\t36.37\t37.52\t130000\t\tt\n"
    "aleppo\tحلب\t\tAleppo\tcity\tSY\tAleppo\t\t36.2\t37.15\t2000000\t\tt\n"
    "aleppo:adm1\tحلب\tمحافظة حلب\tAleppo\tadm1\tSY\tAleppo\t\t36.2\t37.3\t4000000\t\tt\n"
    "damascus\tدمشق\t\tDamascus\tcity\tSY\tDamascus\t\t33.51\t36.29\t1500000\t\tt\n"
    "ghuwayran\tغويران\t\tGhuwayran\tneighbourhood\tSY\tAl-Hasakah\thasakah\t36.49\t40."
    "745\t0\t\tt\n"
    "hasakah\tالحسكة\t\tAl-Hasakah\tcity\tSY\tAl-Hasakah\t\t36.5\t40.75\t420000\t\tt\n"
    "hasakah:adm1\tالحسكة\t\tAl-Hasakah\tadm1\tSY\tAl-Hasakah\t\t36.5\t40.7\t1500000\t\tt\n"
    "lb\tلبنان\t\tLebanon\tcountry\tLB\t\t\t33.83\t35.83\t6000000\t\tt\n"
    "ly\tليبيا\t\tLibya\tcountry\tLY\t\t\t25\t17\t6000000\t\tt\n"
    "sinaa\tسجن الصناعة\t\tSina'a prison\tsite\tSY\tAl-Hasakah\tghuwayran\t36.478\t40.742\t0\t\tt\n"
    "sy\tسوريا\t\tSyria\tcountry\tSY\t\t\t35\t38\t17000000\t\tt\n"
    "tripoli-lb\tطرابلس\t\tTripoli\tcity\tLB\t\t\t34.44\t35.85\t500000\t\tt\n"
    "tripoli-ly\tطرابلس\t\tTripoli\tcity\tLY\t\t\t32.89\t13.18\t1100000\t\tt\n";

class PlaceFinderTest : public ::testing::Test {
 protected:
  PlaceFinderTest()
      : bytes_(testing::small_gazetteer(kPlaces)),
        gazetteer_(Gazetteer::view(bytes_.span(), "test")) {}

  std::vector<PlaceMention> find(std::string text, std::string_view outlet_country = {}) {
    report_.text = std::move(text);
    report_.zones = {{ZoneKind::kParagraph, {0, static_cast<uint32_t>(report_.text.size())}}};
    text_ = make_text(report_);
    PlaceContext context;
    context.outlet_country = outlet_country;
    context.given = report_.text;
    return PlaceFinder::create(*gazetteer_).find(text_, {}, context);
  }
  // "Country/…/Name form" of each mention, to compare at a glance.
  std::vector<std::string> ids(const std::vector<PlaceMention>& mentions) {
    std::vector<std::string> out;
    for (const PlaceMention& mention : mentions) {
      out.push_back(mention.place.gazetteer_id.empty() ? "?" + mention.place.name_ar
                                                       : mention.place.gazetteer_id);
    }
    return out;
  }

  testing::AlignedBytes bytes_;
  Result<Gazetteer> gazetteer_;
  Report report_;
  Text text_;
};

TEST_F(PlaceFinderTest, TakesCliticsOffNames) {
  EXPECT_THAT(ids(find("وبحلب ولدمشق")),
              ::testing::ElementsAre("aleppo", "damascus"));  // and in Aleppo, and to Damascus
  EXPECT_THAT(ids(find("للحسكة")),
              ::testing::ElementsAre("hasakah"));  // to al-Hasakah: لل is ل and ال
}

TEST_F(PlaceFinderTest, SitePathRunsThroughQuarterAndCity) {
  const auto mentions = find("قصف سجن الصناعة أمس");  // Sina'a prison was shelled yesterday
  ASSERT_EQ(mentions.size(), 1U);
  EXPECT_THAT(mentions[0].place.path,
              ::testing::ElementsAre("Syria", "Al-Hasakah", "Ghuwayran", "Sina'a prison"));
  EXPECT_TRUE(mentions[0].specific);
}

TEST_F(PlaceFinderTest, KindWordDecidesBetweenCityAndGovernorate) {
  EXPECT_THAT(ids(find("في مدينة حلب")),
              ::testing::ElementsAre("aleppo"));  // in the city of Aleppo
  EXPECT_THAT(ids(find("في محافظة حلب")),
              ::testing::ElementsAre("aleppo:adm1"));  // in Aleppo governorate
}

TEST_F(PlaceFinderTest, CommonWordIsAPlaceOnlyWithSupport) {
  EXPECT_THAT(ids(find("أغلق الباب أمس")), ::testing::IsEmpty());  // he closed the door yesterday
  EXPECT_THAT(ids(find("في مدينة الباب")),
              ::testing::ElementsAre("albab"));  // in the city of al-Bab
}

TEST_F(PlaceFinderTest, CountryOfTheReportDecidesBetweenNamesakes) {
  EXPECT_THAT(ids(find("لبنان: اشتباكات في طرابلس")),
              ::testing::Contains("tripoli-lb"));  // Lebanon: clashes in Tripoli
  EXPECT_THAT(ids(find("ليبيا: اشتباكات في طرابلس")),
              ::testing::Contains("tripoli-ly"));  // Libya: clashes in Tripoli
}

TEST_F(PlaceFinderTest, CountryOfTheOutletDecidesWhereTheReportDoesNot) {
  const auto* clashes = "اشتباكات في طرابلس";  // clashes in Tripoli
  EXPECT_THAT(ids(find(clashes, "LB")), ::testing::ElementsAre("tripoli-lb"));
  EXPECT_THAT(ids(find(clashes, "LY")), ::testing::ElementsAre("tripoli-ly"));
  EXPECT_THAT(ids(find("ليبيا: اشتباكات في طرابلس", "LB")),
              ::testing::Contains("tripoli-ly"));  // Libya: clashes in Tripoli
}

TEST_F(PlaceFinderTest, DemonymIsNoPlace) {
  EXPECT_THAT(ids(find("الجيش السوري")), ::testing::IsEmpty());  // the Syrian army
}

TEST_F(PlaceFinderTest, DirectionMakesAPlaceOfItsOwnAroundTheName) {
  const auto mentions = find("على بعد 20 كم شمال مدينة حلب");  // 20 km north of the city of Aleppo
  ASSERT_EQ(mentions.size(), 2U);
  EXPECT_EQ(mentions[0].form, PlaceForm::kRelative);
  EXPECT_EQ(mentions[0].anchor, 1U);
  EXPECT_NEAR(
      distance_km({36.2, 37.15}, {*mentions[0].place.latitude, *mentions[0].place.longitude}), 20,
      0.2);
  EXPECT_EQ(mentions[1].place.gazetteer_id, "aleppo");
}

TEST_F(PlaceFinderTest, UnknownSiteStandsWhereItsTownStands) {
  const auto mentions =
      find("انفجار في شارع النيل في حلب");  // an explosion in Nile Street in Aleppo
  ASSERT_EQ(mentions.size(), 2U);
  EXPECT_EQ(mentions[0].form, PlaceForm::kDescribed);
  EXPECT_EQ(mentions[0].place.name_ar, "شارع النيل");  // Nile Street
  EXPECT_NEAR(*mentions[0].place.latitude, 36.2, 0.001);
  EXPECT_GE(mentions[0].place.radius_km, 5);
}

TEST_F(PlaceFinderTest, DefiniteKindPointsBack) {
  const auto mentions = find("دخلوا مدينة حلب أمس. وفي المدينة سوق");  // they entered Aleppo; in
                                                                       // the city there is a market
  ASSERT_EQ(mentions.size(), 2U);
  EXPECT_EQ(mentions[1].form, PlaceForm::kAnaphor);
  EXPECT_EQ(mentions[1].place.gazetteer_id, "aleppo");
}

TEST_F(PlaceFinderTest, TheCityIsTheOneCalledSo) {
  // They left the city of Aleppo for Damascus governorate; in the city …
  const auto mentions = find("غادروا مدينة حلب نحو محافظة دمشق. وفي المدينة");
  ASSERT_FALSE(mentions.empty());
  EXPECT_EQ(mentions.back().form, PlaceForm::kAnaphor);
  EXPECT_EQ(mentions.back().place.gazetteer_id, "aleppo");
}

TEST_F(PlaceFinderTest, TheCityOfASiteNamedBefore) {
  const auto mentions = find("قصف سجن الصناعة. وفي المدينة");  // Sina'a prison shelled; in the city
  ASSERT_EQ(mentions.size(), 2U);
  EXPECT_EQ(mentions[1].place.gazetteer_id, "hasakah");
}

TEST_F(PlaceFinderTest, TheCountryIsTheOneSpokenOf) {
  const auto mentions = find("قال الجيش السوري في شمال البلاد");  // the Syrian army in the north of
                                                                  // the country
  ASSERT_EQ(mentions.size(), 2U);
  EXPECT_EQ(mentions[0].form, PlaceForm::kRelative);
  EXPECT_EQ(mentions[1].place.gazetteer_id, "sy");
  EXPECT_GT(*mentions[0].place.latitude, *mentions[1].place.latitude);
}

TEST_F(PlaceFinderTest, PartsOfTheCityLieInIt) {
  const auto mentions =
      find("مدينة حلب. انفجار في سوق المدينة");  // an explosion in the city's market
  ASSERT_EQ(mentions.size(), 3U);
  EXPECT_EQ(mentions[1].form, PlaceForm::kDescribed);
  EXPECT_EQ(mentions[1].place.name_ar, "سوق المدينة");  // the city's market
  EXPECT_NEAR(*mentions[1].place.latitude, 36.2, 0.001);
}

TEST_F(PlaceFinderTest, AToldDistanceMeasuresFromItsPlace) {
  // In Damascus: a small base, tens of metres away from Sina'a prison.
  const auto mentions = find("دمشق: قاعدة صغيرة تبعد عن سجن الصناعة عشرات أمتار");
  ASSERT_EQ(mentions.size(), 3U);
  EXPECT_EQ(mentions[1].form, PlaceForm::kDescribed);
  EXPECT_NEAR(*mentions[1].place.latitude, 36.478, 0.001);
  EXPECT_LT(mentions[1].place.radius_km, 1.2);
  EXPECT_THAT(mentions[1].place.path, ::testing::Not(::testing::Contains("Sina'a prison")));
}

TEST_F(PlaceFinderTest, TheKindOfAListHoldsOverADirection) {
  // The northern countrysides of Hasakah, and Aleppo.
  const auto mentions = find("أرياف الحسكة الشمالي وحلب");
  EXPECT_EQ(std::count_if(mentions.begin(), mentions.end(),
                          [](const auto& m) { return m.form == PlaceForm::kRelative; }),
            2);
}

TEST_F(PlaceFinderTest, AnAdjectiveIsNoPlace) {
  // They entered the quarter of Ghuwayran; live bullets.
  EXPECT_EQ(find("دخلوا حي غويران. الرصاص الحي").size(), 1U);
}

TEST_F(PlaceFinderTest, KindsWithAnAdjectiveNameNothing) {
  EXPECT_THAT(find("دخلوا أحياء سكنية"), ::testing::IsEmpty());  // residential quarters
}

TEST_F(PlaceFinderTest, OnIsNotAli) {
  EXPECT_THAT(ids(find("غارات على حلب")), ::testing::ElementsAre("aleppo"));  // raids on Aleppo
  const auto ali = find("قال علي حلب");                                       // Ali Halab said
  EXPECT_TRUE(ali.empty() || ali[0].confidence < find("غارات على حلب")[0].confidence);  // raids on
                                                                                        // Aleppo
}

TEST_F(PlaceFinderTest, WhoReportsIsNoPlace) {
  report_.text = "دمشق: حلب انفجار";  // Damascus: (a paper called) Aleppo – an explosion
  report_.zones = {{ZoneKind::kParagraph, {0, static_cast<uint32_t>(report_.text.size())}}};
  text_ = make_text(report_);
  PlaceContext context;
  context.given = report_.text;
  context.dateline = std::string_view(report_.text).substr(0, std::string_view("دمشق: حلب").size());
  const auto mentions = PlaceFinder::create(*gazetteer_).find(text_, {}, context);
  ASSERT_EQ(mentions.size(), 2U);
  EXPECT_FALSE(mentions[0].within_actor);
  EXPECT_TRUE(mentions[1].within_actor);
}

TEST_F(PlaceFinderTest, OfficeAndHomeAreMarked) {
  EXPECT_EQ(find("قال محافظ حلب")[0].role, PlaceRole::kOffice);   // the governor of Aleppo said
  EXPECT_EQ(find("شاب من أبناء حلب")[0].role, PlaceRole::kHome);  // a young man of Aleppo
}

TEST_F(PlaceFinderTest, SameInputSameOutput) {
  const std::string text =
      "حلب ودمشق وطرابلس في ليبيا";  // Aleppo and Damascus and Tripoli in Libya
  EXPECT_EQ(ids(find(text)), ids(find(text)));
}

TEST(Gazetteer, RefusesDamagedFiles) {
  std::string bytes = testing::small_gazetteer(kPlaces);
  ASSERT_FALSE(bytes.empty());
  bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
  EXPECT_FALSE(Gazetteer::view(testing::AlignedBytes(bytes).span(), "test"));
  EXPECT_FALSE(Gazetteer::view(testing::AlignedBytes("").span(), "test"));
}

TEST(Gazetteer, SameSourceSameBytes) {
  EXPECT_EQ(testing::small_gazetteer(kPlaces), testing::small_gazetteer(kPlaces));
}

TEST(Gazetteer, LaterRowsCorrectEarlierOnes) {
  GazetteerSource source;
  std::vector<Error> faults;
  const std::string header = testing::kPlaceHeader;
  const auto first =
      PlaceTable::parse(header + "a\tحلب\t\tAlepo\tcity\tSY\t\t\t36\t37\t5\t\tt\n", "1");  // Aleppo
  const auto second =
      PlaceTable::parse(header + "a\t\tالشهباء\tAleppo\t\t\t\t\t\t\t\t\tt\n", "2");  // the grey one
  add_places(*first, source, faults);
  add_places(*second, source, faults);
  ASSERT_EQ(source.places.size(), 1U);
  EXPECT_TRUE(faults.empty());
  EXPECT_EQ(source.places[0].name_en, "Aleppo");
  EXPECT_EQ(source.places[0].population, 5U);
  EXPECT_EQ(source.places[0].alternates.size(), 1U);
}

}  // namespace
}  // namespace isnad
