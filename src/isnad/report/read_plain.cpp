// SPDX-License-Identifier: Apache-2.0
// The stage `report/` for plain text, in the order in which it happens: decode, fingerprint, lay
// out.
#include "isnad/report/read_plain.h"

#include "isnad/report/decode_text.h"
#include "isnad/report/find_zones.h"
#include "isnad/report/sha256.h"

namespace isnad {

Result<Report> read_plain(std::string_view bytes, const ReportDefaults& defaults) {
  auto text = decode_text(bytes);
  if (!text) return tl::unexpected(text.error());
  Report report;
  report.id = defaults.id;
  report.sha256 = sha256_hex(bytes);
  report.text = std::move(*text);
  report.outlet = defaults.outlet;
  report.url = defaults.url;
  report.published = defaults.published;
  Layout layout = find_zones(report.text, 0);
  report.zones = std::move(layout.zones);
  report.title = std::move(layout.title);
  report.byline = std::move(layout.byline);
  return report;
}

Result<Report> read_plain(std::span<const std::byte> bytes, const ReportDefaults& defaults) {
  return read_plain(std::string_view(reinterpret_cast<const char*>(bytes.data()), bytes.size()),
                    defaults);
}

}  // namespace isnad
