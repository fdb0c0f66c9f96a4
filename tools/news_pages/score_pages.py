#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Saved pages of 25 kinds of site, read by the engine and compared with what they were made of.

usage: score_pages.py PATH/TO/isnad [--out DIR] [--show] [--held-out | --tuned]

Makes three pages a template in DIR (a temporary folder by default), codes the folder, and counts: the body is right
when its paragraphs are exactly the article's, in order, nothing missing and nothing more; title and outlet when equal;
the date when the day is. Prints a line a group and, with --show, what went wrong. Exit 1 below the thresholds: body
95 %, the others 90 %, over the 60 pages of 20 templates; 80 % each over the five that the reader was never tuned on.
"""
import argparse
import json
import pathlib
import subprocess
import sys
import tempfile

import sites_first_seen
import sites_held_out
import sites_plain
import sites_rough
from article import read_articles

FIELDS = ("body", "title", "date", "outlet", "author")
THRESHOLDS = {"body": 95, "title": 90, "date": 90, "outlet": 90}


def make_pages(folder):
    """Writes the pages; gold by file stem. Each template gets another three of the articles."""
    articles = read_articles()
    gold = {}
    groups = [("tuned", sites_plain.SITES + sites_rough.SITES + sites_first_seen.SITES), ("held-out", sites_held_out.SITES)]
    number = 0
    for group, sites in groups:
        for site in sites:
            for step in (0, 6, 12):
                article = articles[(number + step) % len(articles)]
                page, encoding, said = site(article)
                stem = f"{site.__name__}-{article.number:02d}"
                (folder / f"{stem}.html").write_bytes(page.encode(encoding, errors="xmlcharrefreplace"))
                gold[stem] = {"group": group, "title": article.title, "lines": article.lines, "author": article.author,
                              "date": article.time.strftime("%Y-%m-%d"), **said}
            number += 1
    return gold


def plain(text):
    return " ".join((text or "").split())


def compare(report, gold):
    """Which fields are right."""
    body = [plain(line) for line in report["text"].split("\n") if plain(line)]
    return {"body": body == [plain(line) for line in gold["lines"]], "title": plain(report["title"]) == plain(gold["title"]),
            "date": (report["published"] or "")[:10] == gold["date"], "outlet": plain(report["outlet"]) == plain(gold["outlet"]),
            "author": gold["author"] is None or plain(report["byline"]) == plain(gold["author"])}


def show(stem, field, report, gold):
    if field != "body":
        print(f"{stem}: {field}: {report[{'date': 'published', 'author': 'byline'}.get(field, field)]!r} is not {gold[field]!r}")
        return
    found = [plain(line) for line in report["text"].split("\n") if plain(line)]
    wanted = [plain(line) for line in gold["lines"]]
    for line in wanted:
        if line not in found:
            print(f"{stem}: body lacks {line[:90]!r}")
    for line in found:
        if line not in wanted:
            print(f"{stem}: body has {line[:90]!r}")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("isnad")
    parser.add_argument("--out")
    parser.add_argument("--show", action="store_true")
    chosen = parser.add_mutually_exclusive_group()
    chosen.add_argument("--held-out", action="store_true")
    chosen.add_argument("--tuned", action="store_true")
    options = parser.parse_args()
    temporary = tempfile.TemporaryDirectory()
    folder = pathlib.Path(options.out or temporary.name)
    folder.mkdir(parents=True, exist_ok=True)
    gold = make_pages(folder)
    done = subprocess.run([options.isnad, "code", "--from", "html", "--with-text", "--to", "jsonl", str(folder)],
                          capture_output=True, check=False, timeout=300)
    reports = {}
    for line in done.stdout.decode("utf-8").splitlines():
        report = json.loads(line)["report"]
        reports[report["id"]] = report
    if not reports:
        print(done.stderr.decode("utf-8"))
    failed = False
    empty = dict.fromkeys(("text", "title", "published", "outlet", "byline"), "")
    for group in ("tuned", "held-out"):
        stems = [stem for stem, what in gold.items() if group == what["group"]]
        right = dict.fromkeys(FIELDS, 0)
        wanted_here = not (options.tuned and group != "tuned") and not (options.held_out and group != "held-out")
        for stem in stems:
            report = reports.get(stem, empty)
            for field, good in compare(report, gold[stem]).items():
                right[field] += good
                if not good and options.show and wanted_here:
                    show(stem, field, report, gold[stem])
        if not wanted_here:
            continue
        shares = {field: 100 * right[field] / len(stems) for field in FIELDS}
        print(f"{group:9s} {len(stems):3d} pages  " + "  ".join(f"{field} {share:5.1f} %" for field, share in shares.items()))
        for field, least in THRESHOLDS.items():
            least = least if group == "tuned" else 80
            if shares[field] < least:
                print(f"{group}: {field} under {least} %")
                failed = True
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
