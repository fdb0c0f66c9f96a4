#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""Every line of output is what the contract says.

usage: validate_output.py SCHEMA.json FILE.jsonl…

Checks each line against the JSON Schema, and what a schema cannot say: the words of a span are the text between
its offsets (where the record holds the text, --with-text), spans lie inside the text, claim ids are the report's and
unique, same_event names another claim of the report, the certainty is the weakest link's, low ≤ best ≤ high,
earliest ≤ latest. Prints file:line of each fault; exit 1 if there are any, or if no line was read.
"""
import json
import pathlib
import sys

import jsonschema

STRENGTH = {"possible": 1, "probable": 2, "certain": 3}


def spans_of(value, path=""):
    """Yields (path, object) of everything that has begin and end."""
    if isinstance(value, dict):
        if "begin" in value and "end" in value:
            yield path, value
        for key, inner in value.items():
            yield from spans_of(inner, f"{path}/{key}")
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from spans_of(inner, f"{path}/{index}")


def span_faults(record):
    length, text = record["report"]["text_length"], record["report"].get("text")
    title = record["report"]["title"]
    if text is not None and len(text) != length:
        yield f"text_length {length}, the text has {len(text)} code points"
    for path, span in spans_of(record):
        begin, end = span["begin"], span["end"]
        if (begin is None) != (end is None):
            yield f"{path}: one of begin and end is null"
        if begin is None or end is None:
            continue
        source = title if span.get("in") == "title" else text
        limit = len(title) if span.get("in") == "title" else length
        if not 0 <= begin < end <= limit:
            yield f"{path}: [{begin}, {end}) is no span of {limit} code points"
        elif source is not None and span.get("text") is not None and source[begin:end] != span["text"]:
            yield f"{path}: says {span['text']!r}, there stands {source[begin:end]!r}"


def claim_faults(record):
    ids = [claim["id"] for claim in record["claims"]]
    if len(set(ids)) != len(ids):
        yield "two claims share an id"
    for claim in record["claims"]:
        if not claim["id"].startswith(record["report"]["id"] + "#c"):
            yield f"{claim['id']}: not named after its report"
        if claim["same_event"] is not None and (claim["same_event"] not in ids or claim["same_event"] == claim["id"]):
            yield f"{claim['id']}: same_event {claim['same_event']} is no other claim of the report"
        known = [STRENGTH[link["certainty"]] for link in claim["chain"] if link["certainty"] in STRENGTH]
        if known and claim["certainty"] in STRENGTH and STRENGTH[claim["certainty"]] != min(known):
            yield f"{claim['id']}: certainty {claim['certainty']} is not that of its weakest link"
        for kind, toll in claim["casualties"].items():
            for one in toll if kind == "groups" else [toll] if toll else []:
                numbers = [n for n in (one["low"], one["best"], one["high"]) if n is not None]
                if numbers != sorted(numbers):
                    yield f"{claim['id']}: {kind} {one} is out of order"
        when = claim["time"]
        if when and when["earliest"] and when["latest"] and when["earliest"] > when["latest"]:
            yield f"{claim['id']}: earliest {when['earliest']} lies after latest {when['latest']}"


def main():
    schema = json.loads(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"))
    validator = jsonschema.Draft202012Validator(schema)
    lines = faults = 0
    for name in sys.argv[2:]:
        with open(name, encoding="utf-8") as file:
            for number, line in enumerate(file, 1):
                lines += 1
                try:
                    record = json.loads(line)
                except ValueError as error:
                    print(f"{name}:{number}: no JSON: {error}")
                    faults += 1
                    continue
                found = [f"{'/'.join(map(str, e.absolute_path))}: {e.message[:200]}" for e in validator.iter_errors(record)]
                if not found:
                    found = [*span_faults(record), *claim_faults(record)]
                for fault in found:
                    print(f"{name}:{number}: {fault}")
                faults += len(found)
    print(f"{lines} lines, {faults} faults")
    return 1 if faults or not lines else 0


if __name__ == "__main__":
    sys.exit(main())
