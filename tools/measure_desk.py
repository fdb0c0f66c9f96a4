#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""How fast the desk answers, and whether its memory stays flat: a mixed load of reads, as people cause them.

usage: measure_desk.py PATH/TO/isnad DATABASE [SECONDS [CLIENTS]]

Serves the database, first asks cold questions one after the other (each another filter: nothing is remembered), then
lets CLIENTS ask a mixture for SECONDS, one in three of them new. Prints requests a second, the 50th, 95th and 99th
percentile in milliseconds, errors, the server's memory before and after, and its processor time a request: that holds on
a busy machine too.
"""
import gzip
import http.client
import json
import os
import pathlib
import random
import subprocess
import sys
import threading
import time
from urllib.parse import urlencode

WORDS = ["صنعاء", "قصف", "غارة", "مقتل", "الجيش", "تظاهرة", "اعتقال", "حلب", "بغداد", "الرئيس", "اتفاق", "انفجار"]  # Sanaa, shelling …
TYPES = ["ASSAULT", "PROTEST", "COERCE", "CONSULT", "AGREE", "ACCUSE"]


def memory(process):
    for line in pathlib.Path(f"/proc/{process.pid}/status").read_text(encoding="ascii").splitlines():
        if line.startswith("VmRSS"):
            return int(line.split()[1]) // 1024
    return 0


def processor_seconds(process):
    fields = pathlib.Path(f"/proc/{process.pid}/stat").read_text(encoding="ascii").rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def percentile(values, share):
    return sorted(values)[min(len(values) - 1, int(len(values) * share))] * 1000 if values else 0


class Client:
    def __init__(self, port):
        self.port = port
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)

    def ask(self, path):
        begun = time.perf_counter()
        try:
            self.connection.request("GET", path, headers={"Accept-Encoding": "gzip"})
            answer = self.connection.getresponse()
            body = answer.read()
            return answer.status, time.perf_counter() - begun, body
        except (OSError, http.client.HTTPException):
            self.connection.close()
            self.connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
            return 0, time.perf_counter() - begun, b""


def filter_of(chance):
    values = {"limit": 30}
    if chance.random() < 0.4:
        values["text"] = chance.choice(WORDS)
    if chance.random() < 0.4:
        values["type"] = chance.choice(TYPES)
    year, month = chance.randint(2013, 2016), chance.randint(1, 12)
    values["since"] = f"{year}-{month:02d}-{chance.randint(1, 28):02d}"
    if chance.random() < 0.5:
        values["until"] = f"{year + 1}-{month:02d}-{chance.randint(1, 28):02d}"
    return values


def question(chance, ids):
    kind = chance.random()
    if kind < 0.33:  # new to the server
        return "/api/incidents?" + urlencode(filter_of(chance))
    if kind < 0.55:
        return f"/api/incidents/{chance.choice(ids)}/comparison"
    return chance.choice(["/", "/api/incidents?limit=30", "/api/incidents/facets", "/api/incidents/timeline", "/api/incidents/map", "/api/reports?limit=30",
                          "/api/narrators?limit=50", "/api/incidents?limit=30&reports=2", "/api/incidents?limit=30&sort=accounts"])


def cold(process, port, rounds):
    client, chance = Client(port), random.Random(1)
    for name, path in (("list", "/api/incidents"), ("facets", "/api/incidents/facets"), ("timeline", "/api/incidents/timeline"), ("map", "/api/incidents/map")):
        times, spent = [], processor_seconds(process)
        for _ in range(rounds):
            values = filter_of(chance)
            if name != "list":
                values.pop("limit")
            status, seconds, body = client.ask(path + "?" + urlencode(values))
            assert status == 200, body
            times.append(seconds)
        spent = (processor_seconds(process) - spent) / rounds * 1000
        print(f"cold {name:9} p50 {percentile(times, .5):6.0f} ms  p95 {percentile(times, .95):6.0f} ms  processor {spent:6.1f} ms a request")


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    seconds = int(sys.argv[3]) if len(sys.argv) > 3 else 60
    clients = int(sys.argv[4]) if len(sys.argv) > 4 else 8
    begun = time.perf_counter()
    process = subprocess.Popen([sys.argv[1], "serve", "--db", sys.argv[2], "--port", "0"], stderr=subprocess.PIPE, text=True)
    port = int(process.stderr.readline().split("127.0.0.1:")[1].split("/")[0])
    first = Client(port)
    print(f"ready after {time.perf_counter() - begun:.2f} s")
    status, took, body = first.ask("/api/incidents?limit=30")
    print(f"first list {took * 1000:.0f} ms")
    held = json.loads(first.ask("/api/status")[2])
    print(f"{held['reports']} reports, {held['claims']} claims, {held['incidents']} incidents")
    cold(process, port, 60)
    many = Client(port).ask("/api/incidents?limit=200&sort=accounts")[2]
    ids = [item["id"] for item in json.loads(gzip.decompress(many) if many[:2] == b"\x1f\x8b" else many)["items"]]
    before, spent = memory(process), processor_seconds(process)
    times, errors = [], []
    end = time.perf_counter() + seconds
    middle = []

    def work(seed):
        client, chance = Client(port), random.Random(seed)
        mine = []
        while time.perf_counter() < end:
            status, took, _ = client.ask(question(chance, ids))
            mine.append(took)
            if status != 200:
                errors.append(status)
        times.extend(mine)
    threads = [threading.Thread(target=work, args=(seed,)) for seed in range(clients)]
    for thread in threads:
        thread.start()
    time.sleep(seconds / 2)
    middle.append(memory(process))
    for thread in threads:
        thread.join()
    print(f"{clients} clients, {seconds} s: {len(times) / seconds:.0f} requests/s, p50 {percentile(times, .5):.1f} ms, p95 {percentile(times, .95):.1f} ms, "
          f"p99 {percentile(times, .99):.1f} ms, {len(errors)} errors")
    spent = (processor_seconds(process) - spent) / max(1, len(times)) * 1000
    print(f"processor {spent:.2f} ms a request: two cores to themselves would give {2000 / spent:.0f} requests/s")
    print(f"memory {before} MiB before, {middle[0]} in the middle, {memory(process)} after")
    process.terminate()
    sys.exit(1 if errors or process.wait(timeout=30) != 0 else 0)


if __name__ == "__main__":
    main()
