#!/usr/bin/env bash
# Reports and megabytes a second: the example reports many times over, coded with one job and with two.
# usage: measure_throughput.sh PATH/TO/isnad [COPIES]
set -euo pipefail
isnad=${1:?usage: measure_throughput.sh PATH/TO/isnad [COPIES]} copies=${2:-200}
examples=$(cd "$(dirname "$0")/.." && pwd)/examples/reports
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
for text in "$examples"/*.txt; do
  for copy in $(seq "$copies"); do
    cp "$text" "$folder/$(basename "$text" .txt)-$copy.txt"
  done
done
reports=$(find "$folder" -name '*.txt' | wc -l)
bytes=$(cat "$folder"/*.txt | wc -c)
lscpu | sed -n 's/^Model name: */processor: /p'
echo "reports: $reports, bytes: $bytes"
for jobs in 1 2; do
  start=$(date +%s%N)
  "$isnad" code --jobs "$jobs" --to jsonl --published 2016-10-08 "$folder" >/dev/null
  taken=$((($(date +%s%N) - start) / 1000000))
  echo "jobs $jobs: $taken ms, $((reports * 1000 / taken)) reports/s, $((bytes / taken)) kB/s"
done
