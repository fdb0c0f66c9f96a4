// SPDX-License-Identifier: Apache-2.0
// What people decide: each action is written, sealed in the custody log, and carried out at once.
#include <algorithm>

#include "isnad/store/find_claim.h"
#include "isnad/store/store_parts.h"

namespace isnad {
namespace {

constexpr size_t kMostPairs = 5000;  // of one action
constexpr size_t kLongest = 4000;    // bytes of a value or reason

bool is_one_of(std::string_view value, auto begin, auto end) {
  return std::find(begin, end, value) != end;
}

// A tombstone's name leads to its heir's row.
std::optional<int64_t> incident_row(Database& database, const std::string& name) {
  Statement row(database,
                "WITH RECURSIVE way(id, heir) AS (SELECT id, heir FROM incidents WHERE name = ?"
                " UNION SELECT i.id, i.heir FROM incidents i JOIN way ON i.id = way.heir)"
                " SELECT id FROM way WHERE heir IS NULL");
  return row.with(name).step() ? std::optional(row.integer(0)) : std::nullopt;
}

std::optional<int64_t> report_row(Database& database, const std::string& claim) {
  const auto parts = parts_of_claim(claim);
  if (!parts) return std::nullopt;
  Statement row(database,
                "SELECT r.id FROM claims c JOIN reports r ON r.id = c.report"
                " WHERE r.name = ? AND c.number = ?");
  return row.with(parts->first, parts->second).step() ? std::optional(row.integer(0))
                                                      : std::nullopt;
}

std::optional<Error> fault_of(const ReviewDecision& decision, const ReviewSign& sign) {
  const auto fault = [](std::string what, std::string where) {
    return std::optional(Error{ErrorCode::kBadValue, std::move(what), std::move(where)});
  };
  if (sign.by.empty() || sign.by.size() > 200) return fault("say who decides", "by");
  if (sign.reason.size() > kLongest) return fault("too long; shorten it", "reason");
  if (decision.value.size() > kLongest) return fault("too long; shorten it", "value");
  if (decision.kind == "status") {
    if (!is_one_of(decision.value, kReviewStates.begin(), kReviewStates.end()))
      return fault("no state of the review flow", "value");
  } else if (decision.kind == "grade") {
    constexpr std::array<std::string_view, 6> kGrades = {"",     "confirmed", "fair",
                                                         "weak", "contested", "discounted"};
    if (!is_one_of(decision.value, kGrades.begin(), kGrades.end()))
      return fault("no grade", "value");
    if (sign.reason.empty()) return fault("say why; a grade needs a reason", "reason");
  } else if (decision.kind == "comment") {
    if (sign.reason.empty()) return fault("an empty comment", "reason");
  } else if (decision.kind == "correct") {
    if (!is_one_of(decision.field, kFieldNames.begin(), kFieldNames.end()))
      return fault("no field of an account", "field");
    if (sign.reason.empty()) return fault("say why; a correction needs a reason", "reason");
  } else if (decision.kind != "assign") {
    return fault("no kind of decision", "kind");
  }
  return std::nullopt;
}

// What the value is now, for the log.
std::string old_value(const Incident& incident, const ReviewDecision& decision) {
  if (decision.kind == "status") return incident.review.status;
  if (decision.kind == "grade") return std::string(grade_name(incident.grade));
  if (decision.kind == "assign") return incident.review.assigned;
  if (decision.kind != "correct") return {};
  std::string values;
  for (const Observation& one : incident.observations) {
    if (one.claim != decision.claim ||
        kFieldNames[static_cast<size_t>(one.field)] != decision.field || one.code == "done")
      continue;
    values += (values.empty() ? "" : "; ") + one.value;
  }
  return values;
}

}  // namespace

Result<int64_t> Store::decide(const ReviewDecision& decision, const ReviewSign& sign) {
  Parts& parts = *parts_;
  Database& database = *parts.database;
  if (const auto fault = fault_of(decision, sign)) return tl::unexpected(*fault);
  std::string name = decision.incident;
  std::optional<int64_t> report;
  if (decision.kind == "correct") {
    report = report_row(database, decision.claim);
    const auto incidents = incidents_of_claim(decision.claim);
    if (!report || !incidents || incidents->empty())
      return failure(ErrorCode::kBadValue, "no claim of an incident", decision.claim);
    name = incidents->front();
  }
  const auto row = incident_row(database, name);
  const auto before = incident(name);
  if (!before) return tl::unexpected(before.error());
  if (!row || !*before) return failure(ErrorCode::kBadValue, "no such incident", name);
  const std::string old = old_value(**before, decision);
  // Who closes a record must not open it again without a word.
  if (old == "final" && decision.kind == "status" && sign.reason.empty())
    return failure(ErrorCode::kBadValue, "say why; a final record needs a reason", "reason");
  parts.begin();
  Statement(database,
            "INSERT INTO reviews(at, by, kind, incident, value, reason, claim, field, old)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
      .with(sign.now, sign.by, decision.kind, *row, decision.value, sign.reason,
            decision.claim.empty() ? std::nullopt : std::optional(decision.claim),
            decision.field.empty() ? std::nullopt : std::optional(decision.field), old)
      .run();
  const int64_t action = database.last_row();
  parts.custody.append(sign.now, "review",
                       (decision.claim.empty() ? name : decision.claim) + " " + decision.kind +
                           (decision.field.empty() ? "" : " " + decision.field),
                       sign.by + ": " + old + " > " + decision.value + ": " + sign.reason);
  if (report) parts.forget(*report);
  parts.links.touch(*row);
  if (auto done = commit(); !done) return tl::unexpected(done.error());
  return action;
}

Result<int64_t> Store::regroup(const std::string& kind, const std::vector<ClaimPair>& same,
                               const std::vector<ClaimPair>& different, const ReviewSign& sign) {
  Parts& parts = *parts_;
  Database& database = *parts.database;
  if (sign.by.empty()) return failure(ErrorCode::kBadValue, "say who decides", "by");
  if (sign.reason.empty() || sign.reason.size() > kLongest)
    return failure(ErrorCode::kBadValue, "say why, in at most 4000 bytes", "reason");
  if (same.size() + different.size() > kMostPairs)
    return failure(ErrorCode::kTooLarge, "too many pairs for one action; take fewer claims");
  struct Word {
    int64_t low = 0, high = 0;
    bool same = false;
  };
  std::vector<Word> words;
  for (const bool is_same : {true, false}) {
    for (const auto& [claim_a, claim_b] : is_same ? same : different) {
      const auto a = telling_of(database, claim_a);
      const auto b = telling_of(database, claim_b);
      if (!a || !b)
        return failure(ErrorCode::kBadValue, "no claim of an incident", a ? claim_b : claim_a);
      if (*a == *b) continue;  // claims of one telling stay together
      words.push_back({std::min(*a, *b), std::max(*a, *b), is_same});
    }
  }
  if (words.empty())
    return failure(ErrorCode::kBadValue, "these claims are of one telling and stay together");
  parts.begin();
  parts.links.set_time(sign.now);
  Statement first(database,
                  "INSERT INTO reviews(at, by, kind, a, b, reason, what, action)"
                  " VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
  std::optional<int64_t> action;
  std::vector<int64_t> tellings;
  for (const Word& word : words) {
    first
        .with(sign.now, sign.by, word.same ? "same" : "different", word.low, word.high, sign.reason,
              kind, action)
        .run();
    if (!action) action = database.last_row();
    tellings.insert(tellings.end(), {word.low, word.high});
  }
  const auto& [claim_a, claim_b] = same.empty() ? different.front() : same.front();
  parts.custody.append(sign.now, "review", kind + " " + claim_a + " " + claim_b,
                       sign.by + ": " + std::to_string(words.size()) + " pairs: " + sign.reason);
  place_again(parts.links, tellings);
  if (auto done = commit(); !done) return tl::unexpected(done.error());
  return *action;
}

Result<bool> Store::judge(const std::string& claim_a, const std::string& claim_b, bool same,
                          const std::string& by, const std::string& reason,
                          const std::string& now) {
  const std::vector<ClaimPair> pair = {{claim_a, claim_b}};
  const auto action = same ? regroup("same", pair, {}, {by, reason, now})
                           : regroup("different", {}, pair, {by, reason, now});
  if (!action) return tl::unexpected(action.error());
  return true;
}

Result<int64_t> Store::undo(int64_t action, bool again, const ReviewSign& sign) {
  Parts& parts = *parts_;
  Database& database = *parts.database;
  if (sign.by.empty()) return failure(ErrorCode::kBadValue, "say who decides", "by");
  Statement lines(database,
                  "SELECT kind, a, b, incident, claim, (SELECT count(*) FROM active_reviews v"
                  " WHERE v.id = r.id) FROM reviews r WHERE coalesce(action, id) = ?");
  std::vector<int64_t> tellings, incidents;
  std::vector<std::string> claims;
  size_t found = 0;
  bool active = false;
  lines.with(action);
  while (lines.step()) {
    if (lines.text(0) == "undo") break;
    ++found;
    active = lines.integer(5) != 0;
    for (const int column : {1, 2})
      if (const auto telling = lines.integer_or_null(column)) tellings.push_back(*telling);
    if (const auto incident = lines.integer_or_null(3)) incidents.push_back(*incident);
    if (!lines.is_null(4)) claims.push_back(lines.text(4));
  }
  lines.reset();
  if (found == 0) return failure(ErrorCode::kBadValue, "no such action", std::to_string(action));
  if (active == again)
    return failure(ErrorCode::kBadValue,
                   again ? "the action holds already" : "the action is taken back already",
                   std::to_string(action));
  parts.begin();
  parts.links.set_time(sign.now);
  Statement(database,
            "INSERT INTO reviews(at, by, kind, incident, value, reason, undoes)"
            " VALUES (?, ?, 'undo', ?, ?, ?, ?)")
      .with(sign.now, sign.by, incidents.empty() ? std::nullopt : std::optional(incidents.front()),
            again ? "on" : "off", sign.reason, action)
      .run();
  const int64_t line = database.last_row();
  parts.custody.append(sign.now, "review", (again ? "redo " : "undo ") + std::to_string(action),
                       sign.by + ": " + sign.reason);
  for (const std::string& claim : claims)
    if (const auto report = report_row(database, claim)) parts.forget(*report);
  if (!tellings.empty()) place_again(parts.links, tellings);
  for (const int64_t incident : incidents) parts.links.touch(incident);
  if (auto done = commit(); !done) return tl::unexpected(done.error());
  return line;
}

Result<std::vector<ReviewLine>> Store::reviews(const std::string& incident, size_t limit) {
  Database& database = *parts_->database;
  std::optional<int64_t> row;
  if (!incident.empty()) {
    row = incident_row(database, incident);
    if (!row) return failure(ErrorCode::kBadValue, "no such incident", incident);
  }
  // An action of many pairs is one line: its first. What was said of parts merged since counts.
  Statement rows(
      database,
      "WITH RECURSIVE family(id) AS (SELECT ?1 UNION SELECT i.id FROM incidents i JOIN family f"
      " ON i.heir = f.id)"
      " SELECT r.id, coalesce(r.action, r.id), r.at, r.by, coalesce(r.what, r.kind), i.name,"
      " (SELECT p.name || '#c' || t.first_claim FROM tellings t JOIN reports p ON p.id = t.report"
      "  WHERE t.id = r.a),"
      " (SELECT p.name || '#c' || t.first_claim FROM tellings t JOIN reports p ON p.id = t.report"
      "  WHERE t.id = r.b),"
      " r.field, r.old, r.value, r.reason, r.undoes, r.claim,"
      " (SELECT count(*) FROM active_reviews v WHERE v.id = r.id)"
      " FROM reviews r LEFT JOIN incidents i ON i.id = r.incident"
      " WHERE (r.action IS NULL OR r.action = r.id) AND (?1 IS NULL"
      "  OR r.incident IN (SELECT id FROM family)"
      "  OR coalesce(r.undoes, r.id) IN (SELECT coalesce(x.action, x.id) FROM reviews x"
      "     JOIN tellings t ON t.id IN (x.a, x.b) WHERE t.incident IN (SELECT id FROM family)))"
      " ORDER BY r.id DESC LIMIT ?2");
  std::vector<ReviewLine> lines;
  rows.with(row, static_cast<int64_t>(limit));
  while (rows.step()) {
    ReviewLine line;
    line.id = rows.integer(0);
    line.action = rows.integer(1);
    line.at = rows.text(2);
    line.by = rows.text(3);
    line.kind = rows.text(4);
    line.incident = rows.text(5);
    line.claim_a = rows.is_null(13) ? rows.text(6) : rows.text(13);
    line.claim_b = rows.text(7);
    line.field = rows.text(8);
    line.old = rows.text(9);
    line.value = rows.text(10);
    line.reason = rows.text(11);
    line.undoes = rows.integer_or_null(12).value_or(0);
    line.active = rows.integer(14) != 0;
    lines.push_back(std::move(line));
  }
  if (auto sound = parts_->sound(); !sound) return tl::unexpected(sound.error());
  return lines;
}

}  // namespace isnad
