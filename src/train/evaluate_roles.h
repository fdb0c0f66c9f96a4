// SPDX-License-Identifier: Apache-2.0
// `isnad evaluate roles`: who does it and to whom, as codes, against sentences whose actors several
// annotators marked (the spans of the Arabic gold-standard records). Comes in: their JSON. Goes
// out: how often the country and sector of a role are those of the annotators' majority, and how
// often a sentence in which the majority marked nobody is given nobody.
#pragma once

#include <array>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "isnad/pipeline/coder.h"

namespace isnad::train {

// A country and a sector as the annotators write them; both empty for nobody, or nobody known.
struct RolePair {
  std::string country, sector;
  [[nodiscard]] bool empty() const { return country.empty() && sector.empty(); }
  friend bool operator==(const RolePair&, const RolePair&) = default;
  friend auto operator<=>(const RolePair&, const RolePair&) = default;
};

// What most annotators of one sentence say of one role.
struct RoleMajority {
  bool decided_pair = false;    // more than half agree on the pair
  RolePair pair;                // …which is this; empty where they wrote None
  bool decided_marked = false;  // more than half marked somebody, or more than half nobody
  bool marked = false;          // …namely somebody
};

struct MarkedSentence {
  std::string id, type, text;
  RoleMajority agent, recipient;
};

// Errors: kMissingFile, kBadJson with the sentence that is not as it should be.
[[nodiscard]] Result<std::vector<MarkedSentence>> read_marked_sentences(
    const std::filesystem::path& path);
// The same over the JSON itself; `where` stands in errors.
[[nodiscard]] Result<std::vector<MarkedSentence>> marked_sentences(std::string_view json,
                                                                   const std::string& where);

struct RoleTally {
  size_t asked = 0;         // the majority agrees on a pair that is not None
  size_t right = 0;         // …and a party of the claim has it
  size_t answered = 0;      // …and the claim has a party
  size_t nobody = 0;        // the majority marked nobody
  size_t nobody_right = 0;  // …and the claim has none either, or there is no claim
};

struct RoleScores {
  RoleTally agent, recipient;
  size_t sentences = 0;
  size_t with_claim = 0;  // sentences with a claim of their type
};

// Codes each sentence and looks at its surest claim of the type that was marked. Linear.
[[nodiscard]] RoleScores score_roles(const std::vector<MarkedSentence>& sentences,
                                     const Coder& coder);
// Does one of the parties have the pair? No parties never have.
[[nodiscard]] bool has_pair(const std::vector<Party>& parties, const RolePair& pair);

}  // namespace isnad::train
