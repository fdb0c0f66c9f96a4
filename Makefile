# The short way in. `make demo` and `make test` start from a bare machine (Debian 12): they install what is
# missing, build, and do their job. Everything else is CMake presets: see CONTRIBUTING.md.
.DEFAULT_GOAL := build
.PHONY: help build demo test scenarios bench fuzz lint format clean \
        packages-build packages-test packages-bench packages-fuzz

ISNAD := build/release/bin/isnad
# What `make demo` prints, and in which form: make demo TO=jsonl
TO ?= table
# How long each fuzz target runs under `make fuzz`, in seconds.
FUZZ_SECONDS ?= 60

help:
	@sed -n 's/^## //p' Makefile

## make build      the release: build/release/bin/isnad, and its lexicon beside it
build: packages-build
	cmake --preset release
	cmake --build --preset release --target share

## make demo       installs what is missing, builds, codes the example reports and prints them
demo: build
	$(ISNAD) code examples/reports --to $(TO)

## make test       installs what is missing, builds the release and the checked build, runs every test
test: packages-test build
	cmake --preset ci
	cmake --build --preset ci
	ctest --preset ci

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

packages-build packages-test packages-bench packages-fuzz: packages-%:
	@tools/install_dependencies.sh $*
