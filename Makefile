# `make` lists the targets; `make run` opens the dashboard; `make test` runs every check.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PORT ?= 8501
export PIP_DISABLE_PIP_VERSION_CHECK := 1
# Libraries are compiled once, when they are installed: a process that has to do it takes three seconds longer to start.
export PYTHONDONTWRITEBYTECODE :=

.PHONY: help run test seen mutate lint format data refresh check bench chromium clean

help:  ## list the targets
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

$(VENV)/run.stamp: requirements.lock
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV) || (apt-get install -y python3-venv && $(PYTHON) -m venv $(VENV))
	@test -x $(BIN)/uv || $(BIN)/pip install --quiet uv==0.13.9
	$(BIN)/uv pip install --quiet --compile-bytecode --python $(BIN)/python --require-hashes -r requirements.lock
	@touch $@

$(VENV)/test.stamp: requirements-dev.lock $(VENV)/run.stamp
	$(BIN)/uv pip install --quiet --compile-bytecode --python $(BIN)/python --require-hashes -r requirements-dev.lock
	@touch $@

run: $(VENV)/run.stamp  ## open the dashboard on http://localhost:8501
	@ls data/tables/*.parquet >/dev/null 2>&1 || $(BIN)/python -m data build
	$(BIN)/streamlit run app.py --server.port $(PORT)

test: $(VENV)/test.stamp chromium lint  ## lint, then all tests, in a real browser too
	$(BIN)/python -m pytest -n auto --dist worksteal

lint: $(VENV)/test.stamp  ## format, lint, types, catalog, SQL, spelling
	$(BIN)/ruff format --check --quiet .
	$(BIN)/ruff check --quiet .
	$(BIN)/mypy
	$(BIN)/python -m data lint
	$(BIN)/sqlfluff lint queries --disable-progress-bar
	$(BIN)/codespell

seen: $(VENV)/test.stamp  ## write down what every page says and draws, for a person to read
	$(BIN)/python -m tests.seen $(PAGES)

mutate: $(VENV)/test.stamp  ## break a copy in one place at a time: does a test notice? FAULTS="a b" tries only these
	$(BIN)/python -m tests.mutate $(FAULTS)

format: $(VENV)/test.stamp  ## put Python and SQL into shape
	$(BIN)/ruff format .
	$(BIN)/sqlfluff fix queries

data: $(VENV)/run.stamp  ## build all tables from the raw figures
	$(BIN)/python -m data build

refresh: $(VENV)/run.stamp  ## ask the official sources for what is new; SOURCES="a b" asks only these
	$(BIN)/python -m data refresh $(SOURCES)

check: $(VENV)/run.stamp  ## are the tables whole and the raw files untouched?
	$(BIN)/python -m data check

bench: $(VENV)/test.stamp chromium  ## how fast answers and pages are, as ratios
	$(BIN)/python -m benchmarks.tariffs
	$(BIN)/python -m benchmarks.pages

lock: $(VENV)/test.stamp  ## pin everything again, with hashes
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header requirements.txt -o requirements.lock
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header requirements-dev.txt -o requirements-dev.lock

chromium:
	@command -v chromium >/dev/null || (apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium >/dev/null) \
	  || (sudo apt-get update -qq && sudo apt-get install -y -qq --no-install-recommends chromium)

clean:  ## remove the environment
	rm -rf $(VENV)
