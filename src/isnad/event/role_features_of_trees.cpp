// SPDX-License-Identifier: Apache-2.0
// See role_describer.h. Where it stands in the tree, what agrees with it, what other events make of
// it.
#include <algorithm>
#include <array>

#include "isnad/event/role_describer.h"
#include "isnad/event/role_feature_names.h"

namespace isnad {

// The word of a token that its clitics hang on.
uint32_t Describer::word_of(uint32_t token) const {
  const auto& first = in_.analysis.first_word;
  if (token + 1 >= first.size()) return kNoHead;
  for (uint32_t w = first[token]; w < first[token + 1]; ++w) {
    const auto upos = in_.analysis.upos[w];
    if (upos != Upos::kADP && upos != Upos::kCCONJ && upos != Upos::kDET && upos != Upos::kPART &&
        upos != Upos::kSCONJ && upos != Upos::kAUX)
      return w;
  }
  return first[token] < first[token + 1] ? first[token] : kNoHead;
}

// The relations from the event up to what governs both, and down to the candidate.
void Describer::tree() {
  constexpr size_t kDeepest = 5;
  const uint32_t from = word_of(event_.trigger->head);
  const uint32_t to = word_of(it_.actor != nullptr ? it_.actor->head : it_.tokens.begin);
  if (from >= kNoHead || to >= kNoHead) return;
  std::array<uint32_t, kDeepest> ups{};
  size_t up_count = 0;
  for (uint32_t w = from; w < kNoHead && up_count < kDeepest; w = in_.analysis.head[w])
    ups[up_count++] = w;
  std::array<std::string_view, kDeepest> downs{};
  size_t down_count = 0;
  for (uint32_t w = to; w < kNoHead; w = in_.analysis.head[w]) {
    const auto* const met = std::find(ups.begin(), ups.begin() + up_count, w);
    if (met != ups.begin() + up_count) {
      std::string path;
      for (const auto* up = ups.begin(); up != met; ++up) {
        path += relation_name(in_.analysis.deprel[*up]);
        path += '.';
      }
      path += '-';
      for (size_t i = down_count; i > 0; --i) {
        path += downs[i - 1];
        path += '.';
      }
      out_.add({"t", path});
      out_.add({"t", shape_, path});
      if (path.size() < 20) out_.add({"t", type_, path});
      return;
    }
    if (down_count == kDeepest) break;
    downs[down_count++] = relation_name(in_.analysis.deprel[w]);
  }
  out_.add({"t", "far", side()});
}

uint32_t Describer::head() const {
  return it_.actor != nullptr && it_.tokens.contains(it_.actor->head) ? it_.actor->head
                                                                      : it_.tokens.begin;
}

// "m", "f" or "p": one man or thing, one woman or several things, several people.
std::string_view Describer::agrees_as() const {
  const uint32_t word = word_of(head());
  if (word >= kNoHead) return {};
  const auto& features = in_.analysis.features[word];
  constexpr uint8_t kFem = 2;
  constexpr uint8_t kPlur = 3;
  if (features.number == kPlur || in_.syntax.folded(head()).ends_with("ون"))
    return kind_ == "people" || kind_ == "counted-people" || kind_ == "armed" ? "p" : "f";
  if (features.number == 2) return "p";
  const bool feminine = features.gender == kFem || in_.syntax.folded(head()).ends_with("ه");
  return feminine ? "f" : "m";
}

std::string_view Describer::pronoun_as(uint8_t enclitic) {
  static constexpr std::string_view kAs[] = {"", "m", "f", "p", "p", "p"};
  return enclitic < std::size(kAs) ? kAs[enclitic] : std::string_view();
}

// Does the event's verb or its pronoun agree with the candidate?
void Describer::agreement() {
  const auto mine = agrees_as();
  if (mine.empty()) return;
  if (event_.trigger->is_verb) {
    const auto inflection = event_.trigger->match.inflection;
    const std::string_view verb = (inflection & (kPlural | kDual)) != 0 ? "p"
                                  : (inflection & kFeminine) != 0       ? "f"
                                                                        : "m";
    out_.add({"agree", shape_, side(), verb, mine});
    out_.add({"agree", role_name(it_.rule), verb, mine});
  }
  const auto pronoun = pronoun_as(event_.trigger->match.enclitic);
  if (!pronoun.empty()) {
    out_.add({"pronoun", pronoun == mine ? "same" : "other", side(), is_party()});
    out_.add({"pronoun", pronoun == mine ? "same" : "other", shape_, role_name(it_.rule)});
  }
}

// Who is no doer by what the sentence says of him: the dead and wounded of another word, those
// who only tell it, a word that belongs to another event (the "suicide" of a suicide attack).
void Describer::doubts() {
  if (it_.rule == Role::kAgent || it_.rule == Role::kBoth) return;
  if (is_harmed()) out_.add({"doubt", "harmed"});
  if (is_teller()) out_.add({"doubt", "teller"});
  const bool of_trigger = std::any_of(
      in_.events.begin(), in_.events.end(),
      [&](const ToldEvent& other) { return other.trigger->tokens.overlaps(it_.tokens); });
  if (of_trigger) out_.add({"doubt", "trigger"});
}

// In a fight the dead are one of its sides.
bool Describer::is_harmed() const {
  if (in_.knowledge.schemes[event_.trigger->frame->scheme].subject == Role::kBoth) return false;
  const auto hurt = [&](const QuantityMention& quantity) {
    return quantity.harm != Harm::kNone && quantity.tokens.overlaps(it_.tokens);
  };
  if (std::any_of(in_.mentions.quantities.begin(), in_.mentions.quantities.end(), hurt))
    return true;
  return std::any_of(in_.events.begin(), in_.events.end(), [&](const ToldEvent& other) {
    if (!in_.knowledge.schemes[other.trigger->frame->scheme].is_result) return false;
    return std::any_of(
        other.roles->phrases.begin(), other.roles->phrases.end(), [&](const RolePhrase& phrase) {
          return phrase.role == Role::kRecipient && phrase.tokens.overlaps(it_.tokens);
        });
  });
}

// "a source said", "officials announced": people beside a reporting word; an army or a group that
// announces an attack may well be the one that made it.
bool Describer::is_teller() const {
  if (it_.actor == nullptr) return false;
  const RowId row = it_.actor->row;  // a source, an agency, an outlet, wherever it stands
  if (row != kNoRow && in_.lexicon.table_name(row) == "agent_nouns" &&
      in_.lexicon.field(row, "class") == "source")
    return true;
  if (sentence_.begin == it_.tokens.begin) return false;
  const bool tells = in_.reporting[it_.tokens.begin - 1] ||
                     (it_.tokens.end < sentence_.end && in_.reporting[it_.tokens.end]);
  return tells && (it_.actor->kind == ActorKind::kPerson || it_.actor->kind == ActorKind::kGroup);
}

// What constructions make of the candidate in other events of the report.
void Describer::other_events() {
  for (const auto& other : in_.events) {
    if (other.trigger == event_.trigger) continue;
    const bool same_type = other.trigger->frame->type == event_.trigger->frame->type;
    for (const auto& phrase : other.roles->phrases) {
      if (!phrase.tokens.overlaps(it_.tokens)) continue;
      out_.add({"other", role_name(phrase.role), same_type ? "same" : "else"});
      out_.add({"other", role_name(phrase.role), role_name(it_.rule)});
      return;
    }
  }
}

}  // namespace isnad
