#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Many coded reports out of few, for measuring the store and the desk: no report is read anew.

usage: mix_coded.py COUNT FILE.jsonl… > coded.jsonl      (then: isnad ingest coded.jsonl --from coded --db FILE)

FILEs hold lines of `isnad code --to jsonl --with-text`. Each line that comes out is one of them with another id,
days shifted within four years, places exchanged for those of other reports, figures changed, and another outlet;
every 12th is a near-copy of the one before under another outlet. The same arguments give the same output.
"""
import datetime
import hashlib
import json
import random
import sys

OUTLETS = ["وكالة الضفة", "صحيفة المرفأ", "شبكة الميناء", "موقع السهل", "صحيفة الجسر", "وكالة النهر"]  # invented names
FIRST = datetime.date(2013, 1, 1)
SPAN = 1460


def day_of(text):
    try:
        return datetime.date.fromisoformat(text[:10]) if text else None
    except ValueError:
        return None


def shifted(text, days):
    day = day_of(text)
    return (day + datetime.timedelta(days)).isoformat() + text[10:] if day else text


def varied(record, name, days, chance, places, outlet):
    record = json.loads(json.dumps(record))
    report = record["report"]
    report["id"] = name
    report["published"] = shifted(report.get("published"), days)
    report["outlet"] = outlet
    report["url"] = None
    report["sha256"] = hashlib.sha256(name.encode()).hexdigest()
    swap = {}
    for claim in record["claims"]:
        number = claim["id"].rsplit("#", 1)[1]
        claim["id"] = f"{name}#{number}"
        if claim.get("same_event"):
            claim["same_event"] = f"{name}#{claim['same_event'].rsplit('#', 1)[1]}"
        time = claim.get("time")
        if time:
            for key in ("earliest", "latest", "timex"):
                time[key] = shifted(time.get(key), days)
        place = claim.get("place")
        if place:
            other = swap.setdefault(place.get("gazetteer_id") or place["text"], chance.choice(places))
            claim["place"] = {**other, "begin": place.get("begin"), "end": place.get("end")}
        for toll in claim.get("casualties", {}).values():
            if isinstance(toll, dict) and isinstance(toll.get("best"), int):
                more = chance.randint(0, 9)
                for key in ("low", "best", "high"):
                    if isinstance(toll.get(key), int):
                        toll[key] += more
        link = claim["chain"][0]["narrator"]
        if link.get("kind") == "outlet":
            link["text"] = outlet
            link["name"] = None
    return record


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    count = int(sys.argv[1])
    records = [json.loads(line) for path in sys.argv[2:] for line in open(path, encoding="utf-8")]
    records = [r for r in records if r["claims"] and day_of(r["report"].get("published"))]
    places = [c["place"] for r in records for c in r["claims"] if c.get("place") and c["place"].get("lat")]
    chance = random.Random(2016)
    before = None
    for number in range(count):
        name = f"varied-{number:06d}"
        outlet = OUTLETS[number % len(OUTLETS)]
        if before and number % 12 == 0:
            record, days, seed = before
        else:
            record = chance.choice(records)
            aim = FIRST + datetime.timedelta(chance.randint(0, SPAN))
            days = (aim - day_of(record["report"]["published"])).days
            seed = chance.random()
            before = (record, days, seed)
        print(json.dumps(varied(record, name, days, random.Random(seed), places, outlet), ensure_ascii=False))


if __name__ == "__main__":
    main()
