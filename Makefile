# Two commands on a fresh machine: `make demo` and `make test`. Needs Python 3.11 or newer, nothing else.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
DEMO ?= demo-case

.PHONY: demo test check lock clean

demo: $(VENV)/.run
	@$(BIN)/overflight demo $(DEMO) --force

test: $(VENV)/.dev
	$(BIN)/python -m pytest -n 2 -q

check: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

lock: $(VENV)/.dev
	$(BIN)/python -m pip install -q uv
	$(BIN)/python scripts/lock.py

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit("overflight needs Python 3.11 or newer; this is %d.%d. Try: make PYTHON=python3.12" % sys.version_info[:2] if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv $(VENV)

$(VENV)/.run: $(VENV)/bin/python requirements/run.lock
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements/run.lock
	$(BIN)/python -m pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.dev: $(VENV)/.run requirements/dev.lock
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements/dev.lock
	@touch $@

clean:
	rm -rf $(VENV) demo-case .mypy_cache .ruff_cache
