// SPDX-License-Identifier: Apache-2.0
// How the desk takes reports in: what people paste or upload is read, coded and stored as `isnad
// ingest` does it, and each report's fate is said.
#pragma once

#include <memory>
#include <mutex>
#include <string>

#include "isnad/desk/ingest_queue.h"
#include "isnad/pipeline/coder.h"

namespace isnad {

// `public_only`: feeds of private networks are refused. `writing` is held while the database is
// changed, a few reports at a time.
[[nodiscard]] IngestWork desk_ingest(std::shared_ptr<const Coder> coder, std::string database,
                                     std::shared_ptr<std::mutex> writing, bool public_only);

}  // namespace isnad
