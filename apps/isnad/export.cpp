// SPDX-License-Identifier: Apache-2.0
// `isnad export`: incidents in the shapes other tools read; our own tables as a bundle.
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <memory>
#include <tuple>

#include "commands.h"
#include "isnad/export/claim_rows.h"
#include "isnad/export/csv_row.h"
#include "isnad/export/export_text.h"
#include "isnad/report/sha256.h"
#include "store_options.h"
#include "talk.h"

namespace isnad {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

struct ExportOptions {
  std::string database;
  std::string to = "csv";
  std::optional<std::string> out;
  bool excel = false;
  bool mask_names = false;
  FilterOptions filter;
};

bool write_file(const std::filesystem::path& path, std::string_view bytes) {
  std::ofstream file(path, std::ios::binary | std::ios::trunc);
  file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  return static_cast<bool>(file.flush());
}

struct Table {
  std::string path;
  std::vector<std::string> columns;
  std::string rows;
};

constexpr size_t kMostReviews = 10000;  // of one incident

const std::vector<std::string>& review_columns() {
  static const std::vector<std::string> columns = {"review_id", "incident_id", "at",     "by",
                                                   "kind",      "value",       "reason", "claim_a",
                                                   "claim_b",   "undone"};
  return columns;
}

std::vector<std::string> review_row(const ReviewLine& review, const std::string& incident,
                                    const RowOptions& options) {
  return {std::to_string(review.id),
          incident,
          review.at,
          options.mask_names ? "" : review.by,
          review.kind,
          review.value,
          review.reason,
          review.claim_a,
          review.claim_b,
          review.active ? "no" : "yes"};
}

struct ClaimHome {
  std::string claim, incident, review_state;
};

// Our own tables; narrators, relations, reviews and incidents of those found, reports and claims
// that these incidents rest on.
Result<std::vector<Table>> make_tables(Store& store, const std::vector<std::string>& names,
                                       const RowOptions& options) {
  std::vector<Table> tables = {{"reports.csv", report_columns(), ""},
                               {"claims.csv", claim_columns(), ""},
                               {"narrators.csv", narrator_columns(), ""},
                               {"relations.csv", relation_columns(), ""},
                               {"incidents.csv", columns_of(RowShape::kIncidents), ""},
                               {"reviews.csv", review_columns(), ""}};
  std::vector<ClaimHome> homes;
  for (const std::string& name : names) {
    auto incident = store.incident(name);
    if (!incident) return tl::unexpected(incident.error());
    if (!*incident) continue;
    if (options.mask_names) **incident = masked(std::move(**incident));
    for (const std::string& claim : (*incident)->claims)
      homes.push_back({claim, name, (*incident)->review.status});
    const auto reviews = store.reviews(name, kMostReviews);
    if (!reviews) return tl::unexpected(reviews.error());
    for (const ReviewLine& review : *reviews)
      append_csv_row(review_row(review, name, options), tables[5].rows);
    for (const auto& row : narrator_rows(**incident)) append_csv_row(row, tables[2].rows);
    for (const auto& row : denial_rows(**incident)) append_csv_row(row, tables[3].rows);
    for (const auto& row : rows_of(**incident, RowShape::kIncidents, options))
      append_csv_row(row, tables[4].rows);
  }
  const auto before = [](const ClaimHome& home, const std::string& id) { return home.claim < id; };
  std::sort(homes.begin(), homes.end(), [](const ClaimHome& a, const ClaimHome& b) {
    return std::tie(a.claim, a.incident) < std::tie(b.claim, b.incident);
  });
  const auto read = store.each_report([&](const CodedRecord& record) {
    bool used = false;
    for (const ClaimRecord& claim : record.claims) {
      const auto found = std::lower_bound(homes.begin(), homes.end(), claim.id, before);
      if (found == homes.end() || found->claim != claim.id) continue;
      append_csv_row(claim_row(record, claim, found->incident, options, found->review_state),
                     tables[1].rows);
      used = true;
    }
    if (!used) return true;
    append_csv_row(report_row(record, options), tables[0].rows);
    for (const auto& row : same_event_rows(record)) append_csv_row(row, tables[3].rows);
    return true;
  });
  if (!read) return tl::unexpected(read.error());
  return tables;
}

// The tables, datapackage.json and manifest.sha256 (for sha256sum -c) in a folder.
Result<std::string> write_bundle(Store& store, const std::vector<std::string>& names,
                                 const ExportOptions& options, const std::string& now) {
  const std::filesystem::path folder = *options.out;
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  auto tables = make_tables(store, names, RowOptions{options.mask_names});
  if (!tables) return tl::unexpected(tables.error());
  std::vector<std::pair<std::string, std::string>> files;
  std::vector<TableFile> listed;
  for (const Table& table : *tables) {
    std::string text(options.excel ? kByteOrderMark : std::string_view());
    append_csv_row(table.columns, text);
    files.emplace_back(table.path, text + table.rows);
    listed.push_back({table.path, table.columns});
  }
  files.emplace_back("datapackage.json", data_package("Isnad export", now, listed));
  std::string manifest;
  for (const auto& [path, text] : files) manifest += sha256_hex(text) + "  " + path + "\n";
  files.emplace_back("manifest.sha256", manifest);
  for (const auto& [path, text] : files) {
    if (!write_file(folder / path, text))
      return failure(ErrorCode::kCannotWrite, "cannot be written to; choose another --out",
                     (folder / path).string());
  }
  return sha256_hex(manifest);
}

// An export leaves a line in the custody log; a database that may only be read leaves none.
void note(const ExportOptions& options, const std::string& hash, size_t count,
          const std::string& now) {
  auto store = Store::open(options.database, OpenMode::kWrite);
  if (!store ||
      !store->note_export(options.to, std::to_string(count) + " incidents, sha256 " + hash, now))
    say("the export could not be noted in the custody log (is the database read-only?)");
}

int run_export(const ExportOptions& options) {
  const auto filter = filter_of(options.filter);
  if (!filter) {
    say(describe(filter.error()));
    return kBadUsage;
  }
  auto store = open_store(options.database, OpenMode::kRead);
  if (!store) return kNotUsable;
  const auto names = store->find(*filter);
  if (!names) return database_failed(names.error());
  const std::string now = utc_now();
  if (options.to == "csv" && options.out) {
    const auto hash = write_bundle(*store, *names, options, now);
    if (!hash) {
      say(describe(hash.error()));
      return hash.error().code == ErrorCode::kCannotWrite ? kSomeNotRead : kNotUsable;
    }
    note(options, *hash, names->size(), now);
    return kDone;
  }
  const auto text =
      export_text(*store, *names, {*export_form(options.to), options.excel, options.mask_names});
  if (!text) return database_failed(text.error());
  if (options.out ? !write_file(*options.out, *text)
                  : std::fwrite(text->data(), 1, text->size(), stdout) != text->size() ||
                        std::fflush(stdout) != 0) {
    say(options.out.value_or("standard output") + " cannot be written to; is the disk full?");
    return kSomeNotRead;
  }
  note(options, sha256_hex(*text), names->size(), now);
  return kDone;
}

}  // namespace

Command export_command() {
  const auto options = std::make_shared<ExportOptions>();
  Command command;
  command.name = "export";
  command.summary = "Write incidents in the shapes other tools read";
  command.examples =
      "  isnad export --db desk.isnad --to acled --excel > events.csv\n"
      "  isnad export --db desk.isnad --to csv --out bundle/ --mask-names\n"
      "  isnad export --db desk.isnad --to geojson --since 2016-10-01 > incidents.geojson";
  command.arguments = {
      database_argument(options->database),
      {"--to",
       "FORM",
       "csv (default), geojson, plover, cameo, acled, ucdp, hxl, jsonl",
       &options->to,
       {"csv", "geojson", "plover", "cameo", "acled", "ucdp", "hxl", "jsonl"}},
      {"--out", "PATH",
       "A file; for csv a folder that gets all tables, datapackage.json and manifest.sha256",
       &options->out},
      {"--excel", "", "Begin tables with a byte-order mark, as spreadsheets want it",
       &options->excel},
      {"--mask-names", "", "Leave out names of private people, and sentences that may hold them",
       &options->mask_names},
  };
  for (auto& argument : filter_arguments(options->filter))
    command.arguments.push_back(std::move(argument));
  command.run = [options] { return run_export(*options); };
  return command;
}

}  // namespace isnad
