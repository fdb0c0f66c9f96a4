// SPDX-License-Identifier: Apache-2.0
// Six tables in one pass over the incidents and one over the reports, then what describes them.
#include "isnad/export/bundle.h"

#include <algorithm>
#include <tuple>

#include "isnad/export/claim_rows.h"
#include "isnad/export/csv_row.h"
#include "isnad/report/sha256.h"

namespace isnad {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

struct BundleTable {
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
Result<std::vector<BundleTable>> make_tables(Store& store, const std::vector<std::string>& names,
                                             const RowOptions& options) {
  std::vector<BundleTable> tables = {{"reports.csv", report_columns(), ""},
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

}  // namespace

Result<BundleFiles> bundle_files(Store& store, const std::vector<std::string>& names,
                                 const BundleOptions& options, const std::string& now) {
  const auto tables = make_tables(store, names, RowOptions{options.mask_names});
  if (!tables) return tl::unexpected(tables.error());
  BundleFiles files;
  std::vector<TableFile> listed;
  for (const BundleTable& table : *tables) {
    std::string text(options.excel ? kByteOrderMark : std::string_view());
    append_csv_row(table.columns, text);
    files.emplace_back(table.path, text + table.rows);
    listed.push_back({table.path, table.columns});
  }
  files.emplace_back("datapackage.json", data_package("Isnad export", now, listed));
  std::string manifest;
  for (const auto& [path, text] : files) manifest += sha256_hex(text) + "  " + path + "\n";
  files.emplace_back("manifest.sha256", manifest);
  return files;
}

}  // namespace isnad
