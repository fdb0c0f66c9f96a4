// SPDX-License-Identifier: Apache-2.0
// How equality is counted over accounts.
#include "isnad/incident/agreement.h"

#include <algorithm>

namespace isnad {
namespace {

bool holds_report_of(const Account& one, const Account& other) {
  return std::any_of(one.reports.begin(), one.reports.end(), [&](const std::string& report) {
    return std::find(other.reports.begin(), other.reports.end(), report) != other.reports.end();
  });
}

// Whether what the two say can be held against each other at all.
bool are_independent(const Account& a, const Account& b) {
  if (a.kind == "outlet" || b.kind == "outlet") return !holds_report_of(a, b);
  return true;
}

std::vector<const Observation*> said(const Incident& incident, Field field, size_t account) {
  std::vector<const Observation*> all;
  for (const Observation& observation : incident.observations) {
    if (observation.field == field && observation.account == account && !observation.superseded)
      all.push_back(&observation);
  }
  return all;
}

using Said = std::vector<const Observation*>;

bool denies(const Said& account) {
  return std::any_of(account.begin(), account.end(), [](const auto* one) { return one->denied; });
}
bool asserts(const Said& account) {
  return std::any_of(account.begin(), account.end(), [](const auto* one) { return !one->denied; });
}

bool any_compatible(const Said& a, const Said& b) {
  for (const Observation* x : a)
    for (const Observation* y : b)
      if (!x->denied && !y->denied && compatible(*x, *y)) return true;
  return false;
}

// Parties that are somebody in particular, or of some kind, and known sites; an account that names
// one is held to it, whatever vague words it uses besides.
Said resolved(const Said& said) {
  Said named;
  for (const Observation* one : said)
    if (!one->denied && (!one->party.code.empty() || one->place)) named.push_back(one);
  return named;
}

// Figures of one kind ("detained") against each other, and whether it was done or failed by itself:
// that both say it was done says nothing of how many.
bool outcomes_differ(const Said& a, const Said& b) {
  const auto of_kind = [](const Said& said, std::string_view kind) {
    Said some;
    for (const Observation* one : said) {
      const bool figure = one->range != Range{};
      if (!one->denied && (figure ? one->code == kind : kind.empty())) some.push_back(one);
    }
    return some;
  };
  const auto apart = [&](std::string_view kind) {
    const Said x = of_kind(a, kind);
    const Said y = of_kind(b, kind);
    return !x.empty() && !y.empty() && !any_compatible(x, y);
  };
  return apart("") || std::any_of(kCountNames.begin(), kCountNames.end(), apart);
}

bool differ(const Said& a, const Said& b) {
  if (!asserts(a) || !asserts(b)) return false;
  const Field field = a.front()->field;
  if (field == Field::kOutcome) return outcomes_differ(a, b);
  if (field == Field::kAgent || field == Field::kTarget) {
    const Said x = resolved(a);
    const Said y = resolved(b);
    return !x.empty() && !y.empty() && !any_compatible(x, y);
  }
  return !any_compatible(a, b);
}

}  // namespace

Agreement agreement_of(const Incident& incident, Field field) {
  std::vector<Said> by_account;
  for (size_t i = 0; i < incident.accounts.size(); ++i)
    by_account.push_back(said(incident, field, i));
  size_t speaking = 0;
  bool denied = false;
  bool disputed = false;
  bool shared = false;
  for (size_t i = 0; i < by_account.size(); ++i) {
    if (by_account[i].empty()) continue;
    denied = denied || denies(by_account[i]);
    if (field == Field::kOutcome &&
        std::all_of(by_account[i].begin(), by_account[i].end(),
                    [](const auto* one) { return one->code == "done"; }))
      continue;  // that it happened is what every account of it says
    ++speaking;
  }
  for (size_t i = 0; i < by_account.size(); ++i) {
    for (size_t k = i + 1; k < by_account.size(); ++k) {
      if (by_account[i].empty() || by_account[k].empty() ||
          !are_independent(incident.accounts[i], incident.accounts[k])) {
        continue;
      }
      if (differ(by_account[i], by_account[k])) disputed = true;
      if (incident.accounts[i].counted && incident.accounts[k].counted &&
          any_compatible(by_account[i], by_account[k])) {
        shared = true;
      }
    }
  }
  if (denied) return Agreement::kDenied;
  if (disputed) return Agreement::kDisputed;
  if (speaking == 0) return Agreement::kSilent;
  return speaking > 1 && shared ? Agreement::kAgreed : Agreement::kSingle;
}

Mark mark_of(const Incident& incident, Field field, size_t account) {
  const Said mine = said(incident, field, account);
  if (mine.empty()) return Mark::kNotStated;
  if (denies(mine)) return Mark::kDeny;
  bool agree = false;
  bool differs = false;
  for (size_t i = 0; i < incident.accounts.size(); ++i) {
    if (i == account) continue;
    const Said other = said(incident, field, i);
    if (other.empty()) continue;
    if (differ(mine, other)) {
      differs = differs || are_independent(incident.accounts[account], incident.accounts[i]);
    } else if (asserts(other)) {
      agree = true;
    }
  }
  if (differs) return Mark::kDiffer;
  return agree ? Mark::kAgree : Mark::kAlone;
}

Mark mark_between(const Incident& incident, Field field, size_t account, size_t other) {
  const Said mine = said(incident, field, account);
  const Said theirs = said(incident, field, other);
  if (mine.empty() || theirs.empty()) return Mark::kNotStated;
  if ((denies(mine) && asserts(theirs)) || (denies(theirs) && asserts(mine))) return Mark::kDeny;
  if (!differ(mine, theirs)) return asserts(mine) ? Mark::kAgree : Mark::kNotStated;
  return are_independent(incident.accounts[account], incident.accounts[other]) ? Mark::kDiffer
                                                                               : Mark::kNotStated;
}

}  // namespace isnad
