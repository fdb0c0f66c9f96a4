// SPDX-License-Identifier: Apache-2.0
// Looks backwards only, and prefers saying nothing to a guess between two.
#include "isnad/mention/actor/earlier_parties.h"

#include <algorithm>

namespace isnad {
namespace {

constexpr uint32_t kNear =
    120;  // tokens: some three news sentences, within which a lone candidate is trusted
constexpr size_t kMostFamilyNames = 64;  // remembered at once
constexpr size_t kFarthest = 100;        // parties back that a definite noun looks
constexpr uint32_t kOwnerNear =
    30;  // tokens: a pronoun's party stands in its sentence or the one before
constexpr size_t kShortestFamilyName = 6;  // bytes: three letters

bool same_party(const EarlierParty& a, const EarlierParty& b) {
  return a.row == b.row || (!a.name.empty() && a.name == b.name);
}

}  // namespace

void EarlierParties::add(EarlierParty party, TokenSpan person) {
  const auto index = static_cast<uint32_t>(parties_.size());
  const auto& row = knowledge_.row(party.row);
  if (row.table == PartyTable::kActor) {
    for (const auto& form : row.short_forms) add_alias(index, form);
  }
  parties_.push_back(std::move(party));
  if (person.size() < 2) return;
  const uint32_t last = person.end - 1;
  if (tokens_.stem(last).size() >= kShortestFamilyName) add_family_name(index, last);
}

// The latest party of a form stands last, and each form is kept once: long texts repeat their
// parties.
void EarlierParties::add_alias(uint32_t party, const ShortForm& form) {
  std::erase_if(aliases_, [&](const Alias& alias) { return alias.form == &form; });
  aliases_.push_back({party, &form});
}

void EarlierParties::add_family_name(uint32_t party, uint32_t token) {
  const auto name = tokens_.stem(token);
  std::erase_if(family_names_,
                [&](const FamilyName& old) { return tokens_.stem(old.token) == name; });
  if (family_names_.size() == kMostFamilyNames) family_names_.erase(family_names_.begin());
  family_names_.push_back({party, token});
}

bool EarlierParties::is_named(const EarlierParty& party) const {
  return knowledge_.row(party.row).table == PartyTable::kActor;
}

uint32_t EarlierParties::alias_end(const ShortForm& form, uint32_t token, uint32_t end) const {
  if (form.tokens.empty() || token + form.tokens.size() > end) return 0;
  const auto& first = tokens_[token];
  if (first.article != form.definite || (!form.definite && (first.event || first.clitics != 0)))
    return 0;
  for (uint32_t i = 0; i < form.tokens.size(); ++i) {
    if (tokens_.stem(token + i) != form.tokens[i]) return 0;
    if (i > 0 && tokens_[token + i].clitics != 0) return 0;
  }
  return token + static_cast<uint32_t>(form.tokens.size());
}

EarlierParties::Found EarlierParties::named_again(uint32_t token, uint32_t end) const {
  Found found;
  // The latest party of that short form: two coalitions may be in one report.
  for (auto alias = aliases_.rbegin(); alias != aliases_.rend(); ++alias) {
    const uint32_t alias_stop = alias_end(*alias->form, token, end);
    if (alias_stop > found.end) found = {alias->party, alias_stop};
  }
  if (found.party != kNoParty) return found;
  const auto& facts = tokens_[token];
  if (tokens_.kind(token) != TokenKind::kWord || facts.verb || facts.event || facts.noun != nullptr)
    return found;
  for (auto name = family_names_.rbegin(); name != family_names_.rend(); ++name) {
    if (tokens_.stem(name->token) == tokens_.stem(token) &&
        tokens_[name->token].article == facts.article)
      return {name->party, token + 1};
  }
  return found;
}

// الجماعة after جماعة الحوثي, الجيش after الجيش السوري: a named party by any word of its name,
// others by their head.
bool EarlierParties::shares_head(uint32_t head, const EarlierParty& party) const {
  const auto word = tokens_.stem(head);
  if (!is_named(party)) return tokens_.stem(party.head) == word;
  for (uint32_t token = party.tokens.begin; token < party.tokens.end; ++token) {
    if (tokens_.stem(token) == word) return true;
  }
  return false;
}

// States and names that begin with a feminine noun or a plural of things; persons are taken for
// men.
bool EarlierParties::is_feminine(const EarlierParty& party) const {
  const auto& row = knowledge_.row(party.row);
  if (row.bare_country) return true;
  if (party.kind == ActorKind::kPerson) return false;
  const auto first = tokens_.stem(party.tokens.begin);
  return first.ends_with("ه") || first.ends_with("ات");
}

uint32_t EarlierParties::owner(uint32_t token, bool feminine) const {
  uint32_t found = kNoParty;
  for (auto i = static_cast<uint32_t>(parties_.size()); i-- > 0;) {
    const auto& party = parties_[i];
    if (party.tokens.end > token) continue;
    if (token - party.tokens.end > kOwnerNear) break;
    if (!is_named(party) || is_feminine(party) != feminine) continue;
    if (found == kNoParty)
      found = i;
    else if (!same_party(parties_[found], party))
      return kNoParty;
  }
  return found;
}

uint32_t EarlierParties::antecedent(uint32_t head) const {
  const Match* anaphor = tokens_[head].anaphor;
  const PartyRow* stands = anaphor == nullptr ? nullptr : &knowledge_.row(anaphor->row);
  uint32_t weak = kNoParty;
  bool several = false;
  const size_t first = parties_.size() - std::min(parties_.size(), kFarthest);
  for (auto i = static_cast<uint32_t>(parties_.size()); i-- > first;) {
    const auto& party = parties_[i];
    if (party.tokens.end > head) continue;
    if (party.tokens.size() > 1 && shares_head(head, party)) return i;
    if (stands == nullptr || !is_named(party) || head - party.tokens.end > kNear) continue;
    if (std::find(stands->stands_for.begin(), stands->stands_for.end(), party.kind) ==
        stands->stands_for.end())
      continue;
    if (!stands->sector.empty() && stands->sector != party.sector) continue;
    if (weak == kNoParty) {
      weak = i;
    } else if (!same_party(parties_[weak], party)) {
      several = true;
    }
  }
  return several ? kNoParty : weak;
}

}  // namespace isnad
