// SPDX-License-Identifier: Apache-2.0
// Narrators by form: a verb with its subject and clause, a phrase of source (بحسب), an impersonal
// evidential, a verb that goes on with the narrator before it (وأضاف). Scope: the complement
// clause, the quotation, or the sentence.
#include "isnad/claim/find_attributions.h"

#include <algorithm>

namespace isnad {
namespace {

constexpr uint32_t kSubjectReach = 26;  // tokens between a verb and its that-clause

class AttributionFinder {
 public:
  AttributionFinder(const AttributionInput& input, const ClaimKnowledge& knowledge)
      : in_(input), knowledge_(knowledge) {}

  std::vector<Attribution> run() {
    uint32_t covered = 0;  // tokens before this belong to a longer match already used
    for (const auto& match : in_.matches) {
      const ReportingWord* word = knowledge_.find(match.row);
      if (word == nullptr || match.tokens.begin < covered) continue;
      if (use(*word, match)) covered = match.tokens.end;
    }
    return std::move(out_);
  }

 private:
  bool use(const ReportingWord& word, const Match& match) {
    switch (word.form) {
      case ReportingForm::kVerb:
      case ReportingForm::kVerbAbout:
      case ReportingForm::kContinue:
        return verb(word, match);
      case ReportingForm::kAccording:
        return according(word, match);
      case ReportingForm::kImpersonal:
        return impersonal(word, match);
      case ReportingForm::kDocument:
      case ReportingForm::kUnnamed:
        break;  // nouns that verbs find as their subject
    }
    return false;
  }

  [[nodiscard]] TokenSpan sentence_at(uint32_t token) const {
    return in_.syntax.sentence_of(token).tokens;
  }

  // The narrator's noun phrase from `at`, skipping adverbs; stops where a clause begins.
  [[nodiscard]] TokenSpan phrase_from(uint32_t at) const {
    const auto sentence = sentence_at(at < in_.text.tokens.size() ? at : at - 1);
    while (at < sentence.end && in_.syntax.at(at) == SyntaxClass::kAdverb) ++at;
    if (at >= sentence.end) return {};
    const auto word_class = in_.syntax.at(at);
    if (word_class != SyntaxClass::kNominal && word_class != SyntaxClass::kDemonstrative &&
        word_class != SyntaxClass::kOpenQuote)
      return {};
    auto phrase = in_.syntax.noun_phrase(at);
    // "sources in the coalition", "an official in the ministry": where the narrator belongs is part
    // of who he is.
    while (!phrase.empty() && phrase.end < sentence.end &&
           in_.syntax.at(phrase.end) == SyntaxClass::kPreposition &&
           belongs(in_.syntax.folded(phrase.end))) {
      const auto more = in_.syntax.noun_phrase(phrase.end + 1);
      if (more.empty() || !names_actor(more)) break;
      phrase.end = more.end;
    }
    return phrase;
  }

  static bool belongs(std::string_view preposition) {
    return preposition == "في" ||  // fī, in
           preposition == "من" ||  // min, of
           preposition == "لدي";   // ladā, with
  }

  [[nodiscard]] bool names_actor(TokenSpan span) const {
    return !span.empty() &&
           std::any_of(in_.mentions.actors.begin(), in_.mentions.actors.end(),
                       [&](const ActorMention& actor) { return actor.tokens.overlaps(span); });
  }

  // A bare noun phrase at the start of the verb's clause: "SOHR said".
  [[nodiscard]] TokenSpan subject_before(uint32_t verb) const {
    const auto clause = in_.syntax.phrase_clause(verb);
    uint32_t at = clause.begin;
    while (at < verb && in_.syntax.at(at) != SyntaxClass::kNominal) {
      if (in_.syntax.at(at) == SyntaxClass::kPreposition) return {};
      ++at;
    }
    if (at >= verb) return {};
    const auto phrase = phrase_from(at);
    return phrase.end <= verb && verb - phrase.end <= 3 ? phrase : TokenSpan{};
  }

  // The first token of what is said: after أن (that), a colon, or an opening quotation mark. 0 =
  // nothing is said. What stands in brackets between ("today, Monday (15 January)") is stepped
  // over.
  [[nodiscard]] uint32_t content_after(uint32_t from, TokenSpan sentence) const {
    const uint32_t limit = std::min(sentence.end, from + kSubjectReach);
    bool bracket = false;
    for (uint32_t t = from; t < limit; ++t) {
      const auto word_class = in_.syntax.at(t);
      const auto word = in_.syntax.folded(t);
      if (word == "(") bracket = true;
      if (word == ")") bracket = false;
      if (bracket || word == ")") continue;
      if (word_class == SyntaxClass::kComplementiser || word_class == SyntaxClass::kOpenQuote)
        return t + 1;
      if (word_class == SyntaxClass::kBreak && word == ":") return t + 1;
      if (word_class == SyntaxClass::kBreak) return 0;
      if (word_class == SyntaxClass::kVerb && !after_relative(t)) return 0;
    }
    return 0;
  }

  [[nodiscard]] bool after_relative(uint32_t token) const {
    return token > 0 && in_.syntax.at(token - 1) == SyntaxClass::kRelative;
  }

  // What is said ends with its sentence, with the closing mark of a quotation it opens, or where
  // another narrator's verb joins in.
  [[nodiscard]] uint32_t content_end(uint32_t begin, TokenSpan sentence) const {
    for (const auto& quotation : in_.text.quotations) {
      if (quotation.tokens.begin == begin) return std::max(quotation.tokens.end, sentence.begin);
    }
    for (uint32_t t = begin; t + 2 < sentence.end; ++t) {
      // "…، فيما استنكر…" (while … condemned): another clause of the report's own begins.
      if (in_.syntax.at(t) == SyntaxClass::kComma &&
          in_.syntax.at(t + 1) == SyntaxClass::kConjunction &&
          in_.syntax.at(t + 2) == SyntaxClass::kVerb) {
        sentence.end = t;
      }
    }
    for (const auto& match : in_.matches) {
      const ReportingWord* word = knowledge_.find(match.row);
      if (word == nullptr || match.tokens.begin <= begin || match.tokens.begin >= sentence.end)
        continue;
      if (is_verb_form(*word) && (match.proclitics & kConjunction) != 0 &&
          in_.syntax.at(match.tokens.begin) == SyntaxClass::kVerb) {
        return match.tokens.begin;
      }
    }
    return sentence.end;
  }

  static bool is_verb_form(const ReportingWord& word) {
    return word.form == ReportingForm::kVerb || word.form == ReportingForm::kContinue ||
           word.form == ReportingForm::kVerbAbout;
  }

  bool verb(const ReportingWord& word, const Match& match) {
    const uint32_t at = match.tokens.begin;
    const bool participle =
        (match.inflection & kVerb) == 0;  // مضيفاً (adding): the narrator before goes on
    if (!participle && in_.syntax.at(at) == SyntaxClass::kNominal) return false;
    const auto sentence = sentence_at(at);
    TokenSpan narrator{};
    if (!participle) {
      narrator = phrase_from(match.tokens.end);
      if (narrator.empty()) narrator = subject_before(at);
    }
    const bool follows = !narrator.empty() && narrator.begin >= at;
    const uint32_t from = follows ? narrator.end : match.tokens.end;
    uint32_t begin = content_after(from, sentence);
    uint32_t end = begin == 0 ? 0 : content_end(begin, sentence);
    if (begin == 0 && word.form == ReportingForm::kVerbAbout) {
      begin = std::max(match.tokens.end, narrator.end);
      end = content_end(begin, in_.syntax.clause(at));
    }
    if (begin == 0 && match.enclitic != 0 && follows) {  // "… in a toll that the ministry gave"
      begin = said_before(at, sentence);
      end = at;
    }
    if (begin == 0 && !closes_before(at, begin, end)) {  // "…", he said
      // He says nothing here, but a verb without a subject may go on with him: "SOHR gave details,
      // said that …".
      if (!narrator.empty() && (names_actor(narrator) || is_unnamed(narrator)))
        silent_ = Silent{narrator, at};
      return false;
    }
    Attribution attribution{{begin, end}, match.tokens, {}, narrator, word.manner, word.certainty};
    name_narrator(attribution, participle || word.form == ReportingForm::kContinue);
    const auto manner = word.manner;
    out_.push_back(std::move(attribution));
    if (manner == Manner::kQuotes) quoted_source(from, sentence, out_.back().scope);
    return true;
  }

  // "نقلت مواقع عن مصادر قولها": whom the quoting narrator quotes is the next link inward.
  void quoted_source(uint32_t at, TokenSpan sentence, TokenSpan scope) {
    for (uint32_t t = at; t < std::min(sentence.end, at + 4); ++t) {
      if (in_.syntax.folded(t) != "عن") continue;  // ʿan, from
      const auto source = phrase_from(t + 1);
      if (source.empty()) return;
      Attribution inner{{std::max(scope.begin, source.end), scope.end},
                        {t, t + 1},
                        {},
                        source,
                        Manner::kStates,
                        Certainty::kCertain};
      name_narrator(inner, false);
      out_.push_back(std::move(inner));
      return;
    }
  }

  // A quotation that closes right before the verb.
  [[nodiscard]] bool closes_before(uint32_t verb, uint32_t& begin, uint32_t& end) const {
    for (const auto& quotation : in_.text.quotations) {
      if (quotation.tokens.end >= verb || verb - quotation.tokens.end > 3) continue;
      begin = quotation.tokens.begin;
      end = quotation.tokens.end;
      return true;
    }
    return false;
  }

  bool according(const ReportingWord& word, const Match& match) {
    const auto sentence = sentence_at(match.tokens.begin);
    uint32_t at = match.tokens.end;
    // بحسب ما أعلنه مسؤول (as an official announced): skip the relative and its verb.
    if (at < sentence.end && in_.syntax.at(at) == SyntaxClass::kRelative) ++at;
    if (at < sentence.end && in_.syntax.at(at) == SyntaxClass::kVerb) ++at;
    while (at < sentence.end && in_.syntax.at(at) == SyntaxClass::kPronoun)
      ++at;  // ما أفاد به (what he said of it)
    const auto narrator = phrase_from(at);
    if (narrator.empty()) return false;
    const bool leads = match.tokens.begin <= sentence.begin + 2;
    const TokenSpan scope =
        leads ? TokenSpan{narrator.end, sentence.end}
              : TokenSpan{said_before(match.tokens.begin, sentence), narrator.begin};
    Attribution attribution{scope, match.tokens, {}, narrator, word.manner, word.certainty};
    name_narrator(attribution, false);
    out_.push_back(std::move(attribution));
    return true;
  }

  // Where the clause that a source phrase closes began: inside what another narrator says, at that
  // point.
  [[nodiscard]] uint32_t said_before(uint32_t token, TokenSpan sentence) const {
    uint32_t begin = sentence.begin;
    for (const auto& attribution : out_) {
      if (attribution.scope.contains(token) && attribution.scope.begin > begin)
        begin = attribution.scope.begin;
    }
    return begin;
  }

  bool impersonal(const ReportingWord& word, const Match& match) {
    const auto sentence = sentence_at(match.tokens.begin);
    uint32_t end = match.tokens.end;
    // It covers its own clause and the one it leads to, up to a comma that opens something new.
    bool inside = false;
    while (end < sentence.end) {
      const auto word_class = in_.syntax.at(end);
      if (word_class == SyntaxClass::kComplementiser) inside = true;
      if (word_class == SyntaxClass::kBreak || (word_class == SyntaxClass::kComma && inside)) break;
      ++end;
    }
    const bool closes = end <= match.tokens.end + 1;
    const TokenSpan scope =
        closes ? TokenSpan{said_before(match.tokens.begin, sentence), match.tokens.begin}
               : TokenSpan{match.tokens.end, end};
    Attribution attribution{scope, match.tokens, {}, match.tokens, word.manner, word.certainty};
    auto& narrator = attribution.narrator;
    narrator.span = in_.text.given_of(match.tokens);
    narrator.text = in_.report.text.substr(narrator.span.begin, narrator.span.size());
    narrator.kind = NarratorKind::kUnnamed;
    out_.push_back(std::move(attribution));
    return true;
  }

  [[nodiscard]] bool is_document(TokenSpan phrase) const {
    return std::any_of(in_.matches.begin(), in_.matches.end(), [&](const Match& match) {
      const ReportingWord* word = knowledge_.find(match.row);
      return word != nullptr && word->form == ReportingForm::kDocument &&
             match.tokens.begin == phrase.begin;
    });
  }

  [[nodiscard]] const Attribution* previous() const {
    for (auto it = out_.rbegin(); it != out_.rend(); ++it) {
      if (!it->narrator_tokens.empty() && it->narrator.kind != NarratorKind::kUnnamed) return &*it;
    }
    return out_.empty() ? nullptr : &out_.back();
  }

  // Fills the narrator from its phrase; where none is named (وأضاف) or only the statement is (وأشار
  // البيان), from the narrator before.
  void name_narrator(Attribution& attribution, bool goes_on) const {
    auto& tokens = attribution.narrator_tokens;
    const bool named = !tokens.empty() && !is_document(tokens) &&
                       !(goes_on && !names_actor(tokens) && !is_unnamed(tokens));
    if (!named) {
      const Attribution* before = previous();
      if (silent_ && silent_->cue < attribution.cue.begin &&
          (before == nullptr || before->cue.begin < silent_->cue)) {
        tokens = silent_->narrator;
        fill(tokens, attribution.narrator);
        return;
      }
      if (before != nullptr) {
        attribution.narrator = before->narrator;
        tokens = before->narrator_tokens;
        return;
      }
      if (tokens.empty()) return;
    }
    fill(tokens, attribution.narrator);
  }

  void fill(TokenSpan& tokens, Narrator& narrator) const {
    widen(tokens);
    const TokenSpan shown = short_of_titles(tokens);
    narrator.span = in_.text.given_of(shown);
    narrator.text = in_.report.text.substr(narrator.span.begin, narrator.span.size());
    resolve(tokens, narrator);
  }

  // "the spokesman for the ministry of health in the strip Ashraf al-Qudra": under so long a title
  // the name alone.
  [[nodiscard]] TokenSpan short_of_titles(TokenSpan tokens) const {
    constexpr uint32_t kLongest = 3;  // times the name
    for (const auto& actor : in_.mentions.actors) {
      const bool named = !actor.name_tokens.empty() && tokens.contains(actor.name_tokens);
      if (named && tokens.size() > kLongest * actor.name_tokens.size()) return actor.name_tokens;
    }
    return tokens;
  }

  // The whole actor mention where the phrase is a part of it, and the person's name that follows an
  // office.
  void widen(TokenSpan& tokens) const {
    for (const auto& actor : in_.mentions.actors) {
      if (actor.tokens.contains(tokens.begin) && actor.tokens.end > tokens.end)
        tokens.end = actor.tokens.end;
      if (actor.tokens.begin == tokens.end && actor.kind == ActorKind::kPerson &&
          actor.preposition == 0)
        tokens.end = actor.tokens.end;
    }
  }

  [[nodiscard]] bool is_unnamed(TokenSpan phrase) const {
    return std::any_of(in_.matches.begin(), in_.matches.end(), [&](const Match& match) {
      const ReportingWord* word = knowledge_.find(match.row);
      return word != nullptr && word->form == ReportingForm::kUnnamed &&
             phrase.contains(match.tokens);
    });
  }

  void resolve(TokenSpan tokens, Narrator& narrator) const {
    const ActorMention* best = nullptr;
    for (const auto& actor : in_.mentions.actors) {
      if (!actor.tokens.overlaps(tokens)) continue;
      if (best == nullptr || (best->code.empty() && !actor.code.empty())) best = &actor;
    }
    if (best == nullptr) {
      narrator.kind = NarratorKind::kUnnamed;
      return;
    }
    narrator.name = best->name;
    narrator.code = best->code;
    narrator.kind = kind_of(*best);
    if (is_unnamed(tokens)) narrator.kind = stated_kind(tokens).value_or(NarratorKind::kUnnamed);
  }

  [[nodiscard]] std::optional<NarratorKind> stated_kind(TokenSpan tokens) const {
    for (const auto& match : in_.matches) {
      if (tokens.contains(match.tokens)) {
        if (const auto kind = narrator_kind_of(in_.lexicon.field(match.row, "narrator_kind")))
          return kind;
      }
    }
    return std::nullopt;
  }

  [[nodiscard]] NarratorKind kind_of(const ActorMention& actor) const {
    if (actor.row != kNoRow) {
      if (const auto kind = narrator_kind_of(in_.lexicon.field(actor.row, "narrator_kind")))
        return *kind;
    }
    switch (actor.kind) {
      case ActorKind::kState:
        return actor.sector == "MIL" ? NarratorKind::kBelligerent : NarratorKind::kGovernment;
      case ActorKind::kArmedGroup:
        return NarratorKind::kBelligerent;
      case ActorKind::kMedia:
        return NarratorKind::kOutlet;
      case ActorKind::kMonitor:
        return NarratorKind::kMonitor;
      case ActorKind::kPerson:
      case ActorKind::kOrganisation:
        return NarratorKind::kOfficial;
      case ActorKind::kGroup:
        return NarratorKind::kUnnamed;
    }
    return NarratorKind::kUnnamed;
  }

  const AttributionInput& in_;
  const ClaimKnowledge& knowledge_;
  // The subject of the latest reporting verb that has no clause of its own.
  struct Silent {
    TokenSpan narrator;
    uint32_t cue = 0;
  };
  std::optional<Silent> silent_;
  std::vector<Attribution> out_;
};

}  // namespace

std::vector<Attribution> find_attributions(const AttributionInput& input,
                                           const ClaimKnowledge& knowledge) {
  return AttributionFinder(input, knowledge).run();
}

}  // namespace isnad
