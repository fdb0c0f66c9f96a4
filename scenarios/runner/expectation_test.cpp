// SPDX-License-Identifier: Apache-2.0
// Each test takes a record apart from the one that holds by one field, so that a key which no
// longer compares anything is found.
#include "expectation.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace isnad {
namespace {

// One claim as the contract writes it; gunmen shell a prison, five killed, a monitor says so.
const std::string kRecord = R"({"schema":"isnad.report/1","report":{"id":"r"},"claims":[
{"id":"r#c1","type":"ASSAULT","mode":"heavy-weapons","means":"rocket","contexts":[],
 "trigger":{"text":"shelling","begin":1,"end":9,"lemma":"shell"},"sentence":{"index":0,"begin":0,"end":20},
 "agents":[{"text":"unknown gunmen","begin":0,"end":2,"name":null,"code":"UNK UAF","country":null,"sector":null}],
 "recipients":[],
 "place":{"text":"the prison","begin":3,"end":5,"name_ar":null,"name_en":"Sinaa prison","gazetteer_id":null},
 "time":{"text":"Tuesday","begin":0,"end":1,"timex":"2024-01-16T07:30","earliest":"2024-01-16","latest":"2024-01-16","precision":"minute"},
 "weapons":["rocket"],
 "casualties":{"killed":{"low":5,"best":5,"high":5,"text":"five"},"injured":{"low":20,"best":null,"high":99,"text":"dozens"},
   "detained":null,"abducted":null,"missing":null,"displaced":null,
   "groups":[{"kind":"injured","who":"detainees","low":1,"best":null,"high":null}]},
 "factuality":"actual","background":false,
 "chain":[{"narrator":{"text":"Outlet","name":null,"kind":"outlet","code":null,"begin":null,"end":null},"manner":"reports","certainty":"certain"},
   {"narrator":{"text":"the monitor","name":"SOHR","kind":"monitor","code":null,"begin":4,"end":6},"manner":"states","certainty":"certain"}],
 "certainty":"certain","quote":false,"same_event":null,"denies":null,"confidence":0.9,"rule":"assault.shell.event-noun","main":true}],
"warnings":[{"code":"month-names-disagree","begin":0,"end":1,"message":"m"}]})";

std::vector<Mismatch> check(const std::string& expectations) {
  const auto file = parse_scenarios("text\n---\n" + expectations);
  EXPECT_TRUE(file.faults.empty());
  return check_scenario(file.scenarios.at(0), kRecord);
}

TEST(Expectation, HoldsWhereEveryFieldIsAsStated) {
  EXPECT_TRUE(
      check("type: ASSAULT\nmode: heavy-weapons\nmeans: rocket\ntrigger: shelling\nagent: gunmen "
            "unknown\n"
            "recipient: none\nplace: Sinaa prison\ntime: 2024-01-16T07:30\ndate: "
            "2024-01-16\nprecision: minute\n"
            "weapon: rocket\nkilled: 5\ninjured: 20-99\ndetained: none\ngroup: injured detainees\n"
            "factuality: actual\nbackground: no\nnarrator: SOHR\nmanner: states\nnarrator kind: "
            "monitor\n"
            "certainty: certain\nquote: no\nsame event as: none\nmain: yes\nrule: assault.shell\n"
            "claims: 1\nno claim of PROTEST\nwarning: month-names-disagree\n")
          .empty());
}

class OneWrongField : public testing::TestWithParam<const char*> {};

TEST_P(OneWrongField, IsFound) {
  const auto mismatches = check(std::string("type: ASSAULT\n") + GetParam() + "\n");
  ASSERT_EQ(mismatches.size(), 1U);
  EXPECT_EQ(mismatches[0].line, 4U);
}

INSTANTIATE_TEST_SUITE_P(
    EveryKey, OneWrongField,
    testing::Values("mode: aerial", "means: mortar", "trigger: arrest", "agent: police",
                    "agent: none", "recipient: detainees", "place: the square", "place: none",
                    "time: 2024-01-17", "time: none", "date: 2024-01-15..2024-01-16",
                    "precision: day", "weapon: none", "weapon: mortar", "killed: 4", "killed: none",
                    "killed: 5+", "killed: many", "injured: 20", "detained: 3",
                    "group: injured guards", "group: injured detainees 4", "factuality: denied",
                    "background: yes", "narrator: none", "narrator: the army", "manner: denies",
                    "narrator kind: witness", "certainty: possible", "quote: yes", "denies: event",
                    "main: no", "rule: protest", "same event as: 1", "claims: 0",
                    "no claim of ASSAULT", "no claim of rocket", "warning: weekday-disagrees"));

TEST(Expectation, CountsEveryLinkOfTheChain) {
  EXPECT_THAT(check("type: ASSAULT\nnarrator: the monitor\nnarrator: sources\n"),
              testing::SizeIs(1));
}

TEST(Expectation, PairsEachExpectedClaimWithAnother) {
  const auto mismatches = check("type: ASSAULT\n\ntype: ASSAULT\n");
  ASSERT_EQ(mismatches.size(), 1U);
  EXPECT_THAT(mismatches[0].what, testing::HasSubstr("no claim left"));
}

TEST(Expectation, NamesWhatWasFoundInstead) {
  const auto mismatches = check("type: ASSAULT\nkilled: 4\n");
  ASSERT_EQ(mismatches.size(), 1U);
  EXPECT_EQ(mismatches[0].what, "killed: expected 4, found low 5, best 5, high 5");
}

}  // namespace
}  // namespace isnad
