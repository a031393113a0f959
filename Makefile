# `make` lists the targets; `make run` opens the dashboard; `make test` runs every check.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PORT ?= 8501
WORKERS ?= $(shell nproc)
# Browsers and servers are waited for: one process more than there are processors keeps them busy.
TESTERS ?= $(shell expr $$(nproc) + 1)
export PIP_DISABLE_PIP_VERSION_CHECK := 1
# Libraries are compiled once, when they are installed: a process that has to do it takes three seconds longer to start.
export PYTHONDONTWRITEBYTECODE :=

.PHONY: help run serve test look screenshot seen mutate lint format data refresh check bench bundle load workers sql chromium clean

help:  ## list the targets
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

$(VENV)/run.stamp: requirements.lock
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV) || (apt-get install -y python3-venv && $(PYTHON) -m venv $(VENV))
	@test -x $(BIN)/uv || $(BIN)/pip install --quiet --require-hashes -r requirements-install.lock
	$(BIN)/uv pip install --quiet --compile-bytecode --python $(BIN)/python --require-hashes -r requirements.lock
	@touch $@

$(VENV)/test.stamp: requirements-dev.lock $(VENV)/run.stamp
	$(BIN)/uv pip install --quiet --compile-bytecode --python $(BIN)/python --require-hashes -r requirements-dev.lock
	@touch $@

run: $(VENV)/run.stamp  ## open the dashboard on http://localhost:8501
	@ls data/tables/*.parquet >/dev/null 2>&1 || $(BIN)/python -m data build
	$(BIN)/streamlit run app.py --server.port $(PORT)

serve: $(VENV)/run.stamp  ## several processes behind one address: WORKERS=2 PORT=8501; needs nginx
	@command -v nginx >/dev/null || { echo "apt-get install nginx-light"; exit 1; }
	docs/serving/serve.sh $(WORKERS) $(PORT)

# Lint runs beside the tests; what it finds is shown below them, and fails the run too.
test: $(VENV)/test.stamp chromium  ## lint and all tests, in a real browser too
	@$(MAKE) --no-print-directory lint >$(VENV)/lint.log 2>&1 & lint=$$!; \
	$(BIN)/python -m pytest -n $(TESTERS) --no-loadscope-reorder; tests=$$?; \
	wait $$lint || { cat $(VENV)/lint.log; echo "make lint fails, see above"; exit 1; }; \
	exit $$tests

lint: $(VENV)/test.stamp  ## format, lint, types, catalog, SQL, spelling, known holes and licences of what is installed
	$(BIN)/ruff format --check --quiet .
	$(BIN)/ruff check --quiet .
	$(BIN)/python -m data lint
	$(BIN)/codespell
	$(BIN)/sqruff lint queries
	$(BIN)/pyrefly check --summary=none
	$(BIN)/python -m tests.audit

seen: $(VENV)/test.stamp  ## write down what every page says and draws, for a person to read
	$(BIN)/python -m tests.seen $(PAGES)

look: $(VENV)/test.stamp chromium  ## a picture of every page, language, width and theme in look/index.html; PAGES="a b" only these
	$(BIN)/python -m tests.look $(PAGES)

screenshot: $(VENV)/test.stamp chromium  ## the picture in the README: docs/overview.png
	$(BIN)/python -m tests.screenshot

mutate: $(VENV)/test.stamp  ## break a copy in one place at a time: does a test notice? FAULTS="a b" tries only these
	$(BIN)/python -m tests.mutate $(FAULTS)

format: $(VENV)/test.stamp  ## put Python and SQL into shape
	$(BIN)/ruff format .
	$(BIN)/sqruff fix queries

data: $(VENV)/run.stamp  ## build all tables from the raw figures
	$(BIN)/python -m data build

refresh: $(VENV)/run.stamp  ## ask the official sources for what is new; SOURCES="a b" asks only these
	$(BIN)/python -m data refresh $(SOURCES)

check: $(VENV)/run.stamp  ## are the tables whole and the raw files untouched?
	$(BIN)/python -m data check

bench: $(VENV)/test.stamp chromium  ## how fast answers and pages are, as ratios
	$(BIN)/python -m benchmarks.tariffs
	$(BIN)/python -m benchmarks.pages

load: $(VENV)/test.stamp  ## how long readers wait when there are many; READERS="1 30" SECONDS=40
	$(BIN)/python -m benchmarks.load $(if $(READERS),--readers $(READERS)) $(if $(SECONDS),--seconds $(SECONDS))

workers: $(VENV)/test.stamp  ## how many more answers several processes give than one; WORKERS=2; needs nginx
	@command -v nginx >/dev/null || { echo "apt-get install nginx-light"; exit 1; }
	$(BIN)/python -m benchmarks.workers --workers $(if $(filter 1,$(WORKERS)),2,$(WORKERS))

bundle: $(VENV)/run.stamp  ## all tables, queries and meanings in one file, with its checksum, into bundle/
	$(BIN)/python -m extracts.bundle bundle

sql:  ## DuckDB for browsers, for /sql: fetched from the npm registry, 35 MB; needs npm
	@command -v npm >/dev/null || { echo "apt-get install npm"; exit 1; }
	mkdir -p $(VENV)/sql ui/sql/fetched
	cp ui/sql/package.json ui/sql/package-lock.json $(VENV)/sql
	npm ci --silent --ignore-scripts --prefix $(VENV)/sql
	$(VENV)/sql/node_modules/.bin/esbuild $(VENV)/sql/node_modules/@duckdb/duckdb-wasm/dist/duckdb-browser.mjs \
		--bundle --format=esm --minify --log-level=warning --outfile=ui/sql/fetched/duckdb.js
	cp $(addprefix $(VENV)/sql/node_modules/@duckdb/duckdb-wasm/dist/,duckdb-eh.wasm duckdb-browser-eh.worker.js) ui/sql/fetched

lock: $(VENV)/test.stamp  ## pin everything again, with hashes
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header requirements-install.txt -o requirements-install.lock
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header requirements.txt -o requirements.lock
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header requirements-dev.txt -o requirements-dev.lock

chromium:
	@command -v chromium-headless-shell >/dev/null \
	  || (apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium-headless-shell >/dev/null) \
	  || (sudo apt-get update -qq && sudo apt-get install -y -qq --no-install-recommends chromium-headless-shell)

clean:  ## remove the environment
	rm -rf $(VENV)
