#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What the store costs as it fills: reports a second, processor time a report, memory, and how fast it answers.

usage: measure_store.py ISNAD REPORTS.jsonl DATABASE [--steps 10] [--jobs N]

REPORTS (made by vary_reports.py) go into a new DATABASE in equal steps, a process each, so that start and end can
be compared; start-up is measured once with an empty input and taken off. Processor time (user and system) is what
to look at on a machine that others use. Then one report more, and searches whose words and places are drawn from
the store itself. REPORTS that are coded already (vary_coded.py) measure the store alone.
"""
import argparse
import itertools
import json
import os
import pathlib
import random
import subprocess
import sys
import tempfile
import time


def timed(*command):
    """Wall seconds, processor seconds, largest memory in MB."""
    start = time.monotonic()
    with tempfile.TemporaryFile() as talk:
        process = subprocess.Popen([str(c) for c in command], stdout=subprocess.DEVNULL, stderr=talk)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            talk.seek(0)
            sys.exit(f"{command}: {process.returncode}: {talk.read()[-2000:].decode()}")
    return time.monotonic() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def load():
    return "load %.1f" % os.getloadavg()[0]


def fill(options, folder):
    with open(options.reports, "rb") as file:
        count = sum(1 for _ in file)
    size = count // options.steps
    step = folder / "step.jsonl"
    step.write_bytes(b"")
    jobs = ["-j", str(options.jobs)] if options.jobs else []
    ingest = [options.isnad, "ingest", step, "--db", options.database, "--from", options.form, *jobs]
    _, start_up, _ = timed(*ingest)
    costs, peak, wall_all, last = [], 0.0, 0.0, b""
    with open(options.reports, "rb") as file:
        for number in range(options.steps):
            with open(step, "wb") as out:  # a line at a time: a child starts with its parent's memory on its account
                for last in itertools.islice(file, size):
                    out.write(last)
            wall, cpu, memory = timed(*ingest)
            costs.append((cpu - start_up) / size * 1000)
            peak, wall_all = max(peak, memory), wall_all + wall
            print(f"reports {number * size + 1:6} to {(number + 1) * size:6}: {size / wall:6.0f}/s by the clock, "
                  f"{costs[-1]:6.2f} ms processor a report, {memory:4.0f} MB ({load()})", flush=True)
    mean = sum(costs) / len(costs)
    print(f"all: {size * options.steps / wall_all:.0f}/s by the clock; {mean:.2f} ms processor a report, that is "
          f"{2000 / mean:.0f}/s on two cores of one's own; last step to first {100 * (costs[-1] / costs[0] - 1):+.0f} %; "
          f"at most {peak:.0f} MB; {os.path.getsize(options.database) / 1e6:.0f} MB on disk", flush=True)
    return last.decode("utf-8")


def add_one(options, folder, last):
    record = json.loads(last)
    costs = []
    for number in range(7):
        if options.form == "coded":
            name = record["report"]["id"]
            line = last.replace(f'"{name}', f'"{name}-one-more-{number}')
        else:
            line = json.dumps({**record, "id": f"one-more-{number}", "text": record["text"] + f" {number} {number}"}, ensure_ascii=False)
        one = folder / "one.jsonl"
        one.write_text(line.rstrip("\n") + "\n", encoding="utf-8")
        costs.append(timed(options.isnad, "ingest", one, "--db", options.database, "--from", options.form)[:2])
    wall, cpu = sorted(costs)[len(costs) // 2]
    print(f"one report more: {1000 * wall:.0f} ms by the clock, {1000 * cpu:.0f} ms processor, the program's start included ({load()})")


def ask(options):
    def names(*filters):
        return subprocess.run([options.isnad, "incidents", "--db", options.database, "--to", "jsonl", *filters],
                              check=True, capture_output=True).stdout.splitlines()

    known = [json.loads(line) for line in names("--reports", "2", "--limit", "300")]
    chance = random.Random(5)
    questions = {"compare": [], "place": [], "text": [], "days and type": []}
    for _ in range(40):
        incident = chance.choice(known)
        questions["compare"].append(["compare", incident["id"]])
        place = (incident["place"] or {}).get("name_en") or "Sanaa"
        questions["place"].append(["incidents", "--place", place, "--limit", "20"])
        words = chance.sample((incident["title"] or "قصف المدينة").split(), 1)  # shelling of the town
        questions["text"].append(["incidents", "--text", " ".join(words), "--limit", "20"])
        questions["days and type"].append(["incidents", "--since", incident["earliest"] or "2015-01-01", "--type", incident["type"], "--limit", "20"])
    for kind, commands in questions.items():
        costs = [timed(options.isnad, *command, "--db", options.database) for command in commands]
        walls, cpus = sorted(c[0] for c in costs), sorted(c[1] for c in costs)
        at = int(len(costs) * 0.95) - 1
        print(f"{kind:14} 95th percentile of {len(costs)}: {1000 * walls[at]:4.0f} ms by the clock, {1000 * cpus[at]:4.0f} ms processor ({load()})")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("isnad", type=pathlib.Path)
    parser.add_argument("reports", type=pathlib.Path)
    parser.add_argument("database", type=pathlib.Path)
    parser.add_argument("--steps", type=int, default=10)
    parser.add_argument("--jobs", type=int)
    options = parser.parse_args()
    with open(options.reports, "rb") as file:  # lines coded before measure the store alone
        options.form = "coded" if file.read(64).startswith(b'{"schema":"isnad.report/1"') else "jsonl"
    if options.database.exists():
        sys.exit(f"{options.database} is there already; name a new file")
    with tempfile.TemporaryDirectory() as folder:
        last = fill(options, pathlib.Path(folder))
        add_one(options, pathlib.Path(folder), last)
    ask(options)


if __name__ == "__main__":
    main()
