// SPDX-License-Identifier: Apache-2.0
// The way of a report, stage by stage. code_report.cpp is the table of contents of the program;
// keep it so.
#pragma once

#include <memory>

#include "isnad/analysis/analyser.h"
#include "isnad/claim/find_attributions.h"
#include "isnad/claim/rate_claims.h"
#include "isnad/event/knowledge.h"
#include "isnad/lexicon/lexicon.h"
#include "isnad/mention/actor/find_actors.h"
#include "isnad/mention/actor/office_holders.h"
#include "isnad/mention/name/name_tagger.h"
#include "isnad/mention/outlet/outlet_home.h"
#include "isnad/mention/place/place_finder.h"
#include "isnad/mention/quantity/find_quantities.h"
#include "isnad/mention/time/find_times.h"
#include "isnad/pipeline/coder.h"

namespace isnad {

// Everything that coding a report reads, loaded once.
struct Knowledge {
  Lexicon lexicon;
  std::unique_ptr<Gazetteer> gazetteer;  // behind a pointer: `places` refers to it
  Analyser analyser;
  ActorFinder actors;
  OfficeHolders holders;
  OutletHomes outlets;
  PlaceFinder places;
  TimeFinder times;
  QuantityFinder quantities;
  EventKnowledge events;
  ClaimKnowledge claims;
  std::optional<ConfidenceModel> confidence;  // none: claims keep their prior
  std::optional<NameModel> names;             // none: only names that the lexicon helps to find
};

// What a thread keeps from one report to the next.
struct CodingWorkspace {
  AnalysisWorkspace analysis;  // it remembers what the analyser made of frequent words
  NameWorkspace names;
};

[[nodiscard]] CodedReport code_report(const Knowledge& knowledge, Report report,
                                      CodingWorkspace& work, const RatingOptions& options);

}  // namespace isnad
