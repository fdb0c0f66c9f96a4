// SPDX-License-Identifier: Apache-2.0
// Times before quantities (digits of a date count nothing), parties and places side by side.
#include "isnad/pipeline/find_mentions.h"

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

}  // namespace

Mentions find_mentions(const Knowledge& knowledge, const Report& report, const Text& text,
                       std::span<const Match> matches, const Analysis& analysis,
                       std::vector<Warning>& warnings) {
  Mentions out;
  auto times = knowledge.times.find(text, matches, {report.published, {}});
  out.times = std::move(times.times);
  warnings.insert(warnings.end(), times.warnings.begin(), times.warnings.end());
  out.quantities = knowledge.quantities.find(text, matches, out.times);
  out.actors = knowledge.actors.find(text, matches, analysis);
  out.places = knowledge.places.find(text, matches, {{}, report.text, dateline_of(report)});
  out.weapons = find_weapons(matches, knowledge.lexicon);
  return out;
}

}  // namespace isnad
