// SPDX-License-Identifier: Apache-2.0
// The store over a file of its own: nothing twice, versions, names that stay, custody, judgements.
#include "isnad/store/store.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>

#include "isnad/report/sha256.h"
#include "isnad/store/compress.h"
#include "isnad/store/database.h"
#include "isnad/store/find_incidents.h"
#include "isnad/store/schema.h"

namespace isnad {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr const char* kNow = "2024-01-16T10:12:00Z";

class StoreTest : public testing::Test {
 protected:
  void SetUp() override {
    const auto* info = testing::UnitTest::GetInstance()->current_test_info();
    path_ = std::filesystem::temp_directory_path() /
            ("isnad_store_test_" + std::string(info->name()) + ".isnad");
    clear();
  }
  void TearDown() override { clear(); }
  void clear() {
    for (const char* end : {"", "-wal", "-shm"}) std::filesystem::remove(path_.string() + end);
  }

  Store open(OpenMode mode = OpenMode::kCreate) {
    auto store = Store::open(path_, mode);
    if (!store) throw std::runtime_error(describe(store.error()));
    return std::move(*store);
  }

  // A report of one claim: killed in a strike on a town on a day.
  static CapturedReport captured(const std::string& id, const std::string& text,
                                 const std::string& url = "") {
    CapturedReport report;
    report.raw = text;
    report.capture.parent = "folder:reports";
    report.report.id = id;
    report.report.sha256 = sha256_hex(text);
    if (!url.empty()) report.report.url = url;
    return report;
  }
  static std::string coded(const std::string& id, const std::string& sha, int killed,
                           const std::string& day = "2016-10-08") {
    return R"({"schema":"isnad.report/1","report":{"id":")" + id + R"(","sha256":")" + sha +
           R"(","title":"t","outlet":"o )" + id + R"(","published":")" + day +
           R"(","text":"some words of )" + id + R"( here"},"claims":[{"id":")" + id +
           R"(#c1","type":"ASSAULT","mode":"aerial","means":"airstrike","trigger":{"text":"w","begin":5,"end":10,"lemma":"w"},)" +
           R"("sentence":{"index":0,"begin":0,"end":15},"agents":[],"recipients":[],"place":{"text":"p","name_en":"Kubra Hall",)" +
           R"("gazetteer_id":"g1","feature":"site","lat":15.3,"lon":44.2,"radius_km":1,"country":"YE","path":["Yemen","Kubra Hall"]},)" +
           R"("time":{"text":"d","timex":")" + day + R"(","earliest":")" + day + R"(","latest":")" +
           day + R"(","precision":"day"},"weapons":[],"casualties":{"killed":{"low":)" +
           std::to_string(killed) + R"(,"best":)" + std::to_string(killed) + R"(,"high":)" +
           std::to_string(killed) +
           R"(,"text":"k"}},"factuality":"actual","background":false,"chain":[{"narrator":{"text":"o )" +
           id +
           R"(","kind":"outlet"},"manner":"reports","certainty":"certain"}],"certainty":"certain","quote":false,)" +
           R"("confidence":0.9,"rule":"r","main":true}],"warnings":[]})";
  }
  // Plans, adds and commits; returns whether it was new.
  static bool take(Store& store, const CapturedReport& report, int killed,
                   const std::string& day = "2016-10-08") {
    const auto plan = store.plan(report);
    if (!plan || plan->kind == Plan::Kind::kKnown) return false;
    const auto added = store.add(
        *plan, report, coded(plan->name, report.report.sha256, killed, day), "test", kNow);
    return added && *added && store.commit();
  }

  std::filesystem::path path_;
};

TEST_F(StoreTest, TheSameBytesTwiceAddNothing) {
  Store store = open();
  EXPECT_TRUE(take(store, captured("a", "first"), 82));
  EXPECT_FALSE(take(store, captured("a", "first"), 82));
  EXPECT_FALSE(take(store, captured("elsewhere", "first"), 82));
  EXPECT_EQ(store.counts()->reports, 1);
  EXPECT_THAT(*store.verify(), IsEmpty());
}

TEST_F(StoreTest, TwoAddressesWithTheSameBytesAreTwoReports) {
  Store store = open();
  EXPECT_TRUE(take(store, captured("a", "wire", "https://one.example/1"), 82));
  EXPECT_TRUE(take(store, captured("b", "wire", "https://two.example/1"), 82));
  EXPECT_EQ(store.counts()->reports, 2);
}

TEST_F(StoreTest, AChangedPageIsANewVersionAndItsIncidentKeepsItsName) {
  Store store = open();
  take(store, captured("a", "seven", "https://one.example/1"), 7);
  const auto before = *store.find({});
  EXPECT_TRUE(take(store, captured("a", "twelve", "https://one.example/1"), 12));
  EXPECT_EQ(store.counts()->reports, 1);
  EXPECT_EQ(store.counts()->versions, 2);
  EXPECT_EQ(*store.find({}), before);
  EXPECT_EQ((*store.incident(before[0]))->fields[static_cast<size_t>(Field::kKilled)][0].number,
            12);
  EXPECT_FALSE(take(store, captured("a", "seven", "https://one.example/1"), 7));
  EXPECT_THAT(*store.verify(), IsEmpty());
}

TEST_F(StoreTest, AnotherReportOfTheSameNameGetsOneOfItsOwn) {
  Store store = open();
  take(store, captured("a", "first", "https://one.example/1"), 1);
  CapturedReport other = captured("a", "second", "https://two.example/9");
  EXPECT_EQ(store.plan(other)->name, "a~2");
}

TEST_F(StoreTest, ReportsOfOneEventComeTogetherAndKeepTheFirstName) {
  Store store = open();
  take(store, captured("a", "first"), 82);
  const auto name = *store.find({});
  take(store, captured("b", "second"), 140);
  EXPECT_EQ(*store.find({}), name);
  const auto incident = *store.incident(name[0]);
  EXPECT_THAT(incident->reports, ElementsAre("a", "b"));
  EXPECT_EQ(incident->agreement[static_cast<size_t>(Field::kKilled)], Agreement::kDisputed);
  take(store, captured("c", "third"), 5, "2017-03-01");
  EXPECT_EQ(store.find({})->size(), 2U);
}

TEST_F(StoreTest, WalkingFindsWhatLookingUpFinds) {
  Store store = open();
  for (int i = 0; i < 12; ++i) {
    const std::string id = "r" + std::to_string(i);
    take(store, captured(id, id), 80 + i * 7,
         (i % 2 == 0 ? "2017-" : "2018-") + std::to_string(10 + i % 3) + "-" +
             std::to_string(10 + i));
  }
  const auto database = Database::open(path_, OpenMode::kRead);
  ASSERT_TRUE(database);
  const auto all = find_incidents({}, **database);
  ASSERT_GT(all.size(), 3U);
  IncidentFilter text, place, both;
  text.text = "r3";  // a word of one report alone
  place.place = both.place = "Kubra";
  both.text = "r3";
  for (IncidentFilter filter : {text, place, both, IncidentFilter{}}) {
    for (const size_t limit : {1, 2, 5, 100}) {
      filter.limit = limit;
      const auto looked_up = find_incidents(filter, **database, {1000, 1000, 0});
      EXPECT_EQ(find_incidents(filter, **database, {0, 0, 1000}), looked_up) << limit;
      EXPECT_EQ(find_incidents(filter, **database, {0, 0, 1}), looked_up) << limit;  // gives up
    }
  }
}

TEST_F(StoreTest, AnAnalystsWordHoldsAndIsUndoneByItsOpposite) {
  Store store = open();
  take(store, captured("a", "first"), 82);
  take(store, captured("b", "second"), 82);
  ASSERT_EQ(store.find({})->size(), 1U);
  ASSERT_TRUE(store.judge("a#c1", "b#c1", false, "analyst", "two halls", kNow));
  EXPECT_EQ(store.find({})->size(), 2U);
  take(store, captured("c", "third"), 82);
  const auto a = *store.incidents_of_claim("a#c1");
  EXPECT_NE(a, *store.incidents_of_claim("b#c1"));
  ASSERT_TRUE(store.judge("a#c1", "b#c1", true, "analyst", "one hall after all", kNow));
  EXPECT_EQ(store.find({})->size(), 1U);
  EXPECT_EQ(*store.incidents_of_claim("a#c1"), a);
  EXPECT_FALSE(store.tombstones()->empty());
  EXPECT_EQ((*store.incident(store.tombstones()->front().first))->id, a[0]);
  EXPECT_THAT(*store.verify(), IsEmpty());
}

TEST_F(StoreTest, APersonsGradeHoldsUntilItIsUndone) {
  Store store = open();
  take(store, captured("a", "first"), 82);
  const std::string name = store.find({})->front();
  const auto found_by = [&](const char* grade) {
    IncidentFilter filter;
    filter.grade = grade;
    return store.find(filter)->size();
  };
  const auto decide = [&](const std::string& incident, const char* kind, const char* value,
                          const ReviewSign& sign) {
    return store.decide({kind, incident, "", "", value}, sign);
  };
  EXPECT_EQ(decide(name, "grade", "sound", {"Huda", "r", kNow}).error().code, ErrorCode::kBadValue);
  EXPECT_FALSE(decide("ISN-222222", "grade", "fair", {"Huda", "r", kNow}));
  EXPECT_FALSE(decide(name, "grade", "fair", {"", "r", kNow}));
  const auto grade = decide(name, "grade", "fair", {"Huda", "seen it", kNow});
  ASSERT_TRUE(grade);
  ASSERT_TRUE(decide(name, "status", "checked", {"Huda", "r", kNow}));
  take(store, captured("b", "second"), 140);  // what comes in later leaves a person's word alone
  auto incident = *store.incident(name);
  EXPECT_EQ(incident->grade, Grade::kFair);
  EXPECT_THAT(incident->grade_reason, HasSubstr("seen it"));
  EXPECT_EQ(incident->review.status, "checked");
  EXPECT_EQ(incident->review.by, "Huda");
  EXPECT_EQ(found_by("fair"), 1U);
  ASSERT_TRUE(store.undo(*grade, false, {"Omar", "too early", kNow}));
  EXPECT_FALSE(store.undo(*grade, false, {"Omar", "twice", kNow}));
  incident = *store.incident(name);
  EXPECT_FALSE(incident->review.graded);
  EXPECT_EQ(incident->review.status, "checked");
  const auto lines = *store.reviews(name, 10);  // the newest first: undo, status, grade
  ASSERT_EQ(lines.size(), 3U);
  EXPECT_EQ(lines.back().kind, "grade");
  EXPECT_FALSE(lines.back().active);
  EXPECT_TRUE(lines[1].active);
  EXPECT_THAT(*store.verify(), IsEmpty());
}

TEST_F(StoreTest, AnUndoneJudgementNoLongerHolds) {
  Store store = open();
  take(store, captured("a", "first"), 82);
  take(store, captured("b", "second"), 82);
  const std::string name = store.find({})->front();
  ASSERT_TRUE(store.judge("a#c1", "b#c1", false, "analyst", "two halls", kNow));
  EXPECT_EQ(store.find({})->size(), 2U);
  ASSERT_TRUE(
      store.undo(store.reviews(name, 1)->front().action, false, {"analyst", "one hall", kNow}));
  EXPECT_EQ(*store.find({}), std::vector<std::string>{name});
  EXPECT_THAT(*store.verify(), IsEmpty());
}

TEST_F(StoreTest, TheTimeOfPublicationIsKeptAsPrinted) {
  {
    Store store = open();
    CapturedReport report = captured("a", "first");
    report.capture.published_printed = "الأحد 3 يناير";  // Sunday, 3 January
    ASSERT_TRUE(take(store, report, 1));
  }
  auto database = Database::open(path_, OpenMode::kRead);
  Statement statement(**database, "SELECT published_printed FROM versions");
  ASSERT_TRUE(statement.with().step());
  EXPECT_EQ(statement.text(0), "الأحد 3 يناير");  // Sunday, 3 January
}

TEST_F(StoreTest, FiltersLeaveWhatTheySay) {
  Store store = open();
  take(store, captured("a", "first"), 82);
  IncidentFilter filter;
  const auto found = [&](auto change) {
    IncidentFilter one;
    change(one);
    return store.find(one)->size();
  };
  EXPECT_EQ(found([](auto& f) { f.place = "kubra hall"; }), 1U);
  EXPECT_EQ(found([](auto& f) { f.place = "Aleppo"; }), 0U);
  EXPECT_EQ(found([](auto& f) { f.from = "2016-10-08", f.to = "2016-10-08"; }), 1U);
  EXPECT_EQ(found([](auto& f) { f.from = "2016-10-09"; }), 0U);
  EXPECT_EQ(found([](auto& f) { f.type = "PROTEST"; }), 0U);
  EXPECT_EQ(found([](auto& f) { f.text = "words here"; }), 1U);
  EXPECT_EQ(found([](auto& f) { f.text = "absent"; }), 0U);
  EXPECT_EQ(found([](auto& f) { f.text = "\" OR * NEAR("; }), 0U);
  EXPECT_EQ(found([](auto& f) { f.grade = "weak"; }), 1U);
  EXPECT_EQ(found([](auto& f) { f.least_reports = 2; }), 0U);
}

TEST_F(StoreTest, VerifyNamesWhatWasTamperedWith) {
  {
    Store store = open();
    take(store, captured("a", "first"), 82);
    take(store, captured("b", "second"), 82);
  }
  const auto tamper = [&](const std::string& sql) {
    auto database = Database::open(path_, OpenMode::kWrite);
    (*database)->run(sql);
    EXPECT_FALSE((*database)->fault());
  };
  const auto faults = [&] {
    std::string all;
    Store store = open(OpenMode::kRead);
    const auto found = store.verify();
    for (const std::string& fault : *found) all += fault + "\n";
    return all;
  };
  EXPECT_EQ(faults(), "");
  tamper("UPDATE versions SET raw = (SELECT raw FROM versions WHERE id = 2) WHERE id = 1");
  EXPECT_THAT(faults(), HasSubstr("report a version 1: its bytes were changed"));
  tamper("DROP TRIGGER custody_is_not_changed; UPDATE custody SET detail = 'x' WHERE id = 1");
  EXPECT_THAT(faults(), HasSubstr("custody line 1: was changed"));
  tamper("DROP TRIGGER custody_is_not_deleted; DELETE FROM custody WHERE id = 1");
  EXPECT_THAT(faults(), HasSubstr("lines before it are missing"));
}

TEST_F(StoreTest, TheCustodyLogIsAppendOnly) {
  {
    Store store = open();
    take(store, captured("a", "first"), 82);
  }
  auto database = Database::open(path_, OpenMode::kWrite);
  (*database)->run("DELETE FROM custody");
  ASSERT_TRUE((*database)->fault());
  EXPECT_THAT((*database)->fault()->what, HasSubstr("append-only"));
}

TEST_F(StoreTest, WhatIsNotCommittedIsNotThere) {
  {
    Store store = open();
    const CapturedReport report = captured("a", "first");
    ASSERT_TRUE(
        store.add(*store.plan(report), report, coded("a", report.report.sha256, 1), "t", kNow));
  }
  EXPECT_EQ(open().counts()->reports, 0);
}

TEST_F(StoreTest, ADryMigrationChangesNothing) {
  auto database = Database::open(path_, OpenMode::kCreate);
  const auto steps = migrate(**database, true);
  ASSERT_TRUE(steps);
  EXPECT_EQ(steps->size(), static_cast<size_t>(kSchemaVersion));
  EXPECT_EQ(schema_version(**database), 0);
  ASSERT_TRUE(migrate(**database, false));
  EXPECT_EQ(schema_version(**database), kSchemaVersion);
  EXPECT_THAT(*migrate(**database, false), IsEmpty());
}

TEST_F(StoreTest, RefusesWhatIsNoStore) {
  EXPECT_EQ(Store::open(path_, OpenMode::kRead).error().code, ErrorCode::kMissingFile);
  {
    auto database = Database::open(path_, OpenMode::kCreate);
    (*database)->run("CREATE TABLE other (a)");
  }
  EXPECT_EQ(Store::open(path_, OpenMode::kWrite).error().code, ErrorCode::kDamagedFile);
}

TEST(Compress, GoesThereAndBackAndRefusesWhatIsNone) {
  for (const std::string& text : {std::string(), std::string("ab"), std::string(100000, 'x')}) {
    EXPECT_EQ(*decompress(compress(text)), text);
  }
  EXPECT_FALSE(decompress("no frame"));
  const std::string frame = compress(std::string(1000, 'y'));
  EXPECT_FALSE(decompress(std::string_view(frame).substr(0, frame.size() - 3)));
}

}  // namespace
}  // namespace isnad
