// SPDX-License-Identifier: Apache-2.0
// Features in four kinds: how the event is told (frame, construction, form), what is known of it
// (parties, place, time, tolls, narrator, factuality), where it stands, and the words around it.
#include "isnad/claim/confidence_features.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "isnad/claim/named_features.h"
#include "isnad/claim/tree_features.h"
#include "isnad/text/fold.h"

namespace isnad {
namespace {

using std::string;
using std::string_view;

constexpr uint32_t kWindow = 5;  // tokens on either side whose lemmas count apart

// Names of the effects in the order of CueEffect.
constexpr std::array<string_view, 16> kEffectNames = {
    "negated",    "not-done",     "denied",   "attempted", "foiled",     "planned",
    "threatened", "hypothetical", "possible", "probable",  "background", "anniversary",
    "comparison", "exercise",     "fiction",  "avoided"};

constexpr std::array<string_view, 16> kClassNames = {
    "nominal",       "verb",           "preposition", "conjunction",
    "subordinator",  "complementiser", "relative",    "negation",
    "pronoun",       "demonstrative",  "particle",    "adverb",
    "opening-quote", "closing-quote",  "comma",       "break"};

constexpr std::array<string_view, 6> kZoneNames = {"title",   "dateline",  "byline",
                                                   "heading", "paragraph", "furniture"};

string_view bucket(size_t value) {
  constexpr std::array<string_view, 6> kNames = {"0", "1", "2", "3-4", "5-8", "9+"};
  if (value <= 2) return kNames.at(value);
  if (value <= 4) return kNames[3];
  return value <= 8 ? kNames[4] : kNames[5];
}

string_view length_bucket(uint32_t tokens) {
  if (tokens <= 10) return "short";
  if (tokens <= 25) return "medium";
  return tokens <= 50 ? "long" : "very-long";
}

// The folded lemma of a token's content word: what is left when clitics are off.
string lemma_of(const ConfidenceInput& in, uint32_t token) {
  const auto& tokens = in.text.tokens;
  if (tokens[token].kind == TokenKind::kNumber) return "0";
  const auto& analysis = in.analysis;
  if (analysis.size() == 0) return string(in.text.folded_of(tokens[token]));
  uint32_t best = UINT32_MAX;
  for (uint32_t w = analysis.first_word[token]; w < analysis.first_word[token + 1]; ++w) {
    const auto upos = analysis.upos[w];
    const bool clitic = upos == Upos::kADP || upos == Upos::kCCONJ || upos == Upos::kPRON ||
                        upos == Upos::kDET || upos == Upos::kPART;
    if (best == UINT32_MAX || !clitic) best = w;
  }
  if (best == UINT32_MAX) return string(in.text.folded_of(tokens[token]));
  return fold_only(analysis.lemma_of(best));
}

string form_of(const EventMention& event) {
  if (!event.is_verb) return (event.inflection & kPlural) != 0 ? "noun-plural" : "noun";
  if ((event.proclitics & kFuture) != 0) return "verb-future";
  const bool perfect = (event.inflection & kPerfect) != 0;
  const bool imperfect = (event.inflection & kImperfect) != 0;
  if (perfect == imperfect) return "verb";
  return perfect ? "verb-perfect" : "verb-imperfect";
}

void telling(const EventMention& event, NamedFeatures& out) {
  const string form = form_of(event);
  out.add("frame", event.rule.substr(0, event.rule.rfind('.')));
  out.add("type", event.type);
  out.add("means", event.means);
  out.add("construction", event.construction);
  out.add("form", form);
  out.add("type+form", event.type + " " + form);
  out.add("type+construction", event.type + " " + event.construction);
  out.add_word("trigger", event.lemma);
  if (event.weak) out.add("weak-frame");
  if (event.definite) out.add("definite", event.is_verb ? "verb" : form);
  if ((event.inflection & kPassiveForm) != 0) out.add("passive");
  if ((event.proclitics & kConjunction) != 0) out.add("joined-by-and");
  if ((event.proclitics & kPrepositionB) != 0) out.add("after-preposition", "bi");
  if ((event.proclitics & kPrepositionL) != 0) out.add("after-preposition", "li");
  if ((event.proclitics & kPrepositionK) != 0) out.add("after-preposition", "ka");
}

string_view party_kind(const std::vector<Party>& parties) {
  if (parties.empty()) return "none";
  const auto& first = parties.front();
  if (!first.name.empty()) return "named";
  return first.code.empty() ? "plain" : "coded";
}

string_view toll_kind(const std::optional<Toll>& toll) {
  if (!toll) return "none";
  return toll->range.best || toll->range.low ? "figure" : "some";
}

void parts(const EventMention& event, NamedFeatures& out) {
  out.add("agent", party_kind(event.agents));
  out.add("recipient", party_kind(event.recipients));
  if (!event.agents.empty() && !event.agents.front().sector.empty())
    out.add("agent-sector", event.agents.front().sector);
  if (!event.recipients.empty() && !event.recipients.front().sector.empty())
    out.add("recipient-sector", event.recipients.front().sector);
  out.add("place", event.place ? "stated" : "none");
  const bool timed = event.time && event.time->stated;
  out.add("time", !timed ? "none" : event.time->latest ? "resolved" : "open");
  if (timed) out.add("time-precision", std::to_string(static_cast<int>(event.time->precision)));
  out.add("killed", toll_kind(event.casualties.killed));
  out.add("injured", toll_kind(event.casualties.injured));
  if (event.casualties.killed || event.casualties.injured) out.add("toll+form", form_of(event));
  if (!event.weapons.empty()) out.add("weapon-named");
  const size_t known = !event.agents.empty() + !event.recipients.empty() + event.place.has_value() +
                       timed + (event.casualties.killed || event.casualties.injured);
  out.add("parts-known", bucket(known));
  out.add("parts-known+form", form_of(event) + " " + string(bucket(known)));
}

// How long before publication the event is said to have happened.
string_view days_before(const EventMention& event, const Report& report) {
  if (!event.time || !event.time->stated || !event.time->latest || !report.published) return "none";
  const auto days =
      (std::chrono::sys_days(report.published->date) - std::chrono::sys_days(*event.time->latest))
          .count();
  if (days < 0) return "to-come";
  if (days <= 1) return "fresh";
  if (days <= 3) return "2-3";
  if (days <= 7) return "4-7";
  if (days <= 31) return "8-31";
  return days <= 365 ? "32-365" : "years";
}

void certainty(const Claim& claim, NamedFeatures& out) {
  const auto& event = claim.event;
  out.add("factuality", factuality_name(event.factuality));
  if (event.background) out.add("background");
  if (event.hedge != Hedge::kNone) out.add("hedged");
  if (claim.quote) out.add("quoted");
  out.add("chain", bucket(claim.chain.size()));
  const auto& last = claim.chain.back();
  if (claim.chain.size() > 1) {
    out.add("narrator", narrator_kind_name(last.narrator.kind));
    out.add("manner", manner_name(last.manner));
  }
  out.add("certainty", certainty_name(claim.certainty));
}

}  // namespace

ConfidenceFeatures::ConfidenceFeatures(const ConfidenceInput& input, std::span<const Claim> claims)
    : in_(input), lone_(input.text.sentences.size() == 1), sentences_(input.text.sentences.size()) {
  std::vector<bool> wanted(in_.text.sentences.size(), false);
  for (const Claim& claim : claims) {
    ++sentences_[claim.event.sentence].events;
    wanted[claim.event.sentence] = true;
  }
  lemmas_.resize(in_.text.tokens.size());
  for (uint32_t s = 0; s < sentences_.size(); ++s) {
    if (!wanted[s]) continue;
    const auto span = in_.text.sentences[s].tokens;
    for (uint32_t t = span.begin; t < span.end; ++t) lemmas_[t] = lemma_of(in_, t);
  }
  for (const Match& match : in_.matches) {
    const Cue* cue = in_.events.cues.find(match.row);
    if (cue == nullptr) continue;
    auto& effects = sentences_[in_.syntax.sentence_index(match.tokens.begin)].cue_effects;
    if (std::find(effects.begin(), effects.end(), cue->effect) == effects.end())
      effects.push_back(cue->effect);
  }
}

std::vector<Feature> ConfidenceFeatures::of(const Claim& claim) const {
  const auto& event = claim.event;
  NamedFeatures out(lone_, event.type);
  telling(event, out);
  parts(event, out);
  certainty(claim, out);

  const auto& sentence = in_.text.sentences[event.sentence];
  const auto& facts = sentences_[event.sentence];
  out.add("told");  // by itself: where it was met
  out.add("days-before", days_before(event, in_.report));
  out.add("zone", kZoneNames.at(static_cast<size_t>(in_.report.zones[sentence.zone].kind)));
  out.add("sentence-number", bucket(event.sentence));
  out.add("sentence-length", length_bucket(sentence.tokens.size()));
  out.add("events-in-sentence", bucket(facts.events));
  const uint32_t from_start = event.trigger.begin - sentence.tokens.begin;
  out.add("from-start", bucket(from_start));
  for (const RowId row : event.cues) out.add("cue", in_.lexicon.id(row));
  for (const CueEffect effect : facts.cue_effects)
    out.add("cue-in-sentence", kEffectNames.at(static_cast<size_t>(effect)));

  add_tree_features(in_.analysis, in_.text.tokens.size(), event.head, event.type, out);

  // The words around it.
  const auto span = sentence.tokens;
  const uint32_t begin = event.trigger.begin;
  const uint32_t end = event.trigger.end;
  const auto near = [&](string_view kind, uint32_t t) {
    out.add_word(kind, in_.text.folded_of(in_.text.tokens[t]));
    out.add(string(kind) + "-class", kClassNames.at(static_cast<size_t>(in_.syntax.at(t))));
  };
  if (begin > span.begin)
    near("before", begin - 1);
  else
    out.add("before-class=start");
  if (begin >= span.begin + 2) near("before-2", begin - 2);
  if (end < span.end) near("after", end);
  if (end + 1 < span.end) near("after-2", end + 1);
  for (uint32_t t = span.begin; t < span.end; ++t) {
    if (event.trigger.contains(t)) continue;
    const string& lemma = lemmas_[t];
    if (t < begin && begin - t <= kWindow) out.add_word("left", lemma);
    if (t >= end && t - end < kWindow) out.add_word("right", lemma);
  }
  // The nearest verb before the trigger governs it, more often than not.
  for (uint32_t t = begin; t-- > span.begin;) {
    if (in_.syntax.at(t) == SyntaxClass::kVerb) {
      out.add_word("verb-before", lemmas_[t]);
      break;
    }
  }
  return out.take();
}

}  // namespace isnad
