// SPDX-License-Identifier: Apache-2.0
// See role_barrier.h. Who suffered it is not who did it: the counted, the wounded, parts of a toll,
// appositions to the target.
#include <algorithm>

#include "isnad/event/role_barrier.h"

namespace isnad {

// "four dead and dozens of wounded"; "ten workers were killed in a raid".
bool Barrier::is_victim() const {
  const auto& quantities = in_.mentions.quantities;
  const bool counted_as_harmed =
      std::any_of(quantities.begin(), quantities.end(), [&](const QuantityMention& quantity) {
        return quantity.harm != Harm::kNone && quantity.tokens.overlaps(it_.tokens);
      });
  if (counted_as_harmed || beside_result() || is_in_the_ranks() || counts_harm()) return true;
  return std::any_of(in_.events.begin(), in_.events.end(), [&](const ToldEvent& other) {
    if (other.trigger == event_.trigger || !scheme_of(other).is_result) return false;
    return gives(other, Role::kRecipient);
  });
}

// "dead and wounded in the ranks of the army, among the detainees".
bool Barrier::is_in_the_ranks() const {
  if (it_.tokens.begin < sentence_.begin + 2) return false;
  const uint32_t before = it_.tokens.begin - 1;
  if (in_.syntax.folded(before) == "بين") return is_harm(before - 1);  // among
  const auto ranks = in_.syntax.folded(before);
  const auto in = in_.syntax.folded(before - 1);
  return (ranks == "صفوف" || ranks == "اوساط") &&    // ranks, circles
         (in == "في" || in == "بين" || in == "من");  // in, among, of
}

// عدد القتلى (the number of the dead)
bool Barrier::counts_harm() const {
  return it_.actor == nullptr && it_.tokens.size() == 2 && is_harm(it_.tokens.begin + 1);
}

// جرحى (wounded), إصابات (injuries)
bool Barrier::is_harm(uint32_t token) const {
  return std::any_of(in_.matches.begin(), in_.matches.end(), [&](const Match& match) {
    return match.tokens.contains(token) && in_.knowledge.harm_words.find(match.row) != nullptr;
  });
}

// قتل عشرة عمال (were killed ten workers): counted people beside the verb of a result.
bool Barrier::beside_result() const {
  const bool counted =
      std::any_of(in_.mentions.quantities.begin(), in_.mentions.quantities.end(),
                  [&](const QuantityMention& quantity) {
                    return quantity.of_people && quantity.tokens.begin == it_.tokens.begin;
                  });
  if (!counted) return false;
  return std::any_of(in_.matches.begin(), in_.matches.end(), [&](const Match& match) {
    if (match.tokens.end != it_.tokens.begin && match.tokens.begin != it_.tokens.end) return false;
    const Frame* frame = in_.knowledge.frames.find(match.row);
    return frame != nullptr && in_.knowledge.schemes[frame->scheme].is_result;
  });
}

// "among them two children": a part of those harmed.
bool Barrier::is_part() const {
  const auto& quantities = in_.mentions.quantities;
  return !by_rule_ &&
         std::any_of(quantities.begin(), quantities.end(), [&](const QuantityMention& quantity) {
           return quantity.part_of && quantity.tokens.overlaps(it_.tokens);
         });
}

// "arrested Houthi leaders, the most prominent of them A. B.": one of those acted upon.
bool Barrier::is_among_them() const {
  if (by_rule_) return false;
  static constexpr std::string_view kAmong[] = {
      "ابرزهم",    // the most prominent of them
      "بينهم",     // among them
      "ضمنهم",     // among them
      "اخطرهم",    // the most dangerous of them
      "معظمهم",    // most of them
      "غالبيتهم",  // most of them
      "اغلبهم",    // most of them
  };
  const auto is_one = [&](uint32_t token) {
    return std::find(std::begin(kAmong), std::end(kAmong), in_.syntax.folded(token)) !=
           std::end(kAmong);
  };
  return is_one(it_.tokens.begin) ||
         (it_.tokens.begin > sentence_.begin && is_one(it_.tokens.begin - 1));
}

// "were killed at least 26 of the forces": whom a passive is about, though the construction was
// not understood.
bool Barrier::is_of_passive() const {
  const uint32_t from = event_.trigger->tokens.end;
  if (!event_.trigger->is_verb || event_.roles->construction != "passive-verb" || by_rule_ ||
      it_.tokens.begin < from || it_.elsewhere)
    return false;
  if ((in_.syntax.proclitics(it_.tokens.begin) & (kPrepositionB | kPrepositionL)) != 0)
    return false;
  for (uint32_t t = from; t < it_.tokens.begin; ++t) {
    if (in_.syntax.at(t) == SyntaxClass::kVerb || in_.syntax.at(t) == SyntaxClass::kComma)
      return false;
  }
  return it_.tokens.begin == from ||
         in_.syntax.at(it_.tokens.begin - 1) != SyntaxClass::kPreposition;
}

// "the killing of the general, former chief of staff": what is set beside the recipient is he.
bool Barrier::is_apposition() const {
  if (by_rule_ || it_.elsewhere) return false;
  return std::any_of(event_.roles->phrases.begin(), event_.roles->phrases.end(),
                     [&](const RolePhrase& phrase) {
                       return phrase.role == Role::kRecipient && is_set_beside(phrase.tokens);
                     });
}

// "…, director of operations in the army's command, …": the remark with a comma before it holds
// the candidate, and no verb and no conjunction.
bool Barrier::is_set_beside(TokenSpan phrase) const {
  if (phrase.end >= it_.tokens.begin || in_.syntax.at(phrase.end) != SyntaxClass::kComma ||
      in_.syntax.at(phrase.end + 1) != SyntaxClass::kNominal ||
      (in_.syntax.proclitics(phrase.end + 1) & ~unsigned{kArticle}) != 0)
    return false;
  for (uint32_t t = phrase.end + 1; t < it_.tokens.begin; ++t) {
    if (in_.syntax.at(t) != SyntaxClass::kNominal && in_.syntax.at(t) != SyntaxClass::kPreposition)
      return false;
  }
  return it_.tokens.end >= sentence_.end || in_.syntax.at(it_.tokens.end) == SyntaxClass::kComma ||
         in_.syntax.at(it_.tokens.end) == SyntaxClass::kBreak;
}

}  // namespace isnad
