// SPDX-License-Identifier: Apache-2.0
// Columns out of the tables: what cards say by the incident's id, then the rows of the index.
#include "isnad/store/incident_columns.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <unordered_map>

namespace isnad {
namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
constexpr uint32_t kNotListed = UINT32_MAX;

// A column as it is read: values get numbers as they come, and are put in order at the end.
class TextReader {
 public:
  explicit TextReader(TextColumn& column) : column_(column) {}

  void add(const Statement& row, int at) {
    column_.rows.push_back(row.is_null(at) ? TextColumn::kNull : number(row.bytes(at)));
  }
  void add(std::string_view value) { column_.rows.push_back(number(value)); }

  void finish() {
    std::vector<int32_t> order(values_.size());
    std::iota(order.begin(), order.end(), 0);
    std::sort(order.begin(), order.end(), [&](int32_t a, int32_t b) {
      return values_[static_cast<size_t>(a)] < values_[static_cast<size_t>(b)];
    });
    std::vector<int32_t> place(order.size());
    for (size_t i = 0; i < order.size(); ++i) {
      place[static_cast<size_t>(order[i])] = static_cast<int32_t>(i);
      column_.values.push_back(values_[static_cast<size_t>(order[i])]);
    }
    for (int32_t& row : column_.rows)
      if (row >= 0) row = place[static_cast<size_t>(row)];
  }

 private:
  int32_t number(std::string_view value) {
    const auto [found, is_new] =
        numbers_.try_emplace(std::string(value), static_cast<int32_t>(values_.size()));
    if (is_new) values_.emplace_back(value);
    return found->second;
  }

  TextColumn& column_;
  std::vector<std::string> values_;
  std::unordered_map<std::string, int32_t> numbers_;
};

// What a card adds to its incident, by the incident's id.
struct CardPart {
  double radius_km = 0;
  int64_t killed_high = -1;
  std::string status = "unreviewed";
};

std::unordered_map<int64_t, CardPart> read_cards(Database& database) {
  std::unordered_map<int64_t, CardPart> cards;
  Statement rows(
      database, "SELECT incident, coalesce(radius_km, 0), killed_high, status FROM incident_cards");
  rows.with();
  while (rows.step())
    cards[rows.integer(0)] = {rows.real(1), rows.integer_or_null(2).value_or(-1), rows.text(3)};
  return cards;
}

// The values of a column in another order of rows.
template <class Value>
void put_in(const std::vector<uint32_t>& order, std::vector<Value>& column) {
  std::vector<Value> ordered;
  ordered.reserve(order.size());
  for (const uint32_t row : order) ordered.push_back(std::move(column[row]));
  column = std::move(ordered);
}

template <class Before>
std::vector<uint32_t> ordered(size_t rows, Before before) {
  std::vector<uint32_t> order(rows);
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(), before);
  return order;
}

}  // namespace

int32_t TextColumn::at_least(std::string_view value) const {
  return static_cast<int32_t>(std::lower_bound(values.begin(), values.end(), value) -
                              values.begin());
}

int32_t TextColumn::number_of(std::string_view value) const {
  const auto number = static_cast<size_t>(at_least(value));
  return number < values.size() && values[number] == value ? static_cast<int32_t>(number) : -2;
}

Result<std::shared_ptr<const IncidentColumns>> IncidentColumns::read(Database& database) {
  const auto columns = std::make_shared<IncidentColumns>();
  database.run("BEGIN");  // all of one state
  {
    Statement last(database, "SELECT coalesce(max(id), 0) FROM custody");
    if (last.with().step()) columns->state = last.integer(0);
  }
  columns->read_rows(database);
  columns->sort();
  columns->read_tellings(database);
  database.run("COMMIT");
  if (database.fault()) return tl::unexpected(*database.fault());
  return columns;
}

void IncidentColumns::read_rows(Database& database) {
  const auto cards = read_cards(database);
  const CardPart none;
  TextReader first(first_day), last(last_day), types(type), grades(grade), countries(country),
      states(status);
  // In the order of the index: by first day, then name.
  Statement rows(database,
                 "SELECT id, name, earliest, coalesce(latest, earliest), type, grade, country,"
                 " reports, chains, latitude, longitude FROM incidents INDEXED BY incidents_listed"
                 " WHERE heir IS NULL AND reports >= 1 ORDER BY earliest, name");
  rows.with();
  while (rows.step()) {
    ids.push_back(rows.integer(0));
    names.push_back(rows.text(1));
    first.add(rows, 2);
    last.add(rows, 3);
    types.add(rows, 4);
    grades.add(rows, 5);
    countries.add(rows, 6);
    reports.push_back(static_cast<uint32_t>(rows.integer(7)));
    chains.push_back(static_cast<uint32_t>(rows.integer(8)));
    latitude.push_back(rows.is_null(9) ? kNone : rows.real(9));
    longitude.push_back(rows.is_null(10) ? kNone : rows.real(10));
    const auto card = cards.find(ids.back());
    const CardPart& part = card == cards.end() ? none : card->second;
    radius_km.push_back(part.radius_km);
    killed_high.push_back(part.killed_high);
    states.add(part.status);
  }
  for (TextReader* reader : {&first, &last, &types, &grades, &countries, &states}) reader->finish();
}

void IncidentColumns::sort() {
  const auto newest = ordered(ids.size(), [&](uint32_t a, uint32_t b) {
    return first_day.rows[a] > first_day.rows[b];  // those without a day last
  });
  put_in(newest, ids);
  put_in(newest, names);
  for (TextColumn* column : {&first_day, &last_day, &type, &grade, &country, &status})
    put_in(newest, column->rows);
  put_in(newest, reports);
  put_in(newest, chains);
  for (auto* column : {&latitude, &longitude, &radius_km}) put_in(newest, *column);
  put_in(newest, killed_high);
  // Equal ones stay as they stand: the latest first.
  oldest = ordered(ids.size(), [&](uint32_t a, uint32_t b) {
    return static_cast<uint32_t>(first_day.rows[a]) < static_cast<uint32_t>(first_day.rows[b]);
  });
  by_reports = ordered(ids.size(), [&](uint32_t a, uint32_t b) { return reports[a] > reports[b]; });
  by_accounts = ordered(ids.size(), [&](uint32_t a, uint32_t b) { return chains[a] > chains[b]; });
  by_killed =
      ordered(ids.size(), [&](uint32_t a, uint32_t b) { return killed_high[a] > killed_high[b]; });
}

void IncidentColumns::read_tellings(Database& database) {
  const int64_t last = ids.empty() ? 0 : *std::max_element(ids.begin(), ids.end());
  row_of_id_.assign(static_cast<size_t>(last) + 1, kNotListed);
  for (size_t row = 0; row < ids.size(); ++row)
    row_of_id_[static_cast<size_t>(ids[row])] = static_cast<uint32_t>(row);
  std::vector<std::pair<uint32_t, uint32_t>> pairs;
  Statement rows(database, "SELECT report, incident FROM tellings WHERE incident IS NOT NULL");
  rows.with();
  size_t reports_end = 0;
  while (rows.step()) {
    const auto report = static_cast<size_t>(rows.integer(0));
    const auto incident = static_cast<size_t>(rows.integer(1));
    if (incident >= row_of_id_.size() || row_of_id_[incident] == kNotListed) continue;
    pairs.emplace_back(static_cast<uint32_t>(report), row_of_id_[incident]);
    reports_end = std::max(reports_end, report + 1);
  }
  report_begin_.assign(reports_end + 1, 0);
  for (const auto& [report, row] : pairs) ++report_begin_[report + 1];
  std::partial_sum(report_begin_.begin(), report_begin_.end(), report_begin_.begin());
  report_rows_.resize(pairs.size());
  std::vector<uint32_t> next(report_begin_);
  for (const auto& [report, row] : pairs) report_rows_[next[report]++] = row;
}

const std::vector<uint32_t>* IncidentColumns::order(const std::string& name) const {
  if (name == "oldest") return &oldest;
  if (name == "reports") return &by_reports;
  if (name == "accounts") return &by_accounts;
  if (name == "killed") return &by_killed;
  return nullptr;
}

IncidentColumns::Bits IncidentColumns::find(const IdSet& set, Database& database) const {
  Bits bits(ids.size() / 64 + 1);
  const auto put = [&](uint32_t row) { bits[row / 64] |= uint64_t{1} << (row % 64); };
  Statement found(database, set.ids);
  found.with(set.value);
  while (found.step()) {
    const auto id = static_cast<size_t>(found.integer(0));
    if (set.of_reports) {
      if (id + 1 >= report_begin_.size()) continue;
      for (uint32_t at = report_begin_[id]; at < report_begin_[id + 1]; ++at) put(report_rows_[at]);
    } else if (id < row_of_id_.size() && row_of_id_[id] != kNotListed) {
      put(row_of_id_[id]);
    }
  }
  return bits;
}

void IncidentColumns::keep(const IdSet& set, Database& database, std::vector<uint8_t>& hits) const {
  constexpr size_t kMostKnown = 64;
  const std::string question = std::string(set.ids) + '\n' + set.value;
  std::shared_ptr<const Bits> bits;
  {
    const std::lock_guard lock(mutex_);
    const auto known = std::find_if(known_.begin(), known_.end(),
                                    [&](const KnownSet& one) { return one.question == question; });
    if (known != known_.end()) {
      known_.splice(known_.begin(), known_, known);
      bits = known->bits;
    }
  }
  if (!bits) {
    bits = std::make_shared<const Bits>(find(set, database));
    if (database.fault()) return;
    const std::lock_guard lock(mutex_);
    known_.push_front({question, bits});
    if (known_.size() > kMostKnown) known_.pop_back();
  }
  for (size_t row = 0; row < hits.size(); ++row)
    hits[row] &= static_cast<uint8_t>((*bits)[row / 64] >> (row % 64) & 1U);
}

std::vector<uint8_t> IncidentColumns::hits(const IncidentFilter& filter, Database& database) const {
  std::vector<uint8_t> hits(ids.size(), 1);
  const auto where = [&](const auto& column, auto holds) {
    for (size_t row = 0; row < hits.size(); ++row)
      hits[row] &= static_cast<uint8_t>(holds(column[row]));
  };
  const auto equals = [&](const TextColumn& column, const std::string& value) {
    if (value.empty()) return;
    const int32_t number = column.number_of(value);
    where(column.rows, [number](int32_t row) { return row == number; });
  };
  if (filter.least_reports > 1) {
    const size_t least = filter.least_reports;
    where(reports, [least](uint32_t row) { return row >= least; });
  }
  if (!filter.from.empty()) {
    const int32_t from = last_day.at_least(filter.from);
    where(last_day.rows, [from](int32_t row) { return row >= from; });
  }
  if (!filter.to.empty()) {
    int32_t end = first_day.at_least(filter.to);
    if (first_day.number_of(filter.to) == end) ++end;
    where(first_day.rows, [end](int32_t row) { return row >= 0 && row < end; });
  }
  equals(type, filter.type);
  equals(grade, filter.grade);
  equals(country, filter.country);
  equals(status, filter.status);
  if (!filter.id.empty())
    keep({"SELECT id FROM incidents WHERE name = ?", filter.id, false}, database, hits);
  for (const IdSet& set : id_sets(filter)) keep(set, database, hits);
  return hits;
}

}  // namespace isnad
