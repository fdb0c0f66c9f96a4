#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Python and Spark against the command line: the same lines, the same incidents, and how fast.

usage: measure_python.py ISNAD REPORTS.jsonl [--jobs 2] [--partitions 2 7 16] [--no-incidents]

Run it with the interpreter that has the package (build/venv/bin/python). REPORTS are JSON Lines records with ids of
their own (tools/vary_reports.py makes many). The command line codes them, then `code_many`, then Spark under each
partitioning; every line must be the command line's, byte for byte, and the incidents those of `isnad ingest`, names
aside. Records are written anew first, fields in the order in which Spark's rows give them, since `sha256` is of a
record's bytes. Prints reports a second and processor time a report of each; exit status 1 where anything differs. Processor
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
    """Processor seconds of this process and of all below it, ended or not: Spark's Java and its workers go on."""
    below, spent_by = {}, {}
    for stat in pathlib.Path("/proc").glob("[0-9]*/stat"):
        try:
            name, fields = int(stat.parent.name), stat.read_text().rpartition(")")[2].split()
        except OSError:  # ended in between
            continue
        below.setdefault(int(fields[1]), []).append(name)
        spent_by[name] = sum(map(int, fields[11:15]))  # user, system, and those of its ended children
    ticks, waiting = 0, [os.getpid()]
    while waiting:
        name = waiting.pop()
        ticks += spent_by.get(name, 0)
        waiting += below.get(name, [])
    return ticks / os.sysconf("SC_CLK_TCK")


# As isnad.spark.code hands a row to the engine.
FIELDS = ("text", "published", "outlet", "title", "url", "id")


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
        given = [json.loads(line) for line in file]
    records = [{field: record[field] for field in FIELDS if record.get(field) is not None} for record in given]
    count, faults = len(records), 0

    def differ(what, here, there):
        nonlocal faults
        wrong = sum(a != b for a, b in zip(here, there)) + abs(len(here) - len(there))
        faults += wrong
        print(f"  {what}: {'the same' if not wrong else f'{wrong} of {len(here)} differ'}", flush=True)

    with tempfile.TemporaryDirectory() as folder:
        out, database = pathlib.Path(folder) / "coded.jsonl", pathlib.Path(folder) / "all.isnad"
        reports = pathlib.Path(folder) / "reports.jsonl"
        reports.write_text("".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records), encoding="utf-8")
        with Measured("command line", count), open(out, "wb") as file:
            subprocess.run([options.isnad, "code", reports, "--from", "jsonl", "--to", "jsonl", "-j", str(options.jobs)],
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
                subprocess.run([options.isnad, "ingest", reports, "--from", "jsonl", "--db", database, "-j", str(options.jobs)],
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
            found = subprocess.run([options.isnad, "incidents", "--db", database, "--to", "jsonl"],
                                   capture_output=True, check=True).stdout.decode().splitlines()
            incidents = nameless(found)
            print(f"  {len(found)} incidents, {sum(len(json.loads(line)['reports']) > 1 for line in found)} of several reports")

        from isnad import spark
        rows = [tuple(record.get(field) for field in FIELDS) for record in records]
        schema = ", ".join(f"{field} string" for field in FIELDS)
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
