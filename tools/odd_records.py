#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""Records that real collections hold and nobody tests with, as JSON Lines on standard output.

usage: odd_records.py REPORTS_DIR

Each is one of the example reports, spoilt in one way: vocalised, stretched, in other digits, with marks and emoji
between the words, all in one line, a sentence many times over, cut in the middle of a word, title repeated as a
field, quotation marks that never close, nothing but marks.
"""
import json
import pathlib
import random
import sys

FATHA, TATWEEL, JOINER = "\u064e", "\u0640", "\u200d"
DIGITS = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


def after_letters(text, mark, chance):
    return "".join(c + mark if "\u0621" <= c <= "\u064a" and chance.random() < 0.3 else c for c in text)


def variants(text, chance):
    first = text.split("\n", 1)[0]
    yield "vocalised", {"text": after_letters(text, FATHA, chance)}
    yield "stretched", {"text": after_letters(text, TATWEEL, chance)}
    yield "digits", {"text": text.translate(DIGITS)}
    yield "joined", {"text": text.replace(" ", JOINER + " \u200f")}
    yield "emoji", {"text": text.replace(" ", " \U0001f525 ")}
    yield "one-line", {"text": text.replace("\n", " ")}
    yield "crlf", {"text": text.replace("\n", "\r\n")}
    yield "many-times", {"text": text * 20}
    yield "cut", {"text": text[: len(text) // 2]}
    yield "titled", {"title": first, "text": text}
    yield "title-alone", {"title": first, "text": "."}
    yield "open-quotation", {"text": text.replace(" ", " «", 1)}
    yield "all-open", {"text": text.replace(" ", " “")}
    yield "marks-alone", {"text": "… ؟! «»()[]،؛ --- ***"}
    yield "reversed-words", {"text": " ".join(reversed(text.split()))}
    yield "no-spaces", {"text": text.replace(" ", "")}


def main():
    chance = random.Random(20240116)
    for path in sorted(pathlib.Path(sys.argv[1]).glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        for name, record in variants(text, chance):
            for published in (None, "2018-12-31T23:59:59+03:00"):
                print(json.dumps({"id": f"{path.stem}/{name}", "published": published, **record}, ensure_ascii=False))


if __name__ == "__main__":
    main()
