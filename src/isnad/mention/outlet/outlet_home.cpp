// SPDX-License-Identifier: Apache-2.0
// Names by the lexicon's own matcher, Latin names by their letters alone, hosts by their end.
#include "isnad/mention/outlet/outlet_home.h"

#include <algorithm>

#include "isnad/mention/time/country_clock.h"
#include "isnad/text/text.h"

namespace isnad {
namespace {

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return static_cast<signed char>(c) > 0; });
}

char lowered(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

// "Al-Akhbar (Lebanon)" and "alakhbar" are one: letters and digits before a bracket, in lower case.
std::string squeezed(std::string_view name) {
  std::string out;
  for (const char c : name.substr(0, name.find('('))) {
    const char low = lowered(c);
    if ((low >= 'a' && low <= 'z') || (low >= '0' && low <= '9')) out += low;
  }
  return out;
}

// "https://www.sana.sy/?p=1" and "sana.sy" give "www.sana.sy" and "sana.sy".
std::string host_of(std::string_view address) {
  if (const size_t scheme = address.find("://"); scheme != address.npos)
    address.remove_prefix(scheme + 3);
  address = address.substr(0, address.find_first_of("/:?#"));
  std::string host(address);
  std::transform(host.begin(), host.end(), host.begin(), lowered);
  return host;
}

}  // namespace

OutletHomes::OutletHomes(const Lexicon& lexicon) : outlets_(lexicon.table("actors")) {
  for (RowId row = outlets_.begin; row < outlets_.end; ++row) {
    if (lexicon.field(row, "kind") != "media") continue;
    const std::string_view country = alpha2_of(lexicon.field(row, "country"));
    if (country.empty()) continue;
    rows_.emplace(row, country);
    latin_.emplace(squeezed(lexicon.field(row, "name_en")), country);
  }
  const Table nations = lexicon.table("nationalities");
  for (RowId row = nations.begin; row < nations.end; ++row) {
    if (!lexicon.field(row, "condition").empty()) continue;
    if (const auto country = alpha2_of(lexicon.field(row, "country")); !country.empty())
      rows_.emplace(row, country);
  }
  const Table sites = lexicon.table("outlet_sites");
  for (RowId row = sites.begin; row < sites.end; ++row) {
    const auto country = alpha2_of(lexicon.field(row, "country"));
    if (country.empty()) continue;
    const std::string_view host = lexicon.field(row, "host");
    hosts_.emplace(host, country);
    // Collections call an outlet by the first word of its host ("alriyadh").
    if (const size_t dot = host.find('.'); dot != host.npos && dot > 0)
      latin_.emplace(squeezed(host.substr(0, dot)), country);
  }
}

std::string_view OutletHomes::country(const Report& report, const Lexicon& lexicon) const {
  std::string_view found;
  if (report.outlet && is_ascii(*report.outlet)) {
    found = of_host(host_of(*report.outlet));
    const auto known = latin_.find(squeezed(*report.outlet));
    if (found.empty() && known != latin_.end()) found = known->second;
  } else if (report.outlet) {
    found = of_arabic_name(*report.outlet, lexicon);
  }
  if (found.empty() && report.url) found = of_host(host_of(*report.url));
  return found;
}

std::string_view OutletHomes::of_arabic_name(std::string_view name, const Lexicon& lexicon) const {
  Report lines;
  lines.text = name;
  lines.zones.push_back({ZoneKind::kParagraph, {0, static_cast<uint32_t>(name.size())}});
  const Text text = make_text(lines);
  uint32_t longest = 0;
  std::string_view outlet, nation;
  bool nations_differ = false;
  for (const auto& match : lexicon.find_matches(text)) {
    const auto row = rows_.find(match.row);
    if (row == rows_.end()) continue;
    if (!outlets_.contains(match.row)) {
      nations_differ |= !nation.empty() && nation != row->second;
      nation = row->second;
    } else if (match.tokens.size() > longest) {
      longest = match.tokens.size();
      outlet = row->second;
    }
  }
  if (!outlet.empty()) return outlet;
  return nations_differ ? std::string_view() : nation;
}

std::string_view OutletHomes::of_host(std::string_view host) const {
  // "www.sana.sy", "sana.sy", "sy"; then ".sy".
  for (std::string_view end = host; !end.empty();) {
    if (const auto known = hosts_.find(std::string(end)); known != hosts_.end())
      return known->second;
    const size_t dot = end.find('.');
    end = dot == end.npos ? std::string_view() : end.substr(dot + 1);
  }
  const size_t last = host.rfind('.');
  if (last == host.npos) return {};
  const auto known = hosts_.find(std::string(host.substr(last)));
  return known == hosts_.end() ? std::string_view() : known->second;
}

}  // namespace isnad
