#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Draws sentences with a reporting verb from CoNLL-U files, for a reader to judge.

usage: sample_reporting_verbs.py [--seed N] [--count N] [--longest WORDS] FILE.conllu...

One line a sentence: file, sentence id, the reporting verb and one other verb of the sentence as offsets in its `# text`
(code points, half open), then the text.  Which verb is drawn, and which other one, is chosen by the seed alone; a sentence
whose only verb is the reporting one has a noun after it drawn in the other's place.  What the reader finds goes into
attribution_gold.tsv; score_attributions.py compares the engine with it.
"""
import argparse
import pathlib
import random
import re

MARKS = re.compile("[\u064b-\u0652\u0670\u0640]")
# lemmas without vowel signs; hamza kept, so that أعلن (announce) and علن stay apart
REPORTING = set("""
قال أعلن أكد أفاد ذكر أوضح أضاف أشار اعتبر نقل نفى صرح كشف أبلغ لفت شدد رأى اتهم حذر توقع اعتقد زعم ادعى اعترف تابع ختم
نسب أظهر تحدث رجح أقر أورد روى أخبر استبعد أعرب ألمح نبه بث كتب نشر جزم أنكر شهد
""".split())


def plain(lemma):
    return MARKS.sub("", lemma).replace("ٱ", "ا")


def sentences(path):
    """(id, text, [(begin, end, upos, lemma)]) with offsets of surface tokens in the text"""
    name, text, tokens, skip_to = None, None, [], 0
    rows = []
    for line in path.read_text(encoding="utf-8").splitlines() + [""]:
        if line.startswith("# sent_id = "):
            name = line[12:]
        elif line.startswith("# text = "):
            text = line[9:]
        elif line and not line.startswith("#"):
            rows.append(line.split("\t"))
        elif not line and rows:
            yield name, text, placed(text, rows)
            rows = []


def placed(text, rows):
    out, at, span, last = [], 0, None, 0
    for row in rows:
        if "-" in row[0]:
            begin = text.find(row[1], at)
            if begin < 0:
                return None
            span, last = (begin, begin + len(row[1])), int(row[0].split("-")[1])
            at = span[1]
            continue
        if "." in row[0]:
            continue
        if int(row[0]) > last:
            begin = text.find(row[1], at)
            if begin < 0:
                return None
            span = (begin, begin + len(row[1]))
            at = span[1]
        out.append((*span, row[3], plain(row[2])))
    return out


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=20260801)
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--longest", type=int, default=70)
    parser.add_argument("files", nargs="+")
    options = parser.parse_args()
    found = []
    for file in map(pathlib.Path, options.files):
        for name, text, words in sentences(file):
            if words and len(words) <= options.longest and any(u == "VERB" and l in REPORTING for _, _, u, l in words):
                found.append((file.name, name, text, words))
    chance = random.Random(options.seed)
    for file, name, text, words in sorted(chance.sample(found, min(options.count, len(found)))):
        verb = chance.choice([w for w in words if w[2] == "VERB" and w[3] in REPORTING])
        others = [w for w in words if w[2] == "VERB" and w != verb and w[3] not in REPORTING]
        others = others or [w for w in words if w[2] == "NOUN" and w[0] > verb[1]] or [verb]
        other = chance.choice(others)
        print(file, name, verb[0], verb[1], other[0], other[1], text, sep="\t")


if __name__ == "__main__":
    main()
