// SPDX-License-Identifier: Apache-2.0
// See attribution_finder.h: verbs of saying with their subject and what they say.
#include "isnad/claim/attribution_finder.h"

namespace isnad {

// "and accused the army of standing behind it": who alone stands between the verb and the charge
// is accused; the accuser was named before.
bool AttributionFinder::is_accused(const ReportingCue& cue, const NarratorPhrase& subject,
                                   TokenSpan sentence) const {
  return cue.word.manner == Manner::kAccuses && !subject.empty() &&
         subject.tokens.begin >= cue.match.tokens.end && subject.tokens.end < sentence.end &&
         (syntax_.proclitics(subject.tokens.end) & kPrepositionB) != 0;
}

bool AttributionFinder::verb(const ReportingCue& cue) {
  const uint32_t at = cue.match.tokens.begin;
  const uint32_t end = cue.match.tokens.end;
  const auto sentence = sentence_at(at);
  if (syntax_.at(at) == SyntaxClass::kNominal && !opens_as_verb(cue)) return false;
  if (at > sentence.begin && syntax_.at(at - 1) == SyntaxClass::kNegation) return false;
  // لعله يشير إلى (perhaps it points to): the pronoun is the subject.
  if (at > sentence.begin && syntax_.at(at - 1) == SyntaxClass::kParticle &&
      syntax_.has_enclitic(at - 1))
    return false;
  // رفض كشف اسمه (refused the revealing of his name): a noun after a verb, however tagged.
  if (at > sentence.begin && syntax_.at(at - 1) == SyntaxClass::kVerb &&
      (cue.match.proclitics & kConjunction) == 0)
    return false;
  if (at < occasion_end_) return false;  // "said in a statement that an agency carried that …"
  const bool about = takes_noun(cue.word.form);
  // Some rows hold their أن, to be told from a preposition: وبين أن.
  const bool holds_that = end - at > 1 && syntax_.at(end - 1) == SyntaxClass::kComplementiser;
  const Said said = holds_that ? Said{end, end - 1} : scope_.content_after(end, about);
  NarratorPhrase subject = subject_of(cue, said);
  if (is_accused(cue, subject, sentence)) subject = {};
  if (cue.word.press && !speaks_for_press(subject)) {
    remember_silent(cue, subject);
    return false;
  }
  const TokenSpan before = scope_.quotation_before(at);
  // "…, which the forces denied through a spokesman, who affirmed that …": it is what stands
  // before.
  const bool takes_up = cue.match.enclitic != 0 && cue.word.manner == Manner::kDenies &&
                        at > sentence.begin && syntax_.at(at - 1) == SyntaxClass::kRelative;
  if (cue.match.enclitic != 0 && (said.empty() || takes_up) && before.empty())
    return echo(cue, subject);
  if (said.empty() && !before.empty()) return close_quotation(cue, subject, before);
  if (said.empty() && !(about && noun_complement(cue, subject) != 0)) {
    remember_silent(cue, subject);
    return false;
  }
  if (subject.empty() && !may_go_on(cue, said)) return false;
  Attribution attribution = attribution_of(cue);
  if (said.empty()) {
    attribution.clause = false;
    const uint32_t begin = noun_complement(cue, subject);
    attribution.scope = {begin, scope_.noun_end(begin)};
    // "announced its responsibility for": a claim of responsibility.
    if (cue.word.manner == Manner::kAnnounces &&
        (syntax_.folded(begin).starts_with("مسوولي") ||  // masʾūliyya, folded
         syntax_.folded(begin).starts_with("مسيولي")))   // the same, as spelt in Egypt
      attribution.manner = Manner::kClaims;
  } else {
    if (!in_paragraph(said.begin, sentence)) return false;
    attribution.scope = {said.begin, scope_.clause_end(said.begin, cue.word.manner)};
  }
  add(cue, subject, std::move(attribution), said.empty() ? attribution.scope.begin : said.mark);
  return true;
}

// Many verbs are spelt like nouns (ذكر, male; كذب, lies). One that opens a sentence before its
// clause or its speaker is the verb, whatever the tagger makes of it.
bool AttributionFinder::opens_as_verb(const ReportingCue& cue) const {
  const auto sentence = sentence_at(cue.match.tokens.begin);
  const uint32_t end = cue.match.tokens.end;
  if (cue.match.tokens.begin != sentence.begin || (cue.match.inflection & kPerfect) == 0 ||
      syntax_.is_definite(sentence.begin) || end >= sentence.end)
    return false;
  if (!scope_.content_after(end, true).empty()) return true;
  const auto speaker = reader_.after(end, sentence.end, false);
  return speaker.plausible && speaker.tokens.begin == end;
}

// A verb without a subject goes on with an earlier speaker where a clause begins; elsewhere it
// stands in a relative clause of whatever noun is before it ("signs that point to").
bool AttributionFinder::may_go_on(const ReportingCue& cue, const Said& said) const {
  const uint32_t at = cue.match.tokens.begin;
  // "a tape in which they said"
  if (cue.match.tokens.end < sentence_at(at).end &&
      syntax_.at(cue.match.tokens.end) == SyntaxClass::kPronoun)
    return true;
  if (said.empty() && cue.word.manner == Manner::kAnnounces &&
      antecedents_.latest(at, cue.gender, false) == nullptr)
    return false;
  if (at == sentence_at(at).begin || (cue.match.proclitics & kConjunction) != 0) return true;
  const auto before = syntax_.at(at - 1);
  return before != SyntaxClass::kNominal && before != SyntaxClass::kCloseQuote;
}

// The subject after the verb or before it; empty when the verb has none of its own.
NarratorPhrase AttributionFinder::subject_of(const ReportingCue& cue, const Said& said) const {
  const uint32_t at = cue.match.tokens.begin;
  const uint32_t end = cue.match.tokens.end;
  const uint32_t limit = said.empty() ? sentence_at(at).end : said.mark;
  const NarratorPhrase after = reader_.after(end, limit, !said.empty());
  // A verb joined by و has its subject behind it, or none of its own; ف may follow it (أما …
  // فنفت).
  const bool joined =
      (cue.match.proclitics & kConjunction) != 0 && syntax_.folded(at).starts_with("و");
  const NarratorPhrase before = joined ? NarratorPhrase{} : reader_.before(at);
  // "Larry Vance told Der Spiegel that": the subject stands first, the other is told.
  const bool first = before.plausible && before.tokens.end == at && !said.empty();
  if (after.plausible && after.tokens.begin == end && !first) return after;
  const bool had = at > 0 && syntax_.at(at - 1) == SyntaxClass::kParticle;
  if (!before.empty() && (before.plausible || had || before.tokens.end == at) &&
      (had || first || !after.plausible))
    return before;
  // What follows a verb that takes a noun is that noun, unless it can speak.
  if (after.plausible || !said.empty()) return after;
  return {};
}

bool AttributionFinder::speaks_for_press(const NarratorPhrase& subject) const {
  if (subject.empty()) return false;
  for (uint32_t t = subject.tokens.begin; t < subject.tokens.end; ++t) {
    if (cues_.is_source(t) || cues_.is_document(t)) return true;
    const ActorMention* actor = parties_.at(t);
    if (actor != nullptr && (PartyIndex::is_press(*actor) || actor->kind == ActorKind::kMonitor))
      return true;
  }
  return false;
}

// Where the noun phrase begins that a verb like أعلن takes; 0: there is none.
uint32_t AttributionFinder::noun_complement(const ReportingCue& cue,
                                            const NarratorPhrase& subject) const {
  const auto sentence = sentence_at(cue.match.tokens.begin);
  const bool follows = !subject.empty() && subject.tokens.begin >= cue.match.tokens.end;
  const uint32_t begin = scope_.after_aside(follows ? subject.tokens.end : cue.match.tokens.end);
  return begin < sentence.end ? begin : 0;
}

// "«…», he said", and "«…», he said, «…»".
bool AttributionFinder::close_quotation(const ReportingCue& cue, const NarratorPhrase& subject,
                                        TokenSpan quoted) {
  Attribution attribution = attribution_of(cue);
  attribution.scope = quoted;
  add(cue, subject, std::move(attribution), sentence_at(cue.match.tokens.begin).end);
  return true;
}

// "in a toll that the minister gave": speaks of what stands before it. "which the minister
// denied", too, but as an account of its own.
bool AttributionFinder::echo(const ReportingCue& cue, const NarratorPhrase& subject) {
  const uint32_t at = cue.match.tokens.begin;
  const auto sentence = sentence_at(at);
  if (subject.empty() || !subject.plausible || subject.tokens.begin < at || at == sentence.begin)
    return false;
  const bool relative = syntax_.at(at - 1) == SyntaxClass::kRelative;
  bool document = false;
  for (uint32_t t = at; t > sentence.begin && at - t < 4; --t) document |= cues_.is_document(t - 1);
  if (!relative && !document) return false;
  Attribution attribution = attribution_of(cue);
  attribution.echo = cue.word.manner == Manner::kDenies;
  attribution.scope = {said_before(at, sentence), at};
  add(cue, subject, std::move(attribution), subject.tokens.end);
  return true;
}

// He says nothing here, but a verb without a subject may go on with him: "SOHR gave details, said
// that …".
void AttributionFinder::remember_silent(const ReportingCue& cue, const NarratorPhrase& subject) {
  if (!subject.plausible) return;
  antecedents_.remember({identifier_.identify(subject, antecedents_.same_as(subject.tokens)),
                         subject.tokens, cue.match.tokens.begin, cue.gender, false, -1});
}

}  // namespace isnad
