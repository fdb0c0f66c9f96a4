// SPDX-License-Identifier: Apache-2.0
// What people decide: which claims tell the same, an incident's grade, how far its review has come.
// Nothing is changed or taken out; a later word holds before an earlier one, and an undone one is
// passed over.
#include <algorithm>
#include <array>
#include <charconv>

#include "isnad/store/store_parts.h"

namespace isnad {
namespace {

constexpr std::array<std::string_view, 5> kGrades = {"confirmed", "fair", "weak", "contested",
                                                     "discounted"};
constexpr std::array<std::string_view, 7> kStatuses = {
    "unreviewed", "assigned", "checked", "second-check", "final", "needs-work", "out-of-scope"};

constexpr const char* kNotUndone =
    " AND NOT EXISTS (SELECT 1 FROM reviews u WHERE u.undoes = r.id) ";

template <size_t kSize>
bool is_one_of(const std::array<std::string_view, kSize>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

template <size_t kSize>
std::string list_of(const std::array<std::string_view, kSize>& words) {
  std::string list;
  for (const std::string_view word : words) list += (list.empty() ? "" : ", ") + std::string(word);
  return list;
}

std::string_view kind_name(ReviewKind kind) {
  constexpr std::array<std::string_view, 3> kNames = {"grade", "status", "comment"};
  return kNames[static_cast<size_t>(kind)];
}

Result<bool> check_value(const IncidentReview& review) {
  if (review.kind == ReviewKind::kGrade && !is_one_of(kGrades, review.value))
    return failure(ErrorCode::kBadValue, "is no grade; it is one of " + list_of(kGrades),
                   review.value);
  if (review.kind == ReviewKind::kStatus && !is_one_of(kStatuses, review.value))
    return failure(ErrorCode::kBadValue, "is no status; it is one of " + list_of(kStatuses),
                   review.value);
  if (review.by.empty())
    return failure(ErrorCode::kBadValue, "a review needs somebody who makes it", "by");
  return true;
}

std::optional<std::pair<std::string, int64_t>> parts_of_claim(const std::string& claim) {
  const size_t mark = claim.rfind("#c");
  int64_t number = 0;
  if (mark == std::string::npos) return std::nullopt;
  const char* end = claim.data() + claim.size();
  const auto read = std::from_chars(claim.data() + mark + 2, end, number);
  if (read.ec != std::errc() || read.ptr != end) return std::nullopt;
  return std::pair(claim.substr(0, mark), number);
}

}  // namespace

std::optional<int64_t> Store::Parts::telling_of(const std::string& claim) {
  const auto parts = parts_of_claim(claim);
  if (!parts) return std::nullopt;
  Statement statement(*database,
                      "SELECT c.telling FROM claims c JOIN reports r ON r.id = c.report"
                      " WHERE r.name = ? AND c.number = ?");
  return statement.with(parts->first, parts->second).step() ? statement.integer_or_null(0)
                                                            : std::nullopt;
}

std::optional<int64_t> Store::Parts::living_incident(const std::string& name) {
  Statement statement(*database, "SELECT id, heir FROM incidents WHERE name = ?");
  Statement heir(*database, "SELECT id, heir FROM incidents WHERE id = ?");
  Statement* at = &statement;
  bool found = statement.with(name).step();
  while (found && !at->is_null(1)) {
    const int64_t next = at->integer(1);
    at = &heir;
    found = heir.with(next).step();
  }
  return found ? std::optional(at->integer(0)) : std::nullopt;
}

void Store::Parts::apply_reviews(int64_t id, Incident& incident) {
  Statement& rows = database->kept(
      "SELECT r.kind, r.value, r.by, r.at, r.reason FROM reviews r WHERE r.incident = ?"
      " AND r.kind IN ('grade', 'status')"
      " AND NOT EXISTS (SELECT 1 FROM reviews u WHERE u.undoes = r.id) ORDER BY r.id");
  rows.with(id);
  while (rows.step()) {
    const std::string value = rows.text(1);
    incident.review.by = rows.text(2);
    incident.review.at = rows.text(3);
    if (rows.text(0) == "status") {
      incident.review.status = value;
      continue;
    }
    const auto grade = std::find(kGrades.begin(), kGrades.end(), value) - kGrades.begin();
    incident.grade = static_cast<Grade>(grade);
    incident.grade_reason = "given by " + rows.text(2) + ": " + rows.text(4);
    incident.review.graded = true;
  }
}

Result<bool> Store::judge(const std::string& claim_a, const std::string& claim_b, bool same,
                          const std::string& by, const std::string& reason,
                          const std::string& now) {
  Parts& parts = *parts_;
  Database& database = *parts.database;
  const auto a = parts.telling_of(claim_a);
  const auto b = parts.telling_of(claim_b);
  if (!a || !b) {
    return failure(ErrorCode::kBadValue,
                   "no claim of an incident in this database; see isnad incidents",
                   a ? claim_b : claim_a);
  }
  if (*a == *b)
    return failure(ErrorCode::kBadValue,
                   "both are claims of one telling; name claims of two reports", claim_a);
  if (!parts.in_transaction) database.begin();
  parts.in_transaction = true;
  parts.links.set_time(now);
  const auto [low, high] = std::minmax(*a, *b);
  Statement(database, "INSERT INTO reviews(at, by, kind, a, b, reason) VALUES (?, ?, ?, ?, ?, ?)")
      .with(now, by, same ? "same" : "different", low, high, reason)
      .run();
  parts.custody.append(now, "review",
                       claim_a + (same ? " is the same as " : " differs from ") + claim_b,
                       by + ": " + reason);
  place_again(parts.links, {low, high});
  return commit();
}

Result<int64_t> Store::review(const IncidentReview& review) {
  if (const auto fine = check_value(review); !fine) return tl::unexpected(fine.error());
  Parts& parts = *parts_;
  Database& database = *parts.database;
  const auto incident = parts.living_incident(review.incident);
  if (!incident) {
    if (auto sound = parts.sound(); !sound) return tl::unexpected(sound.error());
    return failure(ErrorCode::kBadValue, "no such incident in this database; see isnad incidents",
                   review.incident);
  }
  if (!parts.in_transaction) database.begin();
  parts.in_transaction = true;
  Statement(database,
            "INSERT INTO reviews(at, by, kind, incident, value, reason) VALUES (?, ?, ?, ?, ?, ?)")
      .with(review.at, review.by, kind_name(review.kind), *incident, review.value, review.reason)
      .run();
  const int64_t id = database.last_row();
  const std::string what =
      std::string(kind_name(review.kind)) + (review.value.empty() ? "" : " " + review.value);
  parts.custody.append(review.at, "review", review.incident,
                       what + " by " + review.by + ": " + review.reason);
  parts.links.touch(*incident);
  if (auto committed = commit(); !committed) return tl::unexpected(committed.error());
  return id;
}

Result<bool> Store::undo_review(int64_t id, const std::string& by, const std::string& reason,
                                const std::string& now) {
  Parts& parts = *parts_;
  Database& database = *parts.database;
  Statement find(database, std::string("SELECT r.incident, r.a, r.b FROM reviews r"
                                       " WHERE r.id = ? AND r.kind <> 'undo'") +
                               kNotUndone);
  if (!find.with(id).step()) {
    if (auto sound = parts.sound(); !sound) return tl::unexpected(sound.error());
    return failure(ErrorCode::kBadValue, "no review of that number that still holds",
                   std::to_string(id));
  }
  const auto incident = find.integer_or_null(0);
  const auto a = find.integer_or_null(1);
  const auto b = find.integer_or_null(2);
  find.reset();
  if (!parts.in_transaction) database.begin();
  parts.in_transaction = true;
  parts.links.set_time(now);
  Statement(database,
            "INSERT INTO reviews(at, by, kind, reason, undoes) VALUES (?, ?, 'undo', ?, ?)")
      .with(now, by, reason, id)
      .run();
  parts.custody.append(now, "review", "review " + std::to_string(id),
                       "undone by " + by + ": " + reason);
  if (incident) parts.links.touch(*incident);
  if (a && b) place_again(parts.links, {*a, *b});
  return commit();
}

Result<std::vector<ReviewRow>> Store::reviews(const std::string& incident) {
  Parts& parts = *parts_;
  std::vector<ReviewRow> all;
  if (const auto id = parts.living_incident(incident)) {
    Statement rows(*parts.database,
                   "SELECT r.id, r.at, r.by, r.kind, r.value, r.reason, ra.name || '#c' ||"
                   " ta.first_claim, rb.name || '#c' || tb.first_claim, EXISTS (SELECT 1 FROM"
                   " reviews u WHERE u.undoes = r.id) FROM reviews r"
                   " LEFT JOIN tellings ta ON ta.id = r.a LEFT JOIN reports ra ON ra.id = ta.report"
                   " LEFT JOIN tellings tb ON tb.id = r.b LEFT JOIN reports rb ON rb.id = tb.report"
                   " WHERE r.incident = ?1 OR ta.incident = ?1 OR tb.incident = ?1 ORDER BY r.id");
    rows.with(*id);
    while (rows.step()) {
      all.push_back({rows.integer(0), rows.text(1), rows.text(2), rows.text(3), rows.text(4),
                     rows.text(5), rows.text(6), rows.text(7), rows.integer(8) != 0});
    }
  }
  if (auto sound = parts.sound(); !sound) return tl::unexpected(sound.error());
  return all;
}

}  // namespace isnad
