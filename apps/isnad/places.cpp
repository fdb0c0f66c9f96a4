// SPDX-License-Identifier: Apache-2.0
// `isnad places NAME`: the places that a name can mean, best first, a line each: id, kind, path,
// coordinates, radius, why.
#include <cstdio>
#include <memory>

#include "commands.h"
#include "data_folder.h"
#include "isnad/mention/place/candidate_list.h"
#include "talk.h"

namespace isnad {
namespace {

struct PlacesOptions {
  DataOptions data;
  std::string name;
};

int run_places(const PlacesOptions& options) {
  const auto gazetteer = Gazetteer::load(data_folder(options.data) / "gazetteer.bin");
  if (!gazetteer) {
    say(describe(gazetteer.error()));
    return kNotUsable;
  }
  for (const ListedPlace& listed : list_candidates(*gazetteer, options.name)) {
    const Place& place = listed.place;
    std::printf("%s\t%s\t%s\t%.5f\t%.5f\t%.0f km\t%s\n", place.gazetteer_id.c_str(),
                std::string(place_feature_name(place.feature)).c_str(), listed.path_ar.c_str(),
                place.latitude.value_or(0), place.longitude.value_or(0), place.radius_km,
                listed.why.c_str());
  }
  return kDone;
}

}  // namespace

Command places_command() {
  const auto options = std::make_shared<PlacesOptions>();
  Command command;
  command.name = "places";
  command.summary = "List the places that a name can mean";
  // Tripoli: a city of Lebanon, a city of Libya
  command.examples = "  isnad places طرابلس";
  command.arguments = data_arguments(options->data);
  command.arguments.push_back({.name = "NAME",
                               .placeholder = "NAME",
                               .help = "an Arabic place name",
                               .target = &options->name,
                               .required = true});
  command.run = [options] { return run_places(*options); };
  return command;
}

}  // namespace isnad
