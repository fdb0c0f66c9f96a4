// SPDX-License-Identifier: Apache-2.0
// What lists show of incidents, reports, narrators and places: rows, made for looking through many.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace isnad {

// A part of a list: `limit` rows from row `offset` on.
struct ListPart {
  size_t offset = 0;
  size_t limit = 50;
  std::string order;  // as each list says; empty: its first
};

// An incident as a list shows it; the whole is Store::incident.
struct IncidentCard {
  std::string name, title, type, mode, means, earliest, latest, country, place_ar, place_en, grade,
      status, assigned;
  std::string agreement;  // a letter a field: a agreed, s single, d disputed, n denied, x silent
  std::optional<double> latitude, longitude;
  double radius_km = 0;
  int64_t reports = 0, accounts = 0, copies = 0;
  std::optional<int64_t> killed_low, killed_high, injured_low, injured_high;
};

// How many of the incidents that a filter leaves have which value.
using FacetCounts = std::vector<std::pair<std::string, int64_t>>;

struct IncidentPage {
  std::vector<IncidentCard> cards;
  int64_t total = 0;
};
struct IncidentFacets {
  FacetCounts types, grades, states, countries;
};

// Where an incident is, as a map wants it.
struct MapPoint {
  std::string name, grade, earliest;
  double latitude = 0, longitude = 0, radius_km = 0;
  int64_t accounts = 0;
};

// Incidents of one day or month, by grade.
struct TimelineBar {
  std::string period;  // 2016-10 or 2016-10-08
  std::string grade;
  int64_t incidents = 0;
};

struct ReportCard {
  std::string name, title, outlet, url, published;
  int64_t versions = 0, claims = 0, incidents = 0;
};
struct ReportPage {
  std::vector<ReportCard> cards;
  int64_t total = 0;
};

// One capture of a report.
struct VersionCard {
  int64_t version = 0, bytes = 0;
  std::string sha256, url_asked, url_reached, captured_at, media_type, parent, taken_at, engine,
      coded_sha256;
};

// A narrator over all incidents.
struct NarratorCard {
  std::string narrator, kind, code;
  int64_t incidents = 0, claims = 0, alone = 0, agrees = 0, differs = 0, denies = 0, certain = 0;
};
struct NarratorPage {
  std::vector<NarratorCard> cards;
  int64_t total = 0;
};

struct PlaceCard {
  std::string name_ar, name_en, country;
  double latitude = 0, longitude = 0, radius_km = 0;
  int64_t incidents = 0;
};

struct CustodyLine {
  int64_t id = 0;
  std::string at, what, subject, detail, hash;
};

}  // namespace isnad
