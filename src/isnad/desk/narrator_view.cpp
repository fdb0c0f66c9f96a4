// SPDX-License-Identifier: Apache-2.0
// Pairs of accounts, field by field, by the equality that comparisons use. An outlet's own voice is
// not set against the narrators it names.
#include "isnad/desk/narrator_view.h"

#include <algorithm>
#include <map>

#include "isnad/export/json_writer.h"
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

using Said = std::vector<const Observation*>;

Said said_of(const Incident& incident, Field field, size_t account) {
  Said said;
  for (const Observation& one : incident.observations)
    if (one.field == field && one.account == account && !one.superseded) said.push_back(&one);
  return said;
}

bool share_a_report(const Account& a, const Account& b) {
  return std::any_of(a.reports.begin(), a.reports.end(), [&](const std::string& report) {
    return std::find(b.reports.begin(), b.reports.end(), report) != b.reports.end();
  });
}

// 'a', 'd' or 'n': agree, differ, deny; ' ' where one of them says nothing of it.
char between(const Said& mine, const Said& other) {
  if (mine.empty() || other.empty()) return ' ';
  bool agree = false;
  bool deny = false;
  for (const Observation* a : mine) {
    for (const Observation* b : other) {
      if (!compatible(*a, *b)) continue;
      (a->denied == b->denied ? agree : deny) = true;
    }
  }
  return deny ? 'n' : agree ? 'a' : 'd';
}

void add_pair(const Incident& incident, size_t mine, size_t other, Tally& tally) {
  const Account& account = incident.accounts[other];
  Beside& beside = tally.others[account.narrator];
  beside.kind = account.kind;
  if (beside.code.empty()) beside.code = account.code;
  ++beside.incidents;
  bool apart = false;
  for (size_t i = 0; i < kFields; ++i) {
    const auto field = static_cast<Field>(i);
    const char mark = between(said_of(incident, field, mine), said_of(incident, field, other));
    beside.agrees += mark == 'a' ? 1 : 0;
    beside.differs += mark == 'd' ? 1 : 0;
    beside.denies += mark == 'n' ? 1 : 0;
    apart = apart || mark == 'd' || mark == 'n';
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
      const Account& beside = incident.accounts[other];
      if (beside.narrator == name ||
          (share_a_report(account, beside) && (!account.counted || !beside.counted)))
        continue;
      add_pair(incident, mine, other, tally);
    }
    return;
  }
}

void write_other(const std::string& name, const Beside& beside, JsonWriter& json) {
  json.begin_object();
  json.key("narrator");
  json.string(name);
  json.key("kind");
  json.string_or_null(std::string_view(beside.kind));
  json.key("code");
  json.string_or_null(std::string_view(beside.code));
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
  json.key("kind");
  json.string_or_null(std::string_view(tally.kind));
  json.key("code");
  json.string_or_null(std::string_view(tally.code));
  json.key("incidents");
  json.integer(tally.incidents);
  json.key("complete");
  json.boolean(complete);
  json.key("types");
  json.begin_list();
  for (const auto& [type, count] : tally.types) {
    json.begin_object();
    json.key("value");
    json.string(type);
    json.key("incidents");
    json.integer(count);
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
