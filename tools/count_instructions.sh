#!/usr/bin/env bash
# Instructions a kilobyte of text and a report, coding the example reports once: whole-program instructions
# less those of coding nothing (loading the lexicon, printing nothing). With `analyser`: instructions a word of
# `isnad analyse` over the same reports, less those of loading and analysing nothing.
# usage: count_instructions.sh PATH/TO/isnad [DIR]
#        count_instructions.sh PATH/TO/isnad analyser [DIR]
set -euo pipefail
isnad=${1:?usage: count_instructions.sh PATH/TO/isnad [analyser] [DIR]}
shift
mode=code
if [ "${1:-}" = analyser ]; then mode=analyser && shift; fi
dir=${1:-$(cd "$(dirname "$0")/.." && pwd)/examples/reports}
counted=$(mktemp -d)
trap 'rm -rf "$counted"' EXIT
count() {
  valgrind --tool=callgrind --callgrind-out-file="$counted/out" "$@" >/dev/null 2>"$counted/log" || true
  sed -n 's/.*Collected : *//p' "$counted/log"
}
bytes=$(cat "$dir"/*.txt | wc -c)
reports=$(find "$dir" -maxdepth 1 -name '*.txt' | wc -l)
if [ "$mode" = analyser ]; then
  : >"$counted/nothing.txt"
  cat "$dir"/*.txt >"$counted/all.txt"
  words=$("$isnad" analyse --to conllu "$counted/all.txt" | grep -cE '^[0-9]+[[:space:]]')
  start=$(count "$isnad" analyse --to conllu "$counted/nothing.txt")
  whole=$(count "$isnad" analyse --to conllu "$counted/all.txt")
  echo "== instructions (callgrind), isnad analyse, $words words, $bytes bytes"
  echo "start and load      $start"
  echo "a word              $(((whole - start) / words))"
  exit
fi
printf '{"text":"-"}\n' >"$counted/nothing.jsonl"
start=$(count "$isnad" code --jobs 1 --from jsonl --to jsonl "$counted/nothing.jsonl")
whole=$(count "$isnad" code --jobs 1 --to jsonl "$dir")
echo "== instructions (callgrind), $reports reports, $bytes bytes, one job"
echo "start and load      $start"
echo "a report            $(((whole - start) / reports))"
echo "a byte of text      $(((whole - start) / bytes))"
