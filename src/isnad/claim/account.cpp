// SPDX-License-Identifier: Apache-2.0
// Finds the words of the table "account_words" and the party beside them.
#include "isnad/claim/account.h"

#include <algorithm>

#include "isnad/claim/party_index.h"
#include "isnad/event/party_span.h"

namespace isnad {
namespace {

Party party_of(const ActorMention& actor, const AttributionInput& input) {
  return {actor.tokens,  party_span(input.syntax, input.report.text, actor.tokens),
          actor.name,    actor.code,
          actor.country, actor.sector};
}

class AccountFinder {
 public:
  AccountFinder(const AttributionInput& input, const ClaimKnowledge& knowledge)
      : in_(input),
        knowledge_(knowledge),
        parties_(input.mentions, input.lexicon, input.analysis, input.text.tokens.size()) {}

  std::vector<ToldAccount> run() {
    uint32_t covered = 0;
    for (const auto& match : in_.matches) {
      if (!knowledge_.account_words.contains(match.row) || match.tokens.begin < covered) continue;
      const auto role = knowledge_.account_roles[match.row - knowledge_.account_words.begin];
      ToldAccount account = account_at(match, role);
      if (account.parties.empty()) continue;
      covered = match.tokens.end;
      out_.push_back(std::move(account));
    }
    return std::move(out_);
  }

 private:
  [[nodiscard]] ToldAccount account_at(const Match& match, AccountRole role) const {
    const auto sentence = in_.syntax.sentence_of(match.tokens.begin).tokens;
    if (role == AccountRole::kTarget) return target_at(match.tokens.end, sentence.end);
    const ActorMention* party = nullptr;
    if (role == AccountRole::kDoer) party = party_before(match.tokens.begin, sentence.begin);
    if (party == nullptr) party = party_after(match.tokens.end, sentence.end);
    if (party == nullptr) return {};
    ToldAccount account;
    account.at = party->tokens.begin;
    account.parties.push_back(party_of(*party, in_));
    return account;
  }

  // "the target was a small military base of the American forces": the noun phrase, with whose it
  // is.
  [[nodiscard]] ToldAccount target_at(uint32_t token, uint32_t end) const {
    constexpr uint32_t kReach = 6;
    while (token < end && in_.syntax.at(token) == SyntaxClass::kPronoun) ++token;
    if (token >= end) return {};
    TokenSpan phrase = in_.syntax.noun_phrase(token);
    if (phrase.empty()) return {};
    const ActorMention* owner = nullptr;
    for (uint32_t t = phrase.begin; t < std::min(end, token + kReach); ++t) {
      if (in_.syntax.at(t) != SyntaxClass::kNominal) break;
      owner = parties_.starting_at(t);
      if (owner != nullptr && !owner->adjective && !owner->code.empty()) break;
      owner = nullptr;
    }
    Party target;
    if (owner != nullptr) {
      target = party_of(*owner, in_);
      phrase.end = std::max(phrase.end, owner->tokens.end);
    }
    target.tokens = phrase;
    target.span = party_span(in_.syntax, in_.report.text, phrase);
    if (owner == nullptr || owner->tokens.begin > phrase.begin) target.name.clear();
    ToldAccount account;
    account.target = true;
    account.at = phrase.begin;
    account.parties.push_back(std::move(target));
    return account;
  }

  // The party that ends right before a token.
  [[nodiscard]] const ActorMention* party_before(uint32_t token, uint32_t begin) const {
    return token > begin ? usable(parties_.at(token - 1)) : nullptr;
  }

  // The party that begins at a token, past "of" and a first noun ("of the armed groups").
  [[nodiscard]] const ActorMention* party_after(uint32_t token, uint32_t end) const {
    constexpr uint32_t kReach = 3;
    for (uint32_t t = token; t < std::min(end, token + kReach); ++t) {
      if (const ActorMention* actor = usable(parties_.starting_at(t))) return actor;
      const auto word_class = in_.syntax.at(t);
      if (word_class != SyntaxClass::kNominal && word_class != SyntaxClass::kPreposition &&
          word_class != SyntaxClass::kPronoun)
        return nullptr;
    }
    return nullptr;
  }

  static const ActorMention* usable(const ActorMention* actor) {
    return actor != nullptr && !actor->adjective && !actor->metonym ? actor : nullptr;
  }

  const AttributionInput& in_;
  const ClaimKnowledge& knowledge_;
  PartyIndex parties_;
  std::vector<ToldAccount> out_;
};

}  // namespace

std::vector<ToldAccount> find_accounts(const AttributionInput& input,
                                       const ClaimKnowledge& knowledge) {
  return AccountFinder(input, knowledge).run();
}

}  // namespace isnad
