// SPDX-License-Identifier: Apache-2.0
// Our own tables of the incidents found, as the files of a Frictionless data package.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "isnad/export/incident_rows.h"
#include "isnad/store/store.h"

namespace isnad {

struct BundleOptions {
  bool excel = false;       // tables begin with a byte-order mark
  bool mask_names = false;  // as RowOptions
};

// Names and bytes: reports.csv, claims.csv, narrators.csv, relations.csv, incidents.csv,
// reviews.csv, datapackage.json, and last manifest.sha256 (for sha256sum -c). `now` is UTC. Errors:
// those of the store.
using BundleFiles = std::vector<std::pair<std::string, std::string>>;
[[nodiscard]] Result<BundleFiles> bundle_files(Store& store, const std::vector<std::string>& names,
                                               const BundleOptions& options,
                                               const std::string& now);

}  // namespace isnad
