// SPDX-License-Identifier: Apache-2.0
// Accounts side by side: agreement field by field, denials, copies, corrections, grades. Reports
// are built by hand as the contract's values.
#include "isnad/incident/incident.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "isnad/incident/agreement.h"
#include "isnad/incident/incident_id.h"
#include "isnad/incident/telling.h"

namespace isnad {
namespace {

using testing::HasSubstr;

struct Told {
  std::string report, published, outlet;
  std::string narrator;  // empty: the outlet's own voice
  std::string kind = "official";
};

ClaimRecord claim_of(const Told& told) {
  ClaimRecord claim;
  claim.id = told.report + "#c1";
  claim.number = 1;
  claim.type = "ASSAULT";
  claim.mode = "aerial";
  claim.means = "airstrike";
  claim.factuality = "actual";
  claim.certainty = "certain";
  claim.main = true;
  claim.chain.push_back({told.outlet, "", "outlet", "", "reports", "certain"});
  if (!told.narrator.empty())
    claim.chain.push_back({told.narrator, told.narrator, told.kind, "", "states", "certain"});
  return claim;
}

TollRecord toll(std::optional<int64_t> low, std::optional<int64_t> high) {
  return {Range{low, low == high ? low : std::nullopt, high}, ""};
}

CodedRecord report_of(const Told& told, ClaimRecord claim) {
  CodedRecord record;
  record.report.id = told.report;
  record.report.outlet = told.outlet;
  record.report.published = told.published;
  record.report.title = "title of " + told.report;
  record.claims.push_back(std::move(claim));
  return record;
}

Incident incident_of(const std::vector<CodedRecord>& records,
                     const std::vector<Signature>& signatures = {}) {
  std::vector<Member> members;
  for (size_t i = 0; i < records.size(); ++i) {
    Signature signature{};
    for (size_t k = 0; k < signature.size(); ++k)
      signature[k] = static_cast<uint32_t>(1000 * i + k);
    members.push_back({&records[i], {1}, i < signatures.size() ? signatures[i] : signature});
  }
  return make_incident(members);
}

Agreement of(const Incident& incident, Field field) {
  return incident.agreement[static_cast<size_t>(field)];
}

TEST(Incident, TollsThatExcludeEachOtherAreDisputedAndNeverAveraged) {
  ClaimRecord few = claim_of({"a", "2016-10-08", "A", "Health Ministry"});
  few.counts[0] = toll(82, 82);
  ClaimRecord many = claim_of({"b", "2016-10-09", "B", "UN Coordinator"});
  many.counts[0] = toll(141, std::nullopt);
  const Incident incident = incident_of({report_of({"a", "2016-10-08", "A", ""}, few),
                                         report_of({"b", "2016-10-09", "B", ""}, many)});
  EXPECT_EQ(of(incident, Field::kKilled), Agreement::kDisputed);
  ASSERT_EQ(incident.fields[static_cast<size_t>(Field::kKilled)].size(), 2U);
  EXPECT_EQ(incident.fields[static_cast<size_t>(Field::kKilled)][0].number, 82);
  EXPECT_EQ(incident.fields[static_cast<size_t>(Field::kKilled)][1].value, "141+");
  EXPECT_EQ(of(incident, Field::kInjured), Agreement::kSilent);
}

TEST(Incident, AtLeastSevenGoesWithNine) {
  ClaimRecord least = claim_of({"a", "2016-10-08", "A", "Police"});
  least.counts[0] = toll(7, std::nullopt);
  ClaimRecord nine = claim_of({"b", "2016-10-08", "B", "Hospital"});
  nine.counts[0] = toll(9, 9);
  const Incident incident = incident_of({report_of({"a", "2016-10-08", "A", ""}, least),
                                         report_of({"b", "2016-10-08", "B", ""}, nine)});
  EXPECT_EQ(of(incident, Field::kKilled), Agreement::kAgreed);
  EXPECT_EQ(incident.independent_chains, 2U);
}

TEST(Incident, AStateGoesWithItsArmyAndNotWithItsRebels) {
  const auto accused = [](const Told& told, const std::string& code, const std::string& sector) {
    ClaimRecord claim = claim_of(told);
    claim.agents.push_back({"", code, "YEM " + sector, "YEM", sector});
    return report_of(told, claim);
  };
  const Told one{"a", "2016-10-08", "A", "Witness A"};
  const Told two{"b", "2016-10-08", "B", "Witness B"};
  EXPECT_EQ(of(incident_of({accused(one, "Army", "MIL"), accused(two, "Government", "GOV")}),
               Field::kAgent),
            Agreement::kAgreed);
  EXPECT_EQ(
      of(incident_of({accused(one, "Army", "MIL"), accused(two, "Houthis", "REB")}), Field::kAgent),
      Agreement::kDisputed);
}

TEST(Incident, GunmenAreWhoeverTheyAre) {
  ClaimRecord known = claim_of({"a", "2016-10-08", "A", "Police"});
  known.agents.push_back({"", "Islamic State", "IMG REB", "IMG", "REB"});
  ClaimRecord unknown = claim_of({"b", "2016-10-08", "B", "Hospital"});
  unknown.agents.push_back({"مسلحون", "", "UAF", "", "UAF"});  // musallaḥūn, gunmen
  EXPECT_EQ(of(incident_of({report_of({"a", "2016-10-08", "A", ""}, known),
                            report_of({"b", "2016-10-08", "B", ""}, unknown)}),
               Field::kAgent),
            Agreement::kAgreed);
}

TEST(Incident, WhoDeniesAnActOfTheirOwnDeniesTheResponsibility) {
  ClaimRecord told = claim_of({"a", "2016-10-08", "A", "Health Ministry"});
  told.agents.push_back({"", "Coalition", "SAU MIL", "SAU", "MIL"});
  ClaimRecord denial = claim_of({"b", "2016-10-09", "B", "Coalition", "belligerent"});
  denial.agents = told.agents;
  denial.factuality = "denied";
  denial.denies = "event";
  const Incident incident = incident_of({report_of({"a", "2016-10-08", "A", ""}, told),
                                         report_of({"b", "2016-10-09", "B", ""}, denial)});
  EXPECT_EQ(of(incident, Field::kAgent), Agreement::kDenied);
  EXPECT_EQ(of(incident, Field::kOutcome), Agreement::kSilent);
  EXPECT_EQ(incident.grade, Grade::kContested);
  ASSERT_EQ(incident.denials.size(), 1U);
  EXPECT_EQ(incident.denials[0].kind, "responsibility");
  EXPECT_THAT(incident.denials[0].denied, testing::ElementsAre("a#c1"));
}

// A government that the coder took for the doer of the withdrawal it denies: all others name the
// rebels, so it cannot be its own part that it denies.
TEST(Incident, WhoDeniesWhatOthersAreSaidToHaveDoneDeniesTheEvent) {
  ClaimRecord told = claim_of({"a", "2016-10-08", "A", "Agency"});
  told.agents.push_back({"", "Houthis", "YEM REB", "YEM", "REB"});
  ClaimRecord denial = claim_of({"b", "2016-10-09", "B", "Government", "government"});
  denial.chain.back().code = "YEM GOV";
  denial.agents.push_back({"", "Government", "YEM GOV", "YEM", "GOV"});
  denial.factuality = "denied";
  denial.denies = "event";
  const Incident incident = incident_of({report_of({"a", "2016-10-08", "A", ""}, told),
                                         report_of({"b", "2016-10-09", "B", ""}, denial)});
  EXPECT_EQ(of(incident, Field::kOutcome), Agreement::kDenied);
  EXPECT_EQ(of(incident, Field::kAgent), Agreement::kSingle);
  EXPECT_EQ(incident.denials[0].kind, "event");
}

TEST(Incident, ThatBothSayItWasDoneSaysNothingOfHowMany) {
  const auto arrested = [](const Told& told, int64_t number) {
    ClaimRecord claim = claim_of(told);
    claim.type = "COERCE";
    claim.means = "arrest";
    claim.counts[static_cast<size_t>(Count::kDetained)] = toll(number, number);
    return report_of(told, claim);
  };
  const Told one{"a", "2016-10-08", "A", "Ministry"};
  const Told two{"b", "2016-10-08", "B", "Monitors"};
  EXPECT_EQ(of(incident_of({arrested(one, 50), arrested(two, 286)}), Field::kOutcome),
            Agreement::kDisputed);
  EXPECT_EQ(of(incident_of({arrested(one, 50), arrested(two, 50)}), Field::kOutcome),
            Agreement::kAgreed);
}

TEST(Incident, AnArrestIsNoAbductionButGoesWithShots) {
  const auto act = [](const Told& told, const std::string& type, const std::string& means) {
    ClaimRecord claim = claim_of(told);
    claim.type = type;
    claim.means = means;
    return report_of(told, claim);
  };
  const Told one{"a", "2016-10-08", "A", "Ministry"};
  const Told two{"b", "2016-10-08", "B", "Family"};
  EXPECT_EQ(of(incident_of({act(one, "COERCE", "arrest"), act(two, "ASSAULT", "kidnapping")}),
               Field::kMeans),
            Agreement::kDisputed);
  EXPECT_EQ(of(incident_of({act(one, "COERCE", "arrest"), act(two, "ASSAULT", "tear-gas")}),
               Field::kMeans),
            Agreement::kAgreed);
}

TEST(Incident, WhoDeniesAnothersActDeniesTheEvent) {
  ClaimRecord denial = claim_of({"b", "2016-10-09", "B", "Governor"});
  denial.factuality = "denied";
  const Incident incident =
      incident_of({report_of({"a", "2016-10-08", "A", ""}, claim_of({"a", "", "A", "Agency"})),
                   report_of({"b", "2016-10-09", "B", ""}, denial)});
  EXPECT_EQ(of(incident, Field::kOutcome), Agreement::kDenied);
  EXPECT_EQ(incident.denials[0].kind, "event");
}

TEST(Incident, CopiesAreOneAccountWithTheirOriginal) {
  Signature same{};
  for (size_t k = 0; k < same.size(); ++k) same[k] = static_cast<uint32_t>(k);
  Signature near = same;
  for (size_t k = 0; k < 40; ++k) near[k] = 777000 + static_cast<uint32_t>(k);  // 24 of 64 shared
  const auto told = [](const std::string& id) {
    const Told who{id, "2016-10-08", "Outlet " + id, "مصادر", "unnamed"};  // maṣādir, sources
    ClaimRecord claim = claim_of(who);
    claim.chain.back().name.clear();
    return report_of(who, claim);
  };
  const Incident copied = incident_of({told("a"), told("b")}, {same, near});
  EXPECT_EQ(copied.copies, 1U);
  EXPECT_EQ(copied.independent_chains, 1U);
  // The same words "sources say" of two texts written apart are two accounts.
  const Incident apart = incident_of({told("a"), told("b")});
  EXPECT_EQ(apart.copies, 0U);
  EXPECT_EQ(apart.independent_chains, 2U);
}

TEST(Incident, OneNarratorInTwoOutletsIsOneChain) {
  const Told one{"a", "2016-10-08", "A", "Red Crescent", "monitor"};
  const Told two{"b", "2016-10-08", "B", "Red Crescent", "monitor"};
  const Incident incident =
      incident_of({report_of(one, claim_of(one)), report_of(two, claim_of(two))});
  EXPECT_EQ(incident.independent_chains, 1U);
  EXPECT_EQ(incident.grade, Grade::kWeak);
}

TEST(Incident, ALaterFigureOfTheSameNarratorCorrectsTheEarlier) {
  const Told first{"a", "2016-10-08", "A", "Hospital"};
  const Told later{"b", "2016-10-09", "B", "Hospital"};
  ClaimRecord seven = claim_of(first);
  seven.counts[0] = toll(7, 7);
  ClaimRecord twelve = claim_of(later);
  twelve.counts[0] = toll(12, 12);
  const Incident incident = incident_of({report_of(later, twelve), report_of(first, seven)});
  ASSERT_EQ(incident.corrections.size(), 1U);
  EXPECT_EQ(incident.corrections[0].from, "7");
  EXPECT_EQ(incident.corrections[0].to, "12");
  EXPECT_EQ(of(incident, Field::kKilled), Agreement::kSingle);
  EXPECT_EQ(incident.fields[static_cast<size_t>(Field::kKilled)].size(), 2U);  // both are kept
}

TEST(Incident, APartyThatOwnsUpConfirms) {
  const Told told{"a", "2016-10-16", "A", "Coalition", "belligerent"};
  ClaimRecord claim = claim_of(told);
  claim.agents.push_back({"", "Coalition", "SAU MIL", "SAU", "MIL"});
  claim.chain.back().manner = "states";
  EXPECT_EQ(incident_of({report_of(told, claim)}).grade, Grade::kWeak);  // told, not owned up to
  claim.chain.back().manner = "admits";
  const Incident incident = incident_of({report_of(told, claim)});
  EXPECT_EQ(incident.grade, Grade::kConfirmed);
  EXPECT_THAT(incident.grade_reason, HasSubstr("Coalition"));
}

// One report, two claims at one place on one day.
std::vector<Telling> tellings_of(ClaimRecord first, ClaimRecord second) {
  CodedPlace square;
  square.gazetteer_id = "gn:1";
  square.latitude = square.longitude = 30;
  square.radius_km = 1;
  second.id = "a#c2";
  second.number = 2;
  second.chain.back().text = second.chain.back().name = "Another";
  first.place = second.place = square;
  CodedRecord record = report_of({"a", "2016-10-08", "A", ""}, first);
  record.claims.push_back(second);
  return make_tellings(record);
}

TEST(Telling, AnAccountAndADenialOfItTellOneEvent) {
  const ClaimRecord told = claim_of({"a", "2016-10-08", "A", "Ministry"});
  ClaimRecord denial = told;
  denial.factuality = "denied";
  ASSERT_EQ(tellings_of(told, denial).size(), 1U);
  EXPECT_FALSE(tellings_of(told, denial)[0].denied);
  ClaimRecord planned = told;
  planned.factuality = "planned";
  ASSERT_EQ(tellings_of(planned, denial).size(), 1U);  // the plan is no telling
  EXPECT_TRUE(tellings_of(planned, denial)[0].denied);
}

TEST(Telling, ArrestsBelongToTheClearingTheyCameOf) {
  ClaimRecord clearing = claim_of({"a", "2016-10-08", "A", "Ministry"});
  clearing.mode = "crowd-control";
  clearing.means = "tear-gas";
  ClaimRecord arrests = clearing;
  arrests.type = "COERCE";
  arrests.mode = arrests.means = "arrest";
  EXPECT_EQ(tellings_of(clearing, arrests).size(), 1U);
  EXPECT_EQ(tellings_of(arrests, clearing).size(), 1U);
  clearing.mode = "aerial";
  clearing.means = "airstrike";
  EXPECT_EQ(tellings_of(clearing, arrests).size(), 2U);
}

TEST(Incident, PlannedAndSupposedEventsAreNoTellings) {
  const Told told{"a", "2016-10-16", "A", ""};
  ClaimRecord claim = claim_of(told);
  claim.factuality = "hypothetical";
  EXPECT_TRUE(make_tellings(report_of(told, claim)).empty());
  claim.factuality = "denied";
  EXPECT_EQ(make_tellings(report_of(told, claim)).size(), 1U);
}

TEST(IncidentName, CanBeSaidAndHasNoLettersThatLookAlike) {
  for (uint64_t stable = 0; stable < 2000; ++stable) {
    const std::string name = incident_name(stable, 0);
    ASSERT_TRUE(is_incident_name(name)) << name;
    ASSERT_EQ(name.find_first_of("01IO", 4), std::string::npos) << name;
  }
  EXPECT_NE(incident_name(5, 0), incident_name(5, 1));
  EXPECT_FALSE(is_incident_name("ISN-7Q4K2"));
  EXPECT_FALSE(is_incident_name("ISN-7Q4K2O"));
}

TEST(CodedRecord, RefusesWhatIsNoCodedReport) {
  for (const char* line : {"", "[]", "{}", R"({"schema":"isnad.report/1"})",
                           R"({"schema":"isnad.report/2","report":{},"claims":[]})",
                           R"({"schema":"isnad.report/1","report":{"id":"a"},"claims":[{}]})"}) {
    EXPECT_FALSE(read_coded_record(line)) << line;
  }
}

TEST(CodedRecord, DaysGoThereAndBack) {
  EXPECT_EQ(day_number("1970-01-02"), 1);
  EXPECT_EQ(iso_day(*day_number("2016-02-29")), "2016-02-29");
  EXPECT_FALSE(day_number("2015-02-29"));
  EXPECT_FALSE(day_number("soon"));
}

}  // namespace
}  // namespace isnad
