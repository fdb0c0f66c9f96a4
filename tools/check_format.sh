#!/usr/bin/env bash
# Every C++ file is as .clang-format wants it.
# usage: check_format.sh [--fix]
set -euo pipefail
cd "$(dirname "$0")/.."
mapfile -d '' files < <(find src apps scenarios fuzz bench tests python/src examples -name '*.cpp' -print0 -o -name '*.h' -print0 2>/dev/null | sort -z)
if [ "${1:-}" = --fix ]; then
  clang-format-14 -i "${files[@]}"
  exit 0
fi
if ! clang-format-14 --dry-run -Werror "${files[@]}"; then
  echo "formatting differs: run make format" >&2
  exit 1
fi
echo "${#files[@]} files are formatted"
