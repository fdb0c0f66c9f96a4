#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Weights that choose an event's place among those of its sentence (src/isnad/event/link_place.cpp).

usage: train_place_link.py SCORER GOLD_DIR TEXT_DIR CODED.jsonl [GOLD_DIR TEXT_DIR CODED.jsonl ...]

SCORER is the script that pairs claims with gold events (score_claims.py of the evaluation folder); CODED.jsonl is what
`isnad code --to jsonl --explain` wrote, whose trace names every candidate with its features.  A conditional logit model:
the candidate with the greatest weighted sum is meant.  Prints how many choices are right with the weights in use, with
weights trained on other stories (ten folds; reports of one story, by their id without its last letter, stay together),
and the weights from all of them.
"""
import importlib.util
import json
import math
import pathlib
import random
import re
import sys

LINE = re.compile(r"^place «(.*?)» as (.*?)(?: \( ?(-?[\d.]+), (-?[\d.]+)\))? (-?[\d.]+)(?:: (.*))?$")
PENALTY = 2.0  # of the squared distance from PRIOR, for the whole set
STEPS = 400
# Where these texts say too little, the weights stay near what the words mean.
PRIOR = {"home": -1.0, "speaker": -1.0, "destination": -0.7, "origin": -0.3, "dateline": -0.3,
         "head-of-relative": 0.5, "in-agent": -0.5}


def load_scorer(path):
    spec = importlib.util.spec_from_file_location("scorer", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def paired(scorer, events, claims, text):
    """gold events with the claim that stands for each, as the scorer pairs them"""
    spans = scorer.sentence_spans(text)
    candidates = []
    for e, event in enumerate(events):
        at = scorer.trigger_span(event, text)
        for c, claim in enumerate(claims):
            if at is None or claim["type"] != event["type"]:
                continue
            span = (claim["trigger"]["begin"], claim["trigger"]["end"])
            hit = span[0] < at[1] and at[0] < span[1]
            if hit or scorer.same_sentence(at, span, spans):
                candidates.append((2 if hit else 1, claim["confidence"], e, c))
    used_e, used_c = set(), set()
    for _, _, e, c in sorted(candidates, reverse=True):
        if e not in used_e and c not in used_c:
            used_e.add(e)
            used_c.add(c)
            yield events[e], claims[c]


def candidates_of(scorer, event, claim):
    """(features, name right, within 25 km, score in use) of each candidate that the trace names"""
    gold, found = event.get("place") or {}, []
    for line in claim.get("trace") or []:
        match = LINE.match(line)
        if not match:
            continue
        words, name, lat, lon, score, features = match.groups()
        values = dict((k, float(v)) for k, v in (item.rsplit(" ", 1) for item in (features or "").split(", ") if item))
        named = scorer.overlap([gold.get("name_ar") or ""], [words, name]) >= 0.5
        near = (lat is not None and gold.get("lat") is not None
                and scorer.kilometres(float(gold["lat"]), float(gold["lon"]), float(lat), float(lon)) <= 25)
        found.append((values, named, near, float(score)))
    return found


def read(scorer, gold_dir, text_dir, coded):
    claims = {}
    for line in open(coded, encoding="utf-8"):
        record = json.loads(line)
        claims[record["report"]["id"]] = [c for c in record["claims"] if c["confidence"] >= 0.5]
    for path in sorted(pathlib.Path(gold_dir).glob("*.json")):
        text_path = pathlib.Path(text_dir) / f"{path.stem}.txt"
        if path.stem not in claims or not text_path.exists():
            continue
        events = [e for e in json.loads(path.read_text(encoding="utf-8"))["events"] if not e.get("same_as")]
        for event, claim in paired(scorer, events, claims[path.stem], text_path.read_text(encoding="utf-8")):
            if (event.get("place") or {}).get("name_ar"):
                found = candidates_of(scorer, event, claim)
                if found:
                    yield path.stem.rstrip("abcdef"), found


def score(weights, values):
    return sum(weights.get(name, 0.0) * value for name, value in values.items())


def train(examples):
    weights = dict(PRIOR)
    rate, moment = 0.02, {}
    for _ in range(STEPS):
        slope = {name: -2 * PENALTY * (weights.get(name, 0.0) - PRIOR.get(name, 0.0)) for name in weights}
        for _, found in examples:
            goal = [(named + near) ** 2 for _, named, near, _ in found]
            if not any(goal):
                continue
            scores = [score(weights, values) for values, *_ in found]
            top = max(scores)
            shares = [math.exp(s - top) for s in scores]
            for (values, *_), share, right in zip(found, shares, goal):
                gap = right / sum(goal) - share / sum(shares)
                for name, value in values.items():
                    slope[name] = slope.get(name, 0.0) + gap * value
        for name, value in slope.items():
            moment[name] = 0.9 * moment.get(name, 0.0) + 0.1 * value
            weights[name] = weights.get(name, 0.0) + rate * moment[name]
    return weights


def right(examples, chosen):
    picks = [max(found, key=chosen) for _, found in examples]
    return sum(p[1] for p in picks), sum(p[2] for p in picks)


def main():
    if len(sys.argv) < 5 or (len(sys.argv) - 2) % 3:
        sys.exit(__doc__)
    scorer = load_scorer(sys.argv[1])
    examples = []
    for at in range(2, len(sys.argv), 3):
        examples += read(scorer, *sys.argv[at:at + 3])
    print(f"{len(examples)} events with a candidate in their sentence")
    print("best possible: name %d, within 25 km %d" % (sum(any(c[1] for c in f) for _, f in examples),
                                                       sum(any(c[2] for c in f) for _, f in examples)))
    print("weights in use: name %d, within 25 km %d" % right(examples, lambda c: c[3]))
    stories = sorted({story for story, _ in examples})
    random.Random(1).shuffle(stories)
    fold = {story: i % 10 for i, story in enumerate(stories)}
    named = near = 0
    for k in range(10):
        weights = train([e for e in examples if fold[e[0]] != k])
        n, d = right([e for e in examples if fold[e[0]] == k], lambda c: score(weights, c[0]))
        named, near = named + n, near + d
    print(f"ten folds by story: name {named}, within 25 km {near}")
    weights = train(examples)
    print("trained on all: name %d, within 25 km %d" % right(examples, lambda c: score(weights, c[0])))
    for name, value in sorted(weights.items(), key=lambda item: item[1]):
        print(f"  {name:18} {value:6.2f}")


if __name__ == "__main__":
    main()
