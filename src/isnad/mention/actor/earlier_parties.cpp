// SPDX-License-Identifier: Apache-2.0
#include "isnad/mention/actor/earlier_parties.h"

#include <algorithm>

namespace isnad {
namespace {

constexpr uint32_t kNear = 90;  // tokens: two or three news sentences, within which a lone candidate is trusted
constexpr size_t kShortestFamilyName = 6;  // bytes: three letters

uint32_t root_of(uint32_t index, const std::vector<ActorMention>& mentions) {
  return mentions[index].refers_to == UINT32_MAX ? index : mentions[index].refers_to;
}

bool same_party(const ActorMention& a, const ActorMention& b) {
  return (a.row == b.row && a.row != kNoRow && a.kind != ActorKind::kPerson) || (!a.name.empty() && a.name == b.name);
}

}  // namespace

void EarlierParties::add(uint32_t index, const ActorMention& mention, TokenSpan name) {
  if (mention.refers_to != UINT32_MAX) return;
  const auto& row = knowledge_.row(mention.row);
  if (row.table == PartyTable::kActor) {
    for (const auto& form : row.short_forms) aliases_.push_back({index, &form});
  }
  if (name.size() < 2) return;
  const uint32_t last = name.end - 1;
  if (tokens_.stem(last).size() >= kShortestFamilyName) family_names_.push_back({index, last});
}

uint32_t EarlierParties::alias_end(const ShortForm& form, uint32_t token, uint32_t end) const {
  if (form.tokens.empty() || token + form.tokens.size() > end) return 0;
  const auto& first = tokens_[token];
  if (first.article != form.definite || (!form.definite && (first.event || first.clitics != 0))) return 0;
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
    if (alias_stop > found.end) found = {alias->mention, alias_stop};
  }
  if (found.mention != kNoMention) return found;
  const auto& facts = tokens_[token];
  if (tokens_.kind(token) != TokenKind::kWord || facts.verb || facts.event || facts.noun != nullptr) return found;
  for (auto name = family_names_.rbegin(); name != family_names_.rend(); ++name) {
    if (tokens_.stem(name->token) == tokens_.stem(token) && tokens_[name->token].article == facts.article)
      return {name->mention, token + 1};
  }
  return found;
}

// Do the two share a word that both could be headed by? الجماعة after جماعة الحوثي, الجيش after الجيش السوري.
bool EarlierParties::shares_head(const ActorMention& noun, const ActorMention& earlier) const {
  const auto word = tokens_.stem(noun.head);
  for (uint32_t token = earlier.tokens.begin; token < earlier.tokens.end; ++token) {
    if (tokens_.stem(token) == word) return true;
  }
  return false;
}

uint32_t EarlierParties::antecedent(const ActorMention& noun, const std::vector<ActorMention>& mentions) const {
  const Match* anaphor = tokens_[noun.head].anaphor;
  const std::vector<ActorKind>* kinds = anaphor == nullptr ? nullptr : &knowledge_.row(anaphor->row).stands_for;
  uint32_t weak = kNoMention;
  bool several = false;
  for (uint32_t i = static_cast<uint32_t>(mentions.size()); i-- > 0;) {
    const auto& earlier = mentions[i];
    if (earlier.adjective || earlier.metonym) continue;
    const bool resolved = !earlier.code.empty() || earlier.refers_to != UINT32_MAX;
    if (resolved && shares_head(noun, earlier) && earlier.tokens.size() > 1) return root_of(i, mentions);
    const bool named = knowledge_.row(earlier.row).table == PartyTable::kActor;
    if (!named || kinds == nullptr || noun.tokens.begin - earlier.tokens.end > kNear) continue;
    if (std::find(kinds->begin(), kinds->end(), earlier.kind) == kinds->end()) continue;
    const auto& sector = knowledge_.row(anaphor->row).sector;
    if (!sector.empty() && sector != earlier.sector) continue;
    if (weak == kNoMention) {
      weak = i;
    } else if (!same_party(mentions[weak], earlier)) {
      several = true;
    }
  }
  return several || weak == kNoMention ? kNoMention : root_of(weak, mentions);
}

}  // namespace isnad
