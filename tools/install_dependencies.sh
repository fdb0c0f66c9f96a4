#!/usr/bin/env bash
# Installs the Debian packages that a group of make targets needs, and says which and why.
# usage: install_dependencies.sh build|test|bench|fuzz|pip|python|package|web|web-test
#
# Quick and silent when everything is there. Uses apt-get, through sudo where not root; never asks.
# On a system without apt-get it prints the list and leaves the rest to the compiler's own errors.
set -euo pipefail
group=${1:?usage: install_dependencies.sh build|test|bench|fuzz|pip|python|package|web|web-test}

build_packages='
g++|the C++20 compiler
cmake|configures the build (3.25 or newer)
ninja-build|runs the build
libexpected-dev|tl::expected, the result type
libxxhash-dev|checksums of compiled files
libsodium-dev|SHA-256 of reports
libsimdjson-dev|reads JSON Lines, checks UTF-8
libxml2-dev|reads HTML pages and feeds
zlib1g-dev|unpacks archives and packed pages
libcurl4-openssl-dev|fetches feeds and pages
libsqlite3-dev|the database of reports and incidents
libzstd-dev|keeps reports small in the database
libmicrohttpd-dev|serves the desk
libtbb-dev|oneTBB, codes reports in parallel
libtomlplusplus-dev|reads event frames
libcli11-dev|the command line
nlohmann-json3-dev|reads claims back in the scenario runner'
test_packages='
libgtest-dev|GoogleTest, unit tests
libgmock-dev|matchers for unit tests
librapidcheck-dev|property tests
libicu-dev|Unicode tables that tests compare ours with
python3|runs the checks in tools/
python3-jsonschema|validates output against docs/schema
clang-format-14|checks the formatting'
bench_packages='
libbenchmark-dev|Google Benchmark
valgrind|counts instructions'
fuzz_packages='
clang-14|libFuzzer, and the second compiler the code must pass
clang-tidy-14|static checks
libclang-rt-14-dev|sanitizer run-times of clang
librapidcheck-dev|the build configures the property tests too
libgtest-dev|the build configures the unit tests too
libgmock-dev|the build configures the unit tests too'
pip_packages='
python3-dev|headers of the interpreter, for the extension module
python3-venv|an environment of its own: Debian lets pip install nowhere else'
python_packages='
openjdk-17-jre-headless|runs Spark'
web_packages='
nodejs|builds the pages of the desk (18 or newer)
npm|fetches what web/package-lock.json names'
web_test_packages='
chromium|the browser that the tests of the pages drive'
package_packages='
dpkg-dev|dpkg-shlibdeps: which packages the program needs
file|what CPack asks about each file
man-db|reads the manual pages in the test'

case $group in
  build) wanted=$build_packages ;;
  test) wanted=$build_packages$test_packages ;;
  bench) wanted=$build_packages$bench_packages ;;
  pip) wanted=$build_packages$pip_packages ;;
  python) wanted=$build_packages$pip_packages$python_packages ;;
  web) wanted=$web_packages ;;
  web-test) wanted=$build_packages$web_packages$web_test_packages ;;
  package) wanted=$build_packages$pip_packages$package_packages ;;
  fuzz) wanted=$build_packages$fuzz_packages ;;
  *) echo "install_dependencies.sh: no group '$group' (build, test, bench, fuzz, pip, python, package, web or web-test)" >&2; exit 2 ;;
esac

if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
  echo "This system has no apt-get. Install what these Debian packages hold, then run make again:" >&2
  sed '/^$/d; s/|/: /; s/^/  /' <<<"$wanted" >&2
  exit 0
fi

# A Node of another origin will do, if it is new enough; Debian's would not install beside it.
has_node() { command -v npm >/dev/null && [ "$(node -p 'process.versions.node.split(".")[0] >= 18' 2>/dev/null)" = true ]; }

missing=()
while IFS='|' read -r package why; do
  [ -n "$package" ] || continue
  case $package in nodejs | npm) ! has_node || continue ;; esac
  if [ "$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null || true)" != installed ]; then
    [ ${#missing[@]} -gt 0 ] || echo "Installing Debian packages that are missing:"
    printf '  %-20s %s\n' "$package" "$why"
    missing+=("$package")
  fi
done <<<"$wanted"
[ ${#missing[@]} -gt 0 ] || exit 0

as_root=()
if [ "$(id -u)" -ne 0 ]; then
  if ! command -v sudo >/dev/null; then
    echo "Not root, and no sudo. As root, run:  apt-get install ${missing[*]}" >&2
    exit 1
  fi
  as_root=(sudo)
fi
"${as_root[@]}" apt-get -qq update
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
  apt-get -qq -o Dpkg::Use-Pty=0 install -y --no-install-recommends "${missing[@]}" >/dev/null
echo "Installed."
