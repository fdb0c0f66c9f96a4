# The short way in. `make demo` and `make test` start from a bare machine (Debian 12): they install what is
# missing, build, and do their job. Everything else is CMake presets: see CONTRIBUTING.md.
.DEFAULT_GOAL := build
.PHONY: help build demo test scenarios bench fuzz lint format clean \
        python package web web-test packages-web packages-web-test packages-build packages-test packages-bench packages-fuzz packages-python packages-package

ISNAD := build/release/bin/isnad
# What `make demo` prints, and in which form: make demo TO=jsonl
TO ?= table
# How long each fuzz target runs under `make fuzz`, in seconds.
FUZZ_SECONDS ?= 60

help:
	@sed -n 's/^## //p' Makefile

## make build      the release: build/release/bin/isnad, its lexicon and the desk's pages beside it
build: packages-build web
	cmake --preset release
	cmake --build --preset release --target share

## make demo       installs what is missing, builds, takes the example reports in, lays one incident's accounts side by side
DEMO_DB := build/demo.isnad
demo: build
	$(ISNAD) code examples/reports/sanaa-hall-1.txt --published 2016-10-08 --to $(TO)
	rm -f $(DEMO_DB) $(DEMO_DB)-wal $(DEMO_DB)-shm
	$(ISNAD) ingest examples/reports --db $(DEMO_DB)
	$(ISNAD) incidents --db $(DEMO_DB) --reports 2 --to table
	$(ISNAD) compare --db $(DEMO_DB) $$($(ISNAD) incidents --db $(DEMO_DB) --reports 2 --text 'صنعاء' --limit 1 --to table | sed -n '1s/ .*//p')
	@echo
	@echo "Next, with build/release/bin/isnad in place of isnad:"
	@echo "  isnad serve --db $(DEMO_DB)                   the desk, in a browser"
	@echo "  isnad timeline ID --db $(DEMO_DB)             who said what first"
	@echo "  isnad explain 'sanaa-hall-1#c2' --db $(DEMO_DB)   what a claim rests on"
	@echo "  isnad export --db $(DEMO_DB) --to csv --out bundle/   tables for a spreadsheet"
	@echo "  isnad ingest YOUR-REPORTS/ --db mine.isnad       reports of your own (docs/use/incidents.md)"

## make test       installs what is missing, builds the release and the checked build, runs every test, Python's too
test: packages-test build
	cmake --preset ci
	cmake --build --preset ci
	ctest --preset ci
	$(MAKE) python
	$(MAKE) web-test

## make web        the desk's pages, build/web (Node 18 or newer; docs/use/desk.md)
web: packages-web build/web/index.html

web_sources := $(shell find web/src web/public -type f) web/index.html web/vite.config.ts web/tsconfig.json
build/web/index.html: $(web_sources) web/node_modules/.ready
	cd web && npm run --silent build -- --logLevel warn
	touch $@

# Exactly what the lock file says, and no package's own scripts.
web/node_modules/.ready: web/package.json web/package-lock.json
	cd web && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
	touch $@

## make web-test   the pages in Debian's Chromium, over a store of the example reports; screenshots in build/screenshots
web-test: packages-web-test build
	cd web && ISNAD=$(CURDIR)/$(ISNAD) node --test tests/

## make python     the Python package in the build tree, tested: types, tables, Spark (python/README.md)
python: packages-python build/venv/ready
	cmake --preset release -DISNAD_PYTHON_MODULE=ON -DPython_EXECUTABLE=$(CURDIR)/build/venv/bin/python
	cmake --build --preset release
	MYPYPATH=python build/venv/bin/mypy --config-file pyproject.toml
	PYTHONPATH=build/release/python build/venv/bin/python -m pytest -q

build/venv/ready: python/requirements-test.txt
	python3 -m venv --clear build/venv
	build/venv/bin/pip install -q --require-hashes -r python/requirements-test.txt
	touch $@

## make package    build/dist/: a Debian package and a Python wheel, each tried in a place of its own
package: packages-package web build/venv/ready
	tools/make_packages.sh

## make scenarios  runs only the scenarios (scenarios/README.md), with the release build
scenarios: build
	$(ISNAD) scenarios scenarios

## make bench      benchmarks and instruction counts (docs/performance.md)
bench: packages-bench
	tools/run_bench.sh

## make fuzz       runs every fuzz target for FUZZ_SECONDS seconds (60)
fuzz: packages-fuzz
	cmake --preset fuzz
	cmake --build --preset fuzz --target fuzzers
	tools/run_fuzzers.sh build/fuzz/bin $(FUZZ_SECONDS)

## make lint       clang-tidy over the sources; warnings are errors
lint: packages-fuzz packages-test
	tools/run_clang_tidy.sh

## make format     clang-format over the sources, in place
format: packages-test
	tools/check_format.sh --fix

## make clean      removes build/
clean:
	rm -rf build

packages-build packages-test packages-bench packages-fuzz packages-python packages-package packages-web packages-web-test: packages-%:
	@tools/install_dependencies.sh $*
