// SPDX-License-Identifier: Apache-2.0
// Narrators by form, one pass over the cues in text order: a verb with its subject and clause, a
// word of source (بحسب), an impersonal evidential, a verb that goes on with the narrator before it
// (وأضاف). What a narrator's phrase is, how far his word reaches and whom a pronoun means stand in
// files of their own.
#include "isnad/claim/find_attributions.h"

#include <algorithm>

#include "isnad/claim/antecedent.h"
#include "isnad/claim/identify_narrator.h"
#include "isnad/claim/narrator_phrase.h"
#include "isnad/claim/reporting_cues.h"
#include "isnad/claim/speech_scope.h"

namespace isnad {
namespace {

constexpr uint32_t kLead = 2;  // tokens before a word of source that still opens its sentence

class AttributionFinder {
 public:
  AttributionFinder(const AttributionInput& input, const ClaimKnowledge& knowledge)
      : knowledge_(knowledge),
        syntax_(input.syntax),
        cues_(input.text, input.matches, knowledge, input.syntax),
        parties_(input.mentions, input.lexicon, input.analysis, input.text.tokens.size()),
        reader_(syntax_, cues_, parties_),
        scope_(syntax_, cues_, parties_),
        identifier_(input, cues_, parties_),
        antecedents_(syntax_, cues_) {}

  std::vector<Attribution> run() {
    uint32_t covered = 0;  // tokens before this belong to a longer cue already used
    for (const auto& cue : cues_.all()) {
      if (cue.match.tokens.begin < covered) continue;
      if (!use(cue)) continue;
      covered = std::max(covered, cue.match.tokens.end);
      // Words of his name are no cues: "Reuters *news* agency".
      const auto& last = out_.empty() ? TokenSpan{} : out_.back().narrator_tokens;
      if (last.begin == covered) covered = std::max(covered, last.end);
    }
    return std::move(out_);
  }

 private:
  bool use(const ReportingCue& cue) {
    switch (cue.word.form) {
      case ReportingForm::kVerb:
      case ReportingForm::kVerbAbout:
      case ReportingForm::kContinue:
      case ReportingForm::kContinueAbout:
        return (cue.match.inflection & kVerb) != 0 ? verb(cue) : participle(cue);
      case ReportingForm::kAccording:
        return according(cue);
      case ReportingForm::kMasdar:
        return masdar(cue);
      case ReportingForm::kImpersonal:
        return impersonal(cue);
      case ReportingForm::kOutlet:
        antecedents_.forget_before(cue.match.tokens.begin);
        return true;
      case ReportingForm::kWording:
        return true;
      case ReportingForm::kDocument:
      case ReportingForm::kUnnamed:
      case ReportingForm::kQuantifier:
        break;  // nouns that verbs find as their subject
    }
    return false;
  }

  [[nodiscard]] TokenSpan sentence_at(uint32_t token) const {
    return syntax_.sentence_of(token).tokens;
  }

  // --- verbs ---------------------------------------------------------------------------------

  // "and accused the army of standing behind it": who alone stands between the verb and the charge
  // is accused; the accuser was named before.
  [[nodiscard]] bool is_accused(const ReportingCue& cue, const NarratorPhrase& subject,
                                TokenSpan sentence) const {
    return cue.word.manner == Manner::kAccuses && !subject.empty() &&
           subject.tokens.begin >= cue.match.tokens.end && subject.tokens.end < sentence.end &&
           (syntax_.proclitics(subject.tokens.end) & kPrepositionB) != 0;
  }

  bool verb(const ReportingCue& cue) {
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
    if (cue.match.enclitic != 0 && said.empty() && before.empty()) return echo(cue, subject);
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
      attribution.scope = {said.begin, scope_.clause_end(said.begin)};
    }
    add(cue, subject, std::move(attribution), said.empty() ? attribution.scope.begin : said.mark);
    return true;
  }

  // Many verbs are spelt like nouns (ذكر, male; كذب, lies). One that opens a sentence before its
  // clause or its speaker is the verb, whatever the tagger makes of it.
  [[nodiscard]] bool opens_as_verb(const ReportingCue& cue) const {
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
  [[nodiscard]] bool may_go_on(const ReportingCue& cue, const Said& said) const {
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

  // What is said may begin with the next sentence ("He said:"), never with the next paragraph.
  [[nodiscard]] bool in_paragraph(uint32_t token, TokenSpan sentence) const {
    return token < syntax_.text().tokens.size() &&
           syntax_.sentence_of(token).zone == syntax_.sentence_of(sentence.begin).zone;
  }

  [[nodiscard]] Attribution attribution_of(const ReportingCue& cue) const {
    Attribution attribution;
    attribution.cue = cue.match.tokens;
    attribution.manner = cue.word.manner;
    attribution.certainty = cue.word.certainty;
    return attribution;
  }

  // The subject after the verb or before it; empty when the verb has none of its own.
  [[nodiscard]] NarratorPhrase subject_of(const ReportingCue& cue, const Said& said) const {
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

  [[nodiscard]] bool speaks_for_press(const NarratorPhrase& subject) const {
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
  [[nodiscard]] uint32_t noun_complement(const ReportingCue& cue,
                                         const NarratorPhrase& subject) const {
    const auto sentence = sentence_at(cue.match.tokens.begin);
    const bool follows = !subject.empty() && subject.tokens.begin >= cue.match.tokens.end;
    const uint32_t begin = scope_.after_aside(follows ? subject.tokens.end : cue.match.tokens.end);
    return begin < sentence.end ? begin : 0;
  }

  // "«…», he said", and "«…», he said, «…»".
  bool close_quotation(const ReportingCue& cue, const NarratorPhrase& subject, TokenSpan quoted) {
    Attribution attribution = attribution_of(cue);
    attribution.scope = quoted;
    add(cue, subject, std::move(attribution), sentence_at(cue.match.tokens.begin).end);
    return true;
  }

  // "in a toll that the minister gave": speaks of what stands before it. "which the minister
  // denied", too, but as an account of its own.
  bool echo(const ReportingCue& cue, const NarratorPhrase& subject) {
    const uint32_t at = cue.match.tokens.begin;
    const auto sentence = sentence_at(at);
    if (subject.empty() || !subject.plausible || subject.tokens.begin < at || at == sentence.begin)
      return false;
    const bool relative = syntax_.at(at - 1) == SyntaxClass::kRelative;
    bool document = false;
    for (uint32_t t = at; t > sentence.begin && at - t < 4; --t)
      document |= cues_.is_document(t - 1);
    if (!relative && !document) return false;
    Attribution attribution = attribution_of(cue);
    attribution.echo = cue.word.manner == Manner::kDenies;
    attribution.scope = {said_before(at, sentence), at};
    add(cue, subject, std::move(attribution), subject.tokens.end);
    return true;
  }

  // He says nothing here, but a verb without a subject may go on with him: "SOHR gave details, said
  // that …".
  void remember_silent(const ReportingCue& cue, const NarratorPhrase& subject) {
    if (!subject.plausible) return;
    antecedents_.remember({identifier_.identify(subject, antecedents_.same_as(subject.tokens)),
                           subject.tokens, cue.match.tokens.begin, cue.gender, false, -1});
  }

  // --- participles ---------------------------------------------------------------------------

  // مضيفاً (adding): the narrator of the sentence goes on.
  bool participle(const ReportingCue& cue) {
    const uint32_t end = cue.match.tokens.end;
    const bool about = takes_noun(cue.word.form);
    const auto sentence = sentence_at(cue.match.tokens.begin);
    const Said said = scope_.content_after(end, about);
    if (said.empty() && !(about && end < sentence.end)) return false;
    Attribution attribution = attribution_of(cue);
    attribution.clause = !said.empty();
    const uint32_t begin = said.empty() ? end : said.begin;
    if (!in_paragraph(begin, sentence)) return false;
    attribution.scope = {begin, said.empty() ? scope_.noun_end(begin) : scope_.clause_end(begin)};
    const bool feminine = (cue.match.inflection & kFeminine) != 0 ||
                          syntax_.folded(cue.match.tokens.begin).ends_with("ه");  // tāʾ marbūṭa
    const Gender gender = feminine ? Gender::kFeminine : Gender::kMasculine;
    const Speaker* speaker = antecedents_.latest(cue.match.tokens.begin, gender, true);
    if (speaker == nullptr) {
      const auto subject = reader_.subject_of_sentence(cue.match.tokens.begin);
      if (subject.plausible) {
        place(subject, identifier_.identify(subject), gender, std::move(attribution));
        return true;
      }
      speaker = antecedents_.latest(cue.match.tokens.begin, gender, false);
    }
    go_on(speaker, std::move(attribution));
    return true;
  }

  // إعلان الحوثيين خروج مقاتليهم (the Houthis' announcement of …), تأكيد الوزير أن: a noun of
  // saying with its speaker right behind it.
  bool masdar(const ReportingCue& cue) {
    const uint32_t end = cue.match.tokens.end;
    const auto sentence = sentence_at(cue.match.tokens.begin);
    if (end >= sentence.end || cue.match.enclitic != 0) return false;
    const Said said = scope_.content_after(end, true);
    const auto speaker = reader_.after(end, said.empty() ? sentence.end : said.mark, !said.empty());
    if (!speaker.plausible || speaker.tokens.begin != end) {
      return syntax_.is_definite(cue.match.tokens.begin) && renewed(cue, said);
    }
    const uint32_t begin = said.empty() ? speaker.tokens.end : said.begin;
    if (begin >= sentence.end) return false;
    Attribution attribution = attribution_of(cue);
    attribution.clause = !said.empty();
    attribution.scope = {begin, said.empty() ? scope_.noun_end(begin) : scope_.clause_end(begin)};
    add(cue, speaker, std::move(attribution), said.empty() ? begin : said.mark);
    return true;
  }

  // جدد الوزير التأكيد على (the minister renewed the assertion of): the speaker is the verb's.
  bool renewed(const ReportingCue& cue, const Said& said) {
    const uint32_t end = cue.match.tokens.end;
    const Speaker* speaker = antecedents_.latest(cue.match.tokens.begin, Gender::kUnknown, true);
    if (speaker == nullptr || speaker->attribution >= 0) return false;
    Attribution attribution = attribution_of(cue);
    attribution.clause = !said.empty();
    const uint32_t begin = said.empty() ? end : said.begin;
    if (!in_paragraph(begin, sentence_at(end - 1))) return false;
    attribution.scope = {begin, said.empty() ? scope_.noun_end(begin) : scope_.clause_end(begin)};
    go_on(speaker, std::move(attribution));
    return true;
  }

  // --- words of source -----------------------------------------------------------------------

  bool according(const ReportingCue& cue) {
    const auto tokens = cue.match.tokens;
    const auto sentence = sentence_at(tokens.begin);
    uint32_t at = tokens.end;
    // بحسب ما أعلنه مسؤول (as an official announced): skip the relative and its verb.
    if (at < sentence.end && syntax_.at(at) == SyntaxClass::kRelative) ++at;
    if (at < sentence.end && syntax_.at(at) == SyntaxClass::kVerb) ++at;
    while (at < sentence.end && syntax_.at(at) == SyntaxClass::kPronoun) ++at;  // ما أفاد به
    const bool fused =
        at == tokens.end && at < sentence.end && (syntax_.proclitics(at) & kPrepositionL) != 0;
    NarratorPhrase narrator =
        fused ? reader_.source_at(at, sentence.end) : reader_.after(at, sentence.end, false);
    if (narrator.empty()) return false;
    bool theirs = false;  // "in his words": a document or wording of somebody named before
    if (cues_.is_document(narrator.tokens.begin)) {
      if (const auto issuer = issuer_of(narrator); !issuer.empty())
        narrator = issuer;
      else
        theirs = syntax_.has_enclitic(narrator.tokens.end - 1) && narrator.tokens.size() == 1;
    }
    Attribution attribution = attribution_of(cue);
    if (narrator.tokens.begin >= tokens.end) attribution.cue.end = std::max(tokens.end, at);
    attribution.scope = source_scope(cue, narrator.tokens.end);
    if (theirs) {
      go_on(antecedents_.latest(tokens.begin, Gender::kUnknown, false), std::move(attribution));
      return true;
    }
    add(cue, narrator, std::move(attribution), narrator.tokens.end);
    return true;
  }

  // "a toll that the minister gave", "a statement of the ministry": who stands behind a document.
  [[nodiscard]] NarratorPhrase issuer_of(const NarratorPhrase& document) const {
    const auto sentence = sentence_at(document.tokens.begin);
    uint32_t at = document.tokens.end;
    while (at < sentence.end && syntax_.is_adjective(at)) ++at;
    if (at < sentence.end && syntax_.at(at) == SyntaxClass::kRelative) ++at;
    if (at >= sentence.end || syntax_.at(at) != SyntaxClass::kVerb || !syntax_.has_enclitic(at))
      return {};
    const auto issuer = reader_.after(at + 1, sentence.end, false);
    return issuer.plausible ? issuer : NarratorPhrase{};
  }

  // What a word of source covers: the rest of the sentence it opens; else its clause, from where
  // the words it closes began. Between a verb and its clause, that clause.
  [[nodiscard]] TokenSpan source_scope(const ReportingCue& cue, uint32_t end) const {
    const uint32_t at = cue.match.tokens.begin;
    const auto sentence = sentence_at(at);
    if (!out_.empty() && (at < occasion_end_ || at == out_.back().scope.begin)) {
      // "Sources, according to Sky News, said": Sky News relays the sources; "quoting" goes inward.
      const auto& inner = out_.back().scope;
      return cue.word.manner == Manner::kQuotes ? inner : TokenSpan{inner.begin - 1, inner.end};
    }
    // "a statement that the agency carried quoting an official": whom the agency quotes.
    if (cue.word.manner == Manner::kQuotes && !out_.empty() &&
        out_.back().narrator_tokens.end <= at && at - out_.back().narrator_tokens.end <= kLead &&
        out_.back().cue.begin >= sentence.begin)
      return out_.back().scope;
    const bool leads = at <= sentence.begin + kLead ||
                       ((cue.match.proclitics & kConjunction) != 0 && end < sentence.end &&
                        syntax_.at(end) == SyntaxClass::kComma);
    if (at <= sentence.begin + 1 && only_marks({end, sentence.end})) return sentence_before(at);
    if (leads && end < sentence.end) return {end, scope_.clause_end(end)};
    return {said_before(at, sentence), scope_.parenthesis_end(end)};
  }

  [[nodiscard]] bool only_marks(TokenSpan tokens) const {
    for (uint32_t t = tokens.begin; t < tokens.end; ++t) {
      if (syntax_.at(t) != SyntaxClass::kBreak) return false;
    }
    return true;
  }

  // "… near the town. According to Reuters.": a source left alone speaks for the sentence before it
  // in its paragraph.
  [[nodiscard]] TokenSpan sentence_before(uint32_t token) const {
    const auto& sentences = syntax_.text().sentences;
    const uint32_t index = syntax_.sentence_index(token);
    if (index == 0 || sentences[index - 1].zone != sentences[index].zone) return {token, token};
    return sentences[index - 1].tokens;
  }

  // Where the clause that a source phrase closes began: inside what another narrator says, at that
  // point.
  [[nodiscard]] uint32_t said_before(uint32_t token, TokenSpan sentence) const {
    uint32_t begin = sentence.begin;
    for (auto it = out_.rbegin(); it != out_.rend() && it->cue.begin >= sentence.begin; ++it) {
      if (it->scope.contains(token) && it->scope.begin > begin) begin = it->scope.begin;
    }
    return begin;
  }

  // --- impersonal forms ----------------------------------------------------------------------

  bool impersonal(const ReportingCue& cue) {
    const auto tokens = cue.match.tokens;
    const auto sentence = sentence_at(tokens.begin);
    // "Reuters news agency": part of a name.
    const ActorMention* actor = parties_.at(tokens.begin);
    if (actor != nullptr && actor->tokens.begin < tokens.begin) return false;
    if ((cue.match.proclitics & kArticle) != 0 && tokens.size() == 1) return false;
    // يعتقد محللون (analysts believe): a verb with a subject after all.
    if (tokens.size() == 1) {
      const Said said = scope_.content_after(tokens.end, false);
      const auto subject =
          reader_.after(tokens.end, said.empty() ? sentence.end : said.mark, !said.empty());
      if (subject.plausible && !said.empty() && subject.tokens.begin == tokens.end) {
        Attribution attribution = attribution_of(cue);
        attribution.scope = {said.begin, scope_.clause_end(said.begin)};
        add(cue, subject, std::move(attribution), said.mark);
        return true;
      }
    }
    uint32_t end = tokens.end;
    // It covers its own clause and the one it leads to, up to a comma that opens something new.
    bool inside = false;
    while (end < sentence.end) {
      const auto word_class = syntax_.at(end);
      if (word_class == SyntaxClass::kComplementiser) inside = true;
      // "…, they are": the comma of a long subject.
      const bool subject_ends =
          end + 1 < sentence.end && syntax_.at(end + 1) == SyntaxClass::kPronoun;
      if (word_class == SyntaxClass::kBreak ||
          (word_class == SyntaxClass::kComma && inside && !subject_ends))
        break;
      ++end;
    }
    Attribution attribution = attribution_of(cue);
    attribution.scope = end <= tokens.end
                            ? TokenSpan{said_before(tokens.begin, sentence), tokens.begin}
                            : TokenSpan{tokens.end, end};
    attribution.narrator = identifier_.unnamed(tokens);
    out_.push_back(std::move(attribution));
    return true;
  }

  // --- giving it its narrator ----------------------------------------------------------------

  void add(const ReportingCue& cue, const NarratorPhrase& subject, Attribution attribution,
           uint32_t occasion_end) {
    const uint32_t at = cue.match.tokens.begin;
    const bool bare_document = !subject.empty() && cues_.is_document(subject.tokens.begin) &&
                               syntax_.is_definite(subject.tokens.begin) &&
                               !parties_.resolves(subject.tokens);
    const TokenSpan scope = attribution.scope;
    const Speaker* spoke = antecedents_.latest(at, Gender::kUnknown, false);
    const std::optional<Speaker> before =
        spoke == nullptr ? std::nullopt : std::optional<Speaker>(*spoke);
    if (subject.empty()) {
      go_on_in_sentence(cue, std::move(attribution));
    } else if (bare_document) {
      place(subject, identifier_.identify(subject, before ? &*before : nullptr), cue.gender,
            std::move(attribution));
    } else {
      const Speaker* earlier = antecedents_.same_as(subject.tokens);
      // "the source", "the Yemeni official": who spoke last, when nobody was called so before.
      const uint32_t head = subject.tokens.begin;
      if (earlier == nullptr && before && refers_back(head) && subject.shown == subject.tokens &&
          !parties_.resolves_by_name(subject.tokens))
        earlier = &*before;
      place(subject, identifier_.identify(subject, earlier), cue.gender, std::move(attribution));
    }
    occasion_end_ = occasion_end;
    if (cue.word.manner == Manner::kQuotes) quoted_source(cue, before, scope);
  }

  // A definite noun of one who states or reports; "the others", "the circles" are always new.
  [[nodiscard]] bool refers_back(uint32_t noun) const {
    const ReportingWord* word = knowledge_.find(cues_.noun_row(noun));
    return cues_.is_source(noun) && syntax_.is_definite(noun) && word != nullptr &&
           word->form == ReportingForm::kUnnamed &&
           (word->manner == Manner::kStates || word->manner == Manner::kReports);
  }

  // Nobody spoke yet: the subject of the sentence before, when it is a person or a party by name.
  [[nodiscard]] NarratorPhrase protagonist(uint32_t token) const {
    constexpr uint32_t kBack = 2;  // sentences
    const uint32_t index = syntax_.sentence_index(token);
    for (uint32_t s = index; s > 0 && index - s < kBack; --s) {
      const auto sentence = syntax_.text().sentences[s - 1].tokens;
      if (sentence.empty()) continue;
      const auto subject = reader_.subject_of_sentence(sentence.end - 1);
      if (subject.plausible && parties_.resolves(subject.tokens)) return subject;
    }
    return {};
  }

  // He who speaks in the same sentence; else the subject of its first verb ("an official tried …
  // and said"); else whoever spoke last.
  void go_on_in_sentence(const ReportingCue& cue, Attribution attribution) {
    const uint32_t at = cue.match.tokens.begin;
    const Speaker* speaker = antecedents_.latest(at, cue.gender, true);
    if (speaker == nullptr && at > sentence_at(at).begin) {
      const auto subject = reader_.subject_of_sentence(at);
      if (subject.plausible) {
        place(subject, identifier_.identify(subject), cue.gender, std::move(attribution));
        return;
      }
    }
    if (speaker == nullptr) speaker = antecedents_.latest(at, cue.gender, false);
    go_on(speaker, std::move(attribution));
  }

  // The narrator before goes on: his whole chain does ("the agency quoted the spokesman … he
  // added").
  void go_on(const Speaker* speaker, Attribution attribution) {
    if (speaker == nullptr) {
      if (const auto phrase = protagonist(attribution.cue.begin); !phrase.empty()) {
        place(phrase, identifier_.identify(phrase), Gender::kUnknown, std::move(attribution));
        return;
      }
      // Somebody says it, whoever he is.
      push(std::move(attribution), -1);
      return;
    }
    const Speaker who = *speaker;
    const int32_t outer =
        who.attribution < 0 ? -1 : outer_of_[static_cast<size_t>(who.attribution)];
    if (outer >= 0) {
      Attribution relayed = out_[static_cast<size_t>(outer)];
      relayed.scope = attribution.scope;
      relayed.cue = attribution.cue;
      push(std::move(relayed), -1);
    }
    attribution.narrator = who.narrator;
    attribution.narrator_tokens = who.tokens;
    push(std::move(attribution), outer < 0 ? -1 : static_cast<int32_t>(out_.size()) - 1);
    remember(who.gender);
  }

  void place(const NarratorPhrase& subject, Narrator narrator, Gender gender,
             Attribution attribution) {
    attribution.narrator = std::move(narrator);
    attribution.narrator_tokens = subject.tokens;
    push(std::move(attribution), -1);
    remember(gender);
  }

  void push(Attribution attribution, int32_t outer) {
    out_.push_back(std::move(attribution));
    outer_of_.resize(out_.size(), -1);
    outer_of_.back() = outer;
  }

  void remember(Gender gender) {
    const auto& last = out_.back();
    const bool nested = std::any_of(out_.rbegin() + 1, out_.rend(), [&](const Attribution& other) {
      return other.scope.contains(last.cue.begin) && other.manner != Manner::kQuotes;
    });
    antecedents_.remember({last.narrator, last.narrator_tokens, last.cue.begin, gender, nested,
                           static_cast<int32_t>(out_.size()) - 1});
  }

  // "نقلت مواقع عن مصادر قولها": whom the quoting narrator quotes is the next link inward; عنه
  // (from him) is who spoke before.
  void quoted_source(const ReportingCue& cue, const std::optional<Speaker>& before,
                     TokenSpan scope) {
    const auto sentence = sentence_at(cue.match.tokens.begin);
    const uint32_t from = cue.match.tokens.end;
    const auto outer = static_cast<int32_t>(out_.size()) - 1;
    for (uint32_t t = from; t < std::min(sentence.end, std::max(scope.begin, from + 4)); ++t) {
      const auto word = syntax_.folded(t);
      if (!word.starts_with("عن")) continue;  // ʿan, from
      Attribution inner;
      inner.scope = scope;
      inner.cue = {t, t + 1};
      if (word == "عن") {
        const auto source = reader_.after(t + 1, std::max(scope.begin, t + 2), false);
        if (source.empty()) return;
        inner.scope.begin = std::max(scope.begin, source.tokens.end);
        inner.narrator = identifier_.identify(source, antecedents_.same_as(source.tokens));
        inner.narrator_tokens = source.tokens;
      } else if (syntax_.at(t) == SyntaxClass::kPronoun) {
        if (before) {
          inner.narrator = before->narrator;
          inner.narrator_tokens = before->tokens;
        } else {
          const auto phrase = protagonist(cue.match.tokens.begin);
          if (phrase.empty()) return;
          inner.narrator = identifier_.identify(phrase);
          inner.narrator_tokens = phrase.tokens;
        }
      } else {
        continue;
      }
      push(std::move(inner), outer);
      remember(Gender::kUnknown);
      return;
    }
  }

  const ClaimKnowledge& knowledge_;
  const Syntax& syntax_;
  ReportingCues cues_;
  PartyIndex parties_;
  NarratorReader reader_;
  SpeechScope scope_;
  NarratorIdentifier identifier_;
  Antecedents antecedents_;
  // Up to here reaches the subject and the occasion of the verb last used; what stands there says
  // nothing of its own.
  uint32_t occasion_end_ = 0;
  std::vector<Attribution> out_;
  std::vector<int32_t> outer_of_;  // by attribution: who relays it, -1 nobody
};

}  // namespace

std::vector<Attribution> find_attributions(const AttributionInput& input,
                                           const ClaimKnowledge& knowledge) {
  return AttributionFinder(input, knowledge).run();
}

}  // namespace isnad
