// SPDX-License-Identifier: Apache-2.0
// A report in, claims out: one call a stage, in the order of the folders.
#include "isnad/pipeline/code_report.h"

#include "isnad/claim/make_claims.h"
#include "isnad/claim/sentence_words.h"
#include "isnad/event/find_events.h"
#include "isnad/pipeline/find_mentions.h"

namespace isnad {

CodedReport code_report(const Knowledge& knowledge, Report report, CodingWorkspace& work,
                        const RatingOptions& options) {
  CodedReport coded{std::move(report), {}, {}, {}};
  const Report& given = coded.report;
  const Text text = make_text(given);  // folded text, tokens, sentences
  const std::vector<Match> matches =
      knowledge.lexicon.find_matches(text);  // what the lexicon knows of it
  const Analysis analysis =
      knowledge.analyser.analyse(text, given.text, work.analysis);  // words, tags, trees
  const Mentions mentions = find_mentions(knowledge, given, text, matches, analysis, work.names,
                                          coded.warnings);  // who, where, when, how many
  coded.report.published = mentions.published;              // its day by the outlet's clocks
  const Syntax syntax(text, matches, analysis, mentions, knowledge.lexicon);  // clauses and phrases
  auto events = find_events({given, text, matches, mentions, analysis, syntax, knowledge.lexicon},
                            knowledge.events, options.explain);
  const AttributionInput told{given, text, matches, mentions, syntax, knowledge.lexicon, analysis};
  const auto attributions = find_attributions(told, knowledge.claims);  // who says what
  auto claims = attribute(std::move(events), attributions, told,
                          knowledge.claims);  // the chain of narrators of each
  coded.sentence_words = lone_sentence_words(given, text, knowledge.analyser.tables().vectors);
  claims = rate_claims(std::move(claims),  // how surely each is one
                       {given, text, matches, syntax, analysis, knowledge.lexicon, knowledge.events,
                        coded.sentence_words},
                       knowledge.confidence ? &*knowledge.confidence : nullptr, options);
  coded.claims = merge_claims(std::move(claims), given, text);  // one event told twice is one
  rest_headings_on_body(coded.claims, given, text);             // headings leave the narrator out
  mark_interest(coded.claims);                                  // who speaks of his own doings
  return coded;
}

}  // namespace isnad
