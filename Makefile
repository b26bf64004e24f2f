# SaferTogether. `make run` starts the bot, `make test` runs the tests; both set up everything they need first.

PYTHON ?= python3
BIN := .venv/bin
UV := $(BIN)/uv
UV_VERSION := 0.13.9
SOURCES := bot actions nlu knowledge tests
COMPILED := bot actions nlu/*.py nlu/components knowledge

# uv does not read pip's settings; where pip is told of wheels on disk (offline mirrors), uv must be told too.
# Asked only where something is installed: it takes pip a second.
UV_WITH_LINKS = UV_FIND_LINKS="$${UV_FIND_LINKS:-$$($(PYTHON) -m pip config get global.find-links 2>/dev/null)}" $(UV)
# Compiled at once, the bot starts twice as fast even where Python may not write its bytecode when it runs.
INSTALL = $(UV_WITH_LINKS) pip install --quiet --compile-bytecode --python $(BIN)/python

.PHONY: help run test check format nlu setup clean lock

help: ## Show this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/' | expand -t 16

run: .venv/.run-ready ## Set up what is missing and run the bot
	@$(BIN)/python -m compileall -q $(COMPILED)
	@$(BIN)/safertogether run

setup: .venv/.test-ready ## Set up everything for development

test: .venv/.test-ready nlu ## Set up what is missing and run the tests
	$(BIN)/pytest $(PYTEST_ARGS)

nlu: .venv/.run-ready ## Set up the Rasa environment and train its model, if anything changed
	@$(BIN)/safertogether train nlu

check: .venv/.test-ready ## Lint, types, import layers and the seed's entries
	$(BIN)/ruff format --check $(SOURCES)
	$(BIN)/ruff check $(SOURCES)
	$(BIN)/mypy bot actions nlu knowledge
	$(BIN)/lint-imports
	$(BIN)/safertogether check-sources --oldest 0
	$(BIN)/safertogether report knowledge --check

format: .venv/.test-ready ## Format and mend what can be mended
	$(BIN)/ruff format $(SOURCES)
	$(BIN)/ruff check --fix $(SOURCES)

lock: .venv/.uv-$(UV_VERSION) ## Pin every dependency anew (no hosts or local builds in the files)
	$(UV_WITH_LINKS) pip compile pyproject.toml -p 3.11 --no-emit-index-url --no-annotate --no-header -q -o requirements/run.txt
	$(UV_WITH_LINKS) pip compile requirements/dev.in -p 3.11 --no-emit-index-url --no-annotate --no-header -q -o requirements/dev.txt
	sed -i 's/+cpu$$//' requirements/run.txt requirements/dev.txt

clean: ## Remove environments, trained models and local data
	rm -rf .venv nlu/.venv nlu/models var

.venv/.uv-$(UV_VERSION):
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "SaferTogether needs Python 3.11 or newer; $$($(PYTHON) --version) found. Try: make PYTHON=python3.11 $(MAKECMDGOALS)"; exit 1; }
	@echo "Making the main environment in .venv"
	@$(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet uv==$(UV_VERSION)
	@touch $@

.venv/.run-ready: requirements/run.txt pyproject.toml | .venv/.uv-$(UV_VERSION)
	@echo "Installing what the bot needs"
	@$(INSTALL) -r requirements/run.txt
	@$(INSTALL) --no-deps --editable .
	@touch $@

.venv/.test-ready: requirements/dev.txt .venv/.run-ready
	@echo "Installing what the tests need"
	@$(INSTALL) -r requirements/dev.txt
	@touch $@
