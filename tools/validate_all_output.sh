#!/usr/bin/env bash
# Codes everything the tests have and validates each line of it: the example reports in every form of input, what
# the scenarios gave, and odd inputs.
# usage: validate_all_output.sh PATH/TO/isnad SOURCE_DIR WORK_DIR   (WORK_DIR/scenarios.jsonl is there already)
set -euo pipefail
isnad=$1 source=$2 work=$3
code() { "$isnad" code --to jsonl --with-text "$@" 2>>"$work/talk.txt" || [ $? -eq 1 ]; }
: >"$work/talk.txt"
code "$source/examples/reports" >"$work/examples.jsonl"
code --explain "$source/examples/reports/gedaref-protest.txt" >"$work/undated.jsonl"
/usr/bin/python3 "$source/tools/odd_records.py" "$source/examples/reports" >"$work/odd_records.jsonl"
code --from jsonl "$work/odd_records.jsonl" >"$work/odd.jsonl"
/usr/bin/python3 "$source/tools/validate_output.py" "$source/docs/schema/report.schema.json" \
  "$work/examples.jsonl" "$work/undated.jsonl" "$work/odd.jsonl" "$work/scenarios.jsonl"
