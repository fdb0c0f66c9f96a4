#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Spark from Parquet to Parquet against the command line, for more reports than a driver can collect.

usage: measure_spark_files.py ISNAD REPORTS.jsonl [--partitions 16]

Run it with the interpreter that has the package (build/venv/bin/python). REPORTS are JSON Lines records with ids of
their own, fields in the order in which Spark's rows give them (measure_python.py writes such records). Only a hash of
each line is kept here. Prints reports a second of both by the clock and how many lines are the command line's, byte for
byte; exit status 1 where one is not.
"""
import argparse
import glob
import hashlib
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import time

FIELDS = ("text", "published", "outlet", "title", "url", "id")


def digest(line):
    return hashlib.sha256(line.encode()).digest()


def coded_by_command_line(isnad, reports):
    """id → hash of its line"""
    lines = {}
    with subprocess.Popen([isnad, "code", reports, "--from", "jsonl", "--to", "jsonl"], stdout=subprocess.PIPE,
                          encoding="utf-8") as run:
        for line in run.stdout:
            line = line.rstrip("\n")
            lines[json.loads(line)["report"]["id"]] = digest(line)
    return lines


def session():
    from pyspark.sql import SparkSession
    os.environ["PYSPARK_PYTHON"] = sys.executable
    build = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
    for address in ("spark.driver.bindAddress", "spark.driver.host"):
        build = build.config(address, "127.0.0.1")
    found = build.config("spark.driver.memory", "4g").config("spark.sql.execution.arrow.maxRecordsPerBatch", "500").getOrCreate()
    found.sparkContext.setLogLevel("ERROR")
    return found


def code_with_spark(reports, partitions, folder):
    """Seconds from the first Parquet file read to the last one written"""
    from isnad import spark
    engine = session()
    schema = ", ".join(f"{field} string" for field in FIELDS)
    engine.read.schema(schema).json(str(reports)).repartition(partitions).write.parquet(f"{folder}/in")
    begin = time.monotonic()
    coded = spark.code(engine.read.parquet(f"{folder}/in").repartition(partitions))
    coded.select("id", "json").write.parquet(f"{folder}/out")
    seconds = time.monotonic() - begin
    engine.stop()
    return seconds


def same_lines(folder, wanted):
    import pyarrow.parquet
    same = 0
    for path in glob.glob(f"{folder}/out/*.parquet"):
        table = pyarrow.parquet.read_table(path)
        for name, line in zip(table["id"].to_pylist(), table["json"].to_pylist()):
            same += wanted.get(name) == digest(line)
    return same


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("isnad")
    parser.add_argument("reports", type=pathlib.Path)
    parser.add_argument("--partitions", type=int, default=16)
    options = parser.parse_args()
    begin = time.monotonic()
    wanted = coded_by_command_line(options.isnad, str(options.reports))
    seconds = time.monotonic() - begin
    print(f"isnad code: {len(wanted)} reports, {len(wanted) / seconds:.0f}/s", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        seconds = code_with_spark(options.reports, options.partitions, folder)
        print(f"Spark, {options.partitions} partitions, Parquet to Parquet: {len(wanted) / seconds:.0f}/s", flush=True)
        same = same_lines(folder, wanted)
    print(f"{same} of {len(wanted)} lines are the command line's")
    return 0 if same == len(wanted) else 1


if __name__ == "__main__":
    sys.exit(main())
