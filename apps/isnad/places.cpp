// SPDX-License-Identifier: Apache-2.0
// `isnad places NAME`: the places that a name can mean, best first, a line each: id, kind, path,
// coordinates, radius, why. Of a text that is no name: each place in it and why it was chosen.
#include <cstdio>
#include <memory>

#include "commands.h"
#include "data_folder.h"
#include "isnad/mention/place/candidate_list.h"
#include "isnad/mention/place/place_finder.h"
#include "talk.h"

namespace isnad {
namespace {

struct PlacesOptions {
  DataOptions data;
  std::string name;
};

void print_place(const Place& place, std::string_view path, std::string_view why) {
  char where[64] = "-\t-";
  if (place.latitude && place.longitude)
    std::snprintf(where, sizeof where, "%.5f\t%.5f", *place.latitude, *place.longitude);
  std::printf("%s\t%s\t%.*s\t%s\t%.0f km\t%.*s\n",
              place.gazetteer_id.empty() ? "-" : place.gazetteer_id.c_str(),
              std::string(place_feature_name(place.feature)).c_str(), static_cast<int>(path.size()),
              path.data(), where, place.radius_km, static_cast<int>(why.size()), why.data());
}

// Every place of the words, read as a paragraph; false when there is none.
bool print_places_of(const Gazetteer& gazetteer, const std::string& words) {
  Report report;
  report.text = words;
  report.zones = {{ZoneKind::kParagraph, {0, static_cast<uint32_t>(words.size())}}};
  const Text text = make_text(report);
  const auto mentions = PlaceFinder::create(gazetteer).find(text, {}, {.given = report.text});
  for (const PlaceMention& mention : mentions) {
    std::string path;
    for (const std::string& link : mention.place.path) path += (path.empty() ? "" : ", ") + link;
    const ByteSpan span = text.given_of(mention.tokens);
    print_place(mention.place, words.substr(span.begin, span.size()) + ": " + path, mention.why);
  }
  return !mentions.empty();
}

int run_places(const PlacesOptions& options) {
  const auto gazetteer = Gazetteer::load(data_folder(options.data) / "gazetteer.bin");
  if (!gazetteer) {
    say(describe(gazetteer.error()));
    return kNotUsable;
  }
  const auto candidates = list_candidates(*gazetteer, options.name);
  for (const ListedPlace& listed : candidates)
    print_place(listed.place, listed.path_ar, listed.why);
  if (candidates.empty() && !print_places_of(*gazetteer, options.name))
    say("no place of that name, and none in it; try it without its clitics, or another spelling");
  return kDone;
}

}  // namespace

Command places_command() {
  const auto options = std::make_shared<PlacesOptions>();
  Command command;
  command.name = "places";
  command.summary = "List the places that a name can mean";
  // Tripoli: a city of Lebanon, a city of Libya
  command.examples =
      "  isnad places طرابلس\n"
      // clashes in Tripoli in the north of Lebanon
      "  isnad places 'اشتباكات في طرابلس شمال لبنان'";
  command.arguments = data_arguments(options->data);
  command.arguments.push_back({.name = "NAME",
                               .placeholder = "NAME",
                               .help = "an Arabic place name, or a text with places in it",
                               .target = &options->name,
                               .required = true});
  command.run = [options] { return run_places(*options); };
  return command;
}

}  // namespace isnad
