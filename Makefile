# Commun Accord: `make run` serves the demo territory, `make test` passes the tests. `make help` lists the rest.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
PYTHON ?= python3
ADRESSE ?= 127.0.0.1
PORT ?= 8000
export ACCORD_ADRESSE ?= http://$(ADRESSE):$(PORT)
V := .venv
B := $(V)/bin
PIP := $(B)/pip install --quiet --disable-pip-version-check --require-hashes
STATIQUES := accord/socle/interface/static/vendor
# numpy and HiGHS would each start a thread a core; two processes already share them
export OPENBLAS_NUM_THREADS := 1

.PHONY: help install run demo test test-postgres e2e check format bench docs requirements clean

help: ## Show this list
	@grep -hE '^[a-z0-9-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 18

$(V)/bin/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 ou plus récent est nécessaire.")'
	$(PYTHON) -m venv $(V)

$(V)/.base: requirements/base.txt pyproject.toml | $(V)/bin/python
	@echo "Installation des dépendances…"
	@$(PIP) -r requirements/base.txt
	@$(B)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

$(V)/.dev: requirements/dev.txt $(V)/.base
	@$(PIP) -r requirements/dev.txt
	@touch $@

$(V)/.e2e: requirements/e2e.txt $(V)/.dev
	@$(PIP) -r requirements/e2e.txt
	@touch $@

# A machine without npm gets the Node packaged on PyPI, in the same virtual environment.
$(V)/.npm: package.json package-lock.json requirements/node.txt scripts/copier_ressources.py scripts/pictogrammes.txt $(V)/.base
	@command -v npm > /dev/null || $(PIP) -r requirements/node.txt
	@PATH="$$PATH:$(abspath $(B))" npm ci --silent --no-audit --no-fund
	@$(B)/python scripts/copier_ressources.py
	@touch $@

install: $(V)/.base $(V)/.npm ## Install what a running site needs

run: install ## Prepare the database and serve the demo territory on http://127.0.0.1:8000
	$(B)/python manage.py migrate --verbosity 0
	$(B)/python manage.py createcachetable
	$(B)/python manage.py charger_territoire
	$(B)/python manage.py charger_demo
	$(B)/python manage.py afficher_comptes --adresse http://$(ADRESSE):$(PORT)
	DJANGO_SETTINGS_MODULE=$${DJANGO_SETTINGS_MODULE:-accord.config.settings.dev} \
	  $(B)/granian --interface wsgi --host $(ADRESSE) --port $(PORT) --workers 2 --blocking-threads 4 --backpressure 32 \
	  --log-level warning accord.config.wsgi:application

test: install $(V)/.dev ## Pass the tests (SQLite, no service)
	$(B)/pytest -n 2 $(ARGS)

test-postgres: install $(V)/.dev ## Pass the same tests on a private PostgreSQL
	scripts/avec_postgres.sh $(B)/pytest -n 2 $(ARGS)

e2e: install $(V)/.e2e ## Walk the journeys in a real browser (Debian's chromium)
	scripts/avec_chromium.sh $(B)/pytest -m e2e tests/e2e $(ARGS)

check: install $(V)/.dev ## Format, lint, types, layers, templates, migrations
	$(B)/ruff format --check .
	$(B)/ruff check .
	$(B)/lint-imports
	$(B)/mypy
	$(B)/djlint accord --lint --quiet
	$(B)/python manage.py makemigrations --check --dry-run
	$(B)/python manage.py check

format: $(V)/.dev ## Format the code
	$(B)/ruff format . && $(B)/ruff check --fix .

bench: install $(V)/.dev ## Time ours and the anchor in turn, print the ratios (also var/bench.json)
	$(B)/python -m tests.bench $(ARGS)

docs: install $(V)/.e2e ## Regenerate the rights table and the guide's screenshots
	ACCORD_ECRIRE_DROITS=1 $(B)/pytest -q -n 0 tests/droits
	scripts/avec_chromium.sh $(B)/python -m tests.e2e.captures

requirements: ## Compile the hashed requirements again (needs uv)
	for f in base dev e2e node; do \
	  uv pip compile requirements/$$f.in -o requirements/$$f.txt --generate-hashes --python-version 3.11 \
	    --no-emit-index-url --no-header --quiet; done

clean: ## Remove what was installed and the local database
	rm -rf $(V) node_modules var $(STATIQUES)
