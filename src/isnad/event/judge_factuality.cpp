// SPDX-License-Identifier: Apache-2.0
// A cue acts on what follows it in its clause, on its whole clause, or on its sentence, as its row
// says.
#include "isnad/event/judge_factuality.h"

#include <algorithm>

namespace isnad {
namespace {

constexpr uint32_t kReachNext = 7;  // tokens a cue of scope "next" may stand before what it acts on
constexpr uint32_t kAdjectives =
    1;  // that may stand between an event and the adjective that judges it
constexpr int kDaysToHistory = 7;  // an event longer before publication is recalled, not reported

// Does a verb in the present come next? Its prefix y- shows it; where the verb is the trigger, the
// lexicon says.
bool before_present(const Match& match, const Trigger& trigger, const Syntax& syntax) {
  const uint32_t next = match.tokens.end;
  if (next >= syntax.sentence_of(match.tokens.begin).tokens.end) return false;
  if (syntax.at(next) != SyntaxClass::kVerb) return false;
  if (next == trigger.head)
    return (trigger.match.inflection & kImperfect) != 0 &&
           (trigger.match.inflection & kPerfect) == 0;
  constexpr std::string_view kPresentPrefix = "ي";  // ya-
  return syntax.folded(next).starts_with(kPresentPrefix);
}

// "kāna tafjīrun qad awqaʿa": from kāna over the subject to the verb after qad, and the word after
// it.
bool in_past_perfect(const Match& match, const Trigger& trigger, const Syntax& syntax) {
  constexpr uint32_t kFarthestVerb = 20;  // tokens a subject with its appositions may take
  const uint32_t sentence_end = syntax.sentence_of(match.tokens.begin).tokens.end;
  const uint32_t limit = std::min(sentence_end, match.tokens.end + kFarthestVerb);
  for (uint32_t t = match.tokens.end; t + 1 < limit; ++t) {
    const auto word_class = syntax.at(t);
    if (word_class == SyntaxClass::kVerb || word_class == SyntaxClass::kComplementiser ||
        word_class == SyntaxClass::kBreak)
      return false;
    if (word_class != SyntaxClass::kParticle || syntax.at(t + 1) != SyntaxClass::kVerb) continue;
    return trigger.head >= match.tokens.end && trigger.tokens.begin <= t + 2;
  }
  return false;
}

bool is_negation(CueEffect effect) {
  return effect == CueEffect::kNegated || effect == CueEffect::kAvoided ||
         effect == CueEffect::kNotDone;
}

bool is_open(CueEffect effect) {
  return effect == CueEffect::kPlanned || effect == CueEffect::kHypothetical;
}

// "threatened a strike if they were not freed", "arrived in the capital, where he meets tomorrow":
// what a verb of the past tells is done, whatever plan or condition stands behind it.
bool done_before(const Trigger& trigger, const Match& cue) {
  return trigger.is_verb && (trigger.match.inflection & kPerfect) != 0 &&
         (trigger.match.inflection & kImperfect) == 0 && cue.tokens.begin >= trigger.tokens.end;
}

// في حالة خطرة (in a grave condition): with an adjective the words name a state, no condition.
bool describes_state(const Cue& cue, const Match& match, const Syntax& syntax) {
  const uint32_t next = match.tokens.end;
  return cue.effect == CueEffect::kHypothetical &&
         next < syntax.sentence_of(match.tokens.begin).tokens.end && syntax.is_adjective(next);
}

// In the event's clause, or the word that opens it ("if the aircraft bomb the town").
bool in_clause(const Match& match, const Trigger& trigger, const Syntax& syntax) {
  const auto clause = syntax.clause(trigger.head);
  return clause.contains(match.tokens.begin) ||
         (match.tokens.end == clause.begin &&
          syntax.at(match.tokens.begin) == SyntaxClass::kSubordinator);
}

bool acts_on(const Cue& cue, const Match& match, const Trigger& trigger, const Syntax& syntax) {
  if (match.tokens.overlaps(trigger.tokens)) return false;
  if (syntax.sentence_index(match.tokens.begin) != syntax.sentence_index(trigger.head))
    return false;
  if (describes_state(cue, match, syntax)) return false;
  switch (cue.scope) {
    case CueScope::kSentence:
      return true;
    case CueScope::kClause:
      return in_clause(match, trigger, syntax) &&
             !(is_open(cue.effect) && done_before(trigger, match));
    case CueScope::kPastPerfect:
      return in_past_perfect(match, trigger, syntax);
    case CueScope::kPresent:
      if (!before_present(match, trigger, syntax)) return false;
      break;
    case CueScope::kBeside:
      if (match.tokens.begin >= trigger.tokens.end &&
          match.tokens.begin - trigger.tokens.end <= kAdjectives)
        return true;
      break;
    case CueScope::kNext:
      // "since the kidnappings, the front blew up three cars": recalled is what the phrase names,
      // not the verb after it.
      if (cue.effect == CueEffect::kBackground && trigger.is_verb &&
          trigger.tokens.begin != match.tokens.end)
        return false;
      break;
  }
  if (match.tokens.end > trigger.tokens.begin ||
      trigger.tokens.begin - match.tokens.end > kReachNext)
    return false;
  // Between the cue and its event no other verb and no break may stand; أن (that) after a cue only
  // leads on.
  for (uint32_t t = match.tokens.end; t < trigger.tokens.begin; ++t) {
    const auto c = syntax.at(t);
    if (c == SyntaxClass::kBreak || c == SyntaxClass::kComma || c == SyntaxClass::kRelative ||
        c == SyntaxClass::kSubordinator)
      return false;
    // تصدت لهم وتمكنت من التقدم (repelled them and managed to advance): and, a verb: another deed.
    const bool joined = (syntax.proclitics(t) & kConjunction) != 0;
    if (c == SyntaxClass::kVerb && (is_negation(cue.effect) || joined)) return false;
  }
  return true;
}

// Negation takes the very next verb or, for nouns (عدم, absence of), the next noun; through a light
// verb it takes the event the verb carries.
bool negates(const Match& match, const Trigger& trigger, const Syntax& syntax,
             std::span<const Match> lights) {
  // A particle takes no pronoun: لاي is لأي (to any), not لا (not) with a suffix.
  if (match.enclitic != 0 || trigger.tokens.begin < match.tokens.end) return false;
  if (trigger.tokens.begin - match.tokens.end <= 1) return true;
  // "did not take part in the attack": there was one.
  if ((trigger.match.proclitics & kArticle) != 0) return false;
  const auto light = std::find_if(lights.begin(), lights.end(), [&](const Match& verb) {
    return verb.tokens.begin == match.tokens.end;
  });
  if (light == lights.end() || trigger.is_verb || trigger.tokens.begin < light->tokens.end ||
      trigger.tokens.begin - light->tokens.end > kReachNext)
    return false;
  for (uint32_t t = light->tokens.end; t < trigger.tokens.begin; ++t) {
    const auto c = syntax.at(t);
    if (c == SyntaxClass::kBreak || c == SyntaxClass::kComma || c == SyntaxClass::kRelative ||
        c == SyntaxClass::kVerb || c == SyntaxClass::kComplementiser)
      return false;
  }
  return true;
}

int rank(Factuality factuality) {
  switch (factuality) {
    case Factuality::kActual:
      return 0;
    case Factuality::kAttempted:
      return 2;
    case Factuality::kThreatened:  // what is threatened is planned and hangs on a condition
    case Factuality::kFoiled:      // a plot that was foiled was planned
      return 4;
    case Factuality::kDenied:
      return 5;
    default:
      return 3;
  }
}

void raise(Factuality to, Factuality& factuality) {
  // "foiled an attempt": foiled says more than attempted.
  if (rank(to) >= rank(factuality)) factuality = to;
}

void apply(const Cue& cue, Judgement& out) {
  switch (cue.effect) {
    case CueEffect::kNegated:
    case CueEffect::kAvoided:
      out.negated = true;
      break;
    case CueEffect::kNotDone:
      out.not_done = true;
      break;
    case CueEffect::kDenied:
      raise(Factuality::kDenied, out.factuality);
      break;
    case CueEffect::kAttempted:
      raise(Factuality::kAttempted, out.factuality);
      break;
    case CueEffect::kFoiled:
      raise(Factuality::kFoiled, out.factuality);
      break;
    case CueEffect::kPlanned:
      raise(Factuality::kPlanned, out.factuality);
      break;
    case CueEffect::kThreatened:
      raise(Factuality::kThreatened, out.factuality);
      break;
    case CueEffect::kHypothetical:
      raise(Factuality::kHypothetical, out.factuality);
      break;
    case CueEffect::kPossible:
      out.hedge = Hedge::kPossible;
      break;
    case CueEffect::kProbable:
      out.hedge = std::max(out.hedge, Hedge::kProbable);
      break;
    case CueEffect::kBackground:
    case CueEffect::kAnniversary:
      out.background = true;
      break;
    case CueEffect::kComparison:
    case CueEffect::kExercise:
    case CueEffect::kFiction:
      out.unreal = true;
      break;
  }
}

// "a campaign to free the town": the infinitive of purpose names what is meant, not what was done.
// After a light verb the preposition is the verb's own ("came under shelling").
bool is_purpose(const Trigger& trigger, const Roles& roles) {
  // "tried for his accusing": with a charge the preposition says why.
  return !trigger.is_verb && trigger.frame->type != "ACCUSE" &&
         (trigger.match.proclitics & kPrepositionL) != 0 &&
         (trigger.match.proclitics & kArticle) == 0 && roles.construction == "event-noun";
}

// "attacks since the middle of July", told in August: a sum of what went before, no news.
bool is_running_total(const std::optional<EventTime>& time, const Report& report) {
  if (!time || !time->stated || !time->earliest || !time->latest || !report.published) return false;
  const std::chrono::sys_days published(report.published->date);
  return time->precision == TimePrecision::kInterval &&
         published - std::chrono::sys_days(*time->earliest) > std::chrono::days(kDaysToHistory) &&
         std::chrono::sys_days(*time->latest) >= published - std::chrono::days(1);
}

// سيـ, ستـ, سنـ on a verb: will.
bool is_future(uint32_t token, const Syntax& syntax) {
  const auto word = syntax.folded(token);
  return syntax.at(token) == SyntaxClass::kVerb &&
         (word.starts_with("سي") || word.starts_with("ست") || word.starts_with("سن"));
}

// "a second round will include the release of 40 prisoners": an event's noun without article that a
// verb of the future has for its subject or object.
bool will_be(const Trigger& trigger, const Syntax& syntax) {
  constexpr uint32_t kReachVerb = 6;  // tokens
  if (trigger.is_verb || trigger.match.proclitics != 0 || trigger.match.enclitic != 0) return false;
  const uint32_t first = syntax.sentence_of(trigger.head).tokens.begin;
  for (uint32_t t = trigger.tokens.begin; t > first && trigger.tokens.begin - t < kReachVerb; --t) {
    switch (syntax.at(t - 1)) {
      case SyntaxClass::kVerb:
        return is_future(t - 1, syntax);
      case SyntaxClass::kNominal:
        if ((syntax.proclitics(t - 1) & (kPrepositionB | kPrepositionL | kPrepositionK)) != 0)
          return false;
        break;
      default:
        return false;
    }
  }
  return false;
}

// Does the time follow with no comma, verb or "that" between?
bool stands_with(const Trigger& trigger, ByteSpan time, const Syntax& syntax) {
  if (time.begin < syntax.text().given_of(trigger.tokens).end) return false;
  const uint32_t end = syntax.sentence_of(trigger.head).tokens.end;
  for (uint32_t t = trigger.tokens.end; t < end; ++t) {
    if (syntax.text().given_of({t, t + 1}).begin >= time.begin) return true;
    const auto c = syntax.at(t);
    if (c == SyntaxClass::kComma || c == SyntaxClass::kVerb || c == SyntaxClass::kBreak ||
        c == SyntaxClass::kComplementiser)
      return false;
  }
  return false;
}

// "decided on a rally for next Saturday": what has a day to come has not been done. Words are said
// all the same: "called for a meeting on Tuesday".
bool is_to_come(const Trigger& trigger, const std::optional<EventTime>& time, const Syntax& syntax,
                const Report& report) {
  if (!time || !time->stated || !time->earliest || !report.published) return false;
  static constexpr std::string_view kDeeds[] = {"PROTEST",  "CONSULT", "ASSAULT", "COERCE",
                                                "MOBILIZE", "AID",     "RETREAT", "COOPERATE"};
  return *time->earliest > report.published->date && stands_with(trigger, time->span, syntax) &&
         std::find(std::begin(kDeeds), std::end(kDeeds), trigger.frame->type) != std::end(kDeeds);
}

bool long_before(const std::optional<EventTime>& time, const Report& report) {
  if (!time || !time->stated || !time->latest || !report.published) return false;
  return std::chrono::sys_days(report.published->date) - std::chrono::sys_days(*time->latest) >
         std::chrono::days(kDaysToHistory);
}

}  // namespace

Judgement judge(const Trigger& trigger, const Roles& roles, const Syntax& syntax,
                const EventKnowledge& knowledge, std::span<const Match> cues,
                std::span<const Match> lights, const std::optional<EventTime>& time,
                const Report& report) {
  Judgement out;
  if (trigger.frame->factuality) out.factuality = *trigger.frame->factuality;
  if (roles.factuality) out.factuality = *roles.factuality;
  for (const auto& match : cues) {
    const Cue* cue = knowledge.cues.find(match.row);
    if (cue == nullptr || !acts_on(*cue, match, trigger, syntax)) continue;
    if (is_negation(cue->effect) && !negates(match, trigger, syntax, lights)) continue;
    apply(*cue, out);
    out.cues.push_back(match.row);
  }
  // sa-yafʿalu: what will be done is planned.
  if (trigger.is_verb && (trigger.match.proclitics & kFuture) != 0)
    raise(Factuality::kPlanned, out.factuality);
  if (is_purpose(trigger, roles) && out.factuality == Factuality::kActual)
    out.factuality = Factuality::kPlanned;
  if (will_be(trigger, syntax) && out.factuality == Factuality::kActual)
    out.factuality = Factuality::kPlanned;
  if (is_to_come(trigger, time, syntax, report) && out.factuality == Factuality::kActual)
    out.factuality = Factuality::kPlanned;
  // "perhaps a prelude to a new attack": a plan that is only guessed at.
  if (out.factuality == Factuality::kPlanned && out.hedge != Hedge::kNone)
    out.factuality = Factuality::kHypothetical;
  if (long_before(time, report) || is_running_total(time, report)) out.background = true;
  return out;
}

}  // namespace isnad
