// SPDX-License-Identifier: Apache-2.0
// From an incident's tellings to the claims they stand for, and the row that queries look at.
#include <algorithm>
#include <cstring>
#include <map>

#include "isnad/incident/incident.h"
#include "isnad/store/store_parts.h"
#include "isnad/text/fold.h"

namespace isnad {
namespace {

constexpr size_t kRememberedReports = 512;

void append_word(std::string& words, const std::string& word) {
  if (!word.empty()) words += searchable(word) + " ";
}

std::string actor_words(const Incident& incident) {
  std::string words;
  for (const Field field : {Field::kAgent, Field::kTarget}) {
    for (const FieldValue& value : incident.fields[static_cast<size_t>(field)]) {
      append_word(words, value.value);
      append_word(words, value.code);
    }
  }
  for (const Observation& observation : incident.observations) {
    if (observation.field != Field::kAgent && observation.field != Field::kTarget) continue;
    if (observation.words != observation.value) append_word(words, observation.words);
  }
  return words;
}

std::string place_words(const Incident& incident) {
  std::string words;
  if (!incident.place) return words;
  append_word(words, incident.place->text);
  append_word(words, incident.place->name_ar);
  append_word(words, incident.place->name_en);
  for (const std::string& name : incident.place->path) append_word(words, name);
  append_word(words, incident.place->country);
  return words;
}

std::optional<std::string> day_of(std::optional<int> day) {
  return day ? std::optional(iso_day(*day)) : std::nullopt;
}

}  // namespace

std::string searchable(std::string_view text) { return fold_only(text); }

// Text and trace are nine tenths of a record, and accounts need neither.
void Store::Parts::remember(int64_t report, RecordPointer record) {
  auto light = std::make_shared<CodedRecord>(*record);
  light->report.text = std::string();
  for (ClaimRecord& claim : light->claims) claim.trace = {};
  record = std::move(light);
  recent.push_front(report);
  records[report] = {std::move(record), recent.begin()};
  if (recent.size() <= kRememberedReports) return;
  records.erase(recent.back());
  recent.pop_back();
}

void Store::Parts::forget(int64_t report) {
  const auto found = records.find(report);
  if (found == records.end()) return;
  recent.erase(found->second.second);
  records.erase(found);
}

Store::Parts::RecordPointer Store::Parts::record(int64_t report) {
  if (const auto found = records.find(report); found != records.end()) {
    recent.splice(recent.begin(), recent, found->second.second);
    return found->second.first;
  }
  if (auto whole = whole_record(report, true)) {
    remember(report, std::move(whole));
    return records[report].first;
  }
  return nullptr;
}

Store::Parts::RecordPointer Store::Parts::whole_record(int64_t report, bool corrected) {
  // The newest version whose claims are in the tables: while a new one comes in, that is the old.
  Statement& coded = database->kept(
      "SELECT v.coded, r.name FROM versions v JOIN reports r ON r.id = v.report"
      " WHERE v.report = ? ORDER BY v.version DESC LIMIT 1");
  if (!coded.with(report).step()) return nullptr;
  const auto fail = [&](const Error& error) {
    database->fail({ErrorCode::kDamagedFile,
                    "what was coded of a report cannot be read (" + error.what +
                        "); restore the database from a copy",
                    "report " + coded.text(1)});
    return nullptr;
  };
  const auto line = decompress(coded.bytes(0));
  if (!line) return fail(line.error());
  auto read = read_coded_record(*line);
  if (!read) return fail(read.error());
  if (corrected) apply_corrections(report, *read);
  return std::make_shared<const CodedRecord>(std::move(*read));
}

Store::Parts::RecordPointer Store::Parts::current_record(const std::string& origin) {
  Statement& find = database->kept("SELECT id FROM reports WHERE origin = ?");
  const std::optional<int64_t> id =
      find.with(origin).step() ? std::optional(find.integer(0)) : std::nullopt;
  find.reset();
  return id ? whole_record(*id) : nullptr;
}

Store::Parts::Loaded Store::Parts::load(int64_t incident) {
  std::map<int64_t, Member> members;
  Statement& rows = database->kept(
      "SELECT c.report, c.number, t.features FROM tellings t JOIN claims c"
      " ON c.telling = t.id WHERE t.incident = ? ORDER BY c.report, c.number");
  rows.with(incident);
  while (rows.step()) {
    Member& member = members[rows.integer(0)];
    if (member.claims.empty()) {
      const std::string_view blob = rows.bytes(2);
      std::vector<uint32_t> words(blob.size() / sizeof(uint32_t));
      std::memcpy(words.data(), blob.data(), words.size() * sizeof(uint32_t));
      if (const auto telling = unpack(words)) member.signature = telling->signature;
    }
    member.claims.push_back(static_cast<int>(rows.integer(1)));
  }
  Loaded loaded;
  for (auto& [report, member] : members) {
    const RecordPointer read = record(report);
    if (!read) continue;
    member.record = read.get();
    loaded.records.push_back(read);
    loaded.members.push_back(std::move(member));
  }
  return loaded;
}

void Store::Parts::change_words(int64_t incident, const IncidentWords& after) {
  Statement& old = database->kept("SELECT title, place, actors FROM incidents WHERE id = ?");
  IncidentWords before;
  if (old.with(incident).step()) before = {old.text(0), old.text(1), old.text(2)};
  old.reset();
  if (before == after) return;
  incident_words.push_back({incident, std::move(before), after});
}

void Store::Parts::write_words() {
  Statement& drop_report = database->kept(
      "INSERT INTO report_words(report_words, rowid, words) VALUES ('delete', ?, ?)");
  Statement& put_report = database->kept("INSERT INTO report_words(rowid, words) VALUES (?, ?)");
  for (const ReportWords& one : report_words)
    (one.gone ? drop_report : put_report).with(one.report, one.words).run();
  report_words.clear();
  Statement& drop = database->kept(
      "INSERT INTO incident_words(incident_words, rowid, title, place, actors)"
      " VALUES ('delete', ?, ?, ?, ?)");
  Statement& put =
      database->kept("INSERT INTO incident_words(rowid, title, place, actors) VALUES (?, ?, ?, ?)");
  for (const auto& [incident, before, after] : incident_words) {
    if (!before.empty()) drop.with(incident, before.title, before.place, before.actors).run();
    if (!after.empty()) put.with(incident, after.title, after.place, after.actors).run();
  }
  incident_words.clear();
}

void Store::Parts::refresh(int64_t id) {
  const Loaded loaded = load(id);
  if (loaded.members.empty()) {
    change_words(id, {});
    database
        ->kept(
            "UPDATE incidents SET reports = 0, title = '', place = '', actors = ''"
            " WHERE id = ?")
        .with(id)
        .run();
    database->kept("DELETE FROM incident_cards WHERE incident = ?").with(id).run();
    database->kept("DELETE FROM incident_accounts WHERE incident = ?").with(id).run();
    return;
  }
  Incident incident = make_incident(loaded.members);
  apply_reviews(id, incident);
  refresh_lists(id, incident);
  const auto place = incident.place;
  const IncidentWords words = {searchable(incident.title), place_words(incident),
                               actor_words(incident)};
  change_words(id, words);
  database
      ->kept(
          "UPDATE incidents SET type = ?, mode = ?, means = ?, earliest = ?, latest = ?,"
          " latitude = ?, longitude = ?, country = ?, grade = ?, grade_reason = ?, reports = ?,"
          " chains = ?, copies = ?, title = ?, place = ?, actors = ? WHERE id = ?")
      .with(incident.type, incident.mode, incident.means, day_of(incident.earliest),
            day_of(incident.latest), place ? place->latitude : std::nullopt,
            place ? place->longitude : std::nullopt, place ? place->country : std::string(),
            grade_name(incident.grade), incident.grade_reason,
            static_cast<int64_t>(incident.reports.size()),
            static_cast<int64_t>(incident.independent_chains),
            static_cast<int64_t>(incident.copies), words.title, words.place, words.actors, id)
      .run();
}

}  // namespace isnad
