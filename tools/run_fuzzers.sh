#!/usr/bin/env bash
# Runs every fuzz target of a folder for some seconds each, starting from its cases in fuzz/corpus/.
# usage: run_fuzzers.sh BIN_DIR SECONDS
#
# New inputs go to build/, never into the checkout; a crash leaves its input in build/fuzz/findings/ and its
# name in the output. Add such an input to fuzz/corpus/<target>/ with the fix.
set -euo pipefail
bin=${1:?usage: run_fuzzers.sh BIN_DIR SECONDS} seconds=${2:?usage: run_fuzzers.sh BIN_DIR SECONDS}
source_dir=$(cd "$(dirname "$0")/.." && pwd)
findings=$source_dir/build/fuzz/findings
mkdir -p "$findings"
found=0
for target in "$bin"/fuzz_*; do
  [ -x "$target" ] || continue
  found=$((found + 1))
  name=$(basename "$target")
  grown=$source_dir/build/fuzz/corpus/$name
  mkdir -p "$grown"
  corpus=("$grown")
  [ ! -d "$source_dir/fuzz/corpus/${name#fuzz_}" ] || corpus+=("$source_dir/fuzz/corpus/${name#fuzz_}")
  log=$findings/$name.log
  if "$target" -max_total_time="$seconds" -timeout=20 -rss_limit_mb=2048 -print_final_stats=1 \
      -artifact_prefix="$findings/$name-" "${corpus[@]}" >"$log" 2>&1; then
    printf '%-24s %s runs in %s s, nothing found\n' "$name" \
      "$(sed -n 's/^stat::number_of_executed_units: *//p' "$log")" "$seconds"
  else
    printf '%-24s FAILED; the end of %s:\n' "$name" "$log"
    tail -n 40 "$log"
    exit 1
  fi
done
if [ "$found" -eq 0 ]; then
  echo "no fuzz targets in $bin"
  exit 1
fi
