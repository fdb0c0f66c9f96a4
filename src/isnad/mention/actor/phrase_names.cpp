// SPDX-License-Identifier: Apache-2.0
// See phrase_builder.h. A person's name behind his title, and what stands between.
#include <algorithm>

#include "isnad/mention/actor/person_name.h"
#include "isnad/mention/actor/phrase_builder.h"

namespace isnad {

// الوزير جون كيري, العميد أحمد عسيري, الشاب محمد صالح
void PhraseBuilder::add_names() {
  if (complete_ || head_row_ == nullptr || plural_ || tie_ == PartyTie::kAffiliated) return;
  const bool title = head_row_->table == PartyTable::kOffice || is_named_office() ||
                     head_row_->noun_class == NounClass::kTitle ||
                     (head_row_->noun_class == NounClass::kPeople && out_.definite);
  if (!title) return;
  step_over_tail();
  if (known_person()) return;
  uint32_t name_end = person_name_end(tokens_, pos_, end_, NameStart::kAfterTitle);
  if (pos_ < end_ && is_tagged(pos_, NameType::kPerson))
    name_end = std::max(name_end, tokens_[pos_].name_end);
  if (name_end == pos_) return;
  out_.names_begin = pos_;
  out_.names_end = name_end;
  out_.kind = ActorKind::kPerson;
  pos_ = name_end;
}

// وزير العدل بالحكومة المؤقتة خليفة الزروق (the minister of justice in the interim government
// K. Z.): a phrase with a preposition that only leads on from a title to its name.
void PhraseBuilder::step_over_tail() {
  constexpr uint32_t kLongest = 5;
  const uint32_t begin = tail_begin();
  if (begin == end_) return;
  for (uint32_t t = begin + 1; t < std::min(end_, begin + kLongest); ++t) {
    const auto& facts = tokens_[t];
    if (tokens_.kind(t) != TokenKind::kWord || facts.clitics != 0 || facts.stop) return;
    if (facts.article || facts.noun != nullptr || facts.adjective != nullptr) continue;
    if (facts.given_name == nullptr && !is_tagged(t, NameType::kPerson)) continue;
    // غرفة عمليات عمر المختار (the O. al-M. operations room): a name that an open noun leads to
    const auto& before = tokens_[t - 1];
    if (!before.article && before.actor == nullptr && !before.proper) return;
    if (const auto owner = read_at(begin); owner && owner->tokens.end <= t && !owner->metonym)
      set_owner(PartyTie::kComplement, *owner);
    pos_ = t;
    return;
  }
}

// Where the phrase behind a title's preposition begins; end_ if none is there.
uint32_t PhraseBuilder::tail_begin() const {
  if (pos_ >= end_ || after_affiliation_) return end_;
  const unsigned clitics = tokens_[pos_].clitics;
  if (clitics == kPrepositionB || clitics == kPrepositionL) return pos_;
  const auto word = tokens_.folded(pos_);
  const bool leads = word == "في" || word == "لدي" || word == "باسم" ||  // in, at, in the name of
                     word == "عن";                                       // (member) for
  return clitics == 0 && leads && pos_ + 1 < end_ ? pos_ + 1 : end_;
}

// الأمين العام للأمم المتحدة: an office that has a row of its own, as an organisation has.
bool PhraseBuilder::is_named_office() const {
  return head_row_->table == PartyTable::kActor && tokens_[out_.head].office != nullptr &&
         tokens_[out_.head].office->tokens.end <= head_end_;
}

// متزعم التنظيم أبو بكر البغدادي: a person of the lexicon after a title gives the phrase his row.
bool PhraseBuilder::known_person() {
  if (pos_ >= end_ || tokens_[pos_].actor == nullptr || tokens_[pos_].clitics != 0) return false;
  const auto& match = *tokens_[pos_].actor;
  const auto& row = knowledge_.row(match.row);
  if (row.kind != ActorKind::kPerson || match.tokens.end > end_ || !may_name(match)) return false;
  head_row_ = &row;
  out_.row = match.row;
  out_.kind = ActorKind::kPerson;
  out_.names_begin = pos_;
  out_.names_end = pos_ = match.tokens.end;
  tie_ = PartyTie::kNone;
  return true;
}

}  // namespace isnad
