// SPDX-License-Identifier: Apache-2.0
// Opening, and taking reports in.
#include "isnad/store/store.h"

#include <algorithm>

#include "isnad/report/sha256.h"
#include "isnad/store/schema.h"
#include "isnad/store/store_parts.h"
#include "isnad/text/fold.h"

namespace isnad {
namespace {

// "file:reports.jsonl:17" without the line: a record keeps its origin when lines move.
std::string without_line(const std::string& parent) {
  const size_t colon = parent.rfind(':');
  const bool numbered = colon != std::string::npos && colon + 1 < parent.size() &&
                        parent.find_first_not_of("0123456789", colon + 1) == std::string::npos;
  return numbered ? parent.substr(0, colon) : parent;
}

std::string origin_of(const CapturedReport& captured) {
  if (captured.report.url && !captured.report.url->empty()) return "url:" + *captured.report.url;
  if (!captured.capture.url_reached.empty()) return "url:" + captured.capture.url_reached;
  return without_line(captured.capture.parent) + " " + captured.report.id;
}

bool is_address(std::string_view origin) { return origin.starts_with("url:"); }

// The same bytes are the same report, unless two addresses show them: then two outlets printed
// them.
bool same_report(std::string_view origin, std::string_view other) {
  return origin == other || !is_address(origin) || !is_address(other);
}

}  // namespace

Store::Store(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Store::Store(Store&&) noexcept = default;
Store::~Store() = default;

Result<Store> Store::open(const std::filesystem::path& path, OpenMode mode) {
  auto database = open_current(path, mode);
  if (!database) return tl::unexpected(database.error());
  auto parts = std::make_unique<Parts>(std::move(*database));
  if (auto sound = parts->sound(); !sound) return tl::unexpected(sound.error());
  return Store(std::move(parts));
}

Result<Plan> Store::plan(const CapturedReport& captured) {
  Parts& parts = *parts_;
  Database& database = *parts.database;
  const std::string& hash = captured.report.sha256;
  Plan plan;
  plan.origin = origin_of(captured);
  plan.name = captured.report.id;

  if (const auto promised = parts.promised_hashes.find(hash);
      promised != parts.promised_hashes.end() && same_report(plan.origin, promised->second)) {
    plan.kind = Plan::Kind::kKnown;
    plan.name = parts.promised[promised->second].name;
    return plan;
  }
  Statement& by_hash = database.kept(
      "SELECT r.origin, r.name FROM versions v JOIN reports r ON r.id = v.report"
      " WHERE v.sha256 = ? ORDER BY v.id");
  by_hash.with(hash);
  while (by_hash.step()) {
    if (!same_report(plan.origin, by_hash.text(0))) continue;
    plan.kind = Plan::Kind::kKnown;
    plan.name = by_hash.text(1);
    by_hash.reset();
    return plan;
  }

  Statement& by_origin = database.kept("SELECT name, version FROM reports WHERE origin = ?");
  if (const auto promised = parts.promised.find(plan.origin); promised != parts.promised.end()) {
    plan.kind = Plan::Kind::kNewVersion;
    plan.name = promised->second.name;
    plan.version = ++promised->second.version;
  } else if (by_origin.with(plan.origin).step()) {
    plan.kind = Plan::Kind::kNewVersion;
    plan.name = by_origin.text(0);
    plan.version = static_cast<int>(by_origin.integer(1)) + 1;
    by_origin.reset();
  } else {
    Statement& by_name = database.kept("SELECT 1 FROM reports WHERE name = ?");
    for (int copy = 2; parts.promised_names.contains(plan.name) || by_name.with(plan.name).step();
         ++copy) {
      plan.name = captured.report.id + "~" + std::to_string(copy);
    }
    by_name.reset();
  }
  if (auto sound = parts.sound(); !sound) return tl::unexpected(sound.error());
  auto& promised = parts.promised[plan.origin];
  promised.name = plan.name;
  promised.version = plan.version;
  promised.hashes.insert(hash);
  parts.promised_names[plan.name] = plan.origin;
  parts.promised_hashes[hash] = plan.origin;
  return plan;
}

namespace {

int64_t put_report(Database& database, const Plan& plan, const ReportRecord& report) {
  Statement& find = database.kept("SELECT id FROM reports WHERE origin = ?");
  if (find.with(plan.origin).step()) {
    const int64_t id = find.integer(0);
    find.reset();
    database
        .kept(
            "UPDATE reports SET version = ?, title = ?, outlet = ?, url = ?, published = ?"
            " WHERE id = ?")
        .with(plan.version, report.title, report.outlet, report.url, report.published, id)
        .run();
    return id;
  }
  database
      .kept(
          "INSERT INTO reports(name, origin, version, title, outlet, url, published)"
          " VALUES (?, ?, ?, ?, ?, ?, ?)")
      .with(plan.name, plan.origin, plan.version, report.title, report.outlet, report.url,
            report.published)
      .run();
  return database.last_row();
}

void put_version(Database& database, int64_t report, const Plan& plan,
                 const CapturedReport& captured, const std::string& coded,
                 const std::string& coded_hash, const std::string& engine, const std::string& now) {
  const Capture& capture = captured.capture;
  const std::string raw = compress(captured.raw);
  const std::string packed = compress(coded);
  database
      .kept(
          "INSERT INTO versions(report, version, sha256, raw, url_asked, url_reached,"
          " http_headers, captured_at, published_printed, media_type, parent, taken_at, engine,"
          " coded, coded_sha256) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
      .with(report, plan.version, captured.report.sha256, as_blob(raw), capture.url_asked,
            capture.url_reached, capture.http_headers, capture.captured_at,
            capture.published_printed, capture.media_type, capture.parent, now, engine,
            as_blob(packed), coded_hash)
      .run();
}

void put_claims(Database& database, int64_t report, const CodedRecord& record) {
  Statement& insert = database.kept(
      "INSERT INTO claims(report, number, type, factuality, confidence)"
      " VALUES (?, ?, ?, ?, ?)");
  for (const ClaimRecord& claim : record.claims)
    insert.with(report, claim.number, claim.type, claim.factuality, claim.confidence).run();
}

}  // namespace

void Store::forget(const Plan& plan, const CapturedReport& captured) {
  Parts& parts = *parts_;
  const auto promised = parts.promised.find(plan.origin);
  if (plan.kind == Plan::Kind::kKnown || promised == parts.promised.end()) return;
  promised->second.hashes.erase(captured.report.sha256);
  parts.promised_hashes.erase(captured.report.sha256);
  if (!promised->second.hashes.empty()) return;
  parts.promised_names.erase(promised->second.name);
  parts.promised.erase(promised);
}

Result<bool> Store::add(const Plan& plan, const CapturedReport& captured, const std::string& coded,
                        const std::string& engine, const std::string& now) {
  Parts& parts = *parts_;
  Database& database = *parts.database;
  if (plan.kind == Plan::Kind::kKnown) return false;
  auto read = read_coded_record(coded);
  if (!read) return tl::unexpected(read.error());
  auto record = std::make_shared<CodedRecord>(std::move(*read));
  if (!parts.in_transaction) {
    database.begin();
    parts.in_transaction = true;
  }
  parts.links.set_time(now);
  const auto old = plan.version > 1 ? parts.current_record(plan.origin) : nullptr;
  const int64_t report = put_report(database, plan, record->report);
  const std::string coded_hash = sha256_hex(coded);
  put_version(database, report, plan, captured, coded, coded_hash, engine, now);
  parts.custody.append(now, plan.version == 1 ? "ingest" : "version",
                       plan.name + " version " + std::to_string(plan.version),
                       "sha256 " + captured.report.sha256 + " coded " + coded_hash);
  std::vector<LinkTables::Orphan> orphans;
  if (plan.version > 1) {
    if (old) {
      parts.report_words.push_back(
          {report, searchable(old->report.title + " " + old->report.text), true});
    }
    parts.forget(report);
    orphans = parts.links.remove(report);
  }
  parts.remember(report, record);
  parts.report_words.push_back(
      {report, searchable(record->report.title + " " + record->report.text), false});
  put_claims(database, report, *record);
  std::vector<Telling> tellings = make_tellings(*record);
  for (Telling& telling : tellings) {
    telling.report = report;
    parts.links.file(telling, claims_of_telling(*record, telling.claim));
  }
  parts.links.adopt(orphans, tellings);
  place_report(parts.links, tellings);
  ++parts.pending;
  forget(plan, captured);  // from here on the tables know it
  if (auto sound = parts.sound(); !sound) return tl::unexpected(sound.error());
  return true;
}

Result<bool> Store::commit() {
  Parts& parts = *parts_;
  if (!parts.in_transaction) return true;
  for (const int64_t incident : parts.links.take_touched()) parts.refresh(incident);
  parts.write_words();
  parts.in_transaction = false;
  parts.pending = 0;
  return parts.database->commit();
}

size_t Store::uncommitted() const { return parts_->pending; }

Result<int64_t> Store::report_count() {
  Statement statement(*parts_->database, "SELECT count(*) FROM reports");
  const int64_t count = statement.with().step() ? statement.integer(0) : 0;
  if (auto sound = parts_->sound(); !sound) return tl::unexpected(sound.error());
  return count;
}

Result<StoreCounts> Store::counts() {
  Database& database = *parts_->database;
  const auto count = [&](const std::string& what) {
    Statement statement(database, "SELECT count(*) FROM " + what);
    return statement.with().step() ? statement.integer(0) : 0;
  };
  StoreCounts counts;
  counts.reports = count("reports");
  counts.versions = count("versions");
  counts.claims = count("claims");
  counts.tellings = count("tellings");
  counts.incidents = count("incidents WHERE heir IS NULL AND reports > 0");
  counts.custody = count("custody");
  if (auto sound = parts_->sound(); !sound) return tl::unexpected(sound.error());
  return counts;
}

Result<bool> Store::note_export(const std::string& what, const std::string& detail,
                                const std::string& now) {
  Parts& parts = *parts_;
  if (!parts.in_transaction) parts.database->begin();
  parts.in_transaction = true;
  parts.custody.append(now, "export", what, detail);
  return commit();
}

}  // namespace isnad
