// SPDX-License-Identifier: Apache-2.0
// Pairs of accounts, field by field, by the equality that comparisons use. An outlet's own voice is
// not set against the narrators it names.
#include "isnad/desk/narrator_view.h"

#include <algorithm>
#include <map>

#include "isnad/desk/json_fields.h"
#include "isnad/incident/agreement.h"

namespace isnad {
namespace {

constexpr size_t kMostIncidents = 300;
constexpr size_t kMostOthers = 50;
constexpr size_t kMostExamples = 5;

struct Beside {
  std::string kind, code;
  int64_t incidents = 0, agrees = 0, differs = 0, denies = 0;
  std::vector<std::string> examples;  // incidents in which the two differ or deny
};

struct Tally {
  std::string kind, code;
  int64_t incidents = 0;
  std::map<std::string, int64_t> types;
  std::map<std::string, Beside> others;
};

void add_pair(const Incident& incident, size_t mine, size_t other, Tally& tally) {
  const Account& account = incident.accounts[other];
  Beside& beside = tally.others[account.narrator];
  beside.kind = account.kind;
  if (beside.code.empty()) beside.code = account.code;
  ++beside.incidents;
  bool apart = false;
  for (size_t i = 0; i < kFields; ++i) {
    const Mark mark = mark_between(incident, static_cast<Field>(i), mine, other);
    beside.agrees += mark == Mark::kAgree ? 1 : 0;
    beside.differs += mark == Mark::kDiffer ? 1 : 0;
    beside.denies += mark == Mark::kDeny ? 1 : 0;
    apart = apart || mark == Mark::kDiffer || mark == Mark::kDeny;
  }
  if (apart && beside.examples.size() < kMostExamples) beside.examples.push_back(incident.id);
}

void add_incident(const Incident& incident, const std::string& name, Tally& tally) {
  for (size_t mine = 0; mine < incident.accounts.size(); ++mine) {
    const Account& account = incident.accounts[mine];
    if (account.narrator != name) continue;
    ++tally.incidents;
    ++tally.types[incident.type];
    tally.kind = account.kind;
    if (tally.code.empty()) tally.code = account.code;
    for (size_t other = 0; other < incident.accounts.size(); ++other) {
      if (incident.accounts[other].narrator == name) continue;
      add_pair(incident, mine, other, tally);
    }
    return;
  }
}

void write_other(const std::string& name, const Beside& beside, JsonWriter& json) {
  json.begin_object();
  json.key("narrator");
  json.string(name);
  text("kind", beside.kind, json);
  text("code", beside.code, json);
  for (const auto& [key, count] :
       {std::pair("incidents", beside.incidents), std::pair("agrees", beside.agrees),
        std::pair("differs", beside.differs), std::pair("denies", beside.denies)}) {
    json.key(key);
    json.integer(count);
  }
  json.key("examples");
  json.begin_list();
  for (const std::string& id : beside.examples) json.string(id);
  json.end_list();
  json.end_object();
}

std::string written(const std::string& name, const Tally& tally, bool complete) {
  using Other = std::pair<std::string, Beside>;
  std::vector<Other> others(tally.others.begin(), tally.others.end());
  std::sort(others.begin(), others.end(), [](const Other& a, const Other& b) {
    return a.second.incidents != b.second.incidents ? a.second.incidents > b.second.incidents
                                                    : a.first < b.first;
  });
  if (others.size() > kMostOthers) others.resize(kMostOthers);
  std::string out;
  JsonWriter json(out);
  json.begin_object();
  json.key("narrator");
  json.string(name);
  text("kind", tally.kind, json);
  text("code", tally.code, json);
  count("incidents", tally.incidents, json);
  flag("complete", complete, json);
  json.key("types");
  json.begin_list();
  for (const auto& [type, incidents] : tally.types) {
    json.begin_object();
    json.key("value");
    json.string(type);
    count("incidents", incidents, json);
    json.end_object();
  }
  json.end_list();
  json.key("others");
  json.begin_list();
  for (const auto& [other, beside] : others) write_other(other, beside, json);
  json.end_list();
  json.end_object();
  return out;
}

}  // namespace

Result<std::string> narrator_json(Store& store, const std::string& name) {
  IncidentFilter filter;
  filter.narrator = name;
  const auto page = store.list_incidents(filter, {0, kMostIncidents, "newest"});
  if (!page) return tl::unexpected(page.error());
  if (page->cards.empty()) return std::string();
  Tally tally;
  for (const IncidentCard& card : page->cards) {
    const auto incident = store.incident(card.name);
    if (!incident) return tl::unexpected(incident.error());
    if (*incident) add_incident(**incident, name, tally);
  }
  return written(name, tally, page->total <= static_cast<int64_t>(page->cards.size()));
}

}  // namespace isnad
