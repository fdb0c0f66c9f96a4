// SPDX-License-Identifier: Apache-2.0
// A line, a report.
#include "ingest_coded.h"

#include <fstream>
#include <iostream>

#include "isnad/report/sha256.h"

namespace isnad {
namespace {

constexpr size_t kReportsOfCommit = 500;

// False where the line cannot be taken; the reason is among the rejected.
Result<bool> take_line(const std::string& line, const std::string& where, Store& store,
                       const std::string& engine, const std::string& now, CodedIntake& intake) {
  const auto record = read_coded_record(line);
  if (!record) {
    Error error = record.error();
    error.where = where;
    intake.rejected.push_back(std::move(error));
    return true;
  }
  CapturedReport captured;
  captured.raw = line;
  captured.capture.media_type = "application/json";
  captured.capture.parent = where;
  captured.report.id = record->report.id;
  captured.report.sha256 = sha256_hex(line);
  if (!record->report.url.empty()) captured.report.url = record->report.url;
  const auto plan = store.plan(captured);
  if (!plan) return tl::unexpected(plan.error());
  if (plan->kind == Plan::Kind::kKnown) {
    ++intake.known;
    return true;
  }
  if (plan->name != record->report.id) {  // its claims bear the other name already
    intake.rejected.push_back(
        {ErrorCode::kBadValue,
         "another report is called " + record->report.id + "; code it again under another id",
         where});
    store.forget(*plan, captured);
    return true;
  }
  const auto added = store.add(*plan, captured, line, engine, now);
  if (!added) return tl::unexpected(added.error());
  ++(plan->version == 1 ? intake.added : intake.changed);
  return store.uncommitted() >= kReportsOfCommit ? store.commit() : Result<bool>(true);
}

}  // namespace

Result<CodedIntake> ingest_coded(const std::vector<std::string>& paths, Store& store,
                                 const std::string& engine, const std::string& now) {
  CodedIntake intake;
  for (const std::string& path : paths) {
    std::ifstream file;
    if (path != "-") {
      file.open(path);
      if (!file) return failure(ErrorCode::kCannotRead, "the file cannot be read", path);
    }
    std::istream& lines = path == "-" ? std::cin : file;
    std::string line;
    for (size_t number = 1; std::getline(lines, line); ++number) {
      if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
      const std::string where = "file:" + path + ":" + std::to_string(number);
      if (auto taken = take_line(line, where, store, engine, now, intake); !taken)
        return tl::unexpected(taken.error());
    }
  }
  if (auto committed = store.commit(); !committed) return tl::unexpected(committed.error());
  return intake;
}

}  // namespace isnad
