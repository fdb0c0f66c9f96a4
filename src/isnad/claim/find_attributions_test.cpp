// SPDX-License-Identifier: Apache-2.0
// Who says what, on lines of our own with a lexicon of twenty words.
#include "isnad/claim/find_attributions.h"

#include <gtest/gtest.h>

#include "isnad/claim/claim_test_lexicon.h"

namespace isnad {
namespace {

using claim_test::ClaimReading;

TEST(FindAttributions, ClauseBelongsToTheSubjectOfItsVerb) {
  const ClaimReading reading("قال مصدر أمني إن القصف توقف");  // a security source said
  EXPECT_EQ(reading.summary(), "مصدر أمني: القصف توقف");
}

TEST(FindAttributions, FindsNothingWithoutAReportingWord) {
  EXPECT_TRUE(ClaimReading("توقف القصف على المدينة").attributions().empty());  // it stopped
}

TEST(FindAttributions, NegatedSpeechIsNoSpeech) {
  // a source did not say that …
  EXPECT_TRUE(ClaimReading("لم يقل مصدر إن القصف توقف").attributions().empty());
}

TEST(FindAttributions, NounComplementEndsBeforeARelativeClauseOfThePast) {
  const ClaimReading reading("أعلن المتحدث وقف القصف الذي قال سكان");  // … that residents
  ASSERT_FALSE(reading.attributions().empty());
  EXPECT_FALSE(reading.attributions()[0].clause);
  EXPECT_EQ(reading.words(reading.attributions()[0].scope), "وقف القصف");
}

TEST(FindAttributions, QuotationEndsAtItsMark) {
  const ClaimReading reading("قال متحدث: «توقف القصف على المدينة» ثم غادر");  // … and left
  EXPECT_EQ(reading.summary(), "متحدث: توقف القصف على المدينة");
}

TEST(FindAttributions, SpeakerMayFollowHisQuotation) {
  const ClaimReading reading(
      "«توقف القصف على المدينة صباحا»، قال متحدث");  // the shelling stopped, somebody says
  EXPECT_EQ(reading.summary(),
            "متحدث: توقف القصف على المدينة صباحا");  // the shelling stopped, somebody says
}

TEST(FindAttributions, WordOfSourceCoversItsSentenceWhenItLeads) {
  const ClaimReading reading("بحسب مصدر أمني، توقف القصف");  // according to
  EXPECT_EQ(reading.summary(), "مصدر أمني: ، توقف القصف");
}

TEST(FindAttributions, WordOfSourceClosesWhatStandsBeforeIt) {
  const ClaimReading reading(
      "توقف القصف، بحسب مصدر أمني");  // it stopped, according to a security source
  ASSERT_EQ(reading.attributions().size(), 1U);
  EXPECT_TRUE(reading.attributions()[0].scope.contains(reading.token("القصف")));  // the shelling
}

TEST(FindAttributions, VerbWithoutSubjectGoesOnWithTheLastSpeaker) {
  const ClaimReading reading(
      "قال مصدر أمني إن القصف توقف. وأضاف أن القوات عادت");  // a source said it stopped. He added
                                                             // that forces were back
  ASSERT_EQ(reading.attributions().size(), 2U);
  EXPECT_EQ(reading.attributions()[1].narrator.text, "مصدر أمني");  // a source
}

TEST(FindAttributions, GenderOfTheVerbChoosesTheSpeaker) {
  // sources (she) said; a spokesman (he) said; she added
  const ClaimReading reading(
      "قالت مصادر إن القصف توقف. وقال متحدث إن القوات عادت. وأضافت أن الطريق مفتوح");
  ASSERT_EQ(reading.attributions().size(), 3U);
  EXPECT_EQ(reading.attributions()[2].narrator.text, "مصادر");
}

TEST(FindAttributions, ParticipleGoesOnInItsSentence) {
  const ClaimReading reading(
      "قال متحدث إن القصف توقف، مضيفا أن القوات عادت");  // a spokesman said it stopped, adding that
                                                         // forces were back
  ASSERT_EQ(reading.attributions().size(), 2U);
  EXPECT_EQ(reading.attributions()[1].narrator.text, "متحدث");               // a spokesman
  EXPECT_EQ(reading.words(reading.attributions()[1].scope), "القوات عادت");  // the forces were back
}

TEST(FindAttributions, OutletsOwnReminderEndsTheSpeaking) {
  // "it should be recalled that …. He added that …": nobody is left who could have added it
  const ClaimReading reading("قال متحدث إن القصف توقف. يذكر أن الحرب بدأت. وأضاف أن القوات عادت");
  ASSERT_EQ(reading.attributions().size(), 2U);
  EXPECT_TRUE(reading.attributions()[1].narrator.text.empty());
}

TEST(FindAttributions, QuotingNarratorStandsOutsideWhomHeQuotes) {
  const ClaimReading reading("نقل متحدث عن شهود أن القصف توقف");  // quoted witnesses
  EXPECT_EQ(reading.summary(), "متحدث: القصف توقف\nشهود: القصف توقف");
}

TEST(FindAttributions, ImpersonalFormNamesNobody) {
  const ClaimReading reading("يعتقد أن القصف توقف");  // it is believed that the shelling stopped
  ASSERT_EQ(reading.attributions().size(), 1U);
  EXPECT_TRUE(reading.attributions()[0].narrator_tokens.empty());
  EXPECT_EQ(reading.attributions()[0].certainty, Certainty::kProbable);
}

TEST(FindAttributions, ImpersonalFormWithASubjectIsAVerb) {
  const ClaimReading reading("يعتقد شهود أن القصف توقف");  // witnesses believe
  EXPECT_EQ(reading.summary(), "شهود: القصف توقف");
}

TEST(FindAttributions, ScopesStayInTheText) {
  static constexpr std::string_view kLines[] = {
      "قال",          // said
      "قال:",         // said, and a colon
      "قال مصدر أن",  // a source said that
      "بحسب",         // according to
      "مضيفا",        // adding
      "نقل عن",       // quoted from
      "قال «",        // said, and an opening mark
      "«» قال",       // nothing, he said
      "وأضاف أن",     // and added that
      "أعلن،",        // announced, and a comma
      "بحسب مصدر",    // according to a source
  };
  for (const auto line : kLines) {
    const ClaimReading reading(line);
    for (const auto& attribution : reading.attributions()) {
      EXPECT_LE(attribution.scope.begin, attribution.scope.end) << line;
      EXPECT_LE(attribution.scope.end, reading.text().tokens.size()) << line;
    }
  }
}

}  // namespace
}  // namespace isnad
