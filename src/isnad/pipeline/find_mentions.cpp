// SPDX-License-Identifier: Apache-2.0
// Places before times (they say whose clocks count), times before quantities (digits of a date
// count nothing).
#include "isnad/pipeline/find_mentions.h"

#include <algorithm>
#include <map>

#include "isnad/mention/place/no_name.h"
#include "isnad/mention/time/country_clock.h"
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

// The country most of a report's places lie in, empty when two lead.
std::string_view country_of(const std::vector<PlaceMention>& places) {
  std::map<std::string_view, int> counts;
  for (const auto& place : places)
    if (!place.place.country.empty()) ++counts[place.place.country];
  std::string_view leading;
  int most = 0;
  for (const auto& [country, count] : counts) {
    if (count == most) leading = {};
    if (count > most) leading = country;
    most = std::max(most, count);
  }
  return leading;
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
  const auto home = knowledge.outlets.country(report, knowledge.lexicon);
  const auto no_names = tokens_without_name(text, matches, analysis, knowledge.lexicon);
  out.places =
      knowledge.places.find(text, matches, {home, report.text, dateline_of(report), no_names});
  // Days count from the one that the outlet's clocks showed, or else those of the place.
  out.published = report.published;
  if (out.published)
    out.published = as_told_in(home.empty() ? country_of(out.places) : home, *out.published);
  auto times = knowledge.times.find(text, matches, {out.published, std::string(home)});
  out.times = std::move(times.times);
  warnings.insert(warnings.end(), times.warnings.begin(), times.warnings.end());
  out.quantities = knowledge.quantities.find(text, matches, out.times);
  TokenTable tokens(text, matches, analysis, knowledge.actors.knowledge());
  if (knowledge.names) {
    const auto wanted = sentences_that_tell(knowledge.lexicon, tokens);
    tokens.set_names(find_names(*knowledge.names, tokens, analysis, work, wanted));
  }
  out.actors = knowledge.actors.find(tokens);
  if (out.published) knowledge.holders.name(matches, out.published->date, out.actors);
  out.weapons = find_weapons(matches, knowledge.lexicon);
  return out;
}

}  // namespace isnad
