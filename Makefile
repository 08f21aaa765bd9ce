# Two commands from a fresh checkout: `make run` and `make test`. Both make .venv and install by themselves.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
export PYTHONUTF8 = 1
SIDE_BY_SIDE := -n 2 --dist worksteal

.PHONY: run test slow check bench gallery clean

run: $(STAMP)
	@mkdir -p demo
	@$(BIN)/python -m workshop_app demo demo/demo.workshop --force --no-open
	@$(BIN)/python -m workshop_app report demo/demo.workshop action-plan -o demo/action-plan.pdf
	@$(BIN)/python -m workshop_app.first_run demo/demo.workshop demo/action-plan.pdf

test: $(STAMP)
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -q $(SIDE_BY_SIDE) -m "not slow"

slow: $(STAMP)
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -q $(SIDE_BY_SIDE) -m slow

check: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(STAMP)
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m tests.bench

gallery: $(STAMP)
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m tests.gallery docs/gallery

$(STAMP): pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install -q --upgrade "pip>=23"
	$(BIN)/python -m pip install -q -c constraints.txt -e ".[dev]"
	$(BIN)/python -m compileall -q workshop_app ui resources reports
	@touch $(STAMP)

clean:
	rm -rf $(VENV) demo build dist *.egg-info
