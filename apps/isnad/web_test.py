#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""Feeds and pages over HTTP as users meet them: `isnad ingest URL` against a server of this test, on the loopback alone.

usage: web_test.py PATH/TO/isnad   (run by ctest)
"""
import http.server
import os
import pathlib
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
import unittest

ISNAD = pathlib.Path(sys.argv[1]).resolve()
FIRST = "قُتل خمسة مدنيين اليوم الثلاثاء في قصف مدفعي على بلدة سرمين، بحسب الدفاع المدني."  # five civilians killed …
SECOND = "وقال شهود إنهم سمعوا انفجارات عدة قبل الظهر، ولم تعلن أي جهة مسؤوليتها عن الهجوم."  # witnesses heard …


def page(title, *paragraphs):
    body = "".join(f"<p>{text}</p>" for text in paragraphs)
    return f"<html><head><meta charset=utf-8></head><body><h1>{title}</h1><div class=article-body>{body}</div></body></html>"


def feed(items, extra=""):
    return ("<?xml version='1.0' encoding='utf-8'?><rss version='2.0' xmlns:atom='http://www.w3.org/2005/Atom'><channel>"
            f"<title>وكالة المنارة</title>{extra}{items}</channel></rss>")


def item(number, link, text=FIRST):
    return (f"<item><title>قصف على سرمين {number}</title><link>{link}</link><guid>g{number}</guid>"
            f"<pubDate>Tue, 14 May 2024 09:30:00 +0300</pubDate><description>{text}</description></item>")


class Handler(http.server.BaseHTTPRequestHandler):
    """Answers by the table `answers` of the server: path to a function of the handler."""
    protocol_version = "HTTP/1.1"

    def do_GET(self):  # noqa: N802, the library's name
        self.server.asked.append((self.path, dict(self.headers)))
        answer = self.server.answers.get(self.path)
        if answer is None:
            self.give(404, "no")
        else:
            answer(self)

    def give(self, status, text, kind="text/html; charset=utf-8", **headers):
        body = text.encode("utf-8")
        self.send_response(status)
        for name, value in {"Content-Type": kind, "Content-Length": str(len(body)), **headers}.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        try:
            self.wfile.write(body)
        except ConnectionError:
            pass

    def log_message(self, *_):
        pass


class Web(unittest.TestCase):
    def setUp(self):
        self.kept = tempfile.TemporaryDirectory()
        self.addCleanup(self.kept.cleanup)
        self.dir = pathlib.Path(self.kept.name)
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.server.answers, self.server.asked = {}, []
        self.root = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.addCleanup(self.server.server_close)
        self.addCleanup(self.server.shutdown)

    def answer(self, path, text, kind="text/html; charset=utf-8", status=200, **headers):
        self.server.answers[path] = lambda handler: handler.give(status, text, kind, **headers)

    def environment(self):
        return {k: v for k, v in os.environ.items() if not k.lower().endswith("_proxy")}

    def run_isnad(self, *arguments):
        done = subprocess.run([ISNAD, *map(str, arguments)], capture_output=True, timeout=200, check=False, env=self.environment())
        return done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8")

    def ingest(self, path, *more):
        return self.run_isnad("ingest", self.root + path, "--db", self.dir / "d.isnad", *more)

    def test_a_feed_is_taken_in_once_and_asked_only_for_changes(self):
        def answer(handler):
            if handler.headers.get("If-None-Match") == '"v1"':
                handler.send_response(304)
                handler.end_headers()
            else:
                handler.give(200, feed(item(1, "/1") + item(2, "/2")), "application/rss+xml", ETag='"v1"',
                             Last_Modified="Tue, 14 May 2024 09:30:00 GMT")
        self.server.answers["/rss"] = answer
        status, _, err = self.ingest("/rss")
        self.assertEqual(status, 0, err)
        self.assertIn("2 reports added", err)
        status, _, err = self.ingest("/rss")
        self.assertEqual(status, 0, err)
        self.assertIn("0 reports added", err)
        self.assertIn("have not changed", err)
        self.assertEqual(self.server.asked[1][1].get("If-Modified-Since"), "Tue, 14 May 2024 09:30:00 GMT")
        self.assertTrue(self.server.asked[0][1]["User-Agent"].startswith("isnad/"))

    def test_a_changed_page_is_a_new_version_of_its_report(self):
        self.answer("/a", page("قصف على سرمين", FIRST))
        self.assertIn("1 reports added", self.ingest("/a")[2])
        self.answer("/a", page("قصف على سرمين", FIRST, SECOND))
        self.assertIn("1 changed", self.ingest("/a")[2])
        with sqlite3.connect(self.dir / "d.isnad") as database:
            self.assertEqual(database.execute("PRAGMA integrity_check").fetchone(), ("ok",))

    def test_full_fetches_the_pages_of_summaries(self):
        self.answer("/rss", feed(item(1, self.root + "/1", "ملخص قصير للخبر المنشور.")), "text/xml")
        self.answer("/1", page("قصف على سرمين 1", FIRST, SECOND))
        status, out, err = self.run_isnad("code", self.root + "/rss", "--full", "--with-text", "--to", "jsonl")
        self.assertEqual(status, 0, err)
        self.assertIn(SECOND, out)
        self.assertIn("وكالة المنارة", out)  # the outlet is the feed's
        self.assertIn('"published":"2024-05-14T09:30+03:00"', out.replace('": "', '":"'))

    def test_feeds_that_lead_in_a_circle_are_named_and_left(self):
        link = f"<atom:link rel='next' href='{self.root}/rss'/>"
        self.answer("/rss", feed(item(1, self.root + "/rss"), link), "text/xml")
        status, _, err = self.ingest("/rss", "--feed-pages", "9", "--full")
        self.assertEqual(status, 1)
        self.assertIn("circle", err)
        self.assertIn("an item links to the feed itself", err)
        self.assertIn("1 reports added", err)
        self.assertEqual(len(self.server.asked), 1)

    def test_older_pages_of_a_feed_are_read_as_far_as_asked(self):
        for n in range(1, 6):
            self.answer(f"/p{n}", feed(item(n, f"/{n}"), f"<atom:link rel='next' href='/p{n + 1}'/>"), "text/xml")
        self.assertIn("3 reports added", self.ingest("/p1", "--feed-pages", "3")[2])

    def test_endless_redirects_are_refused(self):
        self.answer("/x", "", status=302, Location="/y")
        self.answer("/y", "", status=302, Location="/x")
        status, _, err = self.ingest("/x")
        self.assertEqual(status, 1)
        self.assertIn("redirected over 5 times", err)
        self.assertLess(len(self.server.asked), 9)

    def test_a_redirect_to_a_file_is_refused(self):
        self.answer("/x", "", status=302, Location="file:///etc/passwd")
        status, _, err = self.ingest("/x")
        self.assertEqual(status, 1)
        self.assertIn("only http and https", err)

    def test_ten_gigabytes_declared_or_sent_are_refused(self):
        def declare(handler):
            handler.send_response(200)
            handler.send_header("Content-Length", str(10 << 30))
            handler.end_headers()

        def send(handler):
            handler.send_response(200)
            handler.send_header("Transfer-Encoding", "chunked")
            handler.end_headers()
            try:
                for _ in range(200):
                    handler.wfile.write(b"100000\r\n" + b"x" * (1 << 20) + b"\r\n")
            except ConnectionError:
                pass
        self.server.answers.update({"/declared": declare, "/sent": send})
        for path in ("/declared", "/sent"):
            status, _, err = self.ingest(path)
            self.assertEqual(status, 1)
            self.assertIn("over 32 MiB", err)

    def test_a_server_that_is_busy_is_asked_again(self):
        def answer(handler):
            if len(self.server.asked) < 2:
                handler.give(503, "busy", Retry_After="1")
            else:
                handler.give(200, page("قصف على سرمين", FIRST))
        self.server.answers["/a"] = answer
        begun = time.monotonic()
        self.assertIn("1 reports added", self.ingest("/a")[2])
        self.assertGreaterEqual(time.monotonic() - begun, 1)

    def test_what_is_not_there_is_named_and_the_rest_read(self):
        self.answer("/a", page("قصف على سرمين", FIRST))
        status, _, err = self.run_isnad("ingest", self.root + "/none", self.root + "/a", "--db", self.dir / "d.isnad",
                                        "--log", self.dir / "log.tsv")
        self.assertEqual(status, 1)
        self.assertIn("answers 404", err)
        self.assertIn("1 reports added", err)
        self.assertIn("/none\tcannot-read\tthe server answers 404", (self.dir / "log.tsv").read_text(encoding="utf-8"))

    def test_watch_looks_again_until_it_is_stopped(self):
        self.answer("/a", page("قصف على سرمين", FIRST))
        with subprocess.Popen([ISNAD, "ingest", self.root + "/a", "--db", self.dir / "d.isnad", "--watch", "1"],
                              stderr=subprocess.PIPE, env=self.environment()) as running:
            lines = []
            for line in running.stderr:
                lines.append(line.decode("utf-8"))
                if "looking again in 1 min" in lines[-1]:
                    break
            self.assertIsNone(running.poll())
            running.terminate()
        self.assertTrue(any("1 reports added" in line for line in lines), lines)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=1)
