// SPDX-License-Identifier: Apache-2.0
// See attribution_finder.h: gives what is said its narrator, him who goes on and him who is quoted.
#include <algorithm>

#include "isnad/claim/attribution_finder.h"

namespace isnad {

void AttributionFinder::add(const ReportingCue& cue, const NarratorPhrase& subject,
                            Attribution attribution, uint32_t occasion_end) {
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
bool AttributionFinder::refers_back(uint32_t noun) const {
  const ReportingWord* word = knowledge_.find(cues_.noun_row(noun));
  return cues_.is_source(noun) && syntax_.is_definite(noun) && word != nullptr &&
         word->form == ReportingForm::kUnnamed &&
         (word->manner == Manner::kStates || word->manner == Manner::kReports);
}

// Nobody spoke yet: the subject of the sentence before, when it is a person or a party by name.
NarratorPhrase AttributionFinder::protagonist(uint32_t token) const {
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
void AttributionFinder::go_on_in_sentence(const ReportingCue& cue, Attribution attribution) {
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
void AttributionFinder::go_on(const Speaker* speaker, Attribution attribution) {
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
  const int32_t outer = who.attribution < 0 ? -1 : outer_of_[static_cast<size_t>(who.attribution)];
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

void AttributionFinder::place(const NarratorPhrase& subject, Narrator narrator, Gender gender,
                              Attribution attribution) {
  attribution.narrator = std::move(narrator);
  attribution.narrator_tokens = subject.tokens;
  push(std::move(attribution), -1);
  remember(gender);
}

void AttributionFinder::push(Attribution attribution, int32_t outer) {
  out_.push_back(std::move(attribution));
  outer_of_.resize(out_.size(), -1);
  outer_of_.back() = outer;
}

void AttributionFinder::remember(Gender gender) {
  const auto& last = out_.back();
  const bool nested = std::any_of(out_.rbegin() + 1, out_.rend(), [&](const Attribution& other) {
    return other.scope.contains(last.cue.begin) && other.manner != Manner::kQuotes;
  });
  antecedents_.remember({last.narrator, last.narrator_tokens, last.cue.begin, gender, nested,
                         static_cast<int32_t>(out_.size()) - 1});
}

// "نقلت مواقع عن مصادر قولها": whom the quoting narrator quotes is the next link inward; عنه
// (from him) is who spoke before.
void AttributionFinder::quoted_source(const ReportingCue& cue, const std::optional<Speaker>& before,
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

}  // namespace isnad
