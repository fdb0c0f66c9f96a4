// SPDX-License-Identifier: Apache-2.0
// The rows that lists read: an incident's card and its accounts, kept with the incident.
#include <algorithm>

#include "isnad/incident/agreement.h"
#include "isnad/store/store_parts.h"

namespace isnad {
namespace {

std::string agreement_letters(const Incident& incident) {
  std::string letters;
  for (const Agreement agreement : incident.agreement)
    letters += "asdnx"[static_cast<size_t>(agreement)];
  return letters;
}

// From the least to the most that any account not corrected later says.
std::pair<std::optional<int64_t>, std::optional<int64_t>> bounds(const Incident& incident,
                                                                 Field field) {
  std::optional<int64_t> low, high;
  for (const Observation& one : incident.observations) {
    if (one.field != field || one.denied || one.superseded) continue;
    const auto least = one.range.low ? one.range.low : one.number;
    const auto most = one.range.high   ? one.range.high
                      : one.range.best ? one.range.best
                                       : one.number;
    if (least && (!low || *least < *low)) low = least;
    if (most && (!high || *most > *high)) high = most;
  }
  return {low, high};
}

struct Tally {
  int64_t claims = 0, certain = 0, alone = 0, agrees = 0, differs = 0, denies = 0;
};

Tally tally_of(const Incident& incident, size_t account) {
  Tally tally;
  std::set<std::string> claims, certain;
  for (const Observation& one : incident.observations) {
    if (one.account != account) continue;
    claims.insert(one.claim);
    if (one.certainty == "certain") certain.insert(one.claim);
  }
  tally.claims = static_cast<int64_t>(claims.size());
  tally.certain = static_cast<int64_t>(certain.size());
  for (size_t field = 0; field < kFields; ++field) {
    const Mark mark = mark_of(incident, static_cast<Field>(field), account);
    tally.alone += mark == Mark::kAlone ? 1 : 0;
    tally.agrees += mark == Mark::kAgree ? 1 : 0;
    tally.differs += mark == Mark::kDiffer ? 1 : 0;
    tally.denies += mark == Mark::kDeny ? 1 : 0;
  }
  return tally;
}

}  // namespace

void Store::Parts::refresh_lists(int64_t id, const Incident& incident) {
  const auto [killed_low, killed_high] = bounds(incident, Field::kKilled);
  const auto [injured_low, injured_high] = bounds(incident, Field::kInjured);
  const auto& place = incident.place;
  const std::string place_ar = !place ? "" : place->name_ar.empty() ? place->text : place->name_ar;
  const std::string place_en = !place ? "" : place->name_en.empty() ? place->text : place->name_en;
  database
      ->kept(
          "INSERT OR REPLACE INTO incident_cards(incident, title, place_ar, place_en, radius_km,"
          " agreement, killed_low, killed_high, injured_low, injured_high, status, assigned)"
          " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
      .with(id, incident.title, place_ar, place_en, place ? place->radius_km : 0.0,
            agreement_letters(incident), killed_low, killed_high, injured_low, injured_high,
            incident.review.status, incident.review.assigned)
      .run();
  database->kept("DELETE FROM incident_accounts WHERE incident = ?").with(id).run();
  Statement& insert = database->kept(
      "INSERT INTO incident_accounts(incident, number, narrator, kind, code, claims, certain,"
      " alone, agrees, differs, denies) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  for (size_t i = 0; i < incident.accounts.size(); ++i) {
    const Account& account = incident.accounts[i];
    const Tally tally = tally_of(incident, i);
    insert
        .with(id, static_cast<int64_t>(i), account.narrator, account.kind, account.code,
              tally.claims, tally.certain, tally.alone, tally.agrees, tally.differs, tally.denies)
        .run();
  }
}

Result<size_t> Store::fill_lists() {
  Parts& parts = *parts_;
  Statement missing(*parts.database,
                    "SELECT id FROM incidents WHERE heir IS NULL AND reports > 0 AND id NOT IN"
                    " (SELECT incident FROM incident_cards)");
  std::vector<int64_t> ids;
  missing.with();
  while (missing.step()) ids.push_back(missing.integer(0));
  if (auto sound = parts.sound(); !sound) return tl::unexpected(sound.error());
  if (ids.empty()) return size_t{0};
  parts.database->begin();
  for (const int64_t id : ids) parts.refresh(id);
  if (auto done = parts.database->commit(); !done) return tl::unexpected(done.error());
  return ids.size();
}

}  // namespace isnad
