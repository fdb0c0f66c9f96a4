#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""A folder of src/isnad/ includes only folders to its left.

usage: check_layers.py [SOURCE_DIR]

Reads every #include "isnad/<folder>/…" under src/ and compares it with the order below, which is that of
docs/decisions/0003. Prints file:line of each include that reaches to the right, and of each folder that
stands in no layer. Exit 1 if there are any.
"""
import pathlib
import re
import sys

LAYERS = ["base", "report", "fetch", "text", "lexicon", "analysis", "mention", "event", "claim", "pipeline",
          "incident", "store", "export", "desk"]
# What must not be reached although it stands to the left, and why.
FORBIDDEN = {
    ("incident", "pipeline"): "incidents take claims as values, not how they were made",
}
INCLUDE = re.compile(r'^\s*#\s*include\s+"isnad/([^/"]+)/')


def faults_of(path, folder):
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        included = INCLUDE.match(line)
        if not included:
            continue
        target = included.group(1)
        if target not in LAYERS:
            yield number, f"includes isnad/{target}/, which is no layer"
        elif LAYERS.index(target) > LAYERS.index(folder):
            yield number, f"{folder}/ includes {target}/, which stands to its right"
        elif (folder, target) in FORBIDDEN:
            yield number, f"{folder}/ must not include {target}/: {FORBIDDEN[folder, target]}"


def main():
    root = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).parent.parent)
    source = root / "src" / "isnad"
    faults = checked = 0
    for path in sorted([*source.rglob("*.h"), *source.rglob("*.cpp")]):
        checked += 1
        folder = path.relative_to(source).parts[0]
        if folder not in LAYERS:
            print(f"{path.relative_to(root)}:1: {folder}/ is no layer; add it to tools/check_layers.py")
            faults += 1
            continue
        for number, fault in faults_of(path, folder):
            print(f"{path.relative_to(root)}:{number}: {fault}")
            faults += 1
    print(f"{checked} files, {faults} includes against the order")
    return 1 if faults or not checked else 0


if __name__ == "__main__":
    sys.exit(main())
