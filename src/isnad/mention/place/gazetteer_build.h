// SPDX-License-Identifier: Apache-2.0
// Compiling the gazetteer: rows and cue words into one file that the reader uses in place. The same
// source gives the same bytes. Adds what the tables leave to be worked out: each place's
// governorate row, the town of a quarter or site, the radius of areas, how much a bare name means
// each of its places, and the table of keys.
#pragma once

#include <filesystem>
#include <string>

#include "isnad/base/container.h"
#include "isnad/mention/place/gazetteer_source.h"

namespace isnad {

struct GazetteerSize {
  size_t places = 0, cues = 0, keys = 0;
};

// The compiled gazetteer, to be written or taken as bytes. `provenance` is kept in it as given.
[[nodiscard]] ContainerWriter compile_gazetteer(const GazetteerSource& source,
                                                std::string provenance,
                                                GazetteerSize* size = nullptr);

// Reads both folders, compiles, writes. Errors: those of reading (all faults in one), kCannotWrite.
[[nodiscard]] Result<GazetteerSize> build_gazetteer(const std::filesystem::path& gazetteer,
                                                    const std::filesystem::path& cues,
                                                    const std::filesystem::path& out);

}  // namespace isnad
