// SPDX-License-Identifier: Apache-2.0
// The store: one SQLite file with reports as they came, what was coded from them, and the incidents
// they tell of. Taking in the same bytes twice adds nothing; a report is there whole or not at all.
//
// One thread at a time uses a store. Everything between two commits is one transaction.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "isnad/base/result.h"
#include "isnad/incident/coded_record.h"
#include "isnad/incident/incident.h"
#include "isnad/report/captured_report.h"
#include "isnad/store/listing.h"
#include "isnad/store/open_mode.h"
#include "isnad/store/review.h"

namespace isnad {

// What the store makes of a report before it is coded.
struct Plan {
  enum class Kind : uint8_t { kNew, kNewVersion, kKnown };
  Kind kind = Kind::kNew;
  std::string name;    // the id it has or gets; claims are named after it
  std::string origin;  // what makes it the same report: its address, or its holder and id
  int version = 1;
};

struct StoreCounts {
  int64_t reports = 0, versions = 0, claims = 0, tellings = 0, incidents = 0, custody = 0;
};

// Which incidents to show; empty fields do not matter.
struct IncidentFilter {
  std::string from, to;  // days, 2024-01-16; an incident counts whose days meet them
  std::string place, actor, type, grade, text;
  std::string id;      // one incident's name; a tombstone's leads to its heir
  std::string report;  // incidents that this report tells of
  std::string country, status, assigned, narrator;
  size_t least_reports = 1;
  size_t limit = 0;  // 0: all
};

class IncidentColumns;

class Store {
 public:
  // kCreate makes the file and its tables; an older file is brought up to date for kWrite and
  // kCreate, and refused for kRead. Errors: those of Database::open and migrate.
  [[nodiscard]] static Result<Store> open(const std::filesystem::path& path, OpenMode mode);
  Store(Store&&) noexcept;
  Store& operator=(Store&&) = delete;
  ~Store();

  // Whether these bytes are there already, and what the report will be called. Names given out stay
  // taken while the store is open, also before `add`.
  [[nodiscard]] Result<Plan> plan(const CapturedReport& captured);

  // Takes in a report that `plan` gave a name and that was coded under it. `coded` is the line of
  // the contract, with text and trace; `now` is UTC, 2024-01-16T10:12:00Z. Begins a transaction
  // where none is open. Returns false where the same bytes came in meanwhile. Errors: kBadJson
  // (`coded`), those of SQLite; after one of the latter, nothing since the last commit is kept.
  [[nodiscard]] Result<bool> add(const Plan& plan, const CapturedReport& captured,
                                 const std::string& coded, const std::string& engine,
                                 const std::string& now);
  // Gives back the name of a planned report that will not be added after all.
  void forget(const Plan& plan, const CapturedReport& captured);
  // Brings the changed incidents up to date and makes all since the last commit lasting.
  [[nodiscard]] Result<bool> commit();
  // Reports added since the last commit.
  [[nodiscard]] size_t uncommitted() const;

  // Reads every index once: of a full database seconds, not milliseconds.
  [[nodiscard]] Result<StoreCounts> counts();
  [[nodiscard]] Result<int64_t> report_count();
  // Names of incidents, by first day, then name; those without a day last.
  [[nodiscard]] Result<std::vector<std::string>> find(const IncidentFilter& filter);
  // An incident with all its accounts; nothing where there is none. A tombstone gives its heir.
  [[nodiscard]] Result<std::optional<Incident>> incident(const std::string& name);
  // Names of incidents that were merged away, each with its heir's.
  [[nodiscard]] Result<std::vector<std::pair<std::string, std::string>>> tombstones();
  // The current version of a report as coded; nothing where there is none.
  [[nodiscard]] Result<std::optional<CodedRecord>> report(const std::string& name);
  // All reports, in the order in which they came; stops when `take` returns false.
  [[nodiscard]] Result<bool> each_report(const std::function<bool(const CodedRecord&)>& take);
  // Names of the incidents that a claim belongs to ("report#c3"); none or one.
  [[nodiscard]] Result<std::vector<std::string>> incidents_of_claim(const std::string& claim);

  // An analyst's word that two claims tell the same, or that they do not. It holds whatever comes
  // in later, until it is undone by the opposite word.
  [[nodiscard]] Result<bool> judge(const std::string& claim_a, const std::string& claim_b,
                                   bool same, const std::string& by, const std::string& reason,
                                   const std::string& now);

  // Lists for looking through many; each asks the tables alone and reads no report.
  // Orders of incidents: newest, oldest, reports, accounts, killed.
  [[nodiscard]] Result<IncidentPage> list_incidents(const IncidentFilter& filter,
                                                    const ListPart& part);
  [[nodiscard]] Result<IncidentFacets> incident_facets(const IncidentFilter& filter);
  // Those with a position, of most accounts first, then newest.
  [[nodiscard]] Result<std::vector<MapPoint>> map_points(const IncidentFilter& filter,
                                                         size_t limit);
  [[nodiscard]] Result<std::vector<TimelineBar>> timeline_bars(const IncidentFilter& filter,
                                                               bool by_day);
  // The four above are answered from columns in memory, alike and sooner, while these are of the
  // file's present state (incident_columns.h); null: from the tables.
  void use_columns(std::shared_ptr<const IncidentColumns> columns);
  [[nodiscard]] Result<std::shared_ptr<const IncidentColumns>> read_columns();
  // Makes the rows of lists that a file of an older program has not; returns how many.
  [[nodiscard]] Result<size_t> fill_lists();
  // Reports that hold all words; of an incident, where one is named. Newest first.
  [[nodiscard]] Result<ReportPage> list_reports(const std::string& text,
                                                const std::string& incident, const ListPart& part);
  [[nodiscard]] Result<std::vector<VersionCard>> versions(const std::string& report);
  // The line that was coded of a report's current version; nothing where there is none.
  [[nodiscard]] Result<std::optional<std::string>> coded_line(const std::string& report);
  // The bytes of one version as they were received; nothing where there is none.
  [[nodiscard]] Result<std::optional<std::string>> original(const std::string& report,
                                                            int64_t version);
  // Orders: incidents, claims, differs, denies, name. `text`: a part of the name.
  [[nodiscard]] Result<NarratorPage> list_narrators(const std::string& text, const ListPart& part);
  [[nodiscard]] Result<std::vector<PlaceCard>> list_places(const std::string& text, size_t limit);
  // The newest lines of the custody log before line `before` (0: all).
  [[nodiscard]] Result<std::vector<CustodyLine>> custody_lines(int64_t before, size_t limit);
  // Number of the last line of the custody log: whatever is changed, it grows.
  [[nodiscard]] Result<int64_t> last_custody_line();

  // What people decide. Each returns the action's number, to take it back by. Errors: kBadValue
  // (what is named is not there, or cannot be decided so), those of SQLite.
  [[nodiscard]] Result<int64_t> decide(const ReviewDecision& decision, const ReviewSign& sign);
  // Words on many pairs as one action. `kind`: merge, split or move, for the log.
  [[nodiscard]] Result<int64_t> regroup(const std::string& kind, const std::vector<ClaimPair>& same,
                                        const std::vector<ClaimPair>& different,
                                        const ReviewSign& sign);
  // Takes an action back, or, with `again`, brings it back.
  [[nodiscard]] Result<int64_t> undo(int64_t action, bool again, const ReviewSign& sign);
  // Lines about an incident, its merged parts and their claims; all lines for an empty name.
  [[nodiscard]] Result<std::vector<ReviewLine>> reviews(const std::string& incident, size_t limit);

  // Re-hashes everything and compares; a line of text for each fault, none for a sound store.
  [[nodiscard]] Result<std::vector<std::string>> verify();
  // Notes in the custody log that something left the store.
  [[nodiscard]] Result<bool> note_export(const std::string& what, const std::string& detail,
                                         const std::string& now);

 private:
  struct Parts;
  explicit Store(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace isnad
