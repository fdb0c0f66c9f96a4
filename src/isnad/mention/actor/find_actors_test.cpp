// SPDX-License-Identifier: Apache-2.0
// Extents, codes and references of parties, on lines of our own with a lexicon of a few dozen rows.
#include "isnad/mention/actor/find_actors.h"

#include <gtest/gtest.h>

#include "isnad/mention/actor/actor_test_lexicon.h"

namespace isnad {
namespace {

using actor_test::read;

TEST(FindActors, NamesTheLongestKnownParty) {
  const auto reading = read("أعلن تنظيم الدولة الإسلامية ذلك");  // the Islamic State announced it
  ASSERT_EQ(reading.mentions.size(), 1U);
  EXPECT_EQ(reading.mentions[0].name, "ISIS");
  EXPECT_EQ(reading.mentions[0].kind, ActorKind::kArmedGroup);
  // the Islamic State
  EXPECT_EQ(reading.words(0), "تنظيم الدولة الإسلامية");
}

TEST(FindActors, TakesTheOwnersCodeForItsMembers) {
  // members of ISIS; a leader in Hamas
  EXPECT_EQ(read("عناصر من تنظيم داعش").summary(), "عناصر من تنظيم داعش = IMG REB");
  EXPECT_EQ(read("قال قيادي في حركة حماس").summary(), "قيادي في حركة حماس = PSE REB");
}

TEST(FindActors, GivesCountryThenSectorForAffiliation) {
  // armed groups loyal to Iran; a group backed by Iran
  EXPECT_EQ(read("مجموعات مسلحة موالية لإيران").summary(), "مجموعات مسلحة موالية لإيران = IRN PAR");
  EXPECT_EQ(read("مجموعة مدعومة من إيران").summary(), "مجموعة مدعومة من إيران = IRN PAR");
}

TEST(FindActors, ReadsNationalityWithItsNoun) {
  EXPECT_EQ(read("انسحبت القوات الأمريكية").summary(),
            "القوات الأمريكية = USA MIL");                                // American forces
  EXPECT_EQ(read("مدنيون سوريون").summary(), "مدنيون سوريون = SYR CVL");  // Syrian civilians
}

TEST(FindActors, ReadsAWordThatBeginsWithHamzaAndLamWithAndWithoutArticle) {
  EXPECT_EQ(read("الشرطة الألمانية").summary(), "الشرطة الألمانية = DEU COP");  // the German police
  EXPECT_EQ(read("مدني ألماني").summary(), "مدني ألماني = DEU CVL");            // a German civilian
}

TEST(FindActors, LeavesUnknownGunmenWithoutCountry) {
  EXPECT_EQ(read("قتل عشرات المسلحين").summary(), "عشرات المسلحين = UAF");  // dozens of gunmen
}

TEST(FindActors, EndsAPhraseWhereSubjectAndObjectMeet) {
  // the gunmen (nominative) … the protesters (accusative)
  EXPECT_EQ(read("هاجم المسلحون المحتجين").summary(), "المسلحون = UAF | المحتجين = CVL");
  // the police … the city: no adjective, so no part of the phrase
  EXPECT_EQ(read("دخلت الشرطة المدينة").summary(), "الشرطة = COP");
}

TEST(FindActors, JoinsAnOfficialToHisBody) {
  // an official in the Ministry of Health; a spokesman for the police
  EXPECT_EQ(read("مسؤول في وزارة الصحة").summary(), "مسؤول في وزارة الصحة = GOV");
  EXPECT_EQ(read("متحدث باسم الشرطة").summary(), "متحدث باسم الشرطة = COP");
}

TEST(FindActors, StopsAtOtherPrepositions) {
  EXPECT_EQ(read("مسلحون في المدينة").summary(), "مسلحون = UAF");  // gunmen in the city
}

TEST(FindActors, KeepsTheNameWithItsTitle) {
  const auto reading =
      read("وزير الخارجية الأمريكي جون كيري");  // the American foreign minister John Kerry
  ASSERT_EQ(reading.mentions.size(), 1U);
  EXPECT_EQ(reading.mentions[0].kind, ActorKind::kPerson);
  EXPECT_EQ(reading.mentions[0].code, "USA GOV");
  // the American foreign minister John Kerry
  EXPECT_EQ(reading.words(0), "وزير الخارجية الأمريكي جون كيري");
  EXPECT_EQ(reading.mentions[0].name_tokens, (TokenSpan{3, 5}));
}

TEST(FindActors, TiesAFamilyNameToTheFullOne) {
  const auto reading =
      read("قال العميد أحمد عسيري ذلك. وغادر عسيري");  // Brigadier Ahmad Asiri … Asiri left
  ASSERT_EQ(reading.mentions.size(), 2U);
  EXPECT_EQ(reading.mentions[1].refers_to, 0U);
  EXPECT_EQ(reading.mentions[1].code, "MIL");
}

TEST(FindActors, CountsAShortFormOnlyAfterTheFullName) {
  EXPECT_EQ(read("شن طيران التحالف غارة").summary(),
            "");  // the coalition's aircraft: which coalition?
  // the Arab coalition said so; the coalition's aircraft raided
  const auto reading = read("قال التحالف العربي ذلك. وشن طيران التحالف غارة");
  ASSERT_EQ(reading.mentions.size(), 2U);
  EXPECT_EQ(reading.mentions[1].name, "Saudi-led Coalition");
  EXPECT_EQ(reading.mentions[1].refers_to, 0U);
}

TEST(FindActors, TiesADefiniteNounToTheOnlyPartyThatFits) {
  const auto reading =
      read("هاجمت جبهة النصرة البلدة. وقال التنظيم ذلك");  // the Nusra Front … the organisation
  ASSERT_EQ(reading.mentions.size(), 2U);
  EXPECT_EQ(reading.mentions[1].name, "Nusra Front");
}

TEST(FindActors, GuessesNothingWhereTwoPartiesFit) {
  // Hamas and the Nusra Front … the organisation
  const auto reading = read("التقت حماس مع جبهة النصرة. وقال التنظيم ذلك");
  ASSERT_EQ(reading.mentions.size(), 3U);
  EXPECT_EQ(reading.mentions[2].refers_to, UINT32_MAX);
  EXPECT_EQ(reading.mentions[2].name, "");
}

TEST(FindActors, PrefersThePartyThatSharesTheNoun) {
  // Hamas and ISIS (tanẓīm Dāʿish) … the organisation (at-tanẓīm)
  const auto reading = read("هدد تنظيم داعش حركة حماس. وقال التنظيم ذلك");
  ASSERT_EQ(reading.mentions.size(), 3U);
  EXPECT_EQ(reading.mentions[2].name, "ISIS");
}

TEST(FindActors, ResolvesTheOwnerInsideAPhrase) {
  const auto reading =
      read("أعلن تنظيم داعش ذلك. وقتل عناصر التنظيم مدنيا");  // … the organisation's members
  ASSERT_GE(reading.mentions.size(), 2U);
  // the organisation's members
  EXPECT_EQ(reading.words(1), "عناصر التنظيم");
  EXPECT_EQ(reading.mentions[1].code, "IMG REB");
}

TEST(FindActors, ResolvesAPronounToTheOnlyPartyOfItsGender) {
  const auto reading =
      read("أعلن تنظيم داعش أن مسلحيه دخلوا البلدة");  // ISIS said its gunmen entered the town
  ASSERT_EQ(reading.mentions.size(), 2U);
  EXPECT_EQ(reading.mentions[1].code, "IMG REB");
  // ISIS and Hamas's movement: ها is the movement's
  const auto two = read("قاتل تنظيم داعش حركة حماس وقال أن مسلحيها فروا");
  ASSERT_EQ(two.mentions.size(), 3U);
  EXPECT_EQ(two.mentions[2].code, "PSE REB");
}

TEST(FindActors, TellsAPlaceFromAParty) {
  EXPECT_EQ(read("وصل إلى المطار في سوريا").summary(), "");  // in Syria
  const auto reading = read("قال أن دمشق وافقت");            // that Damascus agreed
  ASSERT_EQ(reading.mentions.size(), 1U);
  EXPECT_TRUE(reading.mentions[0].metonym);
  EXPECT_EQ(reading.mentions[0].code, "SYR GOV");
}

TEST(FindActors, TakesACommonWordForANameOnlyInQuotes) {
  EXPECT_EQ(read("انطلقت المسيرة").summary(), "");                         // the march set out
  EXPECT_EQ(read("قالت «المسيرة» ذلك").summary(), "«المسيرة» = YEM REB");  // "al-Masirah" said so
}

TEST(FindActors, TakesAnIslandForAnIsland) {
  // landed on an island, left the island
  EXPECT_EQ(read("نزلوا على جزيرة ثم غادروا الجزيرة").summary(), "");
  // Al Jazeera said so
  EXPECT_EQ(read("قالت الجزيرة ذلك").summary(), "الجزيرة = QAT JRN");
}

TEST(FindActors, NeedsTheCountryForALoneFamilyName) {
  // Netanyahu arrived; Benjamin Netanyahu arrived
  EXPECT_EQ(read("وصل نتنياهو").summary(), "");
  EXPECT_EQ(read("وصل بنيامين نتنياهو").summary(), "بنيامين نتنياهو = ISR GOV");
}

TEST(FindActors, CountsAnAmbiguousNationalityOnlyWhereItsCountryIsNamed) {
  EXPECT_EQ(read("مسؤول مالي").summary(), "مسؤول = GOV");  // an official, financial or Malian
}

TEST(FindActors, NamesALoneNationalityAdjective) {
  const auto reading = read("غارة أمريكية");  // an American raid
  ASSERT_EQ(reading.mentions.size(), 1U);
  EXPECT_TRUE(reading.mentions[0].adjective);
  EXPECT_EQ(reading.mentions[0].code, "USA");
}

TEST(FindActors, TakesNoAttributeForAPerson) {
  EXPECT_EQ(read("الدفاع المدني").summary(), "");  // civil defence: no civilian
  EXPECT_EQ(read("مهاجمة القرية").summary(), "");  // attacking the village: no attacker
}

TEST(FindActors, GivesEachOfAPairItsOwnMention) {
  // Hamas and the Nusra Front
  EXPECT_EQ(read("اتفقت حماس وجبهة النصرة").summary(), "حماس = PSE REB | وجبهة النصرة = SYR REB");
}

TEST(FindActors, FindsNothingInNoText) {
  EXPECT_TRUE(read("").mentions.empty());
  EXPECT_TRUE(read("، . « » ( )").mentions.empty());
}

TEST(FindActors, NeverLetsMentionsOverlap) {
  // Brigadier Asiri, the coalition's spokesman, says ISIS members attacked the army in Syria
  const auto reading = read(
      "قال العميد أحمد عسيري المتحدث باسم التحالف العربي الذي تقوده السعودية إن عناصر من تنظيم "
      "داعش هاجموا الجيش السوري "
      "في سوريا وقتلوا عشرات المدنيين السوريين");
  for (size_t i = 1; i < reading.mentions.size(); ++i)
    EXPECT_LE(reading.mentions[i - 1].tokens.end, reading.mentions[i].tokens.begin);
}

TEST(ActorKnowledge, RefusesAWordItDoesNotKnow) {
  LexiconSource source;
  // Hamas, of a kind there is not
  source.tables.push_back(parse_table(
      actor_test::with_tabs("id|ar|name_en|kind|gloss|source\nx|حماس|Hamas|guild|Hamas|t\n"),
      "actors", "t", source.faults));
  const auto compiled = compile_lexicon(source, "test");
  std::vector<char> storage(compiled.bytes.size() + 64);
  char* begin = storage.data() + (64 - reinterpret_cast<uintptr_t>(storage.data()) % 64) % 64;
  std::memcpy(begin, compiled.bytes.data(), compiled.bytes.size());
  const auto lexicon = Lexicon::view(std::as_bytes(std::span(begin, compiled.bytes.size())));
  ASSERT_TRUE(lexicon);
  const auto knowledge = ActorKnowledge::read(*lexicon);
  ASSERT_FALSE(knowledge);
  EXPECT_NE(knowledge.error().what.find("guild"), std::string::npos);
}

}  // namespace
}  // namespace isnad
