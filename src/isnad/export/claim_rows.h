// SPDX-License-Identifier: Apache-2.0
// Reports and claims as rows of our own tables, for the CSV bundle.
#pragma once

#include <string>
#include <vector>

#include "isnad/export/incident_rows.h"
#include "isnad/incident/coded_record.h"

namespace isnad {

[[nodiscard]] std::vector<std::string> report_columns();
[[nodiscard]] std::vector<std::string> report_row(const CodedRecord& record,
                                                  const RowOptions& options);

[[nodiscard]] std::vector<std::string> claim_columns();
// `incident`: the name of the claim's incident, empty where it has none; `review_state`: its.
[[nodiscard]] std::vector<std::string> claim_row(const CodedRecord& record,
                                                 const ClaimRecord& claim,
                                                 const std::string& incident,
                                                 const RowOptions& options,
                                                 const std::string& review_state = "unreviewed");

// An incident's accounts: who narrates, in which reports.
[[nodiscard]] std::vector<std::string> narrator_columns();
[[nodiscard]] std::vector<std::vector<std::string>> narrator_rows(const Incident& incident);

// Between claims: same_event inside a report, denial across reports.
[[nodiscard]] std::vector<std::string> relation_columns();
[[nodiscard]] std::vector<std::vector<std::string>> denial_rows(const Incident& incident);
[[nodiscard]] std::vector<std::vector<std::string>> same_event_rows(const CodedRecord& record);

// The Frictionless datapackage.json of such tables: name and columns of each file.
struct TableFile {
  std::string path;
  std::vector<std::string> columns;
};
[[nodiscard]] std::string data_package(const std::string& title, const std::string& created,
                                       const std::vector<TableFile>& files);

}  // namespace isnad
