// SPDX-License-Identifier: Apache-2.0
// One walk to the right, phrase by phrase; the scheme's own prepositions, which may be several
// words, come before single ones.
#include "isnad/event/role_phrases.h"

#include <algorithm>

namespace isnad {
namespace {

constexpr uint32_t kLongestRemark = 16;  // tokens between two commas, with the second one

}  // namespace

std::string_view fused_preposition(uint8_t clitics) {
  if ((clitics & kPrepositionL) != 0) return "ل";
  if ((clitics & kPrepositionB) != 0) return "ب";
  if ((clitics & kPrepositionK) != 0) return "ك";
  return {};
}

// The preposition that a token is or carries, and where its phrase begins. Words like من قبل come
// from the scheme.
std::string_view RolePhraseReader::preposition_at(uint32_t token, uint32_t& phrase_begin) const {
  phrase_begin = token;
  for (const auto& candidate : scheme_.prepositions) {
    if (const uint32_t length = words_at(token, candidate.words); length > 0) {
      phrase_begin = token + length;
      return candidate.words;
    }
  }
  if (const auto letter = fused_preposition(syntax_.proclitics(token)); !letter.empty())
    return letter;
  if (syntax_.at(token) == SyntaxClass::kPreposition) {
    phrase_begin = token + 1;
    return syntax_.folded(token);
  }
  return {};
}

// How many tokens from here spell these words; 0 when they do not.
uint32_t RolePhraseReader::words_at(uint32_t token, std::string_view words) const {
  uint32_t at = token;
  size_t begin = 0;
  while (begin < words.size()) {
    const size_t end = std::min(words.find(' ', begin), words.size());
    if (at >= sentence_.end || syntax_.folded(at) != words.substr(begin, end - begin)) return 0;
    ++at;
    begin = end + 1;
  }
  return at - token;
}

Role RolePhraseReader::role_of(std::string_view preposition) const {
  for (const auto& candidate : scheme_.prepositions) {
    if (candidate.words == preposition) return candidate.role;
  }
  return Role::kNone;
}

// A remark between two commas, after which the clause goes on with a bare noun: "seized gunmen,
// at dawn on Wednesday, eighteen workers". Where it goes on, or 0.
uint32_t RolePhraseReader::after_remark(uint32_t comma) const {
  if (!trigger_.is_verb || comma < trigger_.head) return 0;
  const uint32_t first = comma + 1;
  const uint32_t limit = std::min(sentence_.end, first + kLongestRemark);
  if (first >= limit) return 0;
  const bool remark = time_end(first) != 0 || syntax_.at(first) == SyntaxClass::kPreposition ||
                      !fused_preposition(syntax_.proclitics(first)).empty();
  if (!remark) return 0;
  for (uint32_t t = first; t + 1 < limit; ++t) {
    if (syntax_.at(t) == SyntaxClass::kBreak || syntax_.at(t) == SyntaxClass::kComplementiser)
      return 0;
    if (syntax_.at(t) != SyntaxClass::kComma) continue;
    const bool goes_on = syntax_.at(t + 1) == SyntaxClass::kNominal &&
                         (syntax_.proclitics(t + 1) & ~unsigned{kArticle}) == 0 &&
                         time_end(t + 1) == 0;
    return goes_on ? t + 1 : 0;
  }
  return 0;
}

// التقى الوزير، فلان الفلاني، المدير (met the minister, A. B., the director): the name behind the
// title's comma; where the clause goes on, or 0.
uint32_t RolePhraseReader::after_name(uint32_t comma) const {
  if (!trigger_.is_verb || comma < trigger_.head) return 0;
  for (const auto& actor : mentions_.actors) {
    if (actor.tokens.begin != comma + 1 || actor.kind != ActorKind::kPerson) continue;
    const uint32_t end = actor.tokens.end;
    if (end + 1 >= sentence_.end || syntax_.at(end) == SyntaxClass::kVerb) return 0;
    return syntax_.at(end) == SyntaxClass::kComma ? end + 1 : end;
  }
  return 0;
}

// في قصف مصدره مواقع الفصائل (in shelling whose source was …): the last phrase ends in a noun with
// a pronoun that begins a clause on the noun before it. "In his house a man (was killed)" has one
// noun, and no subject before it.
bool RolePhraseReader::is_described(const std::vector<PrepositionPhrase>& phrases) const {
  if (phrases.empty() || phrases.back().preposition.empty()) return false;
  const TokenSpan phrase = phrases.back().tokens;
  return phrase.size() > 1 && syntax_.has_enclitic(phrase.end - 1) &&
         std::any_of(phrases.begin(), phrases.end(),
                     [](const PrepositionPhrase& other) { return other.preposition.empty(); });
}

// The phrases from `from` to the right, up to where the clause ends; commas end it once something
// was found.
std::vector<PrepositionPhrase> RolePhraseReader::phrases_after(uint32_t from) const {
  std::vector<PrepositionPhrase> out;
  uint32_t at = from;
  uint32_t last = from;  // end of the phrase before
  const uint32_t limit = std::min(sentence_.end, from + kFarthestRole);
  while (at < limit) {
    if (const uint32_t on = syntax_.after_brackets(at); on != at) {
      if (last == at) last = on;
      at = on;
      continue;
    }
    const auto word_class = syntax_.at(at);
    if (word_class == SyntaxClass::kVerb || word_class == SyntaxClass::kComplementiser ||
        word_class == SyntaxClass::kSubordinator || word_class == SyntaxClass::kRelative)
      break;
    if (word_class == SyntaxClass::kBreak) break;
    if (word_class == SyntaxClass::kComma && !out.empty()) {
      const uint32_t on = std::max(after_remark(at), after_name(at));
      if (on == 0) break;
      at = on;
    }
    if (const uint32_t end = time_end(at); end > at) {  // "on Saturday afternoon" is no party
      at = end;
      continue;
    }
    if (syntax_.folded(at) == "كل" && at + 2 < limit && syntax_.folded(at + 1) == "من")
      at += 2;  // كل من, each of: the parties follow
    uint32_t begin = at;
    const auto preposition = preposition_at(at, begin);
    if (begin < limit && time_end(begin) == 0) {
      const auto phrase = syntax_.noun_phrase(begin);
      if (!phrase.empty()) {
        if (preposition.empty() && last == begin && is_described(out)) break;
        // في السعودية والأردن (in Saudi Arabia and Jordan), الجيش والحشد (the army and the
        // militia): what is joined to a phrase is none of its own.
        const bool goes_on = preposition.empty() && !out.empty() &&
                             (syntax_.proclitics(begin) & kConjunction) != 0 && last == begin &&
                             (!out.back().preposition.empty() || !syntax_.begins_clause(phrase));
        last = phrase.end;
        if (!goes_on) out.push_back({preposition, phrase});
        at = phrase.end;
        continue;
      }
    }
    // موالون لهم وستة مقاتلين (loyal to them, and six fighters): "to them" ends the phrase.
    if (last == at && begin == at && syntax_.has_enclitic(at)) last = at + 1;
    at = std::max(at + 1, begin);
  }
  return out;
}

// The end of a time expression that begins at the token, or 0.
uint32_t RolePhraseReader::time_end(uint32_t token) const {
  for (const auto& time : mentions_.times) {
    if (time.tokens.begin == token) return time.tokens.end;
  }
  return 0;
}

}  // namespace isnad
