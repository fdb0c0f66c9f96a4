#!/usr/bin/env bash
# Benchmarks of the release build, then instruction counts, which repeat where seconds do not.
# The figures of docs/performance.md come from here.
set -euo pipefail
cd "$(dirname "$0")/.."
cmake --preset release -DISNAD_BENCH=ON >/dev/null
cmake --build --preset release
for benchmark in build/release/bin/bench_*; do
  [ -x "$benchmark" ] || continue
  echo "== $(basename "$benchmark")"
  "$benchmark" --benchmark_counters_tabular=true
done
tools/count_instructions.sh build/release/bin/isnad
tools/count_instructions.sh build/release/bin/isnad analyser
