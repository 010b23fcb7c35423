# Two commands are enough: `make start` shows what this is, `make test` proves that it works.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
export PYTHONUTF8 = 1

.PHONY: start test lint types layers docs data unit bench fix clean

start: $(BIN)/peerethics ## make what is needed and show the main job
	@sh docs/start.sh $(BIN)/peerethics

test: lint types layers docs data unit ## everything that must hold before a commit

lint: $(VENV)/dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types: $(VENV)/dev
	$(BIN)/mypy

layers: $(VENV)/dev
	$(BIN)/lint-imports

docs: $(VENV)/dev ## what the README shows must be what the program prints
	$(BIN)/python docs/session.py --check
	$(BIN)/cog --check README.md

data: $(VENV)/dev
	$(BIN)/peerethics check

unit: $(VENV)/dev
	$(BIN)/python -m pytest

bench: $(VENV)/dev ## start-up and search times, as ratios within one run
	$(BIN)/python benchmarks/startup.py
	$(BIN)/python benchmarks/first_question.py
	$(BIN)/python benchmarks/search.py

fix: $(VENV)/dev ## format, and write generated docs anew
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .
	$(BIN)/python docs/session.py
	$(BIN)/cog -r README.md

$(VENV)/bin/python:
	$(PYTHON) -c 'import sys; sys.exit("peerethics needs Python 3.10 or newer" if sys.version_info < (3, 10) else 0)'
	$(PYTHON) -m venv $(VENV)

$(BIN)/peerethics: $(BIN)/python pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e .
	@touch $@

$(VENV)/dev: $(BIN)/python pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev]'
	@touch $@ $(BIN)/peerethics

clean:
	rm -rf $(VENV) dist build .mypy_cache .ruff_cache .import_linter_cache .hypothesis
