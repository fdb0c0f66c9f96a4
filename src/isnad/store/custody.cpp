// SPDX-License-Identifier: Apache-2.0
// hash = SHA-256 of the line before's hash and this line's fields, each ended by a newline.
#include "isnad/store/custody.h"

#include "isnad/report/sha256.h"

namespace isnad {
namespace {

std::string seal(std::string_view previous, int64_t id, std::string_view at, std::string_view what,
                 std::string_view subject, std::string_view detail) {
  std::string line(previous);
  const std::string number = std::to_string(id);
  for (const std::string_view part : {std::string_view(number), at, what, subject, detail}) {
    line += '\n';
    line += part;
  }
  return sha256_hex(line);
}

}  // namespace

CustodyLog::CustodyLog(Database& database)
    : last_(database, "SELECT id, hash FROM custody ORDER BY id DESC LIMIT 1"),
      insert_(database,
              "INSERT INTO custody(id, at, what, subject, detail, previous, hash)"
              " VALUES (?, ?, ?, ?, ?, ?, ?)") {}

void CustodyLog::append(std::string_view at, std::string_view what, std::string_view subject,
                        std::string_view detail) {
  int64_t id = 1;
  std::string previous;
  if (last_.with().step()) {
    id = last_.integer(0) + 1;
    previous = last_.text(1);
  }
  last_.reset();
  insert_
      .with(id, at, what, subject, detail, previous, seal(previous, id, at, what, subject, detail))
      .run();
}

std::vector<std::string> verify_custody(Database& database) {
  std::vector<std::string> faults;
  Statement lines(database,
                  "SELECT id, at, what, subject, detail, previous, hash FROM custody ORDER BY id");
  std::string previous;
  int64_t expected = 1;
  lines.with();
  while (lines.step()) {
    const int64_t id = lines.integer(0);
    const std::string where = "custody line " + std::to_string(id);
    if (id != expected)
      faults.push_back(where + ": lines before it are missing (expected line " +
                       std::to_string(expected) + ")");
    if (lines.bytes(5) != previous) faults.push_back(where + ": does not follow the line before");
    if (lines.bytes(6) !=
        seal(lines.text(5), id, lines.text(1), lines.text(2), lines.text(3), lines.text(4)))
      faults.push_back(where + ": was changed after it was written");
    previous = lines.text(6);
    expected = id + 1;
  }
  return faults;
}

}  // namespace isnad
