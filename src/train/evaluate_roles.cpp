// SPDX-License-Identifier: Apache-2.0
// Codes marked sentences and compares the parties of their surest claim with the annotators'.
#include "train/evaluate_roles.h"

#include <algorithm>

#include "isnad/report/read_plain.h"

namespace isnad::train {
namespace {

// "IRN PAR", "IRQ", "UAF": the annotators keep country and kind apart, and so does a party.
RolePair pair_of(const Party& party) { return {party.country, party.sector}; }

const EventMention* surest(const CodedReport& coded, std::string_view type) {
  const EventMention* best = nullptr;
  for (const auto& claim : coded.claims) {
    const auto& event = claim.event;
    if (event.type == type && (best == nullptr || event.confidence > best->confidence))
      best = &event;
  }
  return best;
}

void count(const RoleMajority& gold, const std::vector<Party>& parties, RoleTally& tally) {
  if (gold.decided_pair && !gold.pair.empty()) {
    ++tally.asked;
    tally.answered += parties.empty() ? 0 : 1;
    tally.right += has_pair(parties, gold.pair) ? 1 : 0;
  }
  if (gold.decided_marked && !gold.marked) {
    ++tally.nobody;
    tally.nobody_right += parties.empty() ? 1 : 0;
  }
}

}  // namespace

bool has_pair(const std::vector<Party>& parties, const RolePair& pair) {
  return std::any_of(parties.begin(), parties.end(),
                     [&](const Party& party) { return pair_of(party) == pair; });
}

RoleScores score_roles(const std::vector<MarkedSentence>& sentences, const Coder& coder) {
  RoleScores scores;
  for (const auto& sentence : sentences) {
    ReportDefaults defaults;
    defaults.id = sentence.id;
    auto report = read_plain(sentence.text, defaults);
    if (!report) continue;
    ++scores.sentences;
    const CodedReport coded = coder.code(std::move(*report));
    const EventMention* event = surest(coded, sentence.type);
    if (event != nullptr) ++scores.with_claim;
    static const std::vector<Party> kNobody;
    count(sentence.agent, event != nullptr ? event->agents : kNobody, scores.agent);
    count(sentence.recipient, event != nullptr ? event->recipients : kNobody, scores.recipient);
  }
  return scores;
}

}  // namespace isnad::train
