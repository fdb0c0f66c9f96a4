// SPDX-License-Identifier: Apache-2.0
// The grammar of a party's noun phrase as one loop of steps, each of which takes one more word or
// phrase on the right.
#include "isnad/mention/actor/noun_phrase.h"

#include "isnad/mention/actor/compose_code.h"
#include "isnad/mention/actor/phrase_builder.h"

namespace isnad {
namespace {

constexpr uint32_t kDeepest = 4;  // phrases inside phrases
constexpr unsigned kFused = kPrepositionB | kPrepositionL | kPrepositionK;

}  // namespace

std::optional<PartyPhrase> PhraseBuilder::build(uint32_t token) {
  if (token >= end_ || depth_ > kDeepest) return std::nullopt;
  out_.tokens = {token, token};
  uint32_t at = skip_count(token);
  if (at >= end_) return std::nullopt;
  if (const uint32_t close = tokens_.quotation_end(at); close != 0) return quoted(at, close);
  if (at != token && tokens_[at].clitics != 0) return std::nullopt;
  if (!choose_head(at)) return std::nullopt;
  while (step()) {
  }
  add_names();
  finish();
  return std::move(out_);
}

const PartyRow& PhraseBuilder::row_of(const Match* match) const {
  return knowledge_.row(match->row);
}

std::optional<PartyPhrase> PhraseBuilder::read_at(uint32_t token) const {
  return PhraseBuilder(tokens_, knowledge_, countries_, end_, depth_ + 1).build(token);
}

// One more word or phrase on the right; false where the phrase ends.
bool PhraseBuilder::step() {
  if (complete_ || pos_ >= end_) return false;
  const auto& facts = tokens_[pos_];
  if (tokens_.kind(pos_) == TokenKind::kPunctuation) return quoted_owner();
  if ((facts.clitics & kConjunction) != 0) return joined_adjective();
  if ((facts.clitics & kPrepositionK) != 0) return false;
  if (facts.affiliation != nullptr && affiliation(*facts.affiliation)) return true;
  if ((facts.clitics & kFused) != 0) return fused_complement();
  if (word_complement()) return true;
  if (open_ && head_row_ != nullptr && facts.verb && place_of_office()) return true;
  if (facts.verb && facts.noun == nullptr && facts.adjective == nullptr &&
      facts.nationality == nullptr)
    return false;
  if (adjective()) return true;
  if (facts.stop) return false;
  return open_ && construct();
}

void PhraseBuilder::finish() {
  out_.tokens.end = pos_;
  out_.bare = head_row_ != nullptr && pos_ == head_end_ && out_.tokens.begin == out_.head;
  if (head_row_ == nullptr) return;
  const auto code = compose_code(*head_row_, adjective_country_, adjective_sector_, tie_, owner_,
                                 owner_is_state_);
  out_.country = code.country;
  out_.sector = code.sector;
  out_.takes_inner_code = takes_inner_code(*head_row_);
  const bool unnamed_person =
      out_.kind == ActorKind::kPerson && head_row_->table != PartyTable::kActor;
  const bool described = head_row_->table == PartyTable::kNationality || unnamed_person;
  out_.name = described ? std::string() : code.name;
  if (head_row_->table == PartyTable::kNationality && out_.sector.empty()) out_.sector = "CVL";
}

std::optional<PartyPhrase> PhraseReader::read(uint32_t token, uint32_t end) const {
  return PhraseBuilder(tokens_, knowledge_, countries_, end, 0).build(token);
}

}  // namespace isnad
