#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""Databases of older programs, with reports, incidents and reviews in them, brought up to date: nothing is lost.

usage: migration_test.py PATH/TO/isnad SOURCE_DIR   (run by ctest)

A file of each older version is made by that version's own statements (src/isnad/store/schema.cpp holds them all) and
filled with what a file of today holds, as far as the older tables had columns for it.
"""
import pathlib
import re
import sqlite3
import subprocess
import sys
import tempfile
import unittest

ISNAD = pathlib.Path(sys.argv[1]).resolve()
SOURCE = pathlib.Path(sys.argv[2]).resolve()
STEPS = re.findall(r'R"sql\((.*?)\)sql"', (SOURCE / "src/isnad/store/schema.cpp").read_text(encoding="utf-8"), re.S)
APPLICATION = 0x49534E44


def isnad(*arguments):
    return subprocess.run([ISNAD, *arguments], capture_output=True, check=False, timeout=200, encoding="utf-8")


def columns(file, schema, table):
    return [row[1] for row in file.execute(f"PRAGMA {schema}.table_info({table})")]


def make_older(path, version, present):
    """The file as a program of `version` would have left it."""
    with sqlite3.connect(path) as file:
        for step in STEPS[:version]:
            file.executescript(step)
        file.execute("ATTACH ? AS present", (str(present),))
        kept = [name for (name,) in file.execute("SELECT name FROM main.sqlite_schema WHERE type = 'table'")
                if name not in ("report_words", "incident_words") and not name.startswith("sqlite_")]
        triggers = file.execute("SELECT name, sql FROM main.sqlite_schema WHERE type = 'trigger'").fetchall()
        for name, _ in triggers:  # they would write the words a second time
            file.execute(f"DROP TRIGGER {name}")
        for table in kept:
            shared = [column for column in columns(file, "main", table) if column in columns(file, "present", table)]
            if shared:
                file.execute(f"DELETE FROM main.{table}")
                file.execute(f"INSERT INTO main.{table}({', '.join(shared)}) SELECT {', '.join(shared)} FROM present.{table}")
        for _, sql in triggers:
            file.execute(sql)
        file.execute(f"PRAGMA application_id = {APPLICATION}")
        file.execute(f"PRAGMA user_version = {version}")


class Migrations(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.kept = tempfile.TemporaryDirectory()
        cls.folder = pathlib.Path(cls.kept.name)
        cls.present = cls.folder / "present.isnad"
        assert isnad("ingest", SOURCE / "examples/reports", "--db", cls.present).returncode == 0
        cls.incident = isnad("incidents", "--db", cls.present, "--reports", "2", "--limit", "1", "--to", "table").stdout.split()[0]
        for words in (("--grade", "fair"), ("--status", "checked")):
            assert isnad("review", cls.incident, *words, "--by", "Huda", "--reason", "read all", "--db", cls.present).returncode == 0
        with sqlite3.connect(cls.present) as file:
            file.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            cls.tables = {name for (name,) in file.execute("SELECT name FROM sqlite_schema WHERE type IN ('table', 'index', 'view', 'trigger')")}

    @classmethod
    def tearDownClass(cls):
        cls.kept.cleanup()

    def test_there_is_a_step_for_each_version(self):
        with sqlite3.connect(self.present) as file:
            self.assertEqual(file.execute("PRAGMA user_version").fetchone()[0], len(STEPS))

    def test_every_older_version_with_data(self):
        before = {command: isnad(*command, "--db", self.present).stdout for command in (("incidents", "--to", "jsonl"), ("incidents", "--text", "صنعاء", "--to", "jsonl"))}
        self.assertTrue(all(before.values()))
        for version in range(1, len(STEPS)):
            with self.subTest(version=version):
                old = self.folder / f"version{version}.isnad"
                make_older(old, version, self.present)
                self.assertEqual(isnad("incidents", "--db", old).returncode, 3)  # reading does not change a file
                brought = isnad("ingest", SOURCE / "examples/reports", "--db", old)
                self.assertEqual(brought.returncode, 0, brought.stderr)
                self.assertIn("0 reports added", brought.stderr)
                self.assertEqual(isnad("verify", "--db", old).returncode, 0)
                for command, said in before.items():
                    self.assertEqual(isnad(*command, "--db", old).stdout, said)
                self.assertIn("read all", isnad("review", self.incident, "--db", old).stdout)
                done = isnad("review", self.incident, "--grade", "weak", "--by", "Huda", "--reason", "again", "--db", old)
                self.assertEqual(done.returncode, 0, done.stderr)
                with sqlite3.connect(old) as file:
                    self.assertEqual(file.execute("PRAGMA user_version").fetchone()[0], len(STEPS))
                    now = {name for (name,) in file.execute("SELECT name FROM sqlite_schema WHERE type IN ('table', 'index', 'view', 'trigger')")}
                self.assertEqual(now, self.tables)

    def test_what_fails_changes_nothing(self):
        old = self.folder / "broken.isnad"
        make_older(old, 2, self.present)
        with sqlite3.connect(old) as file:
            file.execute("CREATE TABLE users (other)")  # the last step cannot be done
        self.assertEqual(isnad("ingest", SOURCE / "examples/reports", "--db", old).returncode, 3)
        with sqlite3.connect(old) as file:
            self.assertEqual(file.execute("PRAGMA user_version").fetchone()[0], 2)
            self.assertEqual(file.execute("SELECT count(*) FROM sqlite_schema WHERE name = 'incident_cards'").fetchone()[0], 0)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
