#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Many reports out of few, for measuring: each a variation of one that was given.

usage: vary_reports.py COUNT FILE.jsonl… > reports.jsonl

FILEs hold JSON Lines reports ("text", and "title", "date" or "published", "outlet" where there are). Figures are
changed, days of publication spread over three years, cities exchanged for others, and a tenth of the words left
out or doubled, so that variations are no copies of each other. Every 20th report is a near-copy of the one before
it, as a wire's clients print it. The same arguments give the same output.
"""
import datetime
import json
import random
import re
import sys

CITIES = ["صنعاء", "عدن", "تعز", "حلب", "حمص", "إدلب", "الرقة", "الموصل", "بغداد", "كركوك", "طرابلس", "بنغازي", "درنة", "الخرطوم",
          "القاهرة", "العريش", "غزة", "رام الله", "بيروت", "صيدا", "عمان", "الحديدة", "مأرب", "البصرة", "تكريت", "دير الزور", "درعا",
          "سرت", "مصراتة", "الفلوجة", "الرمادي", "جنين", "الخليل", "تونس", "القصرين"]  # towns of the region, San'a' to Kasserine
OUTLETS = ["وكالة الضفة", "صحيفة المرفأ", "شبكة الميناء", "موقع السهل", "صحيفة الجسر", "وكالة النهر"]  # invented names
CITY = re.compile("|".join(map(re.escape, CITIES)))


def read(paths):
    for path in paths:
        with open(path, encoding="utf-8") as lines:
            for line in lines:
                if line.strip():
                    record = json.loads(line)
                    if 200 < len(record.get("text", "")) < 20000:
                        yield record


def varied_words(text, chance):
    words = []
    for word in text.split(" "):
        draw = chance.random()
        if draw < 0.05:
            continue
        words.extend([word, word] if draw > 0.97 else [word])
    return " ".join(words)


def varied(record, chance):
    exchange = {city: chance.choice(CITIES) for city in CITIES}

    def change(text):
        text = CITY.sub(lambda found: exchange[found.group()], text)
        return re.sub(r"\b\d{1,3}\b", lambda found: str(chance.randint(2, 90)), text)

    return change(record.get("title") or ""), varied_words(change(record["text"]), chance)


def main():
    count = int(sys.argv[1])
    sources = list(read(sys.argv[2:]))
    chance = random.Random(7)
    first = datetime.date(2015, 1, 1)
    title = text = day = None
    for number in range(count):
        if number % 20 != 19:
            title, text = varied(sources[number % len(sources)], chance)
            day = first + datetime.timedelta(days=number * 1095 // count)
        else:
            text = text.replace(".", " .", 1)
        print(json.dumps({"id": f"v{number:06}", "title": title, "text": text, "published": day.isoformat(),
                          "outlet": chance.choice(OUTLETS)}, ensure_ascii=False))


if __name__ == "__main__":
    main()
