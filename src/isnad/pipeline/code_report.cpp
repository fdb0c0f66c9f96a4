// SPDX-License-Identifier: Apache-2.0
// A report in, claims out: one call a stage, in the order of the folders.
#include "isnad/pipeline/code_report.h"

#include "isnad/claim/make_claims.h"
#include "isnad/event/find_events.h"
#include "isnad/pipeline/find_mentions.h"

namespace isnad {

CodedReport code_report(const Knowledge& knowledge, Report report, AnalysisWorkspace& work,
                        bool explain) {
  CodedReport coded{std::move(report), {}, {}};
  const Report& given = coded.report;
  const Text text = make_text(given);  // folded text, tokens, sentences
  const std::vector<Match> matches =
      knowledge.lexicon.find_matches(text);  // what the lexicon knows of it
  const Analysis analysis =
      knowledge.analyser.analyse(text, given.text, work);  // words, tags, trees
  const Mentions mentions = find_mentions(knowledge, given, text, matches, analysis,
                                          coded.warnings);  // who, where, when, how many
  const Syntax syntax(text, matches, analysis, mentions, knowledge.lexicon);  // clauses and phrases
  auto events = find_events({given, text, matches, mentions, syntax, knowledge.lexicon},
                            knowledge.events, explain);
  const auto attributions = find_attributions(
      {given, text, matches, mentions, syntax, knowledge.lexicon}, knowledge.claims);
  auto claims =
      attribute(std::move(events), attributions, given, text);  // the chain of narrators of each
  coded.claims = merge_claims(std::move(claims), given, text);  // one event told twice is one
  return coded;
}

}  // namespace isnad
