// SPDX-License-Identifier: Apache-2.0
// Loads what coding needs and keeps it together.
#include "isnad/pipeline/coder.h"

#include "isnad/pipeline/code_report.h"

namespace isnad {

struct Coder::Parts {
  Knowledge knowledge;
  bool explain = false;
};

Coder::Coder(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Coder::Coder(Coder&&) noexcept = default;
Coder& Coder::operator=(Coder&&) noexcept = default;
Coder::~Coder() = default;

Result<Coder> Coder::load(const CoderPaths& paths) {
  auto lexicon = Lexicon::load(paths.lexicon);
  if (!lexicon) return tl::unexpected(lexicon.error());
  auto events = EventKnowledge::read(*lexicon);
  if (!events) return tl::unexpected(events.error());
  auto claims = ClaimKnowledge::read(*lexicon);
  if (!claims) return tl::unexpected(claims.error());
  auto actors = ActorFinder::create(*lexicon);
  if (!actors) return tl::unexpected(actors.error());
  return Coder(std::make_unique<Parts>(
      Parts{{std::move(*lexicon), std::move(*actors), std::move(*events), std::move(*claims)},
            paths.explain}));
}

CodedReport Coder::code(Report report) const {
  return code_report(parts_->knowledge, std::move(report), parts_->explain);
}

std::string Coder::versions() const {
  return "lexicon " + parts_->knowledge.lexicon.content_hash();
}

}  // namespace isnad
