# Everything is one command: `make run`, `make test`. Each does the set-up it needs, once.

.DEFAULT_GOAL := help
.PHONY: help run build test setup bindings lint

INTERFACE := $(shell find ui/src ui/public -type f) ui/index.html ui/package.json $(wildcard ui/*.config.*)

help: ## Say what there is
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/make \1\t\2/p' $(MAKEFILE_LIST)

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

bindings: ui/dist/index.html ## Write ui/src/lib/bindings.ts anew after a change of commands or their types
	HAUL_WRITE_BINDINGS=1 cargo test --locked --workspace --lib bindings_are_committed

ui/node_modules/.package-lock.json: ui/package-lock.json
	cd ui && npm ci --no-audit --no-fund
	@touch $@

# Compiled into the app, so it comes first.
ui/dist/index.html: ui/node_modules/.package-lock.json $(INTERFACE)
	cd ui && npm run build
	@touch $@
