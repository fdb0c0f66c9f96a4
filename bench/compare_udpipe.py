#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The analyser against UDPipe 1, text to trees, in one run on one core.

usage: compare_udpipe.py train TREEBANK_DIR MODEL_DIR [--iterations N] [--parser-iterations N]
       compare_udpipe.py time MODEL_DIR ISNAD TEXT [--model FILE] [--rounds N]

`train` makes UDPipe's models out of the files that the analyser learns from: its tokeniser from padt-seg-train, its
tagger and parser from padt-dep-train and pud-dep-train. Hours with the default of 20 iterations. The parser is a network
of one size, as fast after two as after twenty; the tagger keeps every feature it ever weighed and gets slower with each.
`time` binds itself to one core, then lets both read TEXT (UTF-8, one paragraph a line) in turns and
prints words a second of processor time, each side's own words, the middle of the rounds. Neither side's loading is
counted: UDPipe's stages are timed inside this process, and from the time of the whole program `isnad analyse`,
printing included, that of the same program over nothing is taken off (the line `with loading` does not).

Needs the package in bench/requirements.txt.
"""
import argparse
import os
import pathlib
import resource
import statistics
import subprocess
import sys
import time

import ufal.udpipe as udpipe

TOKENISER, PARSER = "tokeniser.udpipe", "parser.udpipe"


def read_treebank(path):
    sentences, error = udpipe.Sentences(), udpipe.ProcessingError()
    reader = udpipe.InputFormat.newConlluInputFormat()
    reader.setText(path.read_text(encoding="utf-8"))
    while True:
        sentence = udpipe.Sentence()
        if not reader.nextSentence(sentence, error):
            break
        sentences.push_back(sentence)
    if error.occurred():
        sys.exit(f"{path}: {error.message}")
    return sentences


def train_model(train, dev, out, tokeniser, tagger, parser):
    sentences, error = udpipe.Sentences(), udpipe.ProcessingError()
    for path in train:
        for sentence in read_treebank(path):
            sentences.push_back(sentence)
    model = udpipe.Trainer.train("morphodita_parsito", sentences, read_treebank(dev), tokeniser, tagger, parser, error)
    if error.occurred():
        sys.exit(f"{out}: {error.message}")
    out.write_bytes(model)


def train(options):
    bank, models, n = options.treebanks, options.models, options.iterations
    models.mkdir(parents=True, exist_ok=True)
    dev = bank / "padt-dep-dev.conllu"
    train_model([bank / "padt-seg-train.conllu"], dev, models / TOKENISER, f"epochs={n};early_stopping=0", "none", "none")
    train_model([bank / "padt-dep-train.conllu", bank / "pud-dep-train.conllu"], dev, models / PARSER, "none",
                f"models=1;iterations={n}", f"iterations={options.parser_iterations or n};hidden_layer=200")


def load(path):
    model = udpipe.Model.load(str(path))
    return model or sys.exit(f"{path}: no UDPipe model; make it with: compare_udpipe.py train")


def time_udpipe(tokeniser, parser, text):
    """words, and seconds of tokenising, tagging and parsing"""
    seconds, words, error = [0.0, 0.0, 0.0], 0, udpipe.ProcessingError()
    reader = tokeniser.newTokenizer("")
    start = time.process_time()
    reader.setText(text)
    sentences = []
    while True:
        sentence = udpipe.Sentence()
        if not reader.nextSentence(sentence, error):
            break
        sentences.append(sentence)
        words += sentence.words.size() - 1
    seconds[0] = time.process_time() - start
    for stage, work in ((1, lambda s: parser.tag(s, "")), (2, lambda s: parser.parse(s, ""))):
        start = time.process_time()
        for sentence in sentences:
            work(sentence)
        seconds[stage] = time.process_time() - start
    return words, seconds


def time_isnad(command):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(command, stdout=subprocess.PIPE, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    words = sum(1 for line in done.stdout.split(b"\n") if line.split(b"\t", 1)[0].isdigit())
    return words, after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def compare(options):
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    tokeniser, parser = load(options.models / TOKENISER), load(options.models / PARSER)
    text = options.text.read_text(encoding="utf-8")
    command = [options.isnad, "analyse", "--to", "conllu", str(options.text)]
    if options.model:
        command += ["--model", str(options.model)]
    nothing = [os.devnull if word == str(options.text) else word for word in command]
    rates, stages, own, loading = [], [], [], []
    for _ in range(options.rounds):
        words, seconds = time_udpipe(tokeniser, parser, text)
        rates.append(words / sum(seconds))
        stages.append([words / s for s in seconds])
        for _ in range(3):
            _, load_time = time_isnad(nothing)
            words, took = time_isnad(command)
            own.append(words / (took - load_time))
            loading.append(words / took)
    middle = statistics.median
    print(f"udpipe   {middle(rates):8.0f} words/s   tokenise {middle(s[0] for s in stages):.0f}, "
          f"tag {middle(s[1] for s in stages):.0f}, parse {middle(s[2] for s in stages):.0f}")
    print(f"isnad    {middle(own):8.0f} words/s   ({min(own):.0f} to {max(own):.0f})")
    print(f"         {middle(loading):8.0f} with loading")
    print(f"ratio    {middle(own) / middle(rates):8.1f}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    commands = parser.add_subparsers(required=True)
    training = commands.add_parser("train")
    training.add_argument("treebanks", type=pathlib.Path)
    training.add_argument("models", type=pathlib.Path)
    training.add_argument("--iterations", type=int, default=20)
    training.add_argument("--parser-iterations", type=int, help="as many as --iterations without it")
    training.set_defaults(run=train)
    timing = commands.add_parser("time")
    timing.add_argument("models", type=pathlib.Path)
    timing.add_argument("isnad")
    timing.add_argument("text", type=pathlib.Path)
    timing.add_argument("--model", type=pathlib.Path)
    timing.add_argument("--rounds", type=int, default=3)
    timing.set_defaults(run=compare)
    options = parser.parse_args()
    options.run(options)


if __name__ == "__main__":
    main()
