// SPDX-License-Identifier: Apache-2.0
// Times before quantities (digits of a date count nothing), parties and places side by side.
#include "isnad/pipeline/find_mentions.h"

#include "isnad/mention/place/no_name.h"
#include "isnad/mention/weapon/find_weapons.h"

namespace isnad {
namespace {

// "صنعاء – وكالة المدار": where the report was filed, empty when it does not say.
std::string_view dateline_of(const Report& report) {
  for (const auto& zone : report.zones) {
    if (zone.kind == ZoneKind::kDateline)
      return std::string_view(report.text).substr(zone.span.begin, zone.span.size());
  }
  return {};
}

// Sentences with a word of an event or of speech: names elsewhere are nobody's parties.
std::vector<bool> sentences_that_tell(const Lexicon& lexicon, const TokenTable& tokens) {
  const auto& text = tokens.text();
  std::vector<bool> out(text.sentences.size(), false);
  const Table frames = lexicon.table("frames");
  const Table reporting = lexicon.table("reporting");
  size_t sentence = 0;
  for (const auto& match : tokens.matches()) {
    while (sentence < out.size() && text.sentences[sentence].tokens.end <= match.tokens.begin)
      ++sentence;
    if (sentence < out.size() && !out[sentence])
      out[sentence] = frames.contains(match.row) || reporting.contains(match.row);
  }
  return out;
}

}  // namespace

Mentions find_mentions(const Knowledge& knowledge, const Report& report, const Text& text,
                       std::span<const Match> matches, const Analysis& analysis,
                       NameWorkspace& work, std::vector<Warning>& warnings) {
  Mentions out;
  auto times = knowledge.times.find(text, matches, {report.published, {}});
  out.times = std::move(times.times);
  warnings.insert(warnings.end(), times.warnings.begin(), times.warnings.end());
  out.quantities = knowledge.quantities.find(text, matches, out.times);
  TokenTable tokens(text, matches, analysis, knowledge.actors.knowledge());
  if (knowledge.names) {
    const auto wanted = sentences_that_tell(knowledge.lexicon, tokens);
    tokens.set_names(find_names(*knowledge.names, tokens, analysis, work, wanted));
  }
  out.actors = knowledge.actors.find(tokens);
  if (report.published) knowledge.holders.name(matches, report.published->date, out.actors);
  const auto no_names = tokens_without_name(text, matches, analysis, knowledge.lexicon);
  out.places =
      knowledge.places.find(text, matches, {{}, report.text, dateline_of(report), no_names});
  out.weapons = find_weapons(matches, knowledge.lexicon);
  return out;
}

}  // namespace isnad
