#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Narrators and their scope against sentences of a treebank that one reader judged.

usage: score_attributions.py ATTRIBUTION_LINES DATA_FOLDER TREEBANK_FOLDER [--misses]

ATTRIBUTION_LINES is the program of that name; DATA_FOLDER holds lexicon.bin, gazetteer.bin and analyser.model.  The gold,
attribution_gold.tsv beside this script, holds ids, offsets and labels, no words: the sentences come from TREEBANK_FOLDER.
Each row: file, sentence id, the reporting verb's span; `said` with the spans of the narrator that are accepted (with titles,
without), `unsaid` where the sentence does not name him, `none` where the verb reports nothing; another word's span, and
whether it rests on that narrator's word.

Narrator span: a narrator counts as right when its words and those of an accepted span have F1 >= 0.5 (score_claims.py's own
measure), as exact when they are the same; precision is over all narrators given for the judged verbs, recall over those
that the sentences name.  Scope: of all sentences, in how many is the other word covered, or not, as judged.
"""
import collections
import pathlib
import subprocess
import sys

GOLD = pathlib.Path(__file__).resolve().parent / "attribution_gold.tsv"


def texts_of(folder, wanted):
    texts = {}
    for file in sorted({file for file, _ in wanted}):
        name = None
        for line in (folder / file).read_text(encoding="utf-8").splitlines():
            if line.startswith("# sent_id = "):
                name = line[12:]
            elif line.startswith("# text = ") and (file, name) in wanted:
                texts[file, name] = line[9:]
    return texts


def span(written):
    begin, end = written.split("-")
    return int(begin), int(end)


def overlap(a, b):
    return a[0] < b[1] and b[0] < a[1]


def f1(text, a, b):
    left, right = collections.Counter(text[slice(*a)].split()), collections.Counter(text[slice(*b)].split())
    common = sum((left & right).values())
    return 2 * common / (sum(left.values()) + sum(right.values())) if common else 0.0


def main():
    misses = "--misses" in sys.argv
    program, data, treebank = [argument for argument in sys.argv[1:] if not argument.startswith("--")]
    rows = [line.split("\t") for line in GOLD.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    texts = texts_of(pathlib.Path(treebank), {(row[0], row[1]) for row in rows})
    lines = "".join(f"{row[1]}\t{texts[row[0], row[1]]}\n" for row in rows)
    done = subprocess.run([program, data], input=lines.encode(), capture_output=True, check=True)
    found = collections.defaultdict(list)
    for line in done.stdout.decode().splitlines():
        ident, cue, narrator, scope, _, words = line.split("\t")
        found[ident].append((span(cue), None if narrator == "-" else span(narrator), None if scope == "-" else span(scope), words))
    given = named = right = exact = scoped = 0
    for file, ident, begin, end, kind, accepted, word_begin, word_end, covered in rows:
        text, verb, word = texts[file, ident], (int(begin), int(end)), (int(word_begin), int(word_end))
        golden = [span(one) for one in accepted.split()]
        at_verb = [found_one for found_one in found[ident] if overlap(found_one[0], verb)]
        # words of an impersonal form are not a narrator's
        ours = next((n for cue, n, _, _ in at_verb if n and not overlap(n, cue)), None)
        named += kind == "said"
        given += ours is not None
        hit = kind == "said" and ours is not None and max(f1(text, g, ours) for g in golden) >= 0.5
        right += hit
        exact += hit and ours in golden
        # his word reaches the other one through this verb or another of his
        his = [scope for cue, n, scope, _ in found[ident]
               if scope and (overlap(cue, verb) or (n and n == ours)) and not (n and overlap(n, word))]
        holds = any(overlap(scope, word) for scope in his) if kind != "none" else False
        scope_right = holds == (covered == "yes")
        scoped += scope_right
        if misses and (hit != (kind == "said") or (ours and kind != "said") or not scope_right):
            print(f"{ident} {kind} «{text[slice(*verb)]}» gold {[text[slice(*g)] for g in golden]} ours "
                  f"{[words for *_, words in at_verb]}{'' if scope_right else f' scope of «{text[slice(*word)]}» should be {covered}'}\n   {text}")
    precision, recall = 100 * right / max(given, 1), 100 * right / max(named, 1)
    print(f"narrator spans P {precision:.1f} R {recall:.1f} F1 {2 * precision * recall / max(precision + recall, 1e-9):.1f}"
          f" (exact: {exact} of {right}); scope {100 * scoped / len(rows):.1f} % of {len(rows)}")


if __name__ == "__main__":
    main()
