#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""House rules that a machine can check, beside layers and Arabic.

usage: check_sources.py [SOURCE_DIR]

Every C++ file opens with the licence line and a paragraph; the library prints nothing and ends no program;
headers that take seconds to compile stay out of headers; no std::regex; no swamp of a file name.
Prints file:line of each fault, exit 1 if there are any.
"""
import pathlib
import re
import sys

FOLDERS = ["src", "apps", "scenarios", "fuzz", "bench"]
SWAMPS = re.compile(r"(^|_)(util|utils|common|helpers?|misc|manager)(_|$)")
HEAVY = re.compile(r"#\s*include\s*<(CLI/|spdlog/|toml\+\+/|nlohmann/json\.hpp|simdjson|tbb/|oneapi/)")
LOUD = re.compile(r"\bstd::(cout|cerr|clog|exit|abort)\b|\b(printf|fprintf|puts)\s*\(|#\s*include\s*<iostream>")
TIMELESS = re.compile(r"\bgetenv\s*\(|\bsystem_clock::now\b|\brandom_device\b")
LITERAL = re.compile(r'"(?:[^"\\]|\\.)*"')


def code_of(line):
    """The line without string literals and its // comment."""
    return LITERAL.sub('""', line).split("//", 1)[0]


def faults_of(path, relative):
    lines = path.read_text(encoding="utf-8").splitlines()
    if not lines or "SPDX-License-Identifier: Apache-2.0" not in lines[0]:
        yield 1, "the first line is not // SPDX-License-Identifier: Apache-2.0"
    elif not path.stem.endswith("_test") and (len(lines) < 2 or not lines[1].startswith("//")):
        yield 2, "no paragraph on what this file is for"
    if SWAMPS.search(path.stem):
        yield 1, "name the file after its one idea"
    test = path.stem.endswith(("_test", "_reference"))
    library = relative.parts[:2] == ("src", "isnad") and not test
    for number, line in enumerate(lines, 1):
        code = code_of(line)
        if path.suffix == ".h" and HEAVY.search(line):
            yield number, "a heavy header belongs in one .cpp"
        if re.search(r"\bstd::regex\b|#\s*include\s*<regex>", code):
            yield number, "no std::regex"
        if library and LOUD.search(code):
            yield number, "the library is silent: return it as data"
        if library and TIMELESS.search(code):
            yield number, "time, chance and settings come in as arguments"


def main():
    root = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).resolve().parent.parent)
    paths = sorted(path for folder in FOLDERS for suffix in ("*.h", "*.cpp") for path in (root / folder).rglob(suffix))
    faults = 0
    for path in paths:
        relative = path.relative_to(root)
        for number, fault in faults_of(path, relative):
            print(f"{relative}:{number}: {fault}")
            faults += 1
    print(f"{len(paths)} files, {faults} faults")
    return 1 if faults or not paths else 0


if __name__ == "__main__":
    sys.exit(main())
