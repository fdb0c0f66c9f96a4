#!/usr/bin/env bash
# Runs the fuzz targets for some seconds where they have been built (clang 14); else says so by status 77.
# usage: fuzz_smoke.sh BIN_DIR SECONDS
set -euo pipefail
compgen -G "$1/fuzz_*" >/dev/null || exit 77
exec "$(dirname "$0")/run_fuzzers.sh" "$1" "$2"
