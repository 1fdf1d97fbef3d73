# Everything is one command: `make run`, `make test`. Each does the set-up it needs, once.

.DEFAULT_GOAL := help
.PHONY: help run build test setup bindings lint audit soak fuzz bench bench-ui bench-micro

INTERFACE := $(shell find ui/src ui/public -type f) ui/index.html ui/package.json $(wildcard ui/*.config.*)

help: ## Say what there is
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/make \1\t\2/p' $(MAKEFILE_LIST)

run: ## Set up, build and open the app
	@if [ -z "$$DISPLAY$$WAYLAND_DISPLAY" ]; then \
	    echo "There is no display to show a window on; download from here with: cargo run --release --bin haul get URL" >&2; exit 1; fi
	@scripts/tools
	@scripts/system-packages build
	@$(MAKE) --no-print-directory ui/dist/index.html
	@[ -e target/release/haul-desktop ] || echo "Building Haul. The first time takes a while: 5 to 15 minutes, by the machine."
	cargo build --locked --workspace --release --bins
	target/release/haul-desktop

build: ui/dist/index.html ## Build everything, unoptimised
	cargo build --locked --workspace --bins

test: setup build ## Set up and run every test
	cargo test --locked --workspace
	cd ui && npm test
	cd ui && CHROMIUM=$$(../scripts/browser) npx --no-install playwright test

setup: ## Install what building and testing need
	@scripts/tools
	@scripts/system-packages test

lint: setup ui/dist/index.html ## Check format, and everything that can be checked without running it
	cargo fmt --all --check
	cd ui && npm run lint && npm run check
	cargo clippy --locked --workspace --all-targets -- -D warnings
	scripts/licences.mjs

audit: ## Ask about known vulnerabilities, licences, sources and bans of every crate
	scripts/audit

soak: build ## Kill the real program 1,000 times at any moment, and look at what is left each time
	HAUL_KILLS=1000 cargo test --locked -p haul-tests --test scenarios killed::

FUZZ_SECONDS ?= 60
fuzz: ## Try to break what reads the words of strangers, FUZZ_SECONDS (60) for each target; ONLY="cookie" for one
	FUZZ_SECONDS=$(FUZZ_SECONDS) scripts/fuzz $(filter-out all,$(ONLY))

bindings: ui/dist/index.html ## Write ui/src/lib/bindings.ts and the shell's English anew after a change of commands, types or words
	HAUL_WRITE_BINDINGS=1 cargo test --locked --workspace --lib bindings_are_committed
	cd ui && HAUL_WRITE_BINDINGS=1 npx --no-install vitest run src/lib/i18n/shell.test.ts

# Haul's own programs first, then the peer that comes from PyPI, then what the system has.
BENCH_PATH := $(CURDIR)/target/release:$(CURDIR)/target/release/examples:$(CURDIR)/target/bench/venv/bin
ONLY ?= all
# Quick: small files, one round, the peers that matter.
BENCH_HOW := $(if $(QUICK),--quick)
ifeq ($(QUICK)$(ONLY),all)
BENCH_HOW += --document docs/benchmarks.md
endif

bench: ## Measure Haul beside other tools and write docs/benchmarks.md; QUICK=1 or ONLY="s1 s3" only print
	@scripts/system-packages bench
	@$(MAKE) --no-print-directory target/bench/venv/installed
	cargo build --locked --release --bin haul
	@if [ -e crates/engine/examples/queue_scale.rs ]; then \
	    cargo build --locked --release -p haul-engine --example queue_scale; fi
	python3 tests/bench/bench.py $(ONLY) --path $(BENCH_PATH) $(BENCH_HOW) $(BENCH_OPTIONS)

bench-ui: ui/dist/index.html ## Measure the window against its budgets, with 100,000 rows, and write docs/benchmarks-ui.md; QUICK=1 only prints
	@scripts/system-packages test
	cargo build --locked --workspace --release --bins
	cargo build --locked --release -p haul-engine --example long_list
	cargo build --locked --release -p haul-desktop --example empty_window
	cd ui && CHROMIUM=$$(../scripts/browser) node bench/bench.mjs ../target/release \
	    $(if $(QUICK),--rows 10000 --seconds 3,--document ../docs/benchmarks-ui.md)

bench-micro: ## Measure single decisions of the core, in nanoseconds
	cargo bench --locked -p haul-core --bench decisions

target/bench/venv/installed: tests/bench/requirements.txt
	python3 -m venv target/bench/venv
	target/bench/venv/bin/pip install --quiet --disable-pip-version-check -r $<
	@touch $@

ui/node_modules/.package-lock.json: ui/package-lock.json
	cd ui && npm ci --no-audit --no-fund
	@touch $@

# Compiled into the app, so it comes first.
ui/dist/index.html: ui/node_modules/.package-lock.json $(INTERFACE)
	cd ui && npm run build
	@touch $@
