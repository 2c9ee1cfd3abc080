# Everything a person does with this checkout. `make help` says it in one line each.
PORT ?= 8000
CORES ?= 2
MANAGE = .venv/bin/python manage.py
ALL_LANGUAGES = en nl fr de ar fa ps ti so tr ru es uk sq ku ckb am rn
# makemessages and compilemessages would otherwise walk through every installed package.
NOT_OURS = --ignore=.venv --ignore=build --ignore=node_modules

.PHONY: help run admin test nightly lint format messages compile pictures deploy lock ready ready-test
.NOTPARALLEL:

help: ## this list
	@grep -E '^[a-z-]+:.*## ' Makefile | sed 's/:.*## /\t/' | expand -t 12

run: ready compile ## get everything ready and serve the guide on this machine
	$(MANAGE) migrate --verbosity 0
	$(MANAGE) load_guide
	$(MANAGE) publish --if-none
	@echo
	@echo "RefugeeGuide is at http://127.0.0.1:$(PORT)/ - editors: make admin, then http://127.0.0.1:$(PORT)/admin/"
	@echo "Ctrl+C stops it."
	$(MANAGE) runserver 127.0.0.1:$(PORT) --noreload

admin: ready ## make an editor's account (asks for name and password)
	$(MANAGE) migrate --verbosity 0
	$(MANAGE) createsuperuser

test: ready-test compile lint ## all that must pass before a change goes in
	$(MANAGE) check
	$(MANAGE) makemigrations --check --dry-run
	.venv/bin/pytest -n $(CORES)

nightly: ready-test compile ## the slow tests
	.venv/bin/pytest -n $(CORES) -m nightly

lint: ready-test ## style, types and import order
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/djlint templates --quiet --lint
	.venv/bin/djlint templates --quiet --check
	.venv/bin/mypy
	.venv/bin/lint-imports

format: ready-test ## let the formatters settle the style
	.venv/bin/ruff check --fix .
	.venv/bin/ruff format .
	-.venv/bin/djlint templates --quiet --reformat

messages: ready ## collect the sentences of the pages for translators, and compile what they wrote
	mkdir -p locale
	$(MANAGE) makemessages $(ALL_LANGUAGES:%=--locale=%) $(NOT_OURS) --ignore=tests --add-location=file
	$(MANAGE) compilemessages --use-fuzzy $(NOT_OURS)

# Drafts a person has not read yet are fuzzy; pages show them and say so.
compile:
	@mkdir -p locale
	@$(MANAGE) compilemessages --use-fuzzy $(NOT_OURS) --verbosity 0

pictures: ready-test compile ## photograph the pages for the README
	.venv/bin/python tests/browser/pictures.py

deploy: ## on a server, with its settings in the environment: everything but the serving
	scripts/prepare.sh serve
	$(MAKE) compile
	$(MANAGE) collectstatic --no-input --verbosity 0
	$(MANAGE) migrate --verbosity 0
	$(MANAGE) load_guide
	$(MANAGE) publish --if-none

lock: ## write the locked requirements again (needs uv)
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header \
	    --no-emit-index-url $(UPGRADE) requirements.in --output-file requirements.txt
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header \
	    --no-emit-index-url $(UPGRADE) requirements-test.in --output-file requirements-test.txt

ready:
	@scripts/prepare.sh run

ready-test:
	@scripts/prepare.sh test
