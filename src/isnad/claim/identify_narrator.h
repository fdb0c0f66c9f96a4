// SPDX-License-Identifier: Apache-2.0
// Who a narrator's phrase is: words, name, code, kind.
#pragma once

#include "isnad/claim/antecedent.h"
#include "isnad/claim/find_attributions.h"
#include "isnad/claim/narrator_phrase.h"

namespace isnad {

class NarratorIdentifier {
 public:
  // Keeps references to its arguments.
  NarratorIdentifier(const AttributionInput& input, const ReportingCues& cues,
                     const PartyIndex& parties)
      : in_(input), cues_(cues), parties_(parties) {}

  // By the phrase's own words. A phrase that resolves to nobody is `unnamed`.
  [[nodiscard]] Narrator identify(const NarratorPhrase& phrase) const;
  // The same, and what the earlier speaker it refers back to is known by: the words are the
  // phrase's, the name, code and kind are his.
  [[nodiscard]] Narrator identify(const NarratorPhrase& phrase, const Speaker* earlier) const;
  // An impersonal form: its own words, nobody.
  [[nodiscard]] Narrator unnamed(TokenSpan words) const;

 private:
  [[nodiscard]] const ActorMention* best_party(TokenSpan tokens) const;
  [[nodiscard]] std::optional<NarratorKind> stated_kind(TokenSpan tokens) const;
  [[nodiscard]] NarratorKind kind_of(const ActorMention& actor) const;
  void set_words(TokenSpan tokens, Narrator& narrator) const;

  const AttributionInput& in_;
  const ReportingCues& cues_;
  const PartyIndex& parties_;
};

}  // namespace isnad
