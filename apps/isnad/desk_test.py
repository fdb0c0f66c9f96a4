#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""The desk as programs meet it: every route against its OpenAPI document, reviews and their undoing, ingest with
events, exports read back, and attacks refused.

usage: desk_test.py PATH/TO/isnad SOURCE_DIR   (run by ctest)

Serves a store made of the example reports on a free port of 127.0.0.1. Texts are our own.
"""
import csv
import gzip
import http.server
import io
import hashlib
import json
import pathlib
import re
import socket
import subprocess
import sys
import tempfile
import threading
import time
import unittest
import zipfile
from urllib.parse import quote, urlencode

import jsonschema

from desk_served import Served

ISNAD = pathlib.Path(sys.argv[1]).resolve()
SOURCE = pathlib.Path(sys.argv[2]).resolve()
EXAMPLES = SOURCE / "examples" / "reports"
DOCUMENT = json.loads((SOURCE / "src/isnad/desk/openapi.json").read_text(encoding="utf-8"))
OWN = {"X-Isnad-Desk": "1", "Content-Type": "application/json"}
# Five civilians killed in shelling of Sarmin, Tuesday, says the civil defence.
PASTED = "مقتل خمسة مدنيين في قصف على سرمين\n\nسرمين – وكالة المدار\n\nقُتل خمسة مدنيين في قصف مدفعي على بلدة سرمين في ريف إدلب يوم 3 أيار 2016، بحسب الدفاع المدني."
PASTED_TOO = "قصف على سرمين يقتل سبعة\n\nقالت صحيفة الضفاف إن سبعة مدنيين قُتلوا في قصف مدفعي على بلدة سرمين في ريف إدلب يوم 3 أيار 2016."


def setUpModule():
    global DESK
    DESK = Served(ISNAD, EXAMPLES)


def tearDownModule():
    assert DESK.close() == 0


def get(path, values=None, headers=None):
    return DESK.ask("GET", path + ("?" + urlencode(values) if values else ""), headers=headers)


def found(path, values=None):
    status, _, body = get(path, values)
    assert status == 200, (path, values, status, body)
    return json.loads(body)


def post(path, body, headers=None):
    status, _, answer = DESK.ask("POST", path, body, {**OWN, **(headers or {})})
    return status, json.loads(answer) if answer.startswith(b"{") else answer


def part(text):
    return quote(text, safe="")


class Checks(unittest.TestCase):
    def follows(self, path, method, status, body):
        """The body is as the document says of this route and status."""
        content = DOCUMENT["paths"][path][method]["responses"][str(status)]["content"]
        kind = next(iter(content))
        schema = content[kind].get("schema")
        if schema:
            jsonschema.Draft202012Validator({**schema, "components": DOCUMENT["components"]}).validate(json.loads(body))

    def refused(self, status, body, *expected):
        self.assertIn(status, expected)
        jsonschema.validate(json.loads(body), DOCUMENT["components"]["schemas"]["Problem"])

    def hall(self):
        page = found("/api/incidents", {"text": "صنعاء مجلس عزاء", "reports": 2})  # Sanaa, funeral
        return page["items"][0]["id"]


class Reads(Checks):
    def test_every_read_route_follows_the_document(self):
        incident = self.hall()
        claim = found("/api/incidents/" + incident)["claims"][0]
        fill = {"{id}": incident, "{job}": "1", "{version}": "1"}
        for path, methods in DOCUMENT["paths"].items():
            if "get" not in methods or "jobs" in path:
                continue
            url = path
            if path.startswith("/api/reports/"):
                url = url.replace("{id}", "sanaa-hall-1")
            if path.startswith("/api/claims/"):
                url = url.replace("{id}", part(claim))
            if path.startswith("/api/narrators/"):
                url = url.replace("{name}", part(found("/api/narrators")["items"][0]["narrator"]))
            for name, value in fill.items():
                url = url.replace(name, value)
            with self.subTest(path=path):
                status, headers, body = get(url, {"text": "صنعاء"} if path == "/api/search" else None)
                self.assertEqual(status, 200, body)
                self.follows(path, "get", status, body)
                self.assertIn("default-src 'none'", headers["content-security-policy"])
                self.assertEqual(headers["x-content-type-options"], "nosniff")

    def test_the_document_is_served_and_whole(self):
        self.assertEqual(found("/api/openapi.json"), DOCUMENT)
        text = json.dumps(DOCUMENT)
        for name in DOCUMENT["components"]["schemas"]:
            self.assertIn(f'"#/components/schemas/{name}"', text)

    def test_contract_objects_follow_their_schemas(self):
        incident = found("/api/incidents/" + self.hall())
        jsonschema.validate(incident, json.loads((SOURCE / "docs/schema/incident.schema.json").read_text(encoding="utf-8")))
        record = found("/api/reports/sanaa-hall-1")["record"]
        jsonschema.validate(record, json.loads((SOURCE / "docs/schema/report.schema.json").read_text(encoding="utf-8")))

    def test_words_are_folded_and_filters_hold(self):
        with_hamza = found("/api/incidents", {"text": "الأرقام صنعاء"})
        without = found("/api/incidents", {"text": "الارقام صنعاء"})  # the figures, Sanaa: without hamza
        self.assertEqual(with_hamza, without)
        self.assertGreater(without["total"], 0)
        for name, value, holds in (("type", "PROTEST", lambda i: i["type"] == "PROTEST"),
                                   ("grade", "contested", lambda i: i["grade"] == "contested"),
                                   ("country", "YE", lambda i: i["country"] == "YE"),
                                   ("reports", "2", lambda i: i["reports"] >= 2),
                                   ("state", "unreviewed", lambda i: i["status"] == "unreviewed")):
            items = found("/api/incidents", {name: value, "limit": 200})["items"]
            self.assertTrue(items and all(holds(i) for i in items), name)
        self.assertEqual(found("/api/incidents", {"state": "final"})["total"], 0)

    def test_pages_have_every_incident_once(self):
        seen, offset = [], 0
        while offset is not None:
            page = found("/api/incidents", {"limit": 7, "offset": offset})
            seen += [item["id"] for item in page["items"]]
            offset = page["next"]
        self.assertEqual(len(seen), len(set(seen)))
        self.assertEqual(len(seen), page["total"])

    def test_facets_map_and_timeline_agree_with_the_list(self):
        total = found("/api/incidents")["total"]
        facets = found("/api/incidents/facets")
        self.assertEqual(sum(one["incidents"] for one in facets["grades"]), total)
        dated = sum(1 for i in found("/api/incidents", {"limit": 200})["items"] if i["earliest"])
        self.assertEqual(sum(bar["incidents"] for bar in found("/api/incidents/timeline")["bars"]), dated)
        placed = sum(1 for i in found("/api/incidents", {"limit": 200})["items"] if i["lat"] is not None)
        self.assertEqual(len(found("/api/incidents/map")["points"]), placed)

    def test_tags_and_gzip(self):
        status, headers, body = get("/api/incidents", {"limit": 20}, {"Accept-Encoding": "gzip"})
        self.assertEqual(headers["content-encoding"], "gzip")
        plain = get("/api/incidents", {"limit": 20})[2]
        self.assertEqual(gzip.decompress(body), plain)
        status, _, body = get("/api/incidents", {"limit": 20}, {"If-None-Match": headers["etag"]})
        self.assertEqual((status, body), (304, b""))

    def test_bytes_come_back_as_they_were(self):
        status, headers, body = get("/api/reports/sanaa-hall-1/versions/1")
        self.assertEqual(body, (EXAMPLES / "sanaa-hall-1.txt").read_bytes())
        self.assertTrue(headers["content-disposition"].startswith("attachment"))

    def test_what_is_not_there(self):
        for path in ("/api/incidents/ISN-222222", "/api/incidents/ISN-222222/comparison", "/api/reports/absent", "/api/claims/absent%23c1",
                     "/api/reports/sanaa-hall-1/versions/9", "/api/nothing", "/api/jobs/99/events", "/api/narrators/nobody", "/api/incidents//reviews"):
            status, _, body = get(path)
            self.refused(status, body, 404)


class Reviews(Checks):
    def test_a_correction_changes_the_comparison_and_is_undone(self):
        incident = self.hall()
        before = found(f"/api/incidents/{incident}/comparison")
        account, value = next((a, v) for a in before["accounts"] for v in a["cells"]["killed"]["values"])
        status, done = post(f"/api/claims/{part(value['claim'])}/corrections",
                            {"field": "killed", "value": "85", "reason": "misread", "by": "Huda"})
        self.assertEqual(status, 200, done)
        after = found(f"/api/incidents/{incident}/comparison")
        twin = next(a for a in after["accounts"] if a["narrator"] == account["narrator"])
        self.assertIn("85", [v["value"] for v in twin["cells"]["killed"]["values"]])
        line = after["reviews"][0]
        self.assertEqual((line["by"], line["kind"], line["field"], line["value"], line["reason"]), ("Huda", "correct", "killed", "85", "misread"))
        self.assertTrue(line["old"])
        self.assertEqual(post(f"/api/reviews/{done['action']}/undo", {"by": "Huda"})[0], 200)
        undone = found(f"/api/incidents/{incident}/comparison")
        self.assertEqual(undone["accounts"], before["accounts"])
        self.assertEqual(len(undone["reviews"]), len(before["reviews"]) + 2)  # nothing is forgotten
        self.assertEqual(post(f"/api/reviews/{done['action']}/undo", {})[0], 400)

    def test_merge_and_split_hold_and_are_undone(self):
        items = found("/api/incidents", {"limit": 200})["items"]
        one, other = [i["id"] for i in items if i["reports"] == 1][:2]
        claims = {i: set(found("/api/incidents/" + i)["claims"]) for i in (one, other)}
        status, done = post(f"/api/incidents/{one}/merge", {"with": other, "reason": "one thing", "by": "Huda"})
        self.assertEqual((status, len(done["incidents"])), (200, 1), done)
        whole = found("/api/incidents/" + done["incidents"][0])
        self.assertEqual(set(whole["claims"]), claims[one] | claims[other])
        gone = next(i for i in (one, other) if i != whole["id"])
        self.assertEqual(found("/api/incidents/" + gone)["id"], whole["id"])  # the tombstone leads on
        self.assertIn({"id": gone, "heir": whole["id"]}, found("/api/deleted")["items"])
        status, split = post(f"/api/incidents/{whole['id']}/split", {"claims": sorted(claims[other]), "reason": "two after all"})
        self.assertEqual((status, len(split["incidents"])), (200, 2), split)
        self.assertEqual(post(f"/api/reviews/{split['action']}/undo", {})[0], 200)
        self.assertEqual(set(found("/api/incidents/" + whole["id"])["claims"]), claims[one] | claims[other])
        self.assertEqual(post(f"/api/reviews/{done['action']}/undo", {})[0], 200)
        for name in (one, other):  # each has its name back
            self.assertEqual((found("/api/incidents/" + name)["id"], set(found("/api/incidents/" + name)["claims"])), (name, claims[name]))
        self.assertEqual(post(f"/api/reviews/{done['action']}/undo", {"again": True})[0], 200)
        self.assertEqual(set(found("/api/incidents/" + whole["id"])["claims"]), claims[one] | claims[other])
        self.assertEqual(post(f"/api/reviews/{done['action']}/undo", {})[0], 200)

    def test_a_claim_is_moved(self):
        items = [i for i in found("/api/incidents", {"limit": 200})["items"] if i["reports"] == 1]
        source = next(i["id"] for i in items if len(found("/api/incidents/" + i["id"])["claims"]) == 1)
        goal = next(i["id"] for i in items if i["id"] != source)
        claim = found("/api/incidents/" + source)["claims"][0]
        status, done = post(f"/api/claims/{part(claim)}/move", {"to": goal, "reason": "belongs there"})
        self.assertEqual(status, 200, done)
        self.assertIn(claim, found("/api/incidents/" + goal)["claims"])
        post(f"/api/reviews/{done['action']}/undo", {})
        self.assertNotIn(claim, found("/api/incidents/" + goal)["claims"])

    def test_states_grades_and_comments(self):
        incident = self.hall()
        for body in ({"kind": "status", "value": "checked", "by": "Huda"}, {"kind": "grade", "value": "fair", "reason": "two monitors"},
                     {"kind": "assign", "value": "Salim"}, {"kind": "comment", "reason": "see the ministry's list"}):
            status, done = post(f"/api/incidents/{incident}/reviews", body)
            self.assertEqual(status, 200, done)
        view = found(f"/api/incidents/{incident}/comparison")
        self.assertEqual((view["incident"]["review"]["status"], view["incident"]["review"]["by"], view["incident"]["grade"], view["assigned"], view["graded"]),
                         ("checked", "Huda", "fair", "Salim", True))
        self.assertIn(incident, [i["id"] for i in found("/api/incidents", {"state": "checked", "grade": "fair"})["items"]])
        for body in ({"kind": "status", "value": "done"}, {"kind": "grade", "value": "fair"}, {"kind": "grade", "value": "good", "reason": "x"},
                     {"kind": "comment"}, {"kind": "erase"}, {"kind": "correct", "value": "1"}):
            status, problem = post(f"/api/incidents/{incident}/reviews", body)
            self.assertEqual(status, 400, (body, problem))
        for line in view["reviews"]:
            if line["active"] and line["kind"] != "undo":
                post(f"/api/reviews/{line['action']}/undo", {})
        self.assertEqual(found("/api/incidents/" + incident)["review"]["status"], "unreviewed")

    def test_the_store_stays_sound(self):
        self.test_a_correction_changes_the_comparison_and_is_undone()
        done = subprocess.run([ISNAD, "verify", "--db", DESK.db], capture_output=True, check=False, timeout=120)
        self.assertEqual((done.returncode, done.stdout), (0, b""))


def events_of(job):
    status, headers, body = get(f"/api/jobs/{job}/events")
    assert status == 200 and headers["content-type"].startswith("text/event-stream")
    events = []
    for block in body.decode("utf-8").split("\n\n"):
        fields = dict(line.split(": ", 1) for line in block.splitlines() if not line.startswith(":") and ": " in line)
        if "event" in fields:
            events.append((fields["event"], json.loads(fields["data"])))
    return events


class Narrators(Checks):
    def test_a_narrator_beside_others(self):
        """The pairs come to what the comparisons show: whoever differs with me, I differ with."""
        view = found(f"/api/incidents/{self.hall()}/comparison")
        names = [a["narrator"] for a in view["accounts"] if a["counted"]]
        seen = {name: {one["narrator"]: one for one in found("/api/narrators/" + part(name))["others"]} for name in names}
        pairs = 0
        for name, others in seen.items():
            for other, one in others.items():
                if other in seen:
                    twin = seen[other][name]
                    self.assertEqual([one[k] for k in ("incidents", "agrees", "differs", "denies")], [twin[k] for k in ("incidents", "agrees", "differs", "denies")])
                    pairs += 1
        self.assertGreater(pairs, 1)
        differing = [a["narrator"] for a in view["accounts"] if a["counted"] and a["cells"]["killed"]["mark"] == "differ"]
        for name in differing:
            self.assertTrue(any(one["differs"] and view["incident"]["id"] in one["examples"] for one in seen[name].values()), name)


class Exchange(Checks):
    def test_pasted_reports_join_their_incident(self):
        status, job = post("/api/ingest", {"text": PASTED, "outlet": "وكالة المدار", "published": "2016-05-04"})
        self.assertEqual(status, 202)
        events = events_of(job["job"])
        self.assertEqual([name for name, _ in events], ["report", "done"])
        self.assertEqual(events[0][1]["status"], "added")
        status, job = post("/api/ingest", {"text": PASTED_TOO, "outlet": "صحيفة الضفاف", "published": "2016-05-04"})
        again = events_of(job["job"])[0][1]
        shared = set(events[0][1]["incidents"]) & set(again["incidents"])
        self.assertTrue(shared, (events, again))
        killed = found("/api/incidents/" + shared.pop())["fields"]["killed"]
        self.assertEqual({value["value"] for value in killed}, {5, 7})
        self.assertEqual(events_of(post("/api/ingest", {"text": PASTED, "published": "2016-05-04"})[1]["job"])[0][1]["status"], "known")

    def test_a_file_of_several_with_a_bad_one(self):
        lines = '{"id": "desk-a", "text": "قُتل شخصان في قصف على بلدة سرمين."}\nnonsense\n'  # two killed in shelling
        events = events_of(post("/api/ingest", {"text": lines, "form": "jsonl", "name": "two.jsonl"})[1]["job"])
        self.assertEqual([data.get("status") for _, data in events[:-1]], ["added", "rejected"])
        self.assertEqual((events[-1][1]["added"], events[-1][1]["rejected"]), (1, 1))

    def test_exports_are_read_back_and_noted(self):
        total = found("/api/incidents")["total"]
        for shape in ("csv", "acled", "geojson", "jsonl"):
            status, headers, body = DESK.ask("POST", "/api/exports", {"to": shape}, OWN)
            self.assertEqual(status, 200, body)
            self.assertIn("attachment", headers["content-disposition"])
            text = body.decode("utf-8")
            rows = {"geojson": lambda: json.loads(text)["features"], "jsonl": lambda: [json.loads(line) for line in text.splitlines()]}.get(
                shape, lambda: list(csv.DictReader(io.StringIO(text, newline=""))))()
            self.assertEqual(len(rows), total, shape)
        status, _, body = DESK.ask("POST", "/api/exports", {"to": "jsonl", "country": "YE", "mask_names": True}, OWN)
        self.assertEqual(len(body.splitlines()), found("/api/incidents", {"country": "YE"})["total"])
        self.assertEqual(found("/api/custody")["items"][0]["what"], "export")
        self.assertEqual(post("/api/exports", {"to": "xls"})[0], 400)

    def test_a_bundle_is_a_zip_archive_whose_sums_hold(self):
        status, headers, body = DESK.ask("POST", "/api/exports", {"to": "bundle"}, OWN)
        self.assertEqual((status, headers["content-type"]), (200, "application/zip"), body[:200])
        self.assertIn("isnad-bundle.zip", headers["content-disposition"])
        archive = zipfile.ZipFile(io.BytesIO(body))
        self.assertIsNone(archive.testzip())
        sums = [line.split("  ") for line in archive.read("manifest.sha256").decode().splitlines()]
        self.assertEqual({name for _, name in sums} | {"manifest.sha256"}, set(archive.namelist()))
        for digest, name in sums:
            self.assertEqual(hashlib.sha256(archive.read(name)).hexdigest(), digest)
        rows = list(csv.DictReader(io.StringIO(archive.read("incidents.csv").decode("utf-8"), newline="")))
        self.assertEqual(len(rows), found("/api/incidents")["total"])


class FeedServer(http.server.BaseHTTPRequestHandler):
    """A feed of one item, on this machine."""
    asked = []
    FEED = """<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>f</title><item><title>قصف على بنش</title>
<link>http://127.0.0.1:{port}/story</link><guid>http://127.0.0.1:{port}/story</guid><pubDate>Wed, 04 May 2016 08:00:00 +0300</pubDate>
<description>قُتل تسعة مدنيين في قصف مدفعي على بلدة بنش في ريف إدلب يوم الثلاثاء، بحسب الدفاع المدني.</description></item></channel></rss>"""

    def do_GET(self):
        FeedServer.asked.append(self.path)
        body = self.FEED.replace("{port}", str(self.server.server_port)).encode("utf-8") if self.path == "/feed" else b""
        unchanged = self.headers.get("If-None-Match") == '"1"'
        self.send_response(304 if unchanged else 200 if body else 404)
        self.send_header("ETag", '"1"')
        self.send_header("Content-Type", "application/rss+xml; charset=utf-8")
        self.send_header("Content-Length", str(0 if unchanged else len(body)))
        self.end_headers()
        if not unchanged:
            self.wfile.write(body)

    def log_message(self, *_):
        pass


class Feeds(Checks):
    def setUp(self):
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), FeedServer)
        self.url = f"http://127.0.0.1:{self.server.server_port}/feed"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        FeedServer.asked.clear()

    def tearDown(self):
        self.server.shutdown()
        self.server.server_close()

    def test_feeds_are_kept_and_fetched_only_where_the_desk_may(self):
        status, added = post("/api/feeds", {"url": self.url, "name": "وكالة المدار", "by": "Huda"})
        self.assertEqual(status, 200, added)
        self.assertEqual(post("/api/feeds", {"url": self.url})[0], 400)  # twice
        for bad in ("file:///etc/passwd", "javascript:1", "", "http://a b/", "https://x/" + "a" * 3000):
            self.assertEqual(post("/api/feeds", {"url": bad})[0], 400, bad)
        _, _, body = get("/api/feeds")
        self.follows("/api/feeds", "get", 200, body)
        self.assertEqual([(f["url"], f["by"], f["looked"]) for f in json.loads(body)["items"]], [(self.url, "Huda", None)])
        self.assertFalse(json.loads(body)["fetch"])
        self.assertEqual(post(f"/api/feeds/{added['feed']}/run", {})[0], 409)
        self.assertEqual(FeedServer.asked, [])
        self.assertEqual(post(f"/api/feeds/{added['feed']}/remove", {})[0], 200)
        self.assertEqual(post(f"/api/feeds/{added['feed']}/remove", {})[0], 404)
        self.assertEqual(found("/api/feeds")["items"], [])

    def test_a_feed_is_looked_at_with_progress(self):
        desk = Served(ISNAD, EXAMPLES, ("--fetch",))
        try:
            def said(path, body=None):
                return json.loads(desk.ask("POST" if body is not None else "GET", path, body, OWN)[2])
            feed = said("/api/feeds", {"url": self.url, "name": "وكالة المدار"})["feed"]
            for expected in ((1, 0), (0, 0)):  # the second time the server says that nothing changed
                job = said(f"/api/feeds/{feed}/run", {})["job"]
                stream = desk.ask("GET", f"/api/jobs/{job}/events")[2].decode("utf-8")
                done = json.loads(re.search(r"event: done\ndata: (.*)", stream)[1])
                self.assertEqual((done["added"], done["rejected"]), expected, stream)
            one = said("/api/feeds")["items"][0]
            self.assertTrue(one["looked"])
            self.assertEqual(one["outcome"]["known"], 0)
            self.assertEqual(said("/api/reports?text=" + part("بنش"))["total"], 1)
        finally:
            self.assertEqual(desk.close(), 0)

    def test_users_do_not_reach_this_network_through_the_desk(self):
        desk = Served(ISNAD, EXAMPLES, ("--fetch",), lambda db: subprocess.run(
            [ISNAD, "users", "add", "Huda", "--role", "admin", "--db", db], input=b"a long pass phrase\n", check=True, capture_output=True))
        try:
            status, headers, body = desk.ask("POST", "/api/session", {"name": "Huda", "password": "a long pass phrase"}, OWN)
            self.assertEqual(status, 200)
            mine = {**OWN, "Cookie": headers["set-cookie"].split(";")[0], "X-Isnad-Desk": json.loads(body)["proof"]}
            for url in (self.url, self.url.replace("127.0.0.1", "localhost"), "http://[::1]:1/", "http://0.0.0.0:1/", "http://2130706433/"):
                feed = json.loads(desk.ask("POST", "/api/feeds", {"url": url}, mine)[2])["feed"]
                job = json.loads(desk.ask("POST", f"/api/feeds/{feed}/run", {}, mine)[2])["job"]
                stream = desk.ask("GET", f"/api/jobs/{job}/events", headers=mine)[2].decode("utf-8")
                self.assertIn("private network", stream, url)
            self.assertEqual(FeedServer.asked, [])
        finally:
            self.assertEqual(desk.close(), 0)


class Attacks(Checks):
    def test_paths_that_climb(self):
        for path in ("/../../../etc/passwd", "/assets/../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/assets/..%2f..%2fetc%2fpasswd",
                     "/api/reports/..%2f..%2fetc%2fpasswd", "//etc/passwd", "/%00", "/%c0%af", "/%zz", "/api/reports/%ff"):
            status, _, body = get(path)
            self.assertNotIn(b"root:", body)
            self.assertIn(status, (200, 400, 404), path)
            if status == 200:
                self.assertIn(b"<!doctype html>", body.lower())

    def test_sql_in_every_parameter(self):
        before = found("/api/status")
        poison = ("' OR 1=1 --", "\"; DROP TABLE incidents; --", "1) UNION SELECT sql FROM sqlite_schema --", "\" OR * NEAR(", "%' AND 1=1", "*", "^a", "a:b", "\\")
        for path, methods in DOCUMENT["paths"].items():
            names = [p["name"] for p in methods.get("get", {}).get("parameters", []) if p["in"] == "query"]
            if "{" in path and "get" in methods:
                for text in poison:
                    status, _, body = get(path.replace("{id}", part(text)).replace("{job}", part(text)).replace("{version}", part(text)).replace("{name}", part(text)))
                    self.assertEqual(status, 404, (path, text, body))
            for name in names:
                for text in poison:
                    status, _, body = get(path, {name: text, **({"text": "x"} if path == "/api/search" and name != "text" else {})})
                    self.assertIn(status, (200, 400), (path, name, text))
                    if status == 200 and name not in ("sort", "unit", "incident") and path == "/api/incidents":
                        self.assertEqual(json.loads(body)["total"] if name not in ("text", "place", "actor") else 0, 0, (name, text))
        self.assertEqual(found("/api/status"), before)

    def test_stored_script_stays_text(self):
        script = "<script>alert(1)</script><img src=x onerror=alert(1)>"
        text = f"{script}\n\nقُتل ثلاثة أشخاص في قصف على بلدة سرمين، بحسب {script}.\n"  # three killed in shelling
        events = events_of(post("/api/ingest", {"text": text, "form": "text", "outlet": script, "url": "javascript:alert(1)", "name": script})[1]["job"])
        report = events[0][1]["report"]
        status, headers, body = get("/api/reports/" + part(report))
        self.assertEqual((status, headers["content-type"]), (200, "application/json; charset=utf-8"))
        self.assertEqual(headers["x-content-type-options"], "nosniff")
        self.assertNotIn("unsafe", headers["content-security-policy"])
        status, headers, _ = get(f"/api/reports/{part(report)}/versions/1")
        self.assertEqual((headers["content-type"], headers["content-disposition"][:10]), ("application/octet-stream", "attachment"))

    def test_changes_from_other_sites(self):
        incident = self.hall()
        before = found("/api/status")["state"]
        body = {"kind": "comment", "reason": "forged"}
        plain = {"Content-Type": "application/json"}
        for headers in (plain, {**OWN, "Origin": "http://evil.example"}, {**OWN, "Sec-Fetch-Site": "cross-site"}, {**OWN, "Origin": "null"},
                        {**OWN, "Origin": f"http://127.0.0.1:{DESK.port + 1}"}):
            status, _, answer = DESK.ask("POST", f"/api/incidents/{incident}/reviews", body, headers)
            self.refused(status, answer, 403)
        for path, methods in DOCUMENT["paths"].items():
            if "post" in methods:
                status, _, answer = DESK.ask("POST", path.replace("{id}", "x").replace("{action}", "1"), {}, plain)
                self.refused(status, answer, 403)
        for kind in ("text/plain", "application/x-www-form-urlencoded", "multipart/form-data"):
            status, _, answer = DESK.ask("POST", f"/api/incidents/{incident}/reviews", body, {**OWN, "Content-Type": kind})
            self.refused(status, answer, 415)
        self.assertEqual(found("/api/status")["state"], before)

    def test_names_that_lead_here(self):
        for host in ("evil.example", "127.0.0.1.evil.example", "evil.example:8427", ""):
            status, _, body = get("/api/status", headers={"Host": host})
            self.refused(status, body, 421, 400)
        self.assertEqual(get("/api/status", headers={"Host": f"localhost:{DESK.port}"})[0], 200)

    def test_other_methods(self):
        for method in ("PUT", "DELETE", "PATCH", "TRACE"):
            status, _, body = DESK.ask(method, "/api/incidents", headers=OWN)
            self.assertIn(status, (405, 400, 501), method)
        self.assertEqual(DESK.ask("HEAD", "/api/status")[0], 200)
        self.assertIn(DESK.ask("POST", "/", {}, OWN)[0], (405, 413))

    def test_oversized(self):
        status, _, body = DESK.ask("POST", "/api/incidents/x/reviews", b"x" * 70000, OWN, raw=True)
        self.refused(status, body, 413)
        status, _, _ = get("/api/incidents", {"text": "a" * 20000})
        self.assertIn(status, (400, 414))
        status = get("/api/status", headers={"X-Long": "a" * 60000})[0]
        self.assertIn(status, (400, 413, 431))
        deep = "[" * 100000
        for bad in (deep, "{" * 100000, '{"kind": ' + "9" * 5000 + "}", '{"a": {"b": 1}}', "", "null", '"x"', '{"kind": "comment", "kind": "status"}', b"\xff\xfe"):
            data = bad.encode("utf-8")[:60000] if isinstance(bad, str) else bad
            status, _, body = DESK.ask("POST", "/api/incidents/x/reviews", data, OWN, raw=True)
            self.refused(status, body, 400)
        self.assertEqual(get("/api/status")[0], 200)

    def test_a_body_without_end_is_cut_off(self):
        with socket.create_connection(("127.0.0.1", DESK.port), timeout=20) as connection:
            connection.sendall(b"POST /api/incidents/x/reviews HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Isnad-Desk: 1\r\n"
                               b"Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n")
            sent = 0
            try:
                for _ in range(400):
                    connection.sendall(b"1000\r\n" + b"x" * 4096 + b"\r\n")
                    sent += 4096
                    time.sleep(0.001)
                ended = connection.recv(1) == b""
            except OSError:
                ended = True
            self.assertTrue(ended)
        self.assertEqual(get("/api/status")[0], 200)

    def test_garbage_and_half_requests(self):
        for garbage in (b"\x00" * 100, b"GET\r\n\r\n", b"GET / HTTP/9.9\r\n\r\n", b"\r\n" * 50, b"GET /%%% HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
                        b"POST /api/ingest HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: -5\r\n\r\n",
                        b"POST /api/ingest HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 99999999999999999999\r\n\r\n"):
            with socket.create_connection(("127.0.0.1", DESK.port), timeout=10) as connection:
                connection.sendall(garbage)
                connection.settimeout(0.5)
                try:
                    self.assertNotIn(b" 200 ", connection.recv(4096))
                except OSError:
                    pass
        self.assertEqual(get("/api/status")[0], 200)

    def test_a_trickling_request_is_cut_off_while_others_are_served(self):
        begun = time.monotonic()
        slow = [socket.create_connection(("127.0.0.1", DESK.port), timeout=60) for _ in range(30)]
        try:
            for one in slow:
                one.sendall(b"GET /api/status HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ")
            alive = True
            while alive and time.monotonic() - begun < 45:
                time.sleep(1.5)
                self.assertEqual(get("/api/status")[0], 200)
                try:
                    slow[0].sendall(b"a")
                except OSError:
                    alive = False
            self.assertFalse(alive, "a request that trickles was served for 45 s")
        finally:
            for one in slow:
                one.close()

    def test_many_at_once(self):
        faults = []

        def work():
            for _ in range(15):
                status = get("/api/incidents", {"limit": 30})[0]
                if status != 200:
                    faults.append(status)
        threads = [threading.Thread(target=work) for _ in range(24)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(faults, [])


class Command(unittest.TestCase):
    def test_what_cannot_be_served(self):
        with tempfile.TemporaryDirectory() as folder:
            absent = pathlib.Path(folder) / "absent.isnad"
            done = subprocess.run([ISNAD, "serve", "--db", absent], capture_output=True, check=False, timeout=60)
            self.assertEqual(done.returncode, 3)
            done = subprocess.run([ISNAD, "serve", "--db", DESK.db, "--port", str(DESK.port)], capture_output=True, check=False, timeout=60)
            self.assertEqual(done.returncode, 2)
            self.assertIn(b"--port", done.stderr)

    def test_only_this_machine_is_listened_to(self):
        listening = pathlib.Path("/proc/net/tcp").read_text(encoding="ascii").splitlines()
        ours = [line.split()[1] for line in listening if line.split()[1].endswith(f":{DESK.port:04X}") and line.split()[3] == "0A"]
        self.assertEqual(ours, [f"0100007F:{DESK.port:04X}"])


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
