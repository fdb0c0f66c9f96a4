#!/usr/bin/env bash
# Instructions a kilobyte of text and a report, coding the example reports once: whole-program instructions
# less those of coding nothing (loading the lexicon, printing nothing).
# usage: count_instructions.sh PATH/TO/isnad [DIR]
set -euo pipefail
isnad=${1:?usage: count_instructions.sh PATH/TO/isnad [DIR]}
dir=${2:-$(cd "$(dirname "$0")/.." && pwd)/examples/reports}
counted=$(mktemp -d)
trap 'rm -rf "$counted"' EXIT
count() {
  valgrind --tool=callgrind --callgrind-out-file="$counted/out" "$@" >/dev/null 2>"$counted/log" || true
  sed -n 's/.*Collected : *//p' "$counted/log"
}
printf '{"text":"-"}\n' >"$counted/nothing.jsonl"
start=$(count "$isnad" code --jobs 1 --from jsonl --to jsonl "$counted/nothing.jsonl")
whole=$(count "$isnad" code --jobs 1 --to jsonl "$dir")
bytes=$(cat "$dir"/*.txt | wc -c)
reports=$(find "$dir" -maxdepth 1 -name '*.txt' | wc -l)
echo "== instructions (callgrind), $reports reports, $bytes bytes, one job"
echo "start and load      $start"
echo "a report            $(((whole - start) / reports))"
echo "a byte of text      $(((whole - start) / bytes))"
