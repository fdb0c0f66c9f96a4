#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Arabic in C++ sources stays readable: one literal a line, with its gloss; nothing invisible.

usage: check_arabic.py [SOURCE_DIR | FILE…]

Two Arabic literals on a line are displayed swapped by editors; invisible letters cannot be reviewed.
Reported, with file and line:
  two-literals   two string literals with Arabic letters on a line and no Latin letter between them
  no-gloss       an Arabic literal without a // comment in Latin letters on its line, on the line after it
                 (where clang-format wraps a long one) or on a comment line of its own right above the
                 statement it belongs to; one comment may stand above a run of lines. Affixes (up to three
                 letters) are let pass: the code around them names what they mark; so are rows of a table that
                 hold their own gloss. In a test one comment may stand anywhere in the same paragraph of lines
  invisible      tatweel, a zero-width character or a direction mark spelt as itself in a literal, or a
                 vowel mark that stands on no letter: write the named escape of text/arabic_letters.h
  hidden-order   a direction mark anywhere, comments included
Exit 1 if there are any.
"""
import pathlib
import re
import sys

ARABIC = re.compile("[\u0621-\u063a\u0641-\u064a\u0671-\u06d3]")
LATIN = re.compile("[A-Za-z]{2}")
OWN_GLOSS = re.compile(r"\\t[A-Za-z][A-Za-z ,-]+\\t")  # a column of Latin words in a row of a table
DIRECTION_MARKS = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
INVISIBLE = "\u0640\u200b\u200c\u200d\u2060\ufeff" + DIRECTION_MARKS
LONE_MARK = re.compile("(?:^|[^\u0621-\u065f\u0670-\u06d3])[\u064b-\u0652\u0670]")
FOLDERS = ["src", "apps", "scenarios", "fuzz", "bench", "tests"]


def scan(text):
    """Yields (kind, first line, last line, content) of every literal and comment; lines count from 1."""
    line, at, size = 1, 0, len(text)
    while at < size:
        if text.startswith("//", at):
            end = text.find("\n", at)
            end = size if end < 0 else end
            yield "comment", line, line, text[at + 2:end]
        elif text.startswith("/*", at):
            end = text.find("*/", at + 2)
            end = size if end < 0 else end + 2
            yield "comment", line, line + text.count("\n", at, end), text[at + 2:end - 2]
        elif raw := re.compile(r'R"([^()\\ ]{0,16})\(').match(text, at):
            end = text.find(")" + raw.group(1) + '"', raw.end())
            end = size if end < 0 else end
            yield "literal", line, line + text.count("\n", at, end), text[raw.end():end]
            end = min(size, end + len(raw.group(1)) + 2)
        elif text[at] in "\"'" and not (text[at] == "'" and at and text[at - 1].isalnum()):
            end = at + 1
            while end < size and text[end] not in (text[at], "\n"):
                end += 2 if text[end] == "\\" else 1
            if text[at] == '"':
                yield "literal", line, line, text[at + 1:end]
            end += 1
        else:
            end = at + 1
        line += text.count("\n", at, end)
        at = end


def has_gloss(first, last, lines, comments, in_test):
    """A comment in Latin letters on the literal's lines, right after them, or above their statement."""
    if any(LATIN.search(comments.get(number, "")) for number in range(first, last + 2)):
        return True
    if in_test:
        top, bottom = first, last
        while top > 1 and lines[top - 2].strip():
            top -= 1
        while bottom < len(lines) and lines[bottom].strip():
            bottom += 1
        if any(LATIN.search(comments.get(number, "")) for number in range(top, bottom + 1)):
            return True
    above = first - 1
    while above > 0 and lines[above - 1].strip() and not lines[above - 1].lstrip().startswith("//"):
        if lines[above - 1].rstrip().endswith((";", "}")) and not ARABIC.search(lines[above - 1]):
            break
        if lines[above - 1].rstrip().endswith("{") and "(" in lines[above - 1]:
            break
        above -= 1
    return above > 0 and lines[above - 1].lstrip().startswith("//") and bool(LATIN.search(lines[above - 1]))


def faults_of(path):
    in_test = path.stem.endswith(("_test", "_test_report", "small_gazetteer")) or path.parent.name in ("fuzz", "bench")
    text = path.read_text(encoding="utf-8")
    lines = text.split("\n")
    pieces = list(scan(text))
    comments = {}
    for kind, first, last, content in pieces:
        if kind == "comment":
            for number in range(first, last + 1):
                comments[number] = comments.get(number, "") + content
    earlier = []
    for kind, first, last, content in pieces:
        if kind != "literal":
            continue
        if any(letter in content for letter in INVISIBLE) or LONE_MARK.search(content):
            yield first, "invisible: write the named escape of text/arabic_letters.h"
        if ARABIC.search(content):
            seen = [one for number, one in earlier if number == first]
            if seen and re.search(re.escape(seen[-1]) + r'"[^A-Za-z"]*"' + re.escape(content), lines[first - 1]):
                yield first, "two-literals: put the second Arabic literal on a line of its own"
            earlier.append((first, content))
            if len(re.findall(r"\w", content)) > 3 and not OWN_GLOSS.search(content) \
                    and not has_gloss(first, last, lines, comments, in_test):
                yield first, "no-gloss: say in a // comment what the Arabic means"
    for number, content in enumerate(lines, 1):
        if any(mark in content for mark in DIRECTION_MARKS):
            yield number, "hidden-order: a direction mark stands in the source"


def main():
    root = pathlib.Path(__file__).resolve().parent.parent
    given = [pathlib.Path(name) for name in sys.argv[1:]]
    if len(given) == 1 and given[0].is_dir():
        root, given = given[0], []
    paths = given or sorted(path for folder in FOLDERS for suffix in ("*.h", "*.cpp")
                            for path in (root / folder).rglob(suffix))
    faults = 0
    for path in paths:
        for number, fault in faults_of(path):
            print(f"{path.relative_to(root) if path.is_relative_to(root) else path}:{number}: {fault}")
            faults += 1
    print(f"{len(paths)} files, {faults} places to mend")
    return 1 if faults or not paths else 0


if __name__ == "__main__":
    sys.exit(main())
