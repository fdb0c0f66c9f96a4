#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""How many of the gold's parties are among the parties found, and how many GSR roles have the right code.

usage: evaluate_actors.py ACTOR_LINES LEXICON_FOLDER SHARED_DIR [--misses]

ACTOR_LINES is the program of that name.  First, for each perpetrator, target and narrator of dev_reports and dev_articles
(codebook.md): does its report hold a mention with word F1 >= 0.5 ("found"), and one with the same words ("exact")?  This is
the ceiling of choosing roles, not a score of it.  Second, for each span that an annotator of the GSR marked as an actor with a
role: the mention of the sentence that overlaps it best, its country and its sector against the annotator's (None = nothing).
"""
import collections
import json
import pathlib
import subprocess
import sys


def mentions_of(program, lexicon, texts):
    lines = "".join(f"{i}\t{text.replace(chr(9), ' ').replace(chr(10), chr(92) + 'n')}\n" for i, text in texts.items())
    done = subprocess.run([program, lexicon], input=lines.encode(), capture_output=True, check=True)
    found = collections.defaultdict(list)
    for line in done.stdout.decode().splitlines():
        ident, words, code, *_ = line.split("\t")
        found[ident].append((words, code))
    return found


def f1(left, right):
    common = len(left & right)
    return 2 * common / (len(left) + len(right)) if common else 0.0


def parties_of(gold):
    for event in gold if isinstance(gold, list) else gold["events"]:
        for key in ("perpetrator", "target"):
            for party in event[key]:
                yield key, party
        for link in event["attribution"]:
            yield "narrator", link["who"]


def ceiling(program, lexicon, folder, words, misses):
    texts = {path.stem: path.read_text(encoding="utf-8") for path in sorted((folder / "text").glob("*.txt"))}
    found = mentions_of(program, lexicon, texts)
    tally = collections.defaultdict(lambda: [0, 0, 0])
    for ident in texts:
        gold = json.loads((folder / "gold" / f"{ident}.json").read_text(encoding="utf-8"))
        here = [words(text) for text, _ in found[ident]]
        for key, party in parties_of(gold):
            wanted = words(party)
            if not wanted:
                continue
            best = max((f1(wanted, one) for one in here), default=0.0)
            tally[key][0] += 1
            tally[key][1] += best >= 0.5
            tally[key][2] += best > 0.99
            if misses and best < 0.5:
                print("  missed", ident, key, party)
    print(f"== {folder.name}: {sum(map(len, found.values()))} mentions")
    for key, (total, near, exact) in tally.items():
        print(f"{key:12} found {100 * near / total:5.1f} % exact {100 * exact / total:5.1f} % of {total}")


def gsr_roles(program, lexicon, folder, words):
    for name in ("assault", "protest"):
        items = json.loads((folder / f"{name}_spans.json").read_text(encoding="utf-8"))
        found = mentions_of(program, lexicon, {str(i): item["text"] for i, item in enumerate(items)})
        country, sector, both, total, seen = 0, 0, 0, 0, 0
        for i, item in enumerate(items):
            for span in item["spans"]:
                for side in ("source", "target"):
                    role = span[f"{side}_role"]
                    marked = words(" ".join(span[f"{side}_actor"]))
                    if not marked or not isinstance(role, dict) or role.get("role") in (None, "None"):
                        continue
                    total += 1
                    ranked = sorted(found[str(i)], key=lambda one: -f1(marked, words(one[0])))
                    if not ranked or f1(marked, words(ranked[0][0])) == 0:
                        continue
                    seen += 1
                    code = ranked[0][1].split()
                    is_country = code[0] if code and (len(code) > 1 or len(code[0]) == 3 and code[0] == role["main"]) else "None"
                    is_sector = code[-1] if code else "None"
                    same_country = is_country == role["main"] or (role["main"] == "None" and is_country == "None")
                    country += same_country
                    sector += is_sector == role["role"]
                    both += same_country and is_sector == role["role"]
        print(f"== gsr {name}: {total} marked actors with a role; overlapped {100 * seen / total:.1f} %, country {100 * country / total:.1f} %, "
              f"sector {100 * sector / total:.1f} %, both {100 * both / total:.1f} %")


def main():
    program, lexicon, shared = sys.argv[1], sys.argv[2], pathlib.Path(sys.argv[3])
    sys.path.insert(0, str(shared / "eval"))
    from score_claims import words  # the protocol's own folding

    for name in ("dev_reports", "dev_articles"):
        ceiling(program, lexicon, shared / "corpora" / name, words, "--misses" in sys.argv)
    gsr_roles(program, lexicon, shared / "corpora" / "gsr", words)


if __name__ == "__main__":
    main()
