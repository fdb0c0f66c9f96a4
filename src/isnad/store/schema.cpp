// SPDX-License-Identifier: Apache-2.0
// One entry a version. A step that stands in a release is never changed, only followed.
#include "isnad/store/schema.h"

#include <array>

namespace isnad {
namespace {

constexpr int kApplicationId = 0x49534E44;  // "ISND" in the file's header

struct Step {
  const char* what;
  const char* sql;
};

constexpr std::array<Step, kSchemaVersion> kSteps = {{
    {"tables of reports, claims, incidents, reviews and custody", R"sql(
CREATE TABLE reports (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,     -- the id that people see
  origin TEXT NOT NULL UNIQUE,   -- address, or holder and id: what makes a capture a new version
  version INTEGER NOT NULL,      -- the current one
  title TEXT, outlet TEXT, url TEXT, published TEXT
) STRICT;

CREATE TABLE versions (
  id INTEGER PRIMARY KEY,
  report INTEGER NOT NULL REFERENCES reports(id),
  version INTEGER NOT NULL,
  sha256 TEXT NOT NULL,          -- of the raw bytes
  raw BLOB NOT NULL,             -- zstd
  url_asked TEXT, url_reached TEXT, http_headers TEXT, captured_at TEXT, media_type TEXT,
  parent TEXT,
  taken_at TEXT NOT NULL,        -- UTC, when it came into this file
  engine TEXT NOT NULL,          -- program, lexicon, gazetteer, analyser
  coded BLOB NOT NULL,           -- zstd of the line of isnad code --to jsonl --with-text --explain
  coded_sha256 TEXT NOT NULL,
  UNIQUE (report, version)
) STRICT;
CREATE INDEX versions_sha256 ON versions(sha256);

CREATE TABLE incidents (
  id INTEGER PRIMARY KEY AUTOINCREMENT,  -- larger is younger
  name TEXT NOT NULL UNIQUE,             -- ISN-7Q4K2M
  founder INTEGER NOT NULL,              -- the telling it was named for
  heir INTEGER REFERENCES incidents(id), -- a tombstone names who took its place
  type TEXT, mode TEXT, means TEXT,
  earliest TEXT, latest TEXT,
  latitude REAL, longitude REAL, country TEXT,
  grade TEXT, grade_reason TEXT,
  reports INTEGER NOT NULL DEFAULT 0, chains INTEGER NOT NULL DEFAULT 0,
  copies INTEGER NOT NULL DEFAULT 0,
  title TEXT NOT NULL DEFAULT '',   -- folded, as the next two: for the search alone
  place TEXT NOT NULL DEFAULT '',
  actors TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX incidents_earliest ON incidents(earliest);
CREATE INDEX incidents_type ON incidents(type, earliest);
CREATE INDEX incidents_grade ON incidents(grade, earliest);
CREATE INDEX incidents_country ON incidents(country, earliest);

CREATE TABLE tellings (
  id INTEGER PRIMARY KEY,
  report INTEGER NOT NULL REFERENCES reports(id),
  first_claim INTEGER NOT NULL,
  stable INTEGER NOT NULL,
  first_day INTEGER, last_day INTEGER,
  incident INTEGER REFERENCES incidents(id),
  features BLOB NOT NULL
) STRICT;
CREATE INDEX tellings_report ON tellings(report);
CREATE INDEX tellings_incident ON tellings(incident);

CREATE TABLE claims (
  report INTEGER NOT NULL REFERENCES reports(id),
  number INTEGER NOT NULL,
  telling INTEGER REFERENCES tellings(id),   -- null: not told as a thing that happened
  type TEXT NOT NULL, factuality TEXT NOT NULL, confidence REAL NOT NULL,
  PRIMARY KEY (report, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX claims_telling ON claims(telling);

CREATE TABLE blocks (
  key INTEGER NOT NULL,
  telling INTEGER NOT NULL REFERENCES tellings(id),
  PRIMARY KEY (key, telling)
) STRICT, WITHOUT ROWID;
CREATE INDEX blocks_telling ON blocks(telling);

CREATE TABLE links (
  a INTEGER NOT NULL REFERENCES tellings(id),
  b INTEGER NOT NULL REFERENCES tellings(id),
  points INTEGER NOT NULL,
  PRIMARY KEY (a, b)
) STRICT, WITHOUT ROWID;
CREATE INDEX links_b ON links(b);

CREATE TABLE reviews (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL, by TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('same', 'different', 'grade', 'status', 'comment', 'undo')),
  incident INTEGER REFERENCES incidents(id),
  a INTEGER REFERENCES tellings(id), b INTEGER REFERENCES tellings(id),
  value TEXT, reason TEXT NOT NULL,
  undoes INTEGER REFERENCES reviews(id)
) STRICT;
CREATE INDEX reviews_a ON reviews(a) WHERE a IS NOT NULL;
CREATE INDEX reviews_b ON reviews(b) WHERE b IS NOT NULL;
CREATE INDEX reviews_incident ON reviews(incident);

CREATE TABLE custody (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  what TEXT NOT NULL,     -- ingest, version, merge, split, review, export, migrate
  subject TEXT NOT NULL,
  detail TEXT NOT NULL,
  previous TEXT NOT NULL, -- hash of the line before
  hash TEXT NOT NULL
) STRICT;
CREATE TRIGGER custody_is_not_changed BEFORE UPDATE ON custody
  BEGIN SELECT RAISE(ABORT, 'the custody log is append-only'); END;
CREATE TRIGGER custody_is_not_deleted BEFORE DELETE ON custody
  BEGIN SELECT RAISE(ABORT, 'the custody log is append-only'); END;
CREATE TRIGGER reviews_are_not_changed BEFORE UPDATE ON reviews
  BEGIN SELECT RAISE(ABORT, 'reviews are append-only'); END;
CREATE TRIGGER reviews_are_not_deleted BEFORE DELETE ON reviews
  BEGIN SELECT RAISE(ABORT, 'reviews are append-only'); END;

-- The folded words of each report's current version; no second copy of the text.
CREATE VIRTUAL TABLE report_words USING fts5(words, content='', detail='none');
CREATE VIRTUAL TABLE incident_words USING fts5(title, place, actors, content='incidents',
                                               content_rowid='id');
-- An incident is empty when it is made, and holds words from its first update on.
CREATE TRIGGER incidents_words_first AFTER UPDATE OF title, place, actors ON incidents
WHEN old.title = '' AND old.place = '' AND old.actors = '' BEGIN
  INSERT INTO incident_words(rowid, title, place, actors)
    VALUES (new.id, new.title, new.place, new.actors);
END;
CREATE TRIGGER incidents_words_change AFTER UPDATE OF title, place, actors ON incidents
WHEN (old.title <> '' OR old.place <> '' OR old.actors <> '') AND
     (old.title <> new.title OR old.place <> new.place OR old.actors <> new.actors) BEGIN
  INSERT INTO incident_words(incident_words, rowid, title, place, actors)
    VALUES ('delete', old.id, old.title, old.place, old.actors);
  INSERT INTO incident_words(rowid, title, place, actors)
    VALUES (new.id, new.title, new.place, new.actors);
END;
)sql"},
    {"the time of publication as printed; blocks know the report; undone reviews are found", R"sql(
CREATE TABLE new_blocks (
  key INTEGER NOT NULL,
  report INTEGER NOT NULL,   -- of the telling: what neighbours are asked by
  telling INTEGER NOT NULL REFERENCES tellings(id),
  PRIMARY KEY (key, report, telling)
) STRICT, WITHOUT ROWID;
INSERT INTO new_blocks SELECT b.key, t.report, b.telling FROM blocks b JOIN tellings t ON t.id = b.telling;
DROP TABLE blocks;
ALTER TABLE new_blocks RENAME TO blocks;
CREATE INDEX blocks_telling ON blocks(telling);
ALTER TABLE versions ADD COLUMN published_printed TEXT;
-- The program writes the words itself, many at a time: other statements between them are dear.
DROP TRIGGER incidents_words_first;
DROP TRIGGER incidents_words_change;
CREATE INDEX reviews_undoes ON reviews(undoes) WHERE undoes IS NOT NULL;
)sql"},
    {"what lists show, and more kinds of review", R"sql(
CREATE TABLE incident_cards (
  incident INTEGER PRIMARY KEY REFERENCES incidents(id),
  title TEXT, place_ar TEXT, place_en TEXT, radius_km REAL,  -- as people read them
  agreement TEXT NOT NULL,        -- a letter a field: a agreed, s single, d disputed, n denied, x silent
  killed_low INTEGER, killed_high INTEGER, injured_low INTEGER, injured_high INTEGER,
  status TEXT NOT NULL, assigned TEXT NOT NULL
) STRICT;
CREATE INDEX incident_cards_status ON incident_cards(status);

CREATE TABLE incident_accounts (
  incident INTEGER NOT NULL REFERENCES incidents(id),
  number INTEGER NOT NULL,
  narrator TEXT NOT NULL, kind TEXT NOT NULL, code TEXT NOT NULL,
  claims INTEGER NOT NULL, certain INTEGER NOT NULL,
  alone INTEGER NOT NULL, agrees INTEGER NOT NULL, differs INTEGER NOT NULL, denies INTEGER NOT NULL,
  PRIMARY KEY (incident, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX incident_accounts_narrator ON incident_accounts(narrator, kind);

-- Kinds as of now: same, different (pairs of tellings); grade, status, assign, comment (an incident); correct
-- (a claim's field); undo (value: off takes the action `undoes` back, on brings it back).
CREATE TABLE reviews_of_2 (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL, by TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('same', 'different', 'grade', 'status', 'assign', 'comment',
                                     'correct', 'undo')),
  incident INTEGER REFERENCES incidents(id),
  a INTEGER REFERENCES tellings(id), b INTEGER REFERENCES tellings(id),
  value TEXT, reason TEXT NOT NULL,
  undoes INTEGER REFERENCES reviews(id),
  action INTEGER,          -- id of the first line of the action; null: the line alone
  what TEXT,               -- of an action of many lines: merge, split, move
  claim TEXT, field TEXT,  -- of correct
  old TEXT                 -- what the value was before
) STRICT;
INSERT INTO reviews_of_2(id, at, by, kind, incident, a, b, value, reason, undoes)
  SELECT id, at, by, kind, incident, a, b, value, reason, undoes FROM reviews;
DROP TABLE reviews;
ALTER TABLE reviews_of_2 RENAME TO reviews;
CREATE INDEX reviews_a ON reviews(a) WHERE a IS NOT NULL;
CREATE INDEX reviews_b ON reviews(b) WHERE b IS NOT NULL;
CREATE INDEX reviews_incident ON reviews(incident);
CREATE INDEX reviews_undoes ON reviews(undoes) WHERE undoes IS NOT NULL;
CREATE INDEX reviews_claim ON reviews(claim) WHERE claim IS NOT NULL;
CREATE TRIGGER reviews_are_not_changed BEFORE UPDATE ON reviews
  BEGIN SELECT RAISE(ABORT, 'reviews are append-only'); END;
CREATE TRIGGER reviews_are_not_deleted BEFORE DELETE ON reviews
  BEGIN SELECT RAISE(ABORT, 'reviews are append-only'); END;
CREATE VIEW active_reviews AS SELECT r.* FROM reviews r
  WHERE coalesce((SELECT u.value FROM reviews u WHERE u.undoes = coalesce(r.action, r.id)
                  ORDER BY u.id DESC LIMIT 1), 'on') = 'on';
CREATE INDEX reports_published ON reports(published);
)sql"},
    {"who may use the desk, the feeds it follows, an index for lists", R"sql(
CREATE TABLE users (
  id INTEGER PRIMARY KEY AUTOINCREMENT,   -- never given twice: a name that comes back is another user
  name TEXT NOT NULL UNIQUE COLLATE NOCASE,
  role TEXT NOT NULL CHECK (role IN ('reader', 'analyst', 'reviewer', 'admin')),
  password TEXT NOT NULL,                 -- argon2id, as libsodium writes it
  second TEXT NOT NULL DEFAULT '',        -- the secret of the one-time codes, base32; empty: none
  since TEXT NOT NULL,
  stamp INTEGER NOT NULL DEFAULT 1        -- grows with every change: what was begun before it ends
) STRICT;
CREATE TABLE feeds (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  url TEXT NOT NULL UNIQUE, name TEXT NOT NULL,
  full INTEGER NOT NULL,                  -- 1: also the pages that its summaries link to
  by TEXT NOT NULL, since TEXT NOT NULL,
  looked TEXT, outcome TEXT               -- the last look: when, and what it brought (JSON)
) STRICT;
-- All that counts, maps and timelines ask of an incident: they read this and not the rows.
DROP INDEX incidents_earliest;
CREATE INDEX incidents_listed ON incidents(earliest, name, latest, type, grade, country, reports, chains,
                                           latitude, longitude, heir) WHERE heir IS NULL;
)sql"},
    {"buried incidents are found by their founder", R"sql(
-- Asked for each new incident; without it, all incidents are read each time.
CREATE INDEX incidents_buried ON incidents(founder) WHERE heir IS NOT NULL;
)sql"},
}};

int pragma(Database& database, const char* sql) {
  Statement statement(database, sql);
  return statement.with().step() ? static_cast<int>(statement.integer(0)) : 0;
}

}  // namespace

int schema_version(Database& database) { return pragma(database, "PRAGMA user_version"); }

Result<std::vector<std::string>> migrate(Database& database, bool dry_run) {
  std::vector<std::string> done;
  const int version = schema_version(database);
  const int application = pragma(database, "PRAGMA application_id");
  const int tables = pragma(database, "SELECT count(*) FROM sqlite_schema");
  if (database.fault()) return tl::unexpected(*database.fault());
  if (application != kApplicationId && (tables > 0 || version > 0))
    return failure(ErrorCode::kDamagedFile,
                   "a database of another program; name another file with --db");
  if (version > kSchemaVersion) {
    return failure(ErrorCode::kDamagedFile, "the database is of a newer Isnad (version " +
                                                std::to_string(version) + ", this program knows " +
                                                std::to_string(kSchemaVersion) +
                                                "); use that program");
  }
  if (version == kSchemaVersion) return done;
  database.begin();
  for (int step = version; step < kSchemaVersion; ++step) {
    const Step& next = kSteps[static_cast<size_t>(step)];
    database.run(next.sql);
    done.push_back("version " + std::to_string(step + 1) + ": " + next.what);
  }
  database.run("PRAGMA application_id = " + std::to_string(kApplicationId));
  database.run("PRAGMA user_version = " + std::to_string(kSchemaVersion));
  if (dry_run && !database.fault()) {
    database.run("ROLLBACK");
    if (database.fault()) return tl::unexpected(*database.fault());
    return done;
  }
  if (auto committed = database.commit(); !committed) return tl::unexpected(committed.error());
  return done;
}

Result<std::unique_ptr<Database>> open_current(const std::filesystem::path& path, OpenMode mode) {
  auto database = Database::open(path, mode);
  if (!database) return database;
  if (mode == OpenMode::kRead && schema_version(**database) < kSchemaVersion) {
    return failure(ErrorCode::kDamagedFile,
                   "the database is empty or of an older Isnad; run isnad ingest to bring it up to "
                   "date",
                   path.string());
  }
  if (auto steps = migrate(**database, false); !steps) {
    Error error = std::move(steps.error());
    error.where = path.string();
    return tl::unexpected(std::move(error));
  }
  return database;
}

}  // namespace isnad
