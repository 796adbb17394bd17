# `make demo` and `make test` do all their own set-up; they need Python 3.11+, git and make.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
TO ?= ml-engineer:mid
RESUME ?= examples/maya-okafor.pdf

.PHONY: help demo test check format bench lock clean

help:  ## this list
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

demo: $(VENV)/run  ## plan a career on an example résumé (RESUME=… TO=… for another)
	$(BIN)/headway plan $(RESUME) --to $(TO) --hours 6 --out headway-plan

test: $(VENV)/dev  ## the whole test suite
	$(BIN)/python -m pytest -n 2

check: $(VENV)/dev  ## lint, types, import contracts, the catalog
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/python -m headway.catalog.checks

format: $(VENV)/dev  ## put the code in shape
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: $(VENV)/dev  ## time the whole command on every example
	$(BIN)/python benchmarks/journey.py

lock: $(VENV)/dev  ## pin every dependency anew, with hashes and without addresses
	$(BIN)/python scripts/lock.py

clean:  ## remove the environment and caches
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis headway-plan

$(VENV)/run: locks/run.txt pyproject.toml
	$(PYTHON) scripts/make_environment.py $(VENV) locks/run.txt
	@touch $@

$(VENV)/dev: locks/dev.txt pyproject.toml
	$(PYTHON) scripts/make_environment.py $(VENV) locks/dev.txt
	@touch $@ $(VENV)/run
