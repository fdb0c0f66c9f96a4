#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Kills `isnad ingest` at random moments and sees whether anything is lost or doubled.

usage: kill_ingestion.py ISNAD REPORTS.jsonl [--kills 200] [--most SECONDS] [--seed N] [--keep DIR]

REPORTS are taken in once without a kill, and again and again with SIGKILL after a random while, until as many
kills have hit a running process as asked. Whenever an ingestion runs to its end, the database must hold the same
claims and the same incidents, names included, as the one without a kill, and `isnad verify` must be clean; then a
new database is begun. With one thread reports arrive in one order, so names can be compared too.
"""
import argparse
import json
import pathlib
import random
import signal
import subprocess
import sys
import tempfile
import time


def run(*arguments):
    done = subprocess.run([str(a) for a in arguments], capture_output=True, check=False)
    return done.returncode, done.stdout, done.stderr.decode("utf-8", "replace")


def contents(isnad, database):
    """All incidents as printed, and all claims with the incident each is in."""
    status, incidents, talk = run(isnad, "incidents", "--db", database, "--to", "jsonl")
    if status != 0:
        sys.exit(f"incidents cannot be read: {talk}")
    claims = sorted((claim, incident["id"]) for incident in map(json.loads, incidents.splitlines()) for claim in incident["claims"])
    return incidents, claims


def check(isnad, database, expected, kills):
    status, faults, talk = run(isnad, "verify", "--db", database)
    if status != 0 or faults:
        sys.exit(f"after {kills} kills verify says: {faults.decode()}{talk}")
    if contents(isnad, database) != expected:
        sys.exit(f"after {kills} kills the database holds other claims or incidents: {database}")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("isnad")
    parser.add_argument("reports")
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--most", type=float, default=0, help="seconds a process lives at most; 0: a twelfth of the whole run, at least 1")
    parser.add_argument("--seed", type=int, default=11)
    parser.add_argument("--keep", type=pathlib.Path)
    options = parser.parse_args()
    folder = options.keep or pathlib.Path(tempfile.mkdtemp(prefix="isnad-kill-"))
    folder.mkdir(parents=True, exist_ok=True)
    chance = random.Random(options.seed)
    ingest = [options.isnad, "ingest", options.reports, "-j", "1", "--db"]

    start = time.monotonic()
    status, _, talk = run(*ingest, folder / "whole.isnad")
    if status != 0:
        sys.exit(talk)
    whole = time.monotonic() - start
    expected = contents(options.isnad, folder / "whole.isnad")
    # A commit is made every two seconds or 200 reports: shorter lives would never get on.
    most = options.most or max(1.0, min(5.0, whole / 12))
    kills = finished = 0
    database = folder / f"killed{finished}.isnad"
    while kills < options.kills:
        process = subprocess.Popen([str(a) for a in [*ingest, database]], stderr=subprocess.DEVNULL)
        try:
            process.wait(chance.uniform(0, most))
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            process.wait()
            kills += 1
            continue
        if process.returncode != 0:
            sys.exit(f"a run ended with {process.returncode}")
        check(options.isnad, database, expected, kills)
        finished += 1
        database = folder / f"killed{finished}.isnad"
    status, _, talk = run(*ingest, database)
    if status != 0:
        sys.exit(talk)
    check(options.isnad, database, expected, kills)
    incidents = len(expected[0].splitlines())
    print(f"{kills} kills over {finished + 1} ingestions: the same {len(expected[1])} claims and {incidents} incidents "
          f"as without, verify clean")


if __name__ == "__main__":
    main()
