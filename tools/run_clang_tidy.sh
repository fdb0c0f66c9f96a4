#!/usr/bin/env bash
# clang-tidy with .clang-tidy over every source of the project; any warning fails.
# usage: run_clang_tidy.sh [PATH-PREFIX…]   (default: src apps scenarios)
set -euo pipefail
cd "$(dirname "$0")/.."
# clang's own compile commands: g++'s flags hold some that clang does not know.
cmake --preset dev -B build/lint -DCMAKE_CXX_COMPILER=clang++-14 -DISNAD_BENCH=OFF >/dev/null
prefixes=("${@:-src apps scenarios}")
# shellcheck disable=SC2068  # one default holds several words
find ${prefixes[@]} -name '*.cpp' | sort |
  xargs -P "$(nproc)" -n 4 clang-tidy-14 --quiet -p build/lint --warnings-as-errors='*'
echo "clang-tidy: nothing to report"
