// SPDX-License-Identifier: Apache-2.0
// See attribution_finder.h: participles and nouns of saying, whose speaker is the one of the
// sentence or stands right behind.
#include "isnad/claim/attribution_finder.h"

namespace isnad {

// مضيفاً (adding): the narrator of the sentence goes on.
bool AttributionFinder::participle(const ReportingCue& cue) {
  const uint32_t end = cue.match.tokens.end;
  const bool about = takes_noun(cue.word.form);
  const auto sentence = sentence_at(cue.match.tokens.begin);
  const Said said = scope_.content_after(end, about);
  if (said.empty() && !(about && end < sentence.end)) return false;
  Attribution attribution = attribution_of(cue);
  attribution.clause = !said.empty();
  const uint32_t begin = said.empty() ? end : said.begin;
  if (!in_paragraph(begin, sentence)) return false;
  attribution.scope = {
      begin, said.empty() ? scope_.noun_end(begin) : scope_.clause_end(begin, attribution.manner)};
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
bool AttributionFinder::masdar(const ReportingCue& cue) {
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
  attribution.scope = {
      begin, said.empty() ? scope_.noun_end(begin) : scope_.clause_end(begin, attribution.manner)};
  add(cue, speaker, std::move(attribution), said.empty() ? begin : said.mark);
  return true;
}

// جدد الوزير التأكيد على (the minister renewed the assertion of): the speaker is the verb's.
bool AttributionFinder::renewed(const ReportingCue& cue, const Said& said) {
  const uint32_t end = cue.match.tokens.end;
  const Speaker* speaker = antecedents_.latest(cue.match.tokens.begin, Gender::kUnknown, true);
  if (speaker == nullptr || speaker->attribution >= 0) return false;
  Attribution attribution = attribution_of(cue);
  attribution.clause = !said.empty();
  const uint32_t begin = said.empty() ? end : said.begin;
  if (!in_paragraph(begin, sentence_at(end - 1))) return false;
  attribution.scope = {
      begin, said.empty() ? scope_.noun_end(begin) : scope_.clause_end(begin, attribution.manner)};
  go_on(speaker, std::move(attribution));
  return true;
}

}  // namespace isnad
