// SPDX-License-Identifier: Apache-2.0
// The chain of an event: which attributions cover its trigger, the widest first.
#include <algorithm>
#include <string>

#include "isnad/claim/account.h"
#include "isnad/claim/denial.h"
#include "isnad/claim/interest.h"
#include "isnad/claim/make_claims.h"

namespace isnad {
namespace {

ChainLink outlet_link(const Report& report) {
  ChainLink link;
  link.narrator.text = report.outlet.value_or("");
  link.narrator.kind = NarratorKind::kOutlet;
  return link;
}

// The attributions whose scope touches a sentence, by sentence.
class BySentence {
 public:
  BySentence(std::span<const Attribution> attributions, const Syntax& syntax)
      : lists_(syntax.text().sentences.size()) {
    for (const auto& attribution : attributions) {
      if (attribution.scope.empty()) continue;
      const uint32_t last = syntax.sentence_index(attribution.scope.end - 1);
      for (uint32_t s = syntax.sentence_index(attribution.scope.begin); s <= last; ++s)
        lists_[s].push_back(&attribution);
    }
  }
  [[nodiscard]] std::span<const Attribution* const> of(uint32_t sentence) const {
    return lists_[sentence];
  }

 private:
  std::vector<std::vector<const Attribution*>> lists_;
};

constexpr float kEchoed = 0.9F;  // of a denial that points back: it may mean another event

Certainty weaker(Certainty a, Certainty b) { return std::min(a, b); }

ChainLink link_of(const Attribution& attribution) {
  return {attribution.narrator, attribution.manner, attribution.certainty};
}

void add_link(const Attribution& attribution, Claim& claim) {
  // "SDF said … it confirmed": one narrator stands once in a chain.
  auto& last = claim.chain.back();
  // "The paper said it was likely that": the paper holds it likely, nobody else speaks.
  if (claim.chain.size() > 1 && attribution.narrator_tokens.empty() &&
      attribution.manner == Manner::kBelieves) {
    last.certainty = weaker(last.certainty, attribution.certainty);
    return;
  }
  if (claim.chain.size() > 1 && !attribution.narrator.text.empty() &&
      last.narrator.text == attribution.narrator.text) {
    last.manner = attribution.manner;
    last.certainty = weaker(last.certainty, attribution.certainty);
    return;
  }
  claim.chain.push_back(link_of(attribution));
}

void apply_hedge(Claim& claim) {
  auto& last = claim.chain.back().certainty;
  if (claim.event.hedge == Hedge::kPossible) last = weaker(last, Certainty::kPossible);
  if (claim.event.hedge == Hedge::kProbable) last = weaker(last, Certainty::kProbable);
}

void set_certainty(Claim& claim) {
  claim.certainty = Certainty::kCertain;
  for (const auto& link : claim.chain) claim.certainty = weaker(claim.certainty, link.certainty);
}

bool inside_quotation(const EventMention& event, const Text& text) {
  return std::any_of(
      text.quotations.begin(), text.quotations.end(),
      [&](const Quotation& quotation) { return quotation.tokens.contains(event.trigger); });
}

class Attributer {
 public:
  Attributer(std::span<const Attribution> attributions, const AttributionInput& input,
             const ClaimKnowledge& knowledge)
      : input_(input), knowledge_(knowledge), by_sentence_(attributions, input.syntax) {
    for (const auto& attribution : attributions)
      if (attribution.source) sources_.push_back(attribution.narrator_tokens);
  }

  std::vector<Claim> run(std::vector<EventMention> events) {
    std::vector<Claim> claims;
    for (auto& event : events) {
      Claim claim = claim_of(std::move(event));
      if (claim.event.not_done && !told_not_done(claim)) continue;
      std::optional<Claim> denied = echoed_denial(claim);
      claims.push_back(std::move(claim));
      if (denied) claims.push_back(std::move(*denied));
    }
    for (const auto& account : find_accounts(input_, knowledge_)) tell(account, claims);
    return claims;
  }

 private:
  // "Saudi Arabia announced the cutting of its ties": to announce it is to do it, and the outlet
  // tells that it was done.
  [[nodiscard]] bool is_own_act(const Attribution& attribution, const EventMention& event) const {
    if (!knowledge_.is_declared(event.type, event.means)) return false;
    // "He announced that …, and condemned": his act, not his words.
    const uint32_t head = event.trigger.begin;
    if (input_.syntax.at(head) == SyntaxClass::kVerb && head > 0 &&
        head > attribution.scope.begin && (input_.syntax.proclitics(head) & kConjunction) != 0 &&
        input_.syntax.at(head - 1) == SyntaxClass::kComma)
      return true;
    if (attribution.clause || attribution.manner != Manner::kAnnounces) return false;
    return event.agents.empty() ||
           std::any_of(event.agents.begin(), event.agents.end(), [&](const Party& party) {
             return party.tokens.overlaps(attribution.narrator_tokens) ||
                    (!party.code.empty() && party.code == attribution.narrator.code);
           });
  }

  [[nodiscard]] std::vector<const Attribution*> covering(const EventMention& event) const {
    auto out = covering(event.head);
    out.erase(std::remove_if(out.begin(), out.end(),
                             [&](const Attribution* attribution) {
                               return attribution->cue.overlaps(event.trigger) ||
                                      is_own_act(*attribution, event);
                             }),
              out.end());
    return out;
  }

  [[nodiscard]] std::vector<const Attribution*> covering(uint32_t token) const {
    std::vector<const Attribution*> out;
    for (const auto* attribution : by_sentence_.of(input_.syntax.sentence_index(token))) {
      if (attribution->scope.contains(token) && !attribution->narrator_tokens.contains(token) &&
          !attribution->echo)
        out.push_back(attribution);
    }
    std::stable_sort(out.begin(), out.end(), [](const Attribution* a, const Attribution* b) {
      // A denier stands innermost: it is his word that the claim reports ("X denied what Y told").
      const bool a_denies = a->manner == Manner::kDenies;
      const bool b_denies = b->manner == Manner::kDenies;
      if (a_denies != b_denies) return b_denies;
      if (a->scope.size() != b->scope.size()) return a->scope.size() > b->scope.size();
      return a->cue.begin < b->cue.begin;
    });
    return out;
  }

  [[nodiscard]] Claim claim_of(EventMention event) const {
    Claim claim;
    claim.chain.push_back(outlet_link(input_.report));
    const auto around = covering(event);
    for (const auto* attribution : around) add_link(*attribution, claim);
    leave_sources_out(event);
    claim.quote = event.quoted || inside_quotation(event, input_.text);
    claim.event = std::move(event);
    apply_hedge(claim);
    set_certainty(claim);
    if (claim.chain.back().manner == Manner::kDenies)
      deny(denial_of_event(*around.back(), claim.event, input_, knowledge_), claim);
    return claim;
  }

  // "Killed, according to a ministry under the Houthis": who is only named as the source there took
  // no part. One who speaks by a verb may speak of his own doings.
  void leave_sources_out(EventMention& event) const {
    const auto is_source = [&](const Party& party) {
      return std::any_of(sources_.begin(), sources_.end(), [&](TokenSpan source) {
        return !party.tokens.empty() && source.contains(party.tokens);
      });
    };
    std::erase_if(event.agents, is_source);
    std::erase_if(event.recipients, is_source);
  }

  // "The army said that its forces did not shell the town" is the army's denial; what the outlet
  // itself says did not happen, or somebody denies not to have happened, is no event.
  [[nodiscard]] bool told_not_done(Claim& claim) const {
    const auto& narrator = claim.chain.back();
    if (claim.chain.size() < 2 || narrator.manner == Manner::kDenies) return false;
    auto& agents = claim.event.agents;
    // "SDF said that it did not": the denier is the doer whom he denies to be.
    if (claim.event.by_pronoun && !narrator.narrator.span.empty()) {
      const auto& who = narrator.narrator;
      agents = {Party{{}, who.span, who.name, who.code, {}, {}}};
    }
    const bool own = std::any_of(agents.begin(), agents.end(), [&](const Party& party) {
      return is_party(narrator.narrator, party) ||
             (!party.tokens.empty() &&
              input_.syntax.has_enclitic(party.tokens.begin));  // "its forces"
    });
    deny(own ? Denial::kResponsibility : Denial::kEvent, claim);
    return true;
  }

  static void deny(Denial denial, Claim& claim) {
    claim.denies = denial;
    if (denial == Denial::kEvent || denial == Denial::kResponsibility)
      claim.event.factuality = Factuality::kDenied;
    else if (claim.event.factuality == Factuality::kDenied)
      claim.event.factuality = Factuality::kActual;  // it happened, but not so
  }

  // An account of an event already told: the parties go to the claim that names it again in the
  // same narrator's words ("those who carried out this attack are …"), else to a claim of their
  // own.
  void tell(const ToldAccount& account, std::vector<Claim>& claims) const {
    const auto around = covering(account.at);
    if (around.empty()) return;
    auto told = claims.end();
    for (auto claim = claims.begin(); claim != claims.end(); ++claim) {
      if (claim->event.factuality != Factuality::kActual) continue;
      const bool own = around.back()->scope.contains(claim->event.head);
      auto& parties = account.target ? claim->event.recipients : claim->event.agents;
      if (own && parties.empty()) {
        parties = account.parties;
        return;
      }
      if (claim->event.head < account.at && !claim->event.background) told = claim;
    }
    if (told == claims.end() || !near(told->event.head, account.at)) return;
    // Who tells whose work it was held to be names no doer himself: one fetched from another
    // sentence was none.
    const auto sentence = input_.text.sentences[told->event.sentence].tokens;
    std::erase_if(account.target ? told->event.recipients : told->event.agents,
                  [&](const Party& party) { return !sentence.contains(party.tokens); });
    Claim claim = *told;
    claim.event.agents.clear();
    claim.event.recipients.clear();
    (account.target ? claim.event.recipients : claim.event.agents) = account.parties;
    claim.event.casualties = {};
    claim.event.definite = true;
    claim.event.confidence *= kEchoed;
    claim.event.hedge = Hedge::kNone;
    claim.chain.resize(1);
    for (const auto* attribution : around) add_link(*attribution, claim);
    set_certainty(claim);
    claims.insert(told + 1, std::move(claim));
  }

  [[nodiscard]] bool near(uint32_t event, uint32_t account) const {
    return input_.syntax.sentence_index(account) - input_.syntax.sentence_index(event) <= 1;
  }

  // The nearest event before "which the minister denied" is denied by him in a claim of its own.
  // That he was accused he does not deny.
  [[nodiscard]] std::optional<Claim> echoed_denial(const Claim& claim) const {
    if (claim.event.type == "ACCUSE") return std::nullopt;
    for (const auto* attribution :
         by_sentence_.of(input_.syntax.sentence_index(claim.event.head))) {
      if (!attribution->echo || !attribution->scope.contains(claim.event.head)) continue;
      Claim denied = claim;
      denied.chain.resize(1);
      denied.chain.push_back(link_of(*attribution));
      set_certainty(denied);
      denied.event.confidence *= kEchoed;
      deny(Denial::kEvent, denied);
      return denied;
    }
    return std::nullopt;
  }

  const AttributionInput& input_;
  const ClaimKnowledge& knowledge_;
  BySentence by_sentence_;
  std::vector<TokenSpan> sources_;  // phrases of narrators that words of source bring in
};

}  // namespace

std::vector<Claim> attribute(std::vector<EventMention> events,
                             std::span<const Attribution> attributions,
                             const AttributionInput& input, const ClaimKnowledge& knowledge) {
  return Attributer(attributions, input, knowledge).run(std::move(events));
}

}  // namespace isnad
