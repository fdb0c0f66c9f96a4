// SPDX-License-Identifier: Apache-2.0
// Loads what coding needs and keeps it together.
#include "isnad/pipeline/coder.h"

#include <oneapi/tbb/enumerable_thread_specific.h>

#include "isnad/pipeline/code_report.h"

namespace isnad {

struct Coder::Parts {
  Knowledge knowledge;
  RatingOptions rating;
  tbb::enumerable_thread_specific<CodingWorkspace> workspaces;  // a thread's own
};

Coder::Coder(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Coder::Coder(Coder&&) noexcept = default;
Coder& Coder::operator=(Coder&&) noexcept = default;
Coder::~Coder() = default;

Result<Coder> Coder::load(const CoderPaths& paths) {
  auto lexicon = Lexicon::load(paths.lexicon);
  if (!lexicon) return tl::unexpected(lexicon.error());
  auto mapped = Gazetteer::load(paths.gazetteer);
  if (!mapped) return tl::unexpected(mapped.error());
  auto gazetteer = std::make_unique<Gazetteer>(std::move(*mapped));
  auto analyser = Analyser::load(paths.analyser);
  if (!analyser) return tl::unexpected(analyser.error());
  auto actors = ActorFinder::create(*lexicon);
  if (!actors) return tl::unexpected(actors.error());
  auto holders = OfficeHolders::read(*lexicon);
  if (!holders) return tl::unexpected(holders.error());
  OutletHomes outlets(*lexicon);
  auto places = PlaceFinder::create(*gazetteer, *lexicon);
  if (!places) return tl::unexpected(places.error());
  auto times = TimeFinder::create(*lexicon);
  if (!times) return tl::unexpected(times.error());
  auto quantities = QuantityFinder::create(*lexicon);
  if (!quantities) return tl::unexpected(quantities.error());
  auto events = EventKnowledge::read(*lexicon);
  if (!events) return tl::unexpected(events.error());
  auto claims = ClaimKnowledge::read(*lexicon);
  if (!claims) return tl::unexpected(claims.error());
  std::optional<ConfidenceModel> confidence;
  if (!paths.confidence.empty()) {
    auto model = ConfidenceModel::load(paths.confidence);
    if (!model) return tl::unexpected(model.error());
    confidence = std::move(*model);
  }
  std::optional<NameModel> names;
  if (!paths.names.empty()) {
    auto model = NameModel::load(paths.names, *analyser);
    if (!model) return tl::unexpected(model.error());
    names = std::move(*model);
  }
  return Coder(std::make_unique<Parts>(
      Parts{{std::move(*lexicon), std::move(gazetteer), std::move(*analyser), std::move(*actors),
             std::move(*holders), std::move(outlets), std::move(*places), std::move(*times),
             std::move(*quantities), std::move(*events), std::move(*claims), std::move(confidence),
             std::move(names)},
            {paths.explain, paths.keep_features},
            {}}));
}

CodedReport Coder::code(Report report) const {
  return code_report(parts_->knowledge, std::move(report), parts_->workspaces.local(),
                     parts_->rating);
}

std::string Coder::versions() const {
  return "lexicon " + parts_->knowledge.lexicon.content_hash() + ", analyser " +
         parts_->knowledge.analyser.container().content_hash() +
         (parts_->knowledge.confidence
              ? ", confidence " + parts_->knowledge.confidence->content_hash()
              : "") +
         (parts_->knowledge.names ? ", names " + parts_->knowledge.names->content_hash() : "");
}

}  // namespace isnad
