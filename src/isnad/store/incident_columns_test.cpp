// SPDX-License-Identifier: Apache-2.0
// Lists out of columns are those that the tables give, for random incidents and random filters.
#include "isnad/store/incident_columns.h"

#include <gtest/gtest.h>

#include <random>
#include <tuple>

#include "isnad/store/schema.h"

namespace isnad {
namespace {

class Chance {
 public:
  explicit Chance(uint32_t seed) : source_(seed) {}
  int below(int end) { return std::uniform_int_distribution(0, end - 1)(source_); }
  bool one_in(int times) { return below(times) == 0; }
  std::string of(std::initializer_list<const char*> words) {
    return *(words.begin() + below(static_cast<int>(words.size())));
  }
  std::string day() {
    return "201" + std::to_string(below(3)) + "-0" + std::to_string(1 + below(3)) + "-0" +
           std::to_string(1 + below(9));
  }
  std::optional<std::string> maybe(const std::string& value) {
    return one_in(6) ? std::nullopt : std::optional(value);
  }

 private:
  std::mt19937 source_;
};

void add_incident(Database& database, int number, Chance& chance) {
  const auto real = [&](double value) {
    return chance.one_in(4) ? std::nullopt : std::optional(value);
  };
  const std::string day = chance.day();
  const bool placed = !chance.one_in(4);
  const std::string place = chance.of({"north", "south"});
  database
      .kept(
          "INSERT INTO incidents(id, name, founder, heir, type, earliest, latest, latitude,"
          " longitude, country, grade, reports, chains, title, place)"
          " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 't', ?)")
      .with(number, "ISN-" + std::to_string(number * 7 % 1000), number,
            chance.one_in(10) && number > 1 ? std::optional(int64_t{1}) : std::nullopt,
            chance.maybe(chance.of({"ASSAULT", "PROTEST", ""})), chance.maybe(day),
            chance.maybe(std::max(day, chance.day())),
            placed ? std::optional(15.0 + number) : std::nullopt,
            placed ? std::optional(44.0) : std::nullopt, chance.maybe(chance.of({"YE", "SY"})),
            chance.maybe(chance.of({"weak", "fair", "confirmed"})), chance.below(4),
            chance.below(3), place)
      .run();
  database.kept("INSERT INTO incident_words(rowid, title, place, actors) VALUES (?, 't', ?, '')")
      .with(number, place)
      .run();
  if (chance.one_in(5)) return;  // an incident without a card: of an older program
  database
      .kept(
          "INSERT INTO incident_cards(incident, radius_km, agreement, killed_high, status,"
          " assigned) VALUES (?, ?, 'asdnx', ?, ?, ?)")
      .with(number, real(2.5),
            chance.one_in(3) ? std::nullopt : std::optional(int64_t{chance.below(5)}),
            chance.of({"unreviewed", "confirmed"}), chance.of({"", "Huda"}))
      .run();
  database.kept("INSERT INTO incident_accounts VALUES (?, 0, ?, 'outlet', '', 1, 1, 0, 0, 0, 0)")
      .with(number, chance.of({"one", "two"}))
      .run();
}

void fill(Database& database, Chance& chance) {
  constexpr int kReports = 40, kIncidents = 120;
  database.begin();
  for (int i = 1; i <= kIncidents; ++i) add_incident(database, i, chance);
  for (int i = 1; i <= kReports; ++i) {
    database.kept("INSERT INTO reports(id, name, origin, version) VALUES (?, ?, ?, 1)")
        .with(i, "r" + std::to_string(i), "o" + std::to_string(i))
        .run();
    database.kept("INSERT INTO report_words(rowid, words) VALUES (?, ?)")
        .with(i, chance.of({"raid", "raid town", "town"}))
        .run();
    for (int told = chance.below(5); told > 0; --told)
      database
          .kept(
              "INSERT INTO tellings(report, first_claim, stable, incident, features)"
              " VALUES (?, 0, 0, ?, x'00')")
          .with(i, 1 + chance.below(kIncidents))
          .run();
  }
  const auto done = database.commit();
  ASSERT_TRUE(done) << describe(done.error());
}

IncidentFilter random_filter(Chance& chance) {
  IncidentFilter filter;
  if (chance.one_in(4)) filter.from = chance.day();
  if (chance.one_in(4)) filter.to = chance.day();
  if (chance.one_in(4)) filter.type = chance.of({"ASSAULT", "PROTEST", "ACCUSE"});
  if (chance.one_in(4)) filter.grade = chance.of({"weak", "fair", "none"});
  if (chance.one_in(5)) filter.country = chance.of({"YE", "SY", "LY"});
  if (chance.one_in(5)) filter.status = chance.of({"unreviewed", "confirmed", "other"});
  if (chance.one_in(5)) filter.text = chance.of({"raid", "town", "raid town", "absent"});
  if (chance.one_in(6)) filter.place = chance.of({"north", "nowhere"});
  if (chance.one_in(6)) filter.report = "r" + std::to_string(chance.below(45));
  if (chance.one_in(6)) filter.assigned = "Huda";
  if (chance.one_in(6)) filter.narrator = chance.of({"one", "three"});
  if (chance.one_in(10)) filter.id = "ISN-" + std::to_string(chance.below(200));
  if (chance.one_in(4)) filter.least_reports = static_cast<size_t>(chance.below(4));
  return filter;
}

// All that the four lists say, comparable.
auto answers(Store& store, const IncidentFilter& filter, const ListPart& part) {
  const auto page = store.list_incidents(filter, part);
  if (!page) throw std::runtime_error(describe(page.error()));
  std::vector<std::tuple<std::string, std::string, int64_t, std::string>> cards;
  for (const IncidentCard& card : page->cards)
    cards.emplace_back(card.name, card.earliest, card.reports, card.status);
  const auto facets = store.incident_facets(filter);
  std::vector<std::tuple<std::string, std::string, std::string, double, double, double, int64_t>>
      points;
  const auto map = store.map_points(filter, 20);
  for (const MapPoint& point : *map)
    points.emplace_back(point.name, point.grade, point.earliest, point.latitude, point.longitude,
                        point.radius_km, point.accounts);
  std::vector<std::tuple<std::string, std::string, int64_t>> bars;
  for (const bool by_day : {false, true}) {
    const auto found = store.timeline_bars(filter, by_day);
    for (const TimelineBar& bar : *found) bars.emplace_back(bar.period, bar.grade, bar.incidents);
  }
  return std::tuple(page->total, cards, facets->types, facets->grades, facets->states,
                    facets->countries, points, bars);
}

TEST(IncidentColumns, AnswerAsTheTablesDo) {
  const auto path = std::filesystem::temp_directory_path() / "isnad_incident_columns_test.isnad";
  const auto clear = [&] {
    for (const char* end : {"", "-wal", "-shm"}) std::filesystem::remove(path.string() + end);
  };
  size_t rows = 0;
  for (uint32_t seed = 1; seed <= 4; ++seed) {
    clear();
    Chance chance(seed);
    {
      auto database = open_current(path, OpenMode::kCreate);
      ASSERT_TRUE(database);
      fill(**database, chance);
    }
    auto tables = Store::open(path, OpenMode::kRead);
    auto columns = Store::open(path, OpenMode::kRead);
    ASSERT_TRUE(tables && columns);
    const auto read = columns->read_columns();
    ASSERT_TRUE(read) << describe(read.error());
    columns->use_columns(*read);
    for (int round = 0; round < 250; ++round) {
      const IncidentFilter filter = random_filter(chance);
      const ListPart part{static_cast<size_t>(chance.below(12)),
                          static_cast<size_t>(chance.below(30)),
                          chance.of({"", "newest", "oldest", "reports", "accounts", "killed"})};
      const auto expected = answers(*tables, filter, part);
      ASSERT_EQ(answers(*columns, filter, part), expected) << "seed " << seed << " round " << round;
      rows += static_cast<size_t>(std::get<0>(expected));
    }
  }
  EXPECT_GT(rows, 5000U);  // the filters left something to compare
  clear();
}

}  // namespace
}  // namespace isnad
