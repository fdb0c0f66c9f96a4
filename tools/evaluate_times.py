#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Scores times and numbers against the public cases in ../shared/corpora; prints the figures of docs/accuracy_time.md.

usage: evaluate_times.py recognizers|dahmri|numbers CORPUS_FOLDER MENTION_LINES [--wrong] [--left-out]

recognizers: cases of Microsoft Recognizers-Text (MIT). A case is left out when a row of
tools/recognizers_left_out.tsv matches it; --left-out lists each with its reason, --wrong what we get wrong.
Extent: the words are the same once prepositions, the word day and marks are taken off both ends. Value: the same
day, interval, clock time or length; where the case gives a past and a future reading either will do.
dahmri: 50 news texts with TIMEX3. An expression counts as found when an expression of ours overlaps it (relaxed).
"""
import collections
import datetime
import glob
import json
import os
import pathlib
import re
import subprocess
import sys

EDGE_WORDS = {"في", "من", "يوم", "عند", "على", "بين", "ما", "إلى", "الى", "حتى", "منذ", "لمدة", "مدة", "خلال", "بتاريخ",
              "ليوم", "هذا", "الساعة", "شهر", "و", "طوال", "قبل", "بعد", "غضون", "تمام", "حوالي", "فترة"}
MARKS = re.compile(r"[\u064b-\u0652\u0640]")
LEXICON = pathlib.Path(__file__).resolve().parent.parent / "languages" / "ar"


def run(program, cases):
    lines = "".join("%s\t%s\t%s\n" % (i, published, text.replace("\n", "\\n").replace("\t", " "))
                    for i, published, text in cases)
    out = subprocess.run([program, str(LEXICON)], input=lines, capture_output=True, text=True, check=True)
    return {record["id"]: record for record in map(json.loads, out.stdout.splitlines())}


def words(text):
    found = re.findall(r"[^\s،,.()/:;!؟-]+|[0-9]", MARKS.sub("", text))
    while found and found[0] in EDGE_WORDS:
        found = found[1:]
    while found and found[-1] in EDGE_WORDS:
        found = found[:-1]
    return [re.sub("^[ولبف]?ال|^لل", "", re.sub("[أإآ]", "ا", w)) for w in found]


def same_extent(gold, ours):
    return words(gold) == words(ours)


def seconds(duration):
    match = re.fullmatch(r"P(?:([\d.]+)Y)?(?:([\d.]+)M)?(?:([\d.]+)W)?(?:([\d.]+)D)?"
                         r"(?:T(?:([\d.]+)H)?(?:([\d.]+)M)?(?:([\d.]+)S)?)?", duration)
    if not match:
        return None
    scale = [31536000, 2592000, 604800, 86400, 3600, 60, 1]
    total = sum(float(n or 0) * s for n, s in zip(match.groups(), scale))
    # years in months: 12 x 30 days is 360, so count months of years alike
    years, months = float(match.group(1) or 0), float(match.group(2) or 0)
    return round(total - years * 31536000 - months * 2592000 + (years * 12 + months) * 2592000)


def readings(value):
    for key in ("PastResolution", "FutureResolution"):
        if isinstance(value.get(key), dict):
            yield value[key]
    for one in value.get("values", []):
        yield one


def timexes(result):
    for value in (result.get("Value"), result.get("Resolution")):
        if isinstance(value, dict):
            yield value.get("Timex", "")
            yield from (v.get("timex", "") for v in value.get("values", []))


def day_before(day):
    return (datetime.date.fromisoformat(day) - datetime.timedelta(days=1)).isoformat()


def same_value(gold, ours):
    if isinstance(gold, str):
        gold = {"Timex": gold}
    timex = gold.get("Timex") or next((v.get("timex", "") for v in gold.get("values", [])), "")
    value = ours["value"]
    if value == timex:
        return True
    if timex.startswith("P") and seconds(timex) is not None:
        return seconds(timex) == seconds(value) or (seconds(timex) is not None and value in ("PXD", "PXW", "PXM", "PXH"))
    for reading in readings(gold):
        if "date" in reading or reading.get("type") == "date":
            day = reading.get("date") or reading.get("value", "")
            if value == day or (len(value) in (4, 7) and day.startswith(value) and ours["mod"] != ""):
                return True
            # a coarser unit was said: a month ago is a month, not a day of it
            if len(value) in (4, 7) and day.startswith(value) and ours["direction"] in ("past", "future"):
                return True
        start = reading.get("startDate") or reading.get("start")
        end = reading.get("endDate") or reading.get("end")
        if start and end and ours["earliest"] and ours["latest"] and len(start) == 10 and len(end) == 10:
            ends = {end} if end < "0002" else {end, day_before(end)}
            if ours["earliest"] == start and ours["latest"] in ends:
                return True
            # a span of years: theirs ends with the first day of the last year, ours with its last
            if ours["earliest"] == start and end.endswith("-01-01") and ours["latest"] == end[:4] + "-12-31":
                return True
        moment = reading.get("dateTime") or (reading.get("value") if reading.get("type") == "datetime" else None)
        if moment and "T" in value:
            if moment.replace(" ", "T").startswith(value):
                return True
            if moment[11:16] == value[11:16] + ":00"[:max(0, 5 - len(value[11:16]))] and moment[:10] == value[:10]:
                return True
    length = re.fullmatch(r"\(.*,(P[^)]*)\)", timex)
    if length and ours["type"] == "DURATION" and seconds(length.group(1)) == seconds(value):
        return True
    span = re.fullmatch(r"\(([^,]*),([^,]*),[^)]*\)", timex)
    if span and "/" in value:
        a, b = value.split("/", 1)
        if same_moment(span.group(1), a) and same_moment(span.group(2), b):
            return True
    if timex.startswith("T") and "T" in value:
        return value[value.index("T"):] == timex or value[value.index("T"):] == timex + ":00"
    if "T" in timex and "T" in value and timex[0] == "X":
        return same_moment(timex, value)
    return False


def same_moment(gold, ours):
    if gold == ours:
        return True
    weekday = re.fullmatch(r"XXXX-WXX-([1-7])(.*)", gold)
    if weekday and re.match(r"\d{4}-\d{2}-\d{2}", ours):
        return (datetime.date.fromisoformat(ours[:10]).isoweekday() == int(weekday.group(1))
                and ours[10:] in (weekday.group(2), weekday.group(2) + ":00"))
    if gold.startswith("XXXX") and ours[4:] == gold[4:]:
        return True
    return gold.startswith("T") and ours.endswith(gold)


def recognizers(folder, program, show_wrong, show_left_out):
    rules = []
    for line in (pathlib.Path(__file__).parent / "recognizers_left_out.tsv").read_text(encoding="utf-8").splitlines()[1:]:
        if line and not line.startswith("#"):
            reason, where, pattern = line.split("\t")[:3]
            rules.append((reason, where, re.compile(pattern)))
    cases, seen = [], set()
    left_out = []
    for path in sorted(glob.glob(os.path.join(folder, "DateTime_*.json"))):
        name = os.path.basename(path)[9:-5]
        for number, case in enumerate(json.load(open(path, encoding="utf-8-sig"))):
            parsed = any(isinstance(r.get("Value"), dict) or "Resolution" in r for r in case["Results"])
            key = (case["Input"], case.get("Context", {}).get("ReferenceDateTime", "") if parsed else "")
            if key in seen or (not parsed and any(k[0] == case["Input"] for k in seen)):
                continue
            seen.add(key)
            reason = None
            for why, where, pattern in rules:
                fields = {"text": [r["Text"].strip() for r in case["Results"]], "input": [case["Input"]],
                          "file": [name],
                          "timex": [timex for r in case["Results"] for timex in timexes(r)],
                          "missing": [str(all(r["Text"].strip() in case["Input"] for r in case["Results"]))]}[where]
                if any(pattern.search(f or "") for f in fields):
                    reason = why
                    break
            if reason:
                left_out.append((reason, name, number, case["Input"]))
                continue
            cases.append((name, number, case))
    published = "2016-11-07T00:00"
    lines = []
    for i, (name, number, case) in enumerate(cases):
        when = case.get("Context", {}).get("ReferenceDateTime", published)[:16]
        lines.append((str(i), when, case["Input"]))
    out = run(program, lines)
    tally = collections.defaultdict(lambda: [0, 0, 0, 0])
    for i, (name, number, case) in enumerate(cases):
        ours = out[str(i)]["times"]
        row = tally[name]
        for result in case["Results"]:
            gold = result["Text"].strip()
            match = next((o for o in ours if same_extent(gold, o["text"])), None)
            row[1] += 1
            row[0] += match is not None
            value = result.get("Value") if isinstance(result.get("Value"), dict) else result.get("Resolution")
            right = None
            if value and value != "not resolved":
                near = match or next((o for o in ours if o["begin"] < result["Start"] + len(gold) and o["end"] > result["Start"]), None)
                row[3] += 1
                right = near is not None and same_value(value, near)
                row[2] += right
            if show_wrong and (match is None or right is False):
                print("%s#%d\t%s\t%s\t%s\tgold [%s] %s\tours %s" % (
                    name, number, "extent" if match is None else "", "" if right in (True, None) else "value",
                    case["Input"], gold, value if isinstance(value, str) else (value or {}).get("Timex") or [v.get("timex") for v in (value or {}).get("values", [])],
                    [(o["text"], o["value"]) for o in ours]))
        if not case["Results"]:
            row[1] += 1
            row[0] += not ours
            if ours and show_wrong:
                print("%s#%d\tfalse\t%s\t%s" % (name, number, case["Input"], [(o["text"], o["value"]) for o in ours]))
    if show_left_out:
        for reason, name, number, text in sorted(left_out):
            print("| %s | %s#%d | %s |" % (reason, name, number, text.replace("|", "\\|").replace("\n", " ")))
        return
    total = [sum(column) for column in zip(*tally.values())]
    for name, row in sorted(tally.items()) + [("all", total)]:
        print("%-22s extents %4d of %4d = %5.1f %%   values %4d of %4d = %5.1f %%" % (
            name, row[0], row[1], 100 * row[0] / max(row[1], 1), row[2], row[3], 100 * row[2] / max(row[3], 1)))
    reasons = collections.Counter(reason for reason, *_ in left_out)
    print("cases scored %d, left out %d:" % (len(cases), len(left_out)))
    for reason, count in reasons.most_common():
        print("  %4d %s" % (count, reason))


def dahmri(folder, program, show_wrong):
    texts, gold = [], {}
    for path in sorted(glob.glob(os.path.join(folder, "doc*.tml"))):
        name = os.path.basename(path)[:-4]
        raw = open(path, encoding="utf-8-sig").read()
        body = re.sub(r"^.*?<TimeML>", "", raw, flags=re.S).replace("</TimeML>", "").replace("\ufeff", "")
        spans, plain, at = [], "", 0
        for match in re.finditer(r"<TIMEX3([^>]*)>(.*?)</TIMEX3>", body, flags=re.S):
            plain += re.sub(r"<[^>]*>", "", body[at:match.start()])
            begin = len(plain)
            plain += match.group(2)
            spans.append((begin, len(plain), match.group(2), match.group(1)))
            at = match.end()
        plain += re.sub(r"<[^>]*>", "", body[at:])
        gold[name] = (plain, spans)
        texts.append((name, "2015-12-24", plain))
    out = run(program, texts)
    found = hit = said = 0
    for name, (plain, spans) in gold.items():
        ours = out[name]["times"]
        for begin, end, words_, attributes in spans:
            over = any(o["begin"] < end and o["end"] > begin for o in ours)
            hit += over
            if not over and show_wrong:
                print("missed\t%s\t%s\t…%s…\t%s" % (name, words_, plain[max(0, begin - 30):end + 30].replace("\n", " "), attributes))
        for o in ours:
            right = any(o["begin"] < end and o["end"] > begin for begin, end, *_ in spans)
            found += right
            if not right and show_wrong:
                print("extra\t%s\t%s\t…%s…\t%s" % (name, o["text"], plain[max(0, o["begin"] - 30):o["end"] + 30].replace("\n", " "), o["value"]))
        said += len(ours)
    count = sum(len(spans) for _, spans in gold.values())
    precision, recall = found / max(said, 1), hit / max(count, 1)
    print("dahmri, relaxed: gold %d, ours %d, precision %.1f recall %.1f F1 %.1f" % (
        count, said, 100 * precision, 100 * recall, 200 * precision * recall / (precision + recall)))


def main():
    task, folder, program = sys.argv[1:4]
    options = sys.argv[4:]
    if task == "recognizers":
        recognizers(folder, program, "--wrong" in options, "--left-out" in options)
    else:
        dahmri(folder, program, "--wrong" in options)


main()
