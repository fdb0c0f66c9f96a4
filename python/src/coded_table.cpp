// SPDX-License-Identifier: Apache-2.0
// Each group of columns is declared by a function and filled by the one after it, in the same
// order; `Row` walks the columns so that the order stands in one place only.
#include "coded_table.h"

#include <chrono>
#include <cmath>

#include "isnad/export/contract_words.h"
#include "isnad/text/char_index.h"

namespace isnad {
namespace {

using enum ColumnType;

// The columns of one struct, taken one after the other.
class Row {
 public:
  explicit Row(Column& columns) : columns_(columns) {}
  Column& next() { return columns_.child(next_++); }

 private:
  Column& columns_;
  size_t next_ = 0;
};

// Spans of Report::text as words, and as code points of the text as given.
struct Positions {
  explicit Positions(const Report& report) : text(report.text), index(report) {}

  [[nodiscard]] std::string_view words(ByteSpan span) const {
    return text.substr(span.begin, span.size());
  }
  // Two columns: begin and end.
  void add(ByteSpan span, Row& row) const {
    if (span.empty()) {
      row.next().add_null();
      row.next().add_null();
      return;
    }
    const CharSpan given = index.given(span).span;
    row.next().add_integer(given.begin);
    row.next().add_integer(given.end);
  }

  std::string_view text;
  CharIndex index;
};

Column list_of(std::string name, Column item) {
  std::vector<Column> child;
  child.push_back(std::move(item));
  return {std::move(name), kList, std::move(child)};
}
Column strings(std::string name) { return list_of(std::move(name), Column("item", kString)); }

void add_strings(const std::vector<std::string>& values, Column& column) {
  for (const std::string& value : values) column.child(0).add(value);
  column.close();
}

Column party_columns(std::string name) {
  return list_of(std::move(name),
                 Column("item", kStruct,
                        {Column("text", kString), Column("name", kString), Column("code", kString),
                         Column("country", kString), Column("sector", kString),
                         Column("begin", kInt32), Column("end", kInt32)}));
}

void add_parties(const std::vector<Party>& parties, const Positions& positions, Column& column) {
  for (const Party& party : parties) {
    Row row(column.child(0));
    row.next().add_word(positions.words(party.span));
    row.next().add_word(party.name);
    row.next().add_word(party.code);
    row.next().add_word(party.country);
    row.next().add_word(party.sector);
    positions.add(party.span, row);
    column.child(0).close();
  }
  column.close();
}

Column place_columns() {
  return {
      "place",
      kStruct,
      {Column("text", kString), Column("name_ar", kString), Column("name_en", kString),
       Column("gazetteer_id", kString), Column("feature", kString), Column("lat", kFloat64),
       Column("lon", kFloat64), Column("radius_km", kFloat64), Column("country", kString),
       Column("adm1", kString), strings("path"), Column("begin", kInt32), Column("end", kInt32)}};
}

void add_degrees(std::optional<double> value, Column& column) {
  if (!value || !std::isfinite(*value)) return column.add_null();
  column.add_number(std::round(*value * 1e5) / 1e5);  // as the contract's JSON
}

void add_place(const std::optional<EventPlace>& found, const Positions& positions, Column& column) {
  if (!found) return column.add_null();
  const Place& place = found->place;
  Row row(column);
  row.next().add_word(positions.words(found->span));
  row.next().add_word(place.name_ar);
  row.next().add_word(place.name_en);
  row.next().add_word(place.gazetteer_id);
  row.next().add_word(place_feature_name(place.feature));
  add_degrees(place.latitude, row.next());
  add_degrees(place.longitude, row.next());
  Column& radius = row.next();
  place.radius_km > 0 ? radius.add_number(std::round(place.radius_km * 10) / 10)
                      : radius.add_null();
  row.next().add_word(place.country);
  row.next().add_word(place.adm1);
  add_strings(place.path, row.next());
  positions.add(found->span, row);
  column.close();
}

Column time_columns() {
  return {"time",
          kStruct,
          {Column("text", kString), Column("timex", kString), Column("earliest", kDate),
           Column("latest", kDate), Column("precision", kString), Column("begin", kInt32),
           Column("end", kInt32)}};
}

void add_date(const std::optional<Date>& date, Column& column) {
  if (!date) return column.add_null();
  column.add_integer(std::chrono::sys_days(*date).time_since_epoch().count());
}

void add_time(const std::optional<EventTime>& time, const Positions& positions, Column& column) {
  if (!time) return column.add_null();
  const ByteSpan span = time->stated ? time->span : ByteSpan{};
  Row row(column);
  row.next().add_word(positions.words(span));
  row.next().add_word(time->timex);
  add_date(time->earliest, row.next());
  add_date(time->latest, row.next());
  row.next().add_word(time_precision_name(time->precision));
  positions.add(span, row);
  column.close();
}

void append_range_columns(std::vector<Column>& columns) {
  columns.emplace_back("low", kInt64);
  columns.emplace_back("best", kInt64);
  columns.emplace_back("high", kInt64);
}

void add_range(const Range& range, Row& row) {
  row.next().add_integer_or_null(range.low);
  row.next().add_integer_or_null(range.best);
  row.next().add_integer_or_null(range.high);
}

Column toll_columns(std::string name) {
  std::vector<Column> columns;
  append_range_columns(columns);
  columns.emplace_back("text", kString);
  return {std::move(name), kStruct, std::move(columns)};
}

void add_toll(const std::optional<Toll>& toll, const Positions& positions, Column& column) {
  if (!toll) return column.add_null();
  Row row(column);
  add_range(toll->range, row);
  row.next().add_word(positions.words(toll->span));
  column.close();
}

Column group_columns() {
  std::vector<Column> columns;
  columns.emplace_back("kind", kString);
  columns.emplace_back("who", kString);
  append_range_columns(columns);
  return list_of("groups", Column("item", kStruct, std::move(columns)));
}

void add_groups(const std::vector<VictimGroup>& groups, Column& column) {
  for (const VictimGroup& group : groups) {
    Row row(column.child(0));
    row.next().add_word(harm_name(group.kind));
    row.next().add_word(group.who);
    add_range(group.range, row);
    column.child(0).close();
  }
  column.close();
}

void append_casualty_columns(std::vector<Column>& columns) {
  for (const char* name : {"killed", "injured", "detained", "abducted", "missing", "displaced"})
    columns.push_back(toll_columns(name));
  columns.push_back(group_columns());
}

void add_casualties(const Casualties& casualties, const Positions& positions, Row& row) {
  for (const auto* toll : {&casualties.killed, &casualties.injured, &casualties.detained,
                           &casualties.abducted, &casualties.missing, &casualties.displaced})
    add_toll(*toll, positions, row.next());
  add_groups(casualties.groups, row.next());
}

Column chain_columns() {
  return list_of("chain", Column("item", kStruct,
                                 {Column("text", kString), Column("name", kString),
                                  Column("kind", kString), Column("code", kString),
                                  Column("manner", kString), Column("certainty", kString),
                                  Column("begin", kInt32), Column("end", kInt32)}));
}

void add_chain(const std::vector<ChainLink>& chain, const Positions& positions, Column& column) {
  for (const ChainLink& link : chain) {
    Row row(column.child(0));
    row.next().add_word(link.narrator.text);
    row.next().add_word(link.narrator.name);
    row.next().add_word(narrator_kind_name(link.narrator.kind));
    row.next().add_word(link.narrator.code);
    row.next().add_word(manner_name(link.manner));
    row.next().add_word(certainty_name(link.certainty));
    positions.add(link.narrator.span, row);
    column.child(0).close();
  }
  column.close();
}

Column claim_columns() {
  std::vector<Column> columns = {Column("report_id", kString),
                                 Column("id", kString),
                                 Column("type", kString),
                                 Column("mode", kString),
                                 Column("means", kString),
                                 strings("contexts"),
                                 Column("trigger", kString),
                                 Column("trigger_begin", kInt32),
                                 Column("trigger_end", kInt32),
                                 Column("lemma", kString),
                                 Column("sentence", kInt32),
                                 Column("sentence_begin", kInt32),
                                 Column("sentence_end", kInt32),
                                 party_columns("agents"),
                                 party_columns("recipients"),
                                 place_columns(),
                                 time_columns(),
                                 strings("weapons")};
  append_casualty_columns(columns);
  for (const auto& [name, type] : {std::pair{"factuality", kString}, {"background", kBoolean}})
    columns.emplace_back(name, type);
  columns.push_back(chain_columns());
  for (const auto& [name, type] : {std::pair{"certainty", kString},
                                   {"quote", kBoolean},
                                   {"same_event", kString},
                                   {"denies", kString},
                                   {"confidence", kFloat64},
                                   {"rule", kString},
                                   {"main", kBoolean}})
    columns.emplace_back(name, type);
  return list_of("claims", Column("item", kStruct, std::move(columns)));
}

void add_what(const EventMention& event, const Positions& positions, Row& row) {
  row.next().add_word(event.type);
  row.next().add_word(event.mode);
  row.next().add_word(event.means);
  add_strings(event.contexts, row.next());
  row.next().add_word(positions.words(event.trigger_span));
  positions.add(event.trigger_span, row);
  row.next().add_word(event.lemma);
  row.next().add_integer(event.sentence);
  positions.add(event.sentence_span, row);
}

void add_claim(const std::string& report_id, const Claim& claim, const Positions& positions,
               Column& claims) {
  const EventMention& event = claim.event;
  Row row(claims);
  row.next().add_word(report_id);
  row.next().add_word(claim.id);
  add_what(event, positions, row);
  add_parties(event.agents, positions, row.next());
  add_parties(event.recipients, positions, row.next());
  add_place(event.place, positions, row.next());
  add_time(event.time, positions, row.next());
  add_strings(event.weapons, row.next());
  add_casualties(event.casualties, positions, row);
  row.next().add_word(factuality_name(event.factuality));
  row.next().add_boolean(event.background);
  add_chain(claim.chain, positions, row.next());
  row.next().add_word(certainty_name(claim.certainty));
  row.next().add_boolean(claim.quote);
  row.next().add_word(claim.same_event.value_or(""));
  row.next().add_word(claim.denies ? denial_name(*claim.denies) : std::string_view());
  row.next().add_number(std::round(static_cast<double>(event.confidence) * 1e3) / 1e3);
  row.next().add_word(event.rule);
  row.next().add_boolean(claim.main);
  claims.close();
}

Column warning_columns() {
  return list_of("warnings", Column("item", kStruct,
                                    {Column("code", kString), Column("message", kString),
                                     Column("begin", kInt32), Column("end", kInt32)}));
}

void add_warnings(const std::vector<Warning>& warnings, const Positions& positions,
                  Column& column) {
  for (const Warning& warning : warnings) {
    Row row(column.child(0));
    row.next().add_word(warning.code);
    row.next().add_word(warning.message);
    positions.add(warning.span, row);
    column.child(0).close();
  }
  column.close();
}

Column report_columns() {
  std::vector<Column> columns = {Column("id", kString),        Column("sha256", kString),
                                 Column("title", kString),     Column("outlet", kString),
                                 Column("byline", kString),    Column("url", kString),
                                 Column("published", kString), Column("text_length", kInt32)};
  columns.push_back(claim_columns());
  columns.push_back(warning_columns());
  columns.emplace_back("json", kString);
  columns.emplace_back("error", kString);
  return {"reports", kStruct, std::move(columns)};
}

}  // namespace

CodedTable::CodedTable() : rows_(report_columns()) {}

void CodedTable::add(const CodedReport& coded, std::string_view json) {
  const Report& report = coded.report;
  const Positions positions(report);
  Row row(rows_);
  row.next().add(report.id);
  row.next().add_word(report.sha256);
  row.next().add_word(report.title.value_or(""));
  row.next().add_word(report.outlet.value_or(""));
  row.next().add_word(report.byline.value_or(""));
  row.next().add_word(report.url.value_or(""));
  row.next().add_word(report.published ? report.published->as_given : std::string());
  row.next().add_integer(positions.index.text_length());
  Column& claims = row.next();
  for (const Claim& claim : coded.claims) add_claim(report.id, claim, positions, claims.child(0));
  claims.close();
  add_warnings(coded.warnings, positions, row.next());
  row.next().add(json);
  row.next().add_null();
  rows_.close();
}

void CodedTable::add_error(std::string_view id, const Error& error) {
  Row row(rows_);
  row.next().add_word(id);
  constexpr int kColumnsBetween = 10;  // sha256 … json
  for (int i = 0; i < kColumnsBetween; ++i) row.next().add_null();
  row.next().add(describe(error));
  rows_.close();
}

}  // namespace isnad
