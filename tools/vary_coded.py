#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Many coded reports out of fewer, for measuring the store without the engine.

usage: vary_coded.py COUNT FILE.coded.jsonl > many.coded.jsonl

FILE holds lines of `isnad code --to jsonl --with-text`. Each round over it goes on where the round before ended in
time: all days move by the span of the file, ids get the round's number, and one word in twelve loses its letters'
order (offsets stay), so that rounds are no copies of each other. Round 0 is the file itself.
"""
import datetime
import json
import random
import re
import sys

DAY = re.compile(r'"(published|timex|earliest|latest)":"(\d{4}-\d{2}-\d{2})')
WORD = re.compile("[\u0621-\u064a]{4,}")  # Arabic letters alone: nothing that an escape in JSON could hold
TEXT = re.compile(r'"text":"(?:[^"\\]|\\.)*"')  # the report's own comes first
SHA = re.compile(r'"sha256":"[0-9a-f]{64}"')


def main():
    count = int(sys.argv[1])
    with open(sys.argv[2], encoding="utf-8", errors="replace") as file:
        lines = [line for line in file if line.endswith("}\n")]
    days = sorted(json.loads(lines[at])["report"]["published"] for at in (0, -1))
    span = (datetime.date.fromisoformat(days[1][:10]) - datetime.date.fromisoformat(days[0][:10])).days + 1
    chance = random.Random(3)
    names = [json.loads(line)["report"]["id"] for line in lines]

    def scrambled(found):
        return found[0] if chance.random() > 0.08 else "".join(chance.sample(found[0], len(found[0])))

    for number in range(count):
        turn, at = divmod(number, len(lines))
        line = lines[at]
        if turn:
            shift = datetime.timedelta(days=span * turn)
            line = DAY.sub(lambda found, by=shift: f'"{found[1]}":"{datetime.date.fromisoformat(found[2]) + by}', line)
            name = json.dumps(names[at], ensure_ascii=False)[:-1]
            line = line.replace(name, f"{name}-{turn}")
            line = SHA.sub(f'"sha256":"{number:064x}"', line, count=1)
            line = TEXT.sub(lambda found: WORD.sub(scrambled, found[0]), line, count=1)
        sys.stdout.write(line)


if __name__ == "__main__":
    main()
