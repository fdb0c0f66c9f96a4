#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Learns who is agent and who recipient of an event, and writes languages/ar/role_weights.tsv.

usage: train_roles.py --role-lines PROGRAM --data FOLDER [--reports GOLD_DIR TEXT_DIR]... [--spans FILE.json]...
                      [--folds 8] [--out role_weights.tsv]

Annotated reports are folders of <id>.json (events with type, trigger, perpetrator, target) and <id>.txt; spans are
sentences whose annotators marked words as source and target.  Each event that the program finds and that an annotated
event stands for gives its candidates as examples: right where their words are those of an annotated party.  The model
ranks, for each role, the candidates and nobody (log-linear, AdaGrad, L2); it is the same for the same input.  Before training on everything it is
measured by cross-validation; reports of one incident (ids that differ in their last letter) stay in one fold.
"""
import argparse
import collections
import json
import math
import pathlib
import random
import re
import subprocess

MARKS = re.compile("[\u064b-\u0652\u0670\u0640]")
FOLD = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه", "ؤ": "و", "ئ": "ي"})
PROCLITICS = re.compile("^(?:و|ف)?(?:ب|ل|ك)?(?:ال)?")
# What construction makes of a candidate holds until examples speak against it: training starts and is pulled back here.
PRIOR = {"agent": {"r:agent": 2.5, "r:both": 2.0, "r:recipient": -1.5, "doubt:harmed": -2.5, "doubt:teller": -3.5,
                   "doubt:trigger": -2.5},
         "recipient": {"r:recipient": 2.0, "r:both": 0.5, "r:agent": -2.0}}
NEVER = -4.0  # what a candidate can hardly be, by role_bars.h
# What the first part of a feature's name looks at, for the table's gloss.
FAMILIES = {"agree": "does the event's verb agree with it", "b": "any candidate",
            "beyond-verb": "stands beyond the verb before the event", "between": "what stands between",
            "clauses": "clause marks between", "commas": "commas between", "country": "is its country known",
            "d": "distance and side", "decision": "how sure a choice must be",
            "doubt": "harmed, telling or another event's word", "e": "party of another sentence",
            "joined": "the event's word is joined by and", "k": "kind of party", "n": "no role by construction",
            "named": "is it in the lexicon", "never": "what it can hardly be", "nobody": "no party is told", "nth": "parties nearer to the event",
            "omitted": "the verb's subject is left out", "other": "role in another event", "p": "preposition",
            "party": "names a party", "pronoun": "the event's word carries a pronoun", "r": "role by construction", "s": "sector",
            "speaker": "stands by a reporting word", "subject": "stands by the verb before the event",
            "t": "path through the tree", "verbs": "verbs between", "w": "tables that know its words"}
ROLES = (("agent", "perpetrator"), ("recipient", "target"))

Candidate = collections.namedtuple("Candidate", "text elsewhere features")
# labels: role -> one of True, False, None (not annotated clearly) for each candidate
Example = collections.namedtuple("Example", "group candidates nobody gold labels")


def words(text):
    folded = MARKS.sub("", text or "").translate(FOLD)
    found = {PROCLITICS.sub("", w) or w for w in re.findall(r"\w+", folded)}
    return {w for w in found if len(w) > 1}


def overlap(gold, text):
    """F1 of folded words, the best over the annotated strings"""
    mine, best = words(text), 0.0
    for g in gold:
        theirs = words(g)
        common = len(mine & theirs)
        if common:
            best = max(best, 2 * common / (len(mine) + len(theirs)))
    return best


def code(options, texts):
    """id -> events as (type, confidence, begin, end, candidates, nobody), offsets in bytes"""
    lines = "".join(f"{key}\t" + text.replace("\n", "\\n") + "\n" for key, text in texts.items())
    done = subprocess.run([options.role_lines, options.data], input=lines.encode(), capture_output=True, check=True)
    out, raw = {}, b""
    for line in done.stdout.decode().splitlines():
        kind, rest = line.split(" ", 1)
        if kind == "report":
            raw, out[rest] = texts[rest].encode(), []
            events = out[rest]
        elif kind == "event":
            name, confidence, begin, end = rest.split()
            events.append((name, float(confidence), int(begin), int(end), [], []))
        elif kind == "nobody":
            events[-1][5].extend(rest.split(" "))
        else:
            begin, end, where, *features = rest.split(" ")
            text = raw[int(begin):int(end)].decode(errors="replace")
            events[-1][4].append(Candidate(text, where == "elsewhere", features))
    return out


def sentence_spans(text):
    for line in re.finditer(r"[^\n]+", text):
        start = line.start()
        for stop in re.finditer(r"[.!?؟]+(?=\s)", line.group()):
            yield start, line.start() + stop.end()
            start = line.start() + stop.end()
        yield start, line.end()


def pairs_of(gold_events, found, text):
    """annotated and found events that tell the same, one to one"""
    spans = list(sentence_spans(text))
    candidates = []
    for g, gold in enumerate(gold_events):
        trigger = gold.get("trigger") or ""
        at = gold.get("begin")
        if not isinstance(at, int):
            index = gold.get("sentence")
            start = spans[index][0] if isinstance(index, int) and index < len(spans) else 0
            at = text.find(trigger, start)
        if at < 0:
            continue
        for f, (name, confidence, begin, end, _, _) in enumerate(found):
            begin, end = (len(text.encode()[:x].decode(errors="ignore")) for x in (begin, end))
            hit = begin < at + len(trigger) and at < end
            if name == gold["type"] and confidence >= 0.5 and (
                    hit or any(s <= at < e and s <= begin < e for s, e in spans)):
                candidates.append((hit, confidence, g, f))
    used_gold, used_found = set(), set()
    for _, _, g, f in sorted(candidates, reverse=True):
        if g not in used_gold and f not in used_found:
            used_gold.add(g)
            used_found.add(f)
            yield gold_events[g], found[f]


def report_examples(options, gold_folder, text_folder):
    golds = {p.stem: json.loads(p.read_text(encoding="utf-8")) for p in sorted(pathlib.Path(gold_folder).glob("*.json"))}
    texts = {key: (pathlib.Path(text_folder) / f"{key}.txt").read_text(encoding="utf-8") for key in golds}
    coded = code(options, texts)
    for key, gold in golds.items():
        rows = [e for e in gold.get("events") or [] if not e.get("same_as")]
        group = re.sub("(?<=[0-9])[a-z]$", "", key)
        for annotated, found in pairs_of(rows, coded.get(key, []), texts[key]):
            gold_parties = {role: annotated.get(field) or [] for role, field in ROLES}
            labels = {role: [overlap(gold_parties[role], c.text) >= 0.5 for c in found[4]] for role, _ in ROLES}
            yield Example(group, found[4], found[5], gold_parties, labels)


def span_examples(options, path):
    rows = json.loads(pathlib.Path(path).read_text(encoding="utf-8"))
    texts = {row["_id"]: " ".join(row["text"].split()) for row in rows}
    coded = code(options, texts)
    for row in rows:
        for found in coded.get(row["_id"], []):
            verbs = [" ".join(s.get("verb") or []) for s in row["spans"]]
            trigger = texts[row["_id"]].encode()[found[2]:found[3]].decode(errors="replace")
            if found[0] != row["event_type"] or not any(overlap([v], trigger) > 0 for v in verbs):
                continue
            marked = {role: [" ".join(s.get(field) or []) for s in row["spans"]]
                      for role, field in (("agent", "source_actor"), ("recipient", "target_actor"))}
            labels, gold = {}, {}
            for role, strings in marked.items():
                named = [s for s in strings if s]
                gold[role] = named if 2 * len(named) > len(strings) else []
                labels[role] = []
                for c in found[4]:
                    share = sum(overlap([s], c.text) >= 0.5 for s in named) / len(strings)
                    labels[role].append(share >= 0.5 if share in (0.0,) or share >= 0.5 else None)
            yield Example("gsr-" + row["source"], found[4], found[5], gold, labels)


def rows_of(example, role):
    """features and labels of the candidates that were annotated clearly, nobody last"""
    rows = [(c.features, label) for c, label in zip(example.candidates, example.labels[role]) if label is not None]
    return rows + [(example.nobody, not any(label for _, label in rows))]


def shares(scores):
    top = max(scores)
    raised = [math.exp(s - top) for s in scores]
    return [x / sum(raised) for x in raised]


def prior(role, feature):
    return NEVER if feature.startswith(f"never:{role}:") else PRIOR[role].get(feature, 0.0)


class Weights(dict):
    """feature -> weight; one not met yet has its prior"""

    def __init__(self, role):
        super().__init__(PRIOR[role])
        self.role = role

    def __missing__(self, feature):
        return prior(self.role, feature)


def train(examples, role, options):
    """feature -> weight"""
    counts = collections.Counter(f for e in examples for c in e.candidates for f in set(c.features))
    counts.update(f for e in examples for f in set(e.nobody))
    known = {f for f, n in counts.items() if n >= options.least}
    data = [[([f for f in features if f in known], label) for features, label in rows_of(e, role)] for e in examples]
    weights, squares = Weights(role), collections.defaultdict(lambda: 1e-6)
    order = random.Random(1)
    for _ in range(options.epochs):
        order.shuffle(data)
        for rows in data:
            chances = shares([sum(weights[f] for f in features) for features, _ in rows])
            right = sum(p for p, (_, label) in zip(chances, rows) if label)
            gradients = collections.Counter()
            for p, (features, label) in zip(chances, rows):
                error = p - (p / right if label else 0.0)
                for f in features if abs(error) > 1e-4 else ():
                    gradients[f] += error
            for f, gradient in gradients.items():
                gradient += options.l2 * (weights[f] - prior(role, f))
                squares[f] += gradient * gradient
                weights[f] = weights[f] - options.rate * gradient / math.sqrt(squares[f])
    return weights


def chances_of(weights, example):
    """of each candidate and, last, of nobody"""
    rows = [c.features for c in example.candidates] + [example.nobody]
    return shares([sum(weights[f] for f in features) for features in rows])


def choose(example, chances, options):
    """role -> chosen texts, as link_roles.cpp does it"""
    count, out = len(example.candidates), {role: [] for role, _ in ROLES}
    nobody = dict(zip(("agent", "recipient"), options.nobody))
    others = dict(zip(("agent", "recipient"), options.others))
    best = {}
    for role, _ in ROLES:
        p = chances[role]
        best[role] = max(range(count), key=lambda i: p[i], default=None)
        if best[role] is not None and p[best[role]] < nobody[role] * p[count]:
            best[role] = None
    if best["agent"] is not None and best["agent"] == best["recipient"]:
        i = best["agent"]
        loser = "recipient" if chances["agent"][i] >= chances["recipient"][i] else "agent"
        p = chances[loser]
        best[loser] = max((j for j in range(count) if j != i), key=lambda j: p[j], default=None)
        if best[loser] is not None and p[best[loser]] < nobody[loser] * p[count]:
            best[loser] = None
    if best["agent"] is None:
        built = [i for i, c in enumerate(example.candidates) if "r:agent" in c.features and "party" in c.features]
        best["agent"] = built[0] if built else None
        if built and best["recipient"] == built[0]:
            best["recipient"] = None
    for role, _ in ROLES:
        if best[role] is None:
            continue
        p = chances[role]
        least = max(others[role] * p[best[role]], nobody[role] * p[count])
        out[role] = [c.text for i, c in enumerate(example.candidates)
                     if i == best[role] or (p[i] >= least and not c.elsewhere and i not in best.values())]
    return out


def by_construction(example):
    out = {role: [] for role, _ in ROLES}
    for candidate in example.candidates:
        for role, _ in ROLES:
            if f"r:{role}" in candidate.features or (role == "agent" and "r:both" in candidate.features):
                out[role].append(candidate.text)
    return out


def measure(name, examples, chosen):
    for group, keep in (("reports", lambda e: not e.group.startswith("gsr-")), ("spans", lambda e: e.group.startswith("gsr-"))):
        for role, _ in ROLES:
            right = asked = given = fitting = 0
            for example, parties in zip(examples, chosen):
                if not keep(example):
                    continue
                if example.gold[role]:
                    asked += 1
                    right += any(overlap(example.gold[role], t) >= 0.5 for t in parties[role])
                given += len(parties[role])
                fitting += sum(overlap(example.gold[role], t) >= 0.5 for t in parties[role])
            if asked and given:
                print(f"{name:12} {group:8} {role:10} found {100 * right / asked:5.1f} % of {asked}, "
                      f"{100 * fitting / given:5.1f} % of {given} given are right")


def cross_validate(examples, options):
    groups = sorted({e.group for e in examples})
    random.Random(7).shuffle(groups)
    fold_of = {g: i % options.folds for i, g in enumerate(groups)}
    chances = [None] * len(examples)
    for fold in range(options.folds):
        part = [e for e in examples if fold_of[e.group] != fold]
        weights = {role: train(part, role, options) for role, _ in ROLES}
        for i, e in enumerate(examples):
            if fold_of[e.group] == fold:
                chances[i] = {role: chances_of(weights[role], e) for role, _ in ROLES}
    return chances


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--role-lines", required=True)
    parser.add_argument("--data", required=True)
    parser.add_argument("--reports", nargs=2, action="append", default=[])
    parser.add_argument("--spans", action="append", default=[])
    parser.add_argument("--folds", type=int, default=8)
    parser.add_argument("--epochs", type=int, default=12)
    parser.add_argument("--least", type=int, default=3)
    parser.add_argument("--rate", type=float, default=0.05)
    parser.add_argument("--l2", type=float, default=0.02)
    parser.add_argument("--nobody", type=float, nargs=2, default=(0.5, 0.35), metavar=("AGENT", "RECIPIENT"),
                        help="a party must be so many times as likely as nobody")
    parser.add_argument("--others", type=float, nargs=2, default=(0.5, 0.6), metavar=("AGENT", "RECIPIENT"),
                        help="a further party must be so many times as likely as the likeliest")
    parser.add_argument("--source", default="")
    parser.add_argument("--out")
    options = parser.parse_args()
    examples = [e for folders in options.reports for e in report_examples(options, *folders)]
    examples += [e for path in options.spans for e in span_examples(options, path)]
    print(f"{len(examples)} events, {sum(len(e.candidates) for e in examples)} candidates")
    measure("construction", examples, [by_construction(e) for e in examples])
    if options.folds > 1:
        chances = cross_validate(examples, options)
        measure("held out", examples, [choose(e, c, options) for e, c in zip(examples, chances)])
        possible = [{role: [c.text for c in e.candidates] for role, _ in ROLES} for e in examples]
        measure("at best", examples, possible)
    if options.out:
        weights = {role: train(examples, role, options) for role, _ in ROLES}
        write_table(options, weights)


def write_table(options, weights):
    rows = [f"decision.{name}\t{pair[0]:g}\t{pair[1]:g}\t{FAMILIES['decision']}\t{options.source}"
            for name, pair in (("nobody", options.nobody), ("others", options.others))]
    for feature in sorted(set(weights["agent"]) | set(weights["recipient"])):
        pair = [f"{weights[role].get(feature, 0.0):.3f}" for role, _ in ROLES]
        if any(abs(float(w)) >= 0.005 for w in pair):
            rows.append(f"{feature}\t{pair[0]}\t{pair[1]}\t{FAMILIES[feature.split(':')[0]]}\t{options.source}")
    head = ("# SPDX-License-Identifier: Apache-2.0\n"
            "# What each feature of a candidate says for agent and recipient of an event; made by tools/train_roles.py.\n"
            "id\tagent\trecipient\tgloss\tsource\n")
    pathlib.Path(options.out).write_text(head + "\n".join(sorted(rows)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
