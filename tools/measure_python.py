#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Python and Spark against the command line: the same lines, the same incidents, and how fast.

usage: measure_python.py ISNAD REPORTS.jsonl [--jobs 2] [--partitions 2 7 16] [--no-incidents]

Run it with the interpreter that has the package (build/venv/bin/python). REPORTS are JSON Lines records with ids of
their own (tools/vary_reports.py makes many). The command line codes them, then `code_many`, then Spark under each
partitioning; every line must be the command line's, byte for byte, and the incidents those of `isnad ingest`, names
aside. Prints reports a second and processor time a report of each; exit status 1 where anything differs. Processor
time is what to compare on a machine that others use.
"""
import argparse
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import time


def spent():
    """Processor seconds of this process and of children that have ended."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


class Measured:
    def __init__(self, name, count):
        self.name, self.count = name, count

    def __enter__(self):
        self.wall, self.cpu = time.monotonic(), spent()
        return self

    def __exit__(self, *_):
        wall, cpu = time.monotonic() - self.wall, spent() - self.cpu
        print(f"{self.name:28} {self.count / wall:7.1f} reports/s by the clock, {1000 * cpu / self.count:7.2f} ms processor a report "
              f"(load {os.getloadavg()[0]:.1f})", flush=True)


def nameless(lines):
    """Incidents without what depends on who came first: their names."""
    return sorted(json.dumps({**json.loads(line), "id": ""}, sort_keys=True, ensure_ascii=False) for line in lines)


def session_of(jobs):
    from pyspark.sql import SparkSession

    os.environ["PYSPARK_PYTHON"] = sys.executable
    session = (SparkSession.builder.master(f"local[{jobs}]").config("spark.ui.enabled", "false")
               .config("spark.driver.bindAddress", "127.0.0.1").config("spark.driver.host", "127.0.0.1")
               .config("spark.driver.memory", "4g").config("spark.sql.shuffle.partitions", "8")
               .config("spark.sql.execution.arrow.maxRecordsPerBatch", "500").getOrCreate())
    session.sparkContext.setLogLevel("ERROR")
    return session


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("isnad", type=pathlib.Path)
    parser.add_argument("reports", type=pathlib.Path)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--partitions", type=int, nargs="*", default=[2, 7, 16])
    parser.add_argument("--no-incidents", action="store_true")
    options = parser.parse_args()
    with open(options.reports, encoding="utf-8") as file:
        records = [json.loads(line) for line in file]
    count, faults = len(records), 0

    def differ(what, here, there):
        nonlocal faults
        wrong = sum(a != b for a, b in zip(here, there)) + abs(len(here) - len(there))
        faults += wrong
        print(f"  {what}: {'the same' if not wrong else f'{wrong} of {len(here)} differ'}", flush=True)

    with tempfile.TemporaryDirectory() as folder:
        out, database = pathlib.Path(folder) / "coded.jsonl", pathlib.Path(folder) / "all.isnad"
        with Measured("command line", count), open(out, "wb") as file:
            subprocess.run([options.isnad, "code", options.reports, "--from", "jsonl", "--to", "jsonl", "-j", str(options.jobs)],
                           stdout=file, check=True)
        expected = {json.loads(line)["report"]["id"]: line.rstrip("\n") for line in open(out, encoding="utf-8")}
        ids = [record["id"] for record in records]

        import isnad
        coder = isnad.load()
        with Measured("code_many", count):
            lines = [report.json for report in coder.code_many(records, jobs=options.jobs)]
        differ("code_many's lines", [expected[name] for name in ids], lines)
        del lines

        if not options.no_incidents:
            with Measured("command line, ingest", count):
                subprocess.run([options.isnad, "ingest", options.reports, "--from", "jsonl", "--db", database, "-j", str(options.jobs)],
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
            found = subprocess.run([options.isnad, "incidents", "--db", database, "--to", "jsonl"],
                                   capture_output=True, check=True).stdout.decode().splitlines()
            incidents = nameless(found)
            print(f"  {len(found)} incidents, {sum(len(json.loads(line)['reports']) > 1 for line in found)} of several reports")

        from isnad import spark
        fields = ("text", "title", "published", "outlet", "url", "id")
        rows = [tuple(record.get(field) for field in fields) for record in records]
        schema = ", ".join(f"{field} string" for field in fields)
        session = session_of(options.jobs)
        parquet = str(pathlib.Path(folder) / "reports.parquet")
        session.createDataFrame(rows, schema).write.parquet(parquet)
        for partitions in options.partitions:
            frame = session.read.parquet(parquet).repartition(partitions).localCheckpoint()
            with Measured(f"Spark, {partitions} partitions", count):
                there = {row.id: row.json for row in spark.code(frame).select("id", "json").collect()}
            differ("Spark's lines", [expected[name] for name in ids], [there.get(name) for name in ids])
            del there
            if options.no_incidents:
                continue
            with Measured("  with incidents", count):
                coded = spark.code(frame, with_text=True).persist()
                lines = [row.json for row in spark.incidents(coded).select("json").collect()]
            coded.unpersist()
            differ("Spark's incidents", incidents, nameless(lines))
        session.stop()
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
