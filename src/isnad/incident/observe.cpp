// SPDX-License-Identifier: Apache-2.0
// Narrators first, then what each says, then what later reports correct and what denials deny.
#include "isnad/incident/observe.h"

#include <algorithm>

#include "isnad/incident/agreement.h"
#include "isnad/incident/denial.h"
#include "isnad/incident/settle.h"
#include "isnad/text/fold.h"

namespace isnad {
namespace {

// A witness's name may only be the words that a later "he said" goes back to; whoever has a country
// in the code is somebody in particular.
bool names_itself(const NarratorRecord& narrator) {
  if (narrator.kind != "unnamed" && narrator.kind != "witness" && narrator.kind != "local")
    return true;
  return !narrator.name.empty() && narrator.code.find(' ') != std::string::npos;
}

class Observer {
 public:
  Observer(const std::vector<Member>& members, const std::vector<size_t>& originals,
           Incident& incident)
      : members_(members), originals_(originals), incident_(incident) {}

  void run() {
    for (size_t m = 0; m < members_.size(); ++m) {
      for (const int number : members_[m].claims)
        if (const ClaimRecord* claim = claim_of(members_[m], number)) take(m, *claim);
      take_accusations(m);
    }
  }

 private:
  // Whose word it is: the innermost narrator; for the outlet's own voice the outlet. A narrator who
  // is only described ("sources", "a witness") is the same in copies of one text and nowhere else.
  size_t account_of(size_t m, const NarratorRecord& narrator) {
    const ReportRecord& report = members_[m].record->report;
    const ReportRecord& original = members_[originals_[m]].record->report;
    const bool outlet = narrator.kind == "outlet";
    std::string key;
    std::string shown = !narrator.name.empty() ? narrator.name : narrator.text;
    if (outlet) {
      key = "outlet " + (original.outlet.empty() ? original.id : original.outlet);
      shown = original.outlet.empty() ? original.id : original.outlet;
    } else {
      key = fold_only(!narrator.name.empty() ? narrator.name : narrator.text);
      if (!names_itself(narrator)) key += " in " + original.id;
      if (shown.empty()) shown = narrator.kind;
    }
    auto& accounts = incident_.accounts;
    auto found = std::find_if(accounts.begin(), accounts.end(),
                              [&](const Account& account) { return account.key == key; });
    if (found == accounts.end()) {
      Account account;
      account.key = key;
      account.narrator = shown;
      account.kind = narrator.kind;
      account.code = narrator.code;
      account.manner = narrator.manner;
      found = accounts.insert(found, std::move(account));
    }
    if (std::find(found->reports.begin(), found->reports.end(), report.id) ==
        found->reports.end()) {
      found->reports.push_back(report.id);
      found->outlets.push_back(report.outlet);
      if (originals_[m] != m) ++found->copies;
    }
    return static_cast<size_t>(found - accounts.begin());
  }

  Observation start(Field field, size_t account, size_t m, const ClaimRecord& claim) const {
    Observation observation;
    observation.field = field;
    observation.account = account;
    observation.claim = claim.id;
    observation.published = members_[m].record->report.published;
    observation.certainty = claim.certainty;
    observation.manner = claim.chain.back().manner;
    return observation;
  }

  void put(Observation observation) {
    const bool known = std::any_of(
        incident_.observations.begin(), incident_.observations.end(), [&](const Observation& one) {
          return one.account == observation.account && one.claim == observation.claim &&
                 one.field == observation.field && same_value(one, observation);
        });
    if (!known) incident_.observations.push_back(std::move(observation));
  }

  // "the prison was shelled": what was hit is the very place where it was.
  [[nodiscard]] static bool is_site(const PartyRecord& party, const ClaimRecord& claim) {
    return claim.place && claim.place->feature == "site" && !claim.place->gazetteer_id.empty() &&
           party.code.empty() &&
           (party.text == claim.place->text || party.text == claim.place->name_ar);
  }

  void put_party(Field field, const PartyRecord& party, bool denied, Observation observation) {
    observation.field = field;
    observation.value = !party.name.empty() ? party.name : party.text;
    if (observation.value.empty()) return;
    observation.code = party.code;
    observation.words = party.text;
    observation.party = party;
    observation.denied = denied;
    put(std::move(observation));
  }

  void put_count(Field field, const std::optional<TollRecord>& toll, std::string_view what,
                 bool denied, Observation observation) {
    if (!toll || (!toll->range.low && !toll->range.best && !toll->range.high)) return;
    observation.field = field;
    observation.range = toll->range;
    observation.words = toll->text;
    observation.code = what;
    observation.denied = denied;
    const auto& [low, best, high] = toll->range;
    const auto figure = [](const std::optional<int64_t>& n) { return n ? std::to_string(*n) : ""; };
    if (low && low == high) {
      observation.number = low;
      observation.value = figure(low);
    } else if (low && !high) {
      observation.value = figure(low) + "+";
    } else {
      observation.value = figure(low) + "–" + figure(high ? high : best);
    }
    if (field == Field::kOutcome) {
      observation.number = std::nullopt;
      observation.value = std::string(what) + " " + observation.value;
    }
    put(std::move(observation));
  }

  void take(size_t m, const ClaimRecord& claim) {
    const NarratorRecord& narrator = claim.chain.back();
    const size_t account = account_of(m, narrator);
    const Observation base = start(Field::kMeans, account, m, claim);
    if (claim.factuality == "denied" || !claim.denies.empty()) {
      incident_.accounts[account].denies = true;
      return take_denial(claim, narrator, base);
    }
    if (!claim.means.empty() || !claim.mode.empty()) {
      Observation act = base;
      act.field = Field::kMeans;
      act.value = !claim.means.empty() ? claim.means : claim.mode;
      act.code = claim.type;
      act.words = claim.trigger;
      put(std::move(act));
    }
    for (const PartyRecord& party : claim.agents) put_party(Field::kAgent, party, false, base);
    for (const PartyRecord& party : claim.recipients) {
      // "The ministry said …": the one who speaks is not whom it speaks of as hit.
      if (party.text == narrator.text) continue;
      Observation target = base;
      if (is_site(party, claim)) target.place = claim.place;
      put_party(Field::kTarget, party, false, std::move(target));
    }
    put_scene(claim, base);
    for (const std::string& weapon : claim.weapons) {
      Observation one = base;
      one.field = Field::kWeapon;
      one.value = weapon;
      put(std::move(one));
    }
    put_count(Field::kKilled, claim.count(Count::kKilled), "killed", false, base);
    put_count(Field::kInjured, claim.count(Count::kInjured), "injured", false, base);
    for (const Count which :
         {Count::kDetained, Count::kAbducted, Count::kMissing, Count::kDisplaced})
      put_count(Field::kOutcome, claim.count(which), kCountNames[static_cast<size_t>(which)], false,
                base);
    put_outcome(claim, base);
  }

  void put_scene(const ClaimRecord& claim, const Observation& base) {
    if (claim.place) {
      Observation place = base;
      place.field = Field::kPlace;
      place.place = claim.place;
      place.value = !claim.place->name_en.empty() ? claim.place->name_en : claim.place->text;
      place.code = claim.place->gazetteer_id;
      place.words = claim.place->text;
      if (!place.value.empty()) put(std::move(place));
    }
    // A bracket by the day of publication is nobody's statement of when.
    if (claim.time && !claim.time->text.empty() && claim.time->earliest) {
      Observation time = base;
      time.field = Field::kTime;
      time.time = claim.time;
      time.value = claim.time->timex.empty() ? iso_day(*claim.time->earliest) : claim.time->timex;
      time.words = claim.time->text;
      put(std::move(time));
    }
  }

  void put_outcome(const ClaimRecord& claim, const Observation& base) {
    Observation outcome = base;
    outcome.field = Field::kOutcome;
    outcome.value = claim.factuality == "actual" ? "done" : claim.factuality;
    outcome.code = outcome.value;
    outcome.words = claim.trigger;
    put(std::move(outcome));
  }

  // The four denials are four different things, and each touches another field.
  void take_denial(const ClaimRecord& claim, const NarratorRecord& narrator,
                   const Observation& base) {
    const std::string kind = kind_of_denial(members_, claim, narrator);
    DenialLink link;
    link.claim = claim.id;
    link.narrator = incident_.accounts[base.account].narrator;
    link.kind = kind;
    incident_.denials.push_back(std::move(link));
    if (kind == "responsibility") {
      for (const PartyRecord& party : claim.agents) put_party(Field::kAgent, party, true, base);
      if (claim.agents.empty()) put_party(Field::kAgent, party_of(narrator), true, base);
    } else if (kind == "victims") {
      for (const PartyRecord& party : claim.recipients)
        put_party(Field::kTarget, party, true, base);
    } else if (kind == "number") {
      put_count(Field::kKilled, claim.count(Count::kKilled), "killed", true, base);
      put_count(Field::kInjured, claim.count(Count::kInjured), "injured", true, base);
    } else {
      Observation outcome = base;
      outcome.field = Field::kOutcome;
      outcome.value = outcome.code = "denied";
      outcome.words = claim.trigger;
      outcome.denied = true;
      put(std::move(outcome));
    }
  }

  // "X accused Y" beside the event is X's account of who did it. It goes to the report's main event
  // where that was told before it, else to the last event told.
  void take_accusations(size_t m) {
    const auto& claims = members_[m].record->claims;
    const auto is_ours = [&](const ClaimRecord& claim) {
      return std::find(members_[m].claims.begin(), members_[m].claims.end(), claim.number) !=
             members_[m].claims.end();
    };
    const ClaimRecord* accused_of = nullptr;
    for (const ClaimRecord& claim : claims) {
      const bool act = claim.type == "ASSAULT" || claim.type == "COERCE";
      if (act && !claim.background && (claim.main || accused_of == nullptr || !accused_of->main))
        accused_of = &claim;
      if (claim.type != "ACCUSE" || claim.means != "accusation") continue;
      if (claim.factuality != "actual" || claim.background || claim.agents.empty()) continue;
      if (accused_of != nullptr && is_ours(*accused_of)) take_accusation(m, claim);
    }
  }

  void take_accusation(size_t m, const ClaimRecord& claim) {
    NarratorRecord accuser = claim.chain.back();
    accuser.text = claim.agents.front().text;
    accuser.name = claim.agents.front().name;
    accuser.code = claim.agents.front().code;
    if (accuser.name.empty() && accuser.code.empty()) return;  // nobody in particular accuses
    accuser.kind = accuser.name.empty() ? "local" : "official";
    accuser.manner = "accuses";
    const size_t account = account_of(m, accuser);
    for (const PartyRecord& party : claim.recipients) {
      Observation observation = start(Field::kAgent, account, m, claim);
      observation.certainty = "probable";
      observation.manner = accuser.manner;
      put_party(Field::kAgent, party, false, std::move(observation));
    }
  }

  const std::vector<Member>& members_;
  const std::vector<size_t>& originals_;
  Incident& incident_;
};

}  // namespace

void observe(const std::vector<Member>& members, const std::vector<size_t>& originals,
             Incident& incident) {
  Observer(members, originals, incident).run();
  settle(incident);
}

}  // namespace isnad
