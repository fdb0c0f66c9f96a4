// SPDX-License-Identifier: Apache-2.0
// Chains, certainty, denials, interest and headings, on claims built by hand.
#include <gtest/gtest.h>

#include "isnad/claim/claim_test_lexicon.h"
#include "isnad/claim/make_claims.h"

namespace isnad {
namespace {

using claim_test::ClaimReading;

EventMention event_at(const ClaimReading& reading, std::string_view folded) {
  EventMention event;
  event.head = reading.token(folded);
  event.trigger = {event.head, event.head + 1};
  event.trigger_span = reading.text().given_of(event.trigger);
  event.type = "ASSAULT";
  event.confidence = 0.8F;
  return event;
}

std::vector<Claim> claims_of(const ClaimReading& reading, std::vector<EventMention> events) {
  return attribute(std::move(events), reading.attributions(), reading.input(), reading.knowledge());
}

TEST(Attribute, ChainBeginsWithTheOutlet) {
  const ClaimReading reading("توقف القصف");  // the shelling stopped
  const auto claims = claims_of(reading, {event_at(reading, "القصف")});
  ASSERT_EQ(claims.size(), 1U);
  ASSERT_EQ(claims[0].chain.size(), 1U);
  EXPECT_EQ(claims[0].chain[0].narrator.kind, NarratorKind::kOutlet);
}

TEST(Attribute, ChainGoesFromTheOutsideIn) {
  const ClaimReading reading("نقل متحدث عن شهود أن القصف توقف");  // quoted witnesses
  const auto claims = claims_of(reading, {event_at(reading, "القصف")});
  ASSERT_EQ(claims[0].chain.size(), 3U);
  EXPECT_EQ(claims[0].chain[1].narrator.text, "متحدث");
  EXPECT_EQ(claims[0].chain[2].narrator.text, "شهود");
}

TEST(Attribute, CertaintyIsThatOfTheWeakestLink) {
  const ClaimReading reading("قال متحدث إنه يعتقد أن القصف توقف");  // said it was believed
  const auto claims = claims_of(reading, {event_at(reading, "القصف")});
  EXPECT_EQ(claims[0].certainty, Certainty::kProbable);
  // Nobody else speaks: the spokesman holds it likely.
  EXPECT_EQ(claims[0].chain.size(), 2U);
}

TEST(Attribute, DenialOfTheEventIsDenied) {
  const ClaimReading reading("نفى المتحدث وقوع القصف");  // denied the shelling
  const auto claims = claims_of(reading, {event_at(reading, "القصف")});
  EXPECT_EQ(claims[0].denies, Denial::kEvent);
  EXPECT_EQ(claims[0].event.factuality, Factuality::kDenied);
}

TEST(Attribute, DenialOfTheResponsibilityIsToldApart) {
  const ClaimReading reading("نفى المتحدث مسؤولية عن القصف");  // denied responsibility for it
  const auto claims = claims_of(reading, {event_at(reading, "القصف")});
  EXPECT_EQ(claims[0].denies, Denial::kResponsibility);
  EXPECT_EQ(claims[0].event.factuality, Factuality::kDenied);
}

TEST(Attribute, DenialOfTheNumberLeavesTheEvent) {
  const ClaimReading reading("نفى المتحدث حصيلة القصف");  // denied the toll of the shelling
  const auto claims = claims_of(reading, {event_at(reading, "القصف")});
  EXPECT_EQ(claims[0].denies, Denial::kNumber);
  EXPECT_EQ(claims[0].event.factuality, Factuality::kActual);
}

TEST(Attribute, VictimsMayBeDeniedBehindTheEvent) {
  const ClaimReading reading("نفى المتحدث قصف مدنيين");  // denied shelling civilians
  const auto claims = claims_of(reading, {event_at(reading, "قصف")});
  EXPECT_EQ(claims[0].denies, Denial::kVictims);
}

TEST(Attribute, ToAnnounceADeclaredActIsToDoIt) {
  const ClaimReading reading("أعلن المتحدث قطع العلاقات");  // announced the cutting of ties
  auto event = event_at(reading, "قطع");
  EXPECT_EQ(claims_of(reading, {event})[0].chain.size(), 2U);
  event.type = "SANCTION";
  EXPECT_EQ(claims_of(reading, {event})[0].chain.size(), 1U);
}

Claim heading_of(const Claim& body) {
  Claim heading = body;
  heading.id = "r#c1";
  heading.same_event = "r#c2";
  heading.chain.resize(1);
  return heading;
}

TEST(RestHeadingsOnBody, TakesTheChainOfTheSameEvent) {
  const ClaimReading reading("قال متحدث إن القصف توقف");
  Report report = reading.report();
  report.zones[0].kind = ZoneKind::kTitle;  // the only sentence stands for both zones here
  auto claims = claims_of(reading, {event_at(reading, "القصف")});
  claims[0].id = "r#c2";
  claims.insert(claims.begin(), heading_of(claims[0]));
  rest_headings_on_body(claims, report, reading.text());
  ASSERT_EQ(claims[0].chain.size(), 2U);
  EXPECT_EQ(claims[0].chain[1].narrator.text, "متحدث");
}

TEST(RestHeadingsOnBody, LeavesWhatDiffersInFactuality) {
  const ClaimReading reading("قال متحدث إن القصف توقف");  // the shelling stopped, somebody says
  Report report = reading.report();
  report.zones[0].kind = ZoneKind::kTitle;
  auto claims = claims_of(reading, {event_at(reading, "القصف")});  // the shelling
  claims[0].id = "r#c2";
  claims.insert(claims.begin(), heading_of(claims[0]));
  claims[0].event.factuality = Factuality::kDenied;
  rest_headings_on_body(claims, report, reading.text());
  EXPECT_EQ(claims[0].chain.size(), 1U);
}

std::vector<Claim> claim_between(std::string narrator_code, std::string agent_code) {
  Claim claim;
  claim.chain.resize(2);
  claim.chain[1].narrator.kind = NarratorKind::kBelligerent;
  claim.chain[1].narrator.code = std::move(narrator_code);
  claim.chain[1].narrator.span = {0, 4};
  Party agent;
  agent.span = {10, 14};
  agent.code = std::move(agent_code);
  agent.sector = agent.code.substr(agent.code.size() - 3);
  claim.event.agents.push_back(agent);
  return {claim};
}

TEST(MarkInterest, OfOneSideIsInterested) {
  auto claims = claim_between("ISR GOV", "ISR MIL");
  mark_interest(claims);
  EXPECT_TRUE(claims[0].chain[1].narrator.interested);
  EXPECT_FALSE(claims[0].chain[0].narrator.interested);
}

TEST(MarkInterest, AnotherStateIsNot) {
  auto claims = claim_between("EGY GOV", "ISR MIL");
  mark_interest(claims);
  EXPECT_FALSE(claims[0].chain[1].narrator.interested);
}

TEST(MarkInterest, CiviliansSpeakForNoSide) {
  auto claims = claim_between("ISR GOV", "ISR CVL");
  mark_interest(claims);
  EXPECT_FALSE(claims[0].chain[1].narrator.interested);
}

}  // namespace
}  // namespace isnad
