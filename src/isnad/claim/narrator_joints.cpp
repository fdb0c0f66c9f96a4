// SPDX-License-Identifier: Apache-2.0
// What ties one noun of a narrator's phrase to the next: prepositions of office, "and",
// appositions, owners. A closed list; anything else ends the phrase.
#include <algorithm>

#include "isnad/claim/narrator_phrase.h"

namespace isnad {
namespace {

constexpr uint8_t kFusedPreposition = kPrepositionB | kPrepositionL | kPrepositionK;

bool is_naming(std::string_view word) {
  return word == "يدعي" ||   // yudʿā, called (m.)
         word == "تدعي" ||   // tudʿā, called (f.)
         word == "اسمه" ||   // ismuhu, whose name is (m.)
         word == "اسمها" ||  // ismuhā, whose name is (f.)
         word == "المدعو";   // al-madʿū, the said
}

}  // namespace

// Prepositions that tie an institution or a place to who speaks for it.
bool NarratorReader::ties(std::string_view preposition) {
  return preposition == "في" ||    // fī, in
         preposition == "من" ||    // min, of
         preposition == "لدي" ||   // ladā, with
         preposition == "باسم" ||  // bi-smi, in the name of
         preposition == "داخل" ||  // dākhil, inside
         preposition == "وسط" ||   // wasṭ, amid
         preposition == "بلسان";   // bi-lisān, speaking for
}

// "… for the ministry", "… in the coalition", "… of Homs": end of what is tied on, or the phrase's.
uint32_t NarratorReader::complement_end(TokenSpan phrase, uint32_t limit, bool clause) const {
  const uint32_t at = phrase.end;
  const bool fused = syntax_.at(at) == SyntaxClass::kNominal &&
                     (syntax_.proclitics(at) & (kPrepositionB | kPrepositionL)) != 0;
  const bool preposition = syntax_.at(at) == SyntaxClass::kPreposition;
  if (!fused && !(preposition && ties(syntax_.folded(at)))) return at;
  const uint32_t noun = fused ? at : at + 1;
  if (noun >= limit || parties_.time_end(noun) > noun || cues_.is_document(noun)) return at;
  const auto more = syntax_.noun_phrase(noun);
  if (more.empty()) return at;
  const ActorMention* actor = parties_.at(noun);
  const bool to = fused && (syntax_.proclitics(at) & kPrepositionL) != 0;
  if (to && actor != nullptr && (PartyIndex::is_press(*actor) || !is_titled(phrase))) return at;
  const bool in = fused && (syntax_.proclitics(at) & kPrepositionB) != 0;
  const bool known = parties_.is_place(noun) || (!in && parties_.names_anyone(more));
  if (!known && (in || has_name(phrase) || !(clause && is_titled(phrase)))) return at;
  return std::min(limit, std::max(more.end, actor != nullptr ? actor->tokens.end : 0));
}

// "local and tribal (sources)", "Saudi Arabia, the Emirates and Egypt".
uint32_t NarratorReader::joined_end(uint32_t at, uint32_t limit, bool clause) const {
  const uint8_t clitics = syntax_.proclitics(at);
  if (syntax_.at(at) != SyntaxClass::kNominal || (clitics & kConjunction) == 0 ||
      (clitics & kFusedPreposition) != 0)
    return at;
  if (syntax_.is_adjective(at)) return at + 1;
  const ActorMention* actor = parties_.starting_at(at);
  if (actor == nullptr || actor->tokens.end > limit) return at;
  return clause || actor->kind == ActorKind::kState ? actor->tokens.end : at;
}

// "the commander of the battle, Major General Fadl Hasan,": end of the name between commas.
uint32_t NarratorReader::nominal_run(uint32_t at, uint32_t limit) const {
  constexpr uint32_t kLongestName = 4;
  uint32_t t = at;
  while (t < limit && t - at <= kLongestName && syntax_.at(t) == SyntaxClass::kNominal &&
         parties_.time_end(t) == t && !parties_.is_place(t) &&
         (syntax_.proclitics(t) & (kFusedPreposition | kConjunction)) == 0)
    ++t;
  const bool name = t - at >= 2 && t - at <= kLongestName && !syntax_.is_definite(at);
  return name ? t : at;
}

uint32_t NarratorReader::apposition_end(TokenSpan phrase, uint32_t limit, bool clause) const {
  const uint32_t at = phrase.end;
  if (syntax_.at(at) != SyntaxClass::kComma || has_name(phrase)) return at;
  uint32_t first = at + 1;
  if (first >= limit) return at;
  // "…, Major General Fadl Hasan,": the rank may stand as an office of its own.
  const ActorMention* rank = parties_.starting_at(first);
  if (rank != nullptr && !PartyIndex::is_named_person(*rank) && parties_.is_title(*rank) &&
      rank->preposition == 0)
    first = rank->tokens.end;
  uint32_t end = first < limit ? name_run(first, limit) : first;
  if (end <= first && clause && is_titled(phrase)) end = nominal_run(first, limit);
  if (end <= first) return at;
  const bool closed = end >= limit || syntax_.at(end) == SyntaxClass::kComma ||
                      syntax_.at(end) == SyntaxClass::kComplementiser ||
                      syntax_.at(end) == SyntaxClass::kParticle;
  return closed && end <= limit ? end : at;
}

// واصفاً (describing), مدافعاً (defending): an accusative of circumstance, no part of a name.
bool NarratorReader::is_circumstance(uint32_t token) const {
  return syntax_.folded(token).ends_with("ا") && !syntax_.is_definite(token) &&
         !parties_.is_name(token);
}

// غرفة طوارئ المدينة (the emergency room of the town): after an indefinite noun that is no
// person's, a definite noun or a place tells whose it is.
uint32_t NarratorReader::owner_end(TokenSpan phrase, uint32_t limit) const {
  const uint32_t at = phrase.end;
  const auto stands_bare = [&](uint32_t token) {
    return syntax_.at(token) == SyntaxClass::kNominal && !syntax_.is_adjective(token) &&
           !is_circumstance(token);
  };
  const ActorMention* party = parties_.at(at - 1);
  const bool open = stands_bare(at - 1) && !syntax_.is_definite(at - 1) &&
                    !syntax_.has_enclitic(at - 1) && !parties_.is_name(at - 1) &&
                    !parties_.is_place(at - 1) && (party == nullptr || party->name.empty());
  if (!open || !stands_bare(at) || (syntax_.proclitics(at) & ~unsigned{kArticle}) != 0 ||
      cues_.is_document(at) || cues_.is_source(phrase.begin) || has_name(phrase))
    return at;
  const ActorMention* owner = parties_.starting_at(at);
  if (owner != nullptr && PartyIndex::is_press(*owner)) return at;
  // A town that no list knows ends the clause: "said the emergency room of Karari."
  const bool closes = at + 1 >= limit || syntax_.at(at + 1) == SyntaxClass::kComma ||
                      syntax_.at(at + 1) == SyntaxClass::kBreak;
  if (!syntax_.is_definite(at) && !parties_.is_place(at) && !closes) return at;
  return std::min(limit, std::max(at + 1, owner != nullptr ? owner->tokens.end : 0));
}

// "a source told *the agency*": an outlet after a phrase that is complete is spoken to.
bool NarratorReader::is_spoken_to(uint32_t token) const {
  const ActorMention* outlet = parties_.starting_at(token);
  return outlet != nullptr && PartyIndex::is_press(*outlet) &&
         (syntax_.is_definite(token - 1) || syntax_.is_adjective(token - 1));
}

uint32_t NarratorReader::extend(TokenSpan phrase, uint32_t limit, bool clause) const {
  const uint32_t at = phrase.end;
  if (at >= limit || parties_.time_end(at) > at || is_spoken_to(at)) return at;
  if (const uint32_t end = owner_end(phrase, limit); end > at) return end;
  if (syntax_.at(at) == SyntaxClass::kNominal &&
      syntax_.folded(at - 1) == "باسم") {  // in the name of
    const ActorMention* actor = parties_.starting_at(at);
    return std::min(limit, std::max({at + 1, syntax_.noun_phrase(at).end,
                                     actor != nullptr ? actor->tokens.end : 0}));
  }
  if (const uint32_t end = name_ahead(phrase, limit, clause); end > at) return end;
  // "an eyewitness called Ahmad Akay"
  if (at + 1 < limit && is_naming(syntax_.folded(at))) {
    const uint32_t end = name_run(at + 1, limit);
    return end > at + 1 ? end : at;
  }
  for (const uint32_t end : {quoted_end(at, limit), bracket_end(at, limit)}) {
    if (end > at && (clause || end < limit)) return end;
  }
  const ActorMention* next = parties_.starting_at(at);
  if (next != nullptr && PartyIndex::is_named_person(*next) && next->preposition == 0 &&
      syntax_.at(at) == SyntaxClass::kNominal && is_titled(phrase) && next->tokens.end <= limit)
    return next->tokens.end;
  if (const uint32_t end = complement_end(phrase, limit, clause); end > at) return end;
  if (const uint32_t end = joined_end(at, limit, clause); end > at) return end;
  if (const uint32_t end = apposition_end(phrase, limit, clause); end > at) return end;
  // A name that no list knows, before what is said: "the commissioner of Gedaref al-Tayyib
  // al-Amin".
  if (syntax_.at(at) == SyntaxClass::kNominal &&
      (syntax_.proclitics(at) & (kFusedPreposition | kConjunction)) == 0 &&
      ((clause && !has_name(phrase)) || syntax_.is_adjective(at) ||
       (parties_.is_name(at) && parties_.is_name(at - 1))) &&
      !cues_.is_document(at) && !is_circumstance(at))
    return at + 1;
  return at;
}

// "a statement that came from the governor's office", "a statement that the army issued": end of
// the office, or `at`. The participle (صادر) may stand in the phrase already.
uint32_t NarratorReader::issued_end(uint32_t at, uint32_t limit) const {
  const auto came = [&](uint32_t token) {
    const auto word = syntax_.folded(token);
    return word.starts_with("صدر") ||   // ṣadara, came out
           word.starts_with("صادر") ||  // ṣādir, coming out
           word.starts_with("الصادر");  // aṣ-ṣādir, which came out
  };
  const auto issued = [&](uint32_t token) {
    const auto word = syntax_.folded(token);
    return word == "اصدره" || word == "اصدرته" || word == "اصدرها" ||
           word == "اصدرتها";  // aṣdara-hu, issued it
  };
  uint32_t office = at;
  if (at + 2 < limit && came(at) && syntax_.folded(at + 1) == "عن")  // ʿan, from
    office = at + 2;
  else if (at > 0 && at + 1 < limit && came(at - 1) && syntax_.folded(at) == "عن")  // ʿan, from
    office = at + 1;
  else if (at + 1 < limit && issued(at))
    office = at + 1;
  if (office == at) return at;
  const auto issuer = phrase_at(office, limit, false);
  return issuer.empty() ? at : issuer.tokens.end;
}

}  // namespace isnad
