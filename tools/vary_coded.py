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
WORD = re.compile(r"\w{4,}")


def main():
    count = int(sys.argv[1])
    with open(sys.argv[2], encoding="utf-8", errors="replace") as file:
        lines = [line for line in file if line.endswith("}\n")]
    days = sorted(json.loads(lines[at])["report"]["published"] for at in (0, -1))
    span = (datetime.date.fromisoformat(days[1][:10]) - datetime.date.fromisoformat(days[0][:10])).days + 1
    chance = random.Random(3)
    for number in range(count):
        turn, at = divmod(number, len(lines))
        line = lines[at]
        if turn:
            shift = datetime.timedelta(days=span * turn)
            line = DAY.sub(lambda found, by=shift: f'"{found[1]}":"{datetime.date.fromisoformat(found[2]) + by}', line)
            record = json.loads(line)
            name = record["report"]["id"]
            text = WORD.sub(lambda found: found[0] if chance.random() > 0.08 else "".join(chance.sample(found[0], len(found[0]))),
                            record["report"]["text"])
            record["report"]["text"] = text
            record["report"]["sha256"] = f"{number:064x}"
            line = json.dumps(record, ensure_ascii=False, separators=(",", ":")).replace(f'"{name}', f'"{name}-{turn}') + "\n"
        sys.stdout.write(line)


if __name__ == "__main__":
    main()
