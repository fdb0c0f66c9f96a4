#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""How many events' places are among the places found: the ceiling of any choice between them.

usage: score_place_mentions.py LIST_PLACES GAZETTEER.bin GOLD_FOLDER TEXT_FOLDER [--misses]

LIST_PLACES is the program of that name. For each gold event (codebook.md; rows without same_as) with a place: is a mention
of that name in its report, is one within 25 km, and the same for mentions in the trigger's sentence and the two before.
"""
import glob
import json
import math
import re
import subprocess
import sys

FOLD = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ى": "ي", "ة": "ه", "ؤ": "و", "ئ": "ي", "ـ": None, "«": " ", "»": " ", '"': " ", "“": " ", "”": " "})
KINDS = {"مدينه", "محافظه", "بلده", "قريه", "حي", "منطقه", "في", "من"}


def words(text):
    out = set()
    for word in re.sub(r"[\u064b-\u0652]", "", text).translate(FOLD).replace("-", " ").split():
        word = re.sub(r"^(و|ب|ل|ف|ك)?ال", "", word)
        out.add(re.sub(r"^لل", "", word))
    return out


def named(gold, found):
    left, right = words(gold), words(found)
    left, right = (left - KINDS or left), (right - KINDS or right)
    return left and right and len(left & right) / min(len(left), len(right)) >= 0.5


def kilometres(a, b, c, d):
    a, b, c, d = map(math.radians, (a, b, c, d))
    return 6371 * math.acos(max(-1, min(1, math.sin(a) * math.sin(c) + math.cos(a) * math.cos(c) * math.cos(b - d))))


def main():
    program, gazetteer, gold_folder, text_folder = sys.argv[1:5]
    show = "--misses" in sys.argv
    names = events = report_name = report_near = close_name = close_near = best_near = 0
    for path in sorted(glob.glob(gold_folder + "/*.json")):
        gold = json.load(open(path, encoding="utf-8"))
        file = f"{text_folder}/{gold['id']}.txt"
        text = open(file, encoding="utf-8").read()
        lines = subprocess.run([program, gazetteer, file], capture_output=True, text=True, check=True).stdout.splitlines()
        mentions = [line.split("\t") for line in lines]
        for event in gold["events"]:
            place = event.get("place") or {}
            if event.get("same_as") or not place.get("name_ar") or place.get("lat") is None:
                continue
            events += 1
            begin = event.get("begin")
            if begin is None:
                begin = max(text.find(event["trigger"]), 0)
            ends = [m.end() for m in re.finditer(r"[.!؟\n]\s", text)]
            end = next((e for e in ends if e > begin), len(text))
            before = [e for e in ends if e <= begin]
            start = before[-3] if len(before) >= 3 else 0
            near = [m for m in mentions if kilometres(float(place["lat"]), float(place["lon"]), float(m[9]), float(m[10])) <= 25]
            same = [m for m in mentions if named(place["name_ar"], m[6]) or named(place["name_ar"], m[7])]
            close = lambda m: start <= int(m[1]) < end
            report_name += bool(same)
            report_near += bool(near)
            close_name += any(map(close, same))
            close_near += any(map(close, near))
            if show and not (same and near):
                print(gold["id"], "name" if not same else "", "near" if not near else "", place["name_ar"], place.get("name_en"), place["lat"], place["lon"],
                      "| same:", [(m[6], m[13], m[9], m[10]) for m in same][:2], sep="\t")
    for label, count in (("report: name", report_name), ("report: within 25 km", report_near), ("sentence and two before: name", close_name), ("sentence and two before: within 25 km", close_near)):
        print(f"{label}\t{count}/{events}\t{100 * count / max(events, 1):.1f}")


main()
