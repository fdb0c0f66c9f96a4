#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""From reports to incidents and out again, as users do it; what is written is read back by others' readers.

usage: incidents_test.py PATH/TO/isnad SOURCE_DIR   (run by ctest)
"""
import csv
import hashlib
import io
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest
import zipfile

import jsonschema

ISNAD = pathlib.Path(sys.argv[1]).resolve()
SOURCE = pathlib.Path(sys.argv[2]).resolve()
EXAMPLES = SOURCE / "examples" / "reports"
SCHEMA = json.loads((SOURCE / "docs/schema/incident.schema.json").read_text(encoding="utf-8"))
ACLED = """event_id_cnty event_date year time_precision disorder_type event_type sub_event_type actor1 assoc_actor_1 inter1
actor2 assoc_actor_2 inter2 interaction civilian_targeting iso region country admin1 admin2 admin3 location latitude longitude
geo_precision source source_scale notes fatalities tags timestamp""".split()
UCDP = """id relid year active_year code_status type_of_violence conflict_dset_id conflict_new_id conflict_name dyad_dset_id
dyad_new_id dyad_name side_a_dset_id side_a_new_id side_a side_b_dset_id side_b_new_id side_b number_of_sources source_article
source_office source_date source_headline source_original where_prec where_coordinates where_description adm_1 adm_2 latitude
longitude geom_wkt priogrid_gid country country_id region event_clarity date_prec date_start date_end deaths_a deaths_b
deaths_civilians deaths_unknown best high low gwnoa gwnob""".split()


def run(*arguments, data=b""):
    done = subprocess.run([ISNAD, *map(str, arguments)], input=data, capture_output=True, timeout=300, check=False)
    return done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8")


def table(text):
    rows = list(csv.reader(io.StringIO(text, newline="")))
    return rows[0], rows[1:]


class Incidents(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.kept = tempfile.TemporaryDirectory()
        cls.dir = pathlib.Path(cls.kept.name)
        cls.db = cls.dir / "examples.isnad"
        status, _, cls.talk = run("ingest", EXAMPLES, "--db", cls.db)
        assert status == 0, cls.talk
        cls.incidents = [json.loads(line) for line in run("incidents", "--db", cls.db, "--to", "jsonl")[1].splitlines()]

    @classmethod
    def tearDownClass(cls):
        cls.kept.cleanup()

    def test_every_incident_follows_the_schema(self):
        self.assertGreater(len(self.incidents), 5)
        for incident in self.incidents:
            jsonschema.validate(incident, SCHEMA)
            self.assertRegex(incident["id"], r"^ISN-[2-9A-HJ-NP-Z]{6}$")
        self.assertEqual(len({incident["id"] for incident in self.incidents}), len(self.incidents))

    def test_two_reports_of_one_event_share_an_incident(self):
        together = [set(i["reports"]) for i in self.incidents]
        self.assertTrue(any({"sanaa-hall-1", "sanaa-hall-2"} <= reports for reports in together))
        self.assertTrue(any({"benghazi-escape-1", "benghazi-escape-2"} <= reports for reports in together))
        self.assertFalse(any({"sanaa-hall-1", "benghazi-escape-1"} <= reports for reports in together))

    def test_a_second_run_adds_nothing(self):
        status, _, talk = run("ingest", EXAMPLES, "--db", self.db)
        self.assertEqual(status, 0)
        self.assertIn("0 reports added, 0 changed", talk)
        again = run("incidents", "--db", self.db, "--to", "jsonl")[1].splitlines()
        self.assertEqual([json.loads(line) for line in again], self.incidents)

    def test_order_of_arrival_changes_no_incident(self):
        files = sorted(EXAMPLES.glob("*.txt"))
        index = {line.split("\t")[0]: line for line in (EXAMPLES / "index.tsv").read_text(encoding="utf-8").splitlines()}
        heading = (EXAMPLES / "index.tsv").read_text(encoding="utf-8").splitlines()[0]
        other = self.dir / "other_order.isnad"
        for number, file in enumerate(reversed(files)):
            folder = self.dir / f"one{number}"
            folder.mkdir()
            shutil.copy(file, folder)
            (folder / "index.tsv").write_text(heading + "\n" + index[file.stem] + "\n", encoding="utf-8")
        run("ingest", *sorted(self.dir.glob("one*"), key=lambda p: int(p.name[3:])), "--db", other)
        again = [json.loads(line) for line in run("incidents", "--db", other, "--to", "jsonl")[1].splitlines()]
        self.assertEqual({frozenset(i["claims"]) for i in again}, {frozenset(i["claims"]) for i in self.incidents})
        for incident in again:  # names go by who came first; all else is the same
            twin = next(i for i in self.incidents if i["claims"] == incident["claims"])
            self.assertEqual({**incident, "id": ""}, {**twin, "id": ""})

    def test_a_kill_at_any_moment_loses_and_doubles_nothing(self):
        done = subprocess.run([sys.executable, SOURCE / "tools/kill_ingestion.py", ISNAD, EXAMPLES, "--kills", "12", "--most", "0.9",
                               "--keep", self.dir / "kills"], capture_output=True, timeout=600, check=False)
        self.assertEqual(done.returncode, 0, done.stderr.decode())
        self.assertIn(b"12 kills", done.stdout)

    def test_accounts_of_one_strike_stand_against_each_other(self):
        # The mission's S16: a prison hit by rockets, a post beside it, a post inside it, Turkish strikes.
        db = self.dir / "strike.isnad"
        self.assertEqual(run("ingest", SOURCE / "apps/isnad/disputed_strike", "--db", db)[0], 0)
        incident, = map(json.loads, run("incidents", "--db", db, "--to", "jsonl", "--reports", "2")[1].splitlines())
        self.assertEqual(incident["reports"], ["first", "post_beside", "post_inside", "turkish_strikes"])
        agreement = incident["agreement"]
        self.assertEqual((agreement["agent"], agreement["target"], agreement["injured"]), ("disputed", "disputed", "agreed"))
        denials = [value for value in incident["fields"]["outcome"] if value["value"] == "denied"]
        self.assertEqual([value["claims"] for value in denials], [["post_beside#c1"]])  # one chain, and one only
        self.assertEqual(agreement["outcome"], "denied")
        self.assertEqual(incident["grade"], "contested")

    def test_reviews_hold_and_are_undone(self):
        db = self.dir / "reviewed.isnad"
        shutil.copy(self.db, db)
        incident = self.incidents[0]["id"]
        who = ("--by", "Huda", "--reason", "read both", "--db", db)
        self.assertEqual(run("review", incident, "--grade", "fair", "--status", "checked", *who)[0], 0)
        shown = json.loads(run("compare", incident, "--db", db, "--to", "jsonl")[1])
        self.assertEqual((shown["grade"], shown["review"]["status"], shown["review"]["by"]), ("fair", "checked", "Huda"))
        jsonschema.validate(shown, SCHEMA)
        self.assertIn("grade fair", run("review", incident, "--db", db)[1])
        self.assertEqual(run("review", "--undo", "1", *who)[0], 0)
        shown = json.loads(run("compare", incident, "--db", db, "--to", "jsonl")[1])
        self.assertEqual(shown["grade"], self.incidents[0]["grade"])
        pair = next(i for i in self.incidents if len(i["reports"]) > 1)
        one, other = (next(c for c in pair["claims"] if c.startswith(report + "#")) for report in pair["reports"][:2])
        self.assertEqual(run("review", "--different", one, "--different", other, *who)[0], 0)
        apart = [json.loads(line)["claims"] for line in run("incidents", "--db", db, "--to", "jsonl")[1].splitlines()]
        self.assertFalse(any(one in claims and other in claims for claims in apart))
        bundle = self.dir / "reviewed"
        run("export", "--db", db, "--to", "csv", "--out", bundle)
        columns, rows = table((bundle / "reviews.csv").read_text(encoding="utf-8"))
        self.assertEqual([row[columns.index("undone")] for row in rows if row[columns.index("kind")] == "grade"], ["yes"])
        self.assertEqual(run("review", incident, "--grade", "fair", "--db", db)[0], 2)  # nobody says so
        self.assertEqual(run("review", "ISN-222222", "--grade", "fair", *who)[0], 1)
        self.assertEqual(run("verify", "--db", db)[:2], (0, ""))

    def test_compare_timeline_explain(self):
        hall = next(i for i in self.incidents if {"sanaa-hall-1", "sanaa-hall-2"} <= set(i["reports"]))
        status, out, _ = run("compare", hall["id"], "--db", self.db)
        self.assertEqual(status, 0)
        for part in (hall["id"], "killed", "≠ differs", "unreviewed", "proposed grade"):
            self.assertIn(part, out)
        columns, rows = table(run("compare", hall["id"], "--db", self.db, "--to", "csv")[1])
        self.assertEqual((columns[0], columns[-1], len(rows)), ("field", "agreement", 9))
        self.assertNotIn("\u2068", run("compare", hall["id"], "--db", self.db, "--bidi", "none")[1])
        self.assertIn("2016-10-0", run("timeline", hall["id"], "--db", self.db)[1])
        status, out, _ = run("explain", hall["claims"][0], "--db", self.db)
        self.assertEqual(status, 0)
        for part in ("sentence", "rule", "narrator", hall["id"]):
            self.assertIn(part, out)
        for arguments in (["compare", "ISN-222222"], ["compare", "x"], ["explain", "x#c1"], ["timeline", "ISN-222222"]):
            status, out, talk = run(*arguments, "--db", self.db)
            self.assertEqual((status, out), (1, ""), arguments)
            self.assertEqual(talk.count("\n"), 1)

    def test_filters(self):
        def names(*filters):
            return [json.loads(line)["id"] for line in run("incidents", "--db", self.db, "--to", "jsonl", *filters)[1].splitlines()]
        self.assertEqual(set(names("--since", "2016-10-08", "--until", "2016-10-08")),
                         {i["id"] for i in self.incidents if i["earliest"] and i["earliest"] <= "2016-10-08" <= i["latest"]})
        self.assertEqual(set(names("--type", "PROTEST")), {i["id"] for i in self.incidents if i["type"] == "PROTEST"})
        self.assertTrue(0 < len(names("--place", "Yemen")) < len(self.incidents))
        self.assertTrue(0 < len(names("--text", "صنعاء")) < len(self.incidents))  # Sanaa
        self.assertEqual(names("--text", "\"' OR 1=1; --"), [])
        self.assertEqual(run("incidents", "--db", self.db, "--since", "soon")[0], 2)

    def test_exports_are_read_back(self):
        def exported(*arguments):
            status, out, talk = run("export", "--db", self.db, *arguments)
            self.assertEqual((status, talk), (0, ""), arguments)
            return out
        columns, rows = table(exported("--to", "acled"))
        self.assertEqual(columns, ACLED)
        self.assertEqual(len(rows), len(self.incidents))
        columns, rows = table(exported("--to", "ucdp"))
        self.assertEqual(columns, UCDP)
        for row in rows:
            record = dict(zip(columns, row, strict=True))
            self.assertLessEqual(int(record["low"]), int(record["high"] or record["low"]))
        self.assertEqual(len(table(exported("--to", "plover"))[0]), 40)
        columns, rows = table(exported("--to", "hxl"))
        self.assertTrue(all(tag.startswith("#") for tag in rows[0]))
        for shape in ("csv", "acled", "ucdp", "hxl", "plover", "cameo"):
            columns, rows = table(exported("--to", shape))
            self.assertEqual({len(row) for row in rows} or {len(columns)}, {len(columns)}, shape)
        collection = json.loads(exported("--to", "geojson"))
        self.assertEqual(collection["type"], "FeatureCollection")
        self.assertEqual([f["id"] for f in collection["features"]], [i["id"] for i in self.incidents])
        for feature in collection["features"]:
            if feature["geometry"]:
                longitude, latitude = feature["geometry"]["coordinates"]
                self.assertTrue(-180 <= longitude <= 180 and -90 <= latitude <= 90)
        self.assertEqual([json.loads(line) for line in exported("--to", "jsonl").splitlines()], self.incidents)
        self.assertTrue(exported("--to", "csv", "--excel").startswith("\ufeff"))

    def test_a_bundle_says_what_it_holds(self):
        bundle = self.dir / "bundle"
        self.assertEqual(run("export", "--db", self.db, "--to", "csv", "--out", bundle)[0], 0)
        for line in (bundle / "manifest.sha256").read_text(encoding="utf-8").splitlines():
            digest, name = line.split("  ")
            self.assertEqual(hashlib.sha256((bundle / name).read_bytes()).hexdigest(), digest)
        package = json.loads((bundle / "datapackage.json").read_text(encoding="utf-8"))
        for resource in package["resources"]:
            columns, rows = table((bundle / resource["path"]).read_text(encoding="utf-8"))
            self.assertEqual(columns, [field["name"] for field in resource["schema"]["fields"]])
            self.assertTrue(rows or resource["path"] in ("relations.csv", "reviews.csv"))
        columns, rows = table((bundle / "claims.csv").read_text(encoding="utf-8"))
        self.assertEqual(len(rows), sum(len(i["claims"]) for i in self.incidents))
        masked = self.dir / "masked"
        run("export", "--db", self.db, "--to", "csv", "--out", masked, "--mask-names")
        columns, rows = table((masked / "claims.csv").read_text(encoding="utf-8"))
        self.assertEqual({row[columns.index("quote")] for row in rows}, {""})
        packed = self.dir / "bundle.zip"
        self.assertEqual(run("export", "--db", self.db, "--to", "bundle", "--out", packed)[0], 0)
        with zipfile.ZipFile(packed) as archive:
            self.assertEqual(archive.read("claims.csv"), (bundle / "claims.csv").read_bytes())
        self.assertEqual(run("verify", "--db", self.db)[0], 0)  # exports stand in the custody log

    def test_a_spreadsheet_keeps_the_arabic(self):
        text = run("export", "--db", self.db, "--to", "csv", "--excel")[1]
        sheet = self.dir / "sheet.csv"
        sheet.write_bytes(text.encode())
        # Another reader than ours, as a spreadsheet goes about it: the mark says the encoding, the rows are those meant.
        columns, rows = table(sheet.read_bytes().decode("utf-8-sig"))
        self.assertEqual({len(row) for row in rows}, {len(columns)})
        titles = [row[columns.index("title")] for row in rows]
        self.assertEqual(titles, [incident["title"] for incident in self.incidents])
        office = shutil.which("soffice") or shutil.which("libreoffice")
        if not office:  # 300 MB: not among what tests install; docs/reference/exports.md says how it was run
            return
        # 76 is UTF-8: without its dialogue LibreOffice goes by the locale and does not look at the mark.
        subprocess.run([office, "--headless", "--infilter=Text - txt - csv (StarCalc):44,34,76,1", "--convert-to", "ods", "--outdir",
                        self.dir, sheet], check=True, capture_output=True, timeout=300)
        subprocess.run([office, "--headless", "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76", "--outdir",
                        self.dir / "back", self.dir / "sheet.ods"], check=True, capture_output=True, timeout=300)
        back = table((self.dir / "back" / "sheet.csv").read_text(encoding="utf-8-sig"))[1]
        self.assertEqual([row[columns.index("title")] for row in back], titles)

    def test_a_broken_database_is_named(self):
        broken = self.dir / "broken.isnad"
        broken.write_text("no database")
        for command in (["incidents"], ["verify"], ["compare", "ISN-222222"], ["export"]):
            status, out, talk = run(*command, "--db", broken)
            self.assertEqual((status, out), (3, ""), command)
            self.assertIn("broken.isnad", talk)
            self.assertEqual(run(*command, "--db", self.dir / "absent.isnad")[0], 3)

    def test_what_is_rejected_is_listed(self):
        odd = self.dir / "odd.jsonl"
        odd.write_text('{"text": ""}\n{"id": "good", "text": "قُتل خمسة أشخاص في قصف على بلدة سرمين."}\nnonsense\n', encoding="utf-8")
        log = self.dir / "rejected.tsv"
        status, _, _ = run("ingest", odd, "--db", self.dir / "odd.isnad", "--log", log)
        self.assertEqual(status, 1)
        lines = log.read_text(encoding="utf-8").splitlines()
        self.assertEqual([line.split("\t")[0].rsplit(":", 1)[1] for line in lines[1:]], ["1", "3"])

    def test_reports_coded_elsewhere_give_the_same_incidents(self):
        coded = self.dir / "coded.jsonl"
        coded.write_text(run("code", EXAMPLES, "--to", "jsonl", "--with-text")[1], encoding="utf-8")
        db = self.dir / "coded.isnad"
        self.assertEqual(run("ingest", coded, "--from", "coded", "--db", db)[0], 0)
        again = [json.loads(line) for line in run("incidents", "--db", db, "--to", "jsonl")[1].splitlines()]
        self.assertEqual(again, self.incidents)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
