# Every target works on a machine with only Python 3.11 or newer, git and make: .venv comes by itself.
# It holds what requirements/dev.txt locks, and nothing else; `make PYTHON=python3.12 …` chooses.

VENV      := .venv
PY        := $(VENV)/bin/python
INSTALLED := $(VENV)/.installed
PIP       := $(PY) -m pip --disable-pip-version-check --quiet --quiet

# A worker goes through neighbours, which share their fixtures, and helps the others at the end.
SPREAD := --numprocesses=auto --maxprocesses=4 --dist=worksteal

# Without it each worker, and each process that a test starts, compiles everything anew.
unexport PYTHONDONTWRITEBYTECODE

# the report lists files that lack something, and of these there is to be none
PURE := model|markdown|schema|rules|edit|plan|lifecycle|work

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help test check e2e e2e-wire e2e-container search rehearse bench docs record lock clean \
        lint types layers rule-docs actions traces

help: ## Say what there is to make
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## / { printf "make %-9s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

# A folder of its own for each run: a tree too deep for Python to remove would fail all later runs.
test: $(INSTALLED) ## Run the tests, in a few minutes; hold coverage at 95 %, and at 100 % in the pure layers
	@$(PY) -m coverage erase
	@echo 'pytest, under coverage'; dir=$$(mktemp -d) && trap 'rm -rf "$$dir"' EXIT && \
	$(PY) -m coverage run -m pytest -m 'not wire and not limits and not container' $(SPREAD) --basetemp="$$dir/tests"
	@$(PY) -m coverage combine --quiet
	@report=$$(mktemp) && trap 'rm -f "$$report"' EXIT && \
	{ $(PY) -m coverage report --fail-under=95 >"$$report" || { cat "$$report"; exit 1; }; } && \
	grep '^TOTAL' "$$report" && echo 'What lacks something: $(PY) -m coverage report' && \
	echo 'All branches of $(PURE)' && ! grep -E '^bot/($(PURE))/' "$$report"

check: lint types layers rule-docs actions traces ## Hold the code to its style, types and layers, and all files to their form

e2e: e2e-wire e2e-container ## Run the whole product against the embedded GitHub, and to its limits; then in its container

# Untraced: it would take several times as long, and tell nothing new.
e2e-wire: $(INSTALLED)
	@dir=$$(mktemp -d) && trap 'rm -rf "$$dir"' EXIT && \
	$(PY) -m pytest -m 'wire or limits' $(SPREAD) --basetemp="$$dir/wire"

# On Docker, or on a podman that root on Debian gets by itself; without either it fails, and says so.
e2e-container: $(INSTALLED)
	@dir=$$(mktemp -d) && trap 'rm -rf "$$dir"' EXIT && \
	$(PY) -m pytest -m container --durations=3 --basetemp="$$dir/container" tests/e2e

search: $(INSTALLED) ## Let hypothesis search anew, and much further than `make test` does
	@dir=$$(mktemp -d) && trap 'rm -rf "$$dir"' EXIT && \
	HYPOTHESIS_PROFILE=far $(PY) -m pytest -m 'hypothesis and not wire' $(SPREAD) --basetemp="$$dir/search"

# It ends with 1 where the check would fail, as that of the example is there to do.
rehearse: $(INSTALLED) ## Show what it makes of a pull request, on the bundled example
	@$(VENV)/bin/steward rehearse --example || test $$? -eq 1

bench: $(INSTALLED) ## Print the table of what must be fast
	@$(PY) -m tests.bench

docs: $(INSTALLED) ## Write the rules' manual pages from their docstrings, and the table of the gates
	$(PY) -m bot.rules.manual docs/rules
	$(PY) -m bot.lifecycle.diagram docs/lifecycle.md

record: $(INSTALLED) ## Record what the embedded GitHub answers, or a real one that RECORD_… names
	rm -rf tests/forge/cassettes
	$(PY) -m pytest --quiet tests/forge/test_contract.py -k recorded --vcr-record=all

lint: $(INSTALLED)
	$(PY) -m ruff check
	$(PY) -m ruff format --check

types: $(INSTALLED)
	$(PY) -m mypy --strict

layers: $(INSTALLED)
	$(VENV)/bin/lint-imports

rule-docs: $(INSTALLED)
	$(PY) -m bot.rules.manual --check docs/rules
	$(PY) -m bot.lifecycle.diagram --check docs/lifecycle.md

# Each of them knows what the others do not: the schemas, the expressions, what an intruder could use.
actions: $(INSTALLED)
	$(VENV)/bin/check-jsonschema --builtin-schema vendor.github-actions action.yml
	$(VENV)/bin/check-jsonschema --builtin-schema vendor.github-workflows .github/workflows/*.yml
	$(VENV)/bin/check-jsonschema --builtin-schema custom.github-workflows-require-timeout .github/workflows/*.yml
	$(VENV)/bin/check-jsonschema --builtin-schema vendor.dependabot .github/dependabot.yml
	$(VENV)/bin/check-jsonschema --schemafile .ci/pre-commit-hooks.schema.json .pre-commit-hooks.yaml
	PATH="$(CURDIR)/$(VENV)/bin:$$PATH" $(VENV)/bin/actionlint .github/workflows/*.yml
	$(VENV)/bin/zizmor --offline --quiet --persona auditor .github action.yml
	$(VENV)/bin/hadolint Dockerfile
	$(VENV)/bin/shellcheck .ci/run .ci/traces .ci/release-tree .ci/release-publish

traces:
	sh .ci/traces

# Tells the first Python that will do, or in one line what is missing.
define FIND_PYTHON
bare=; \
for each in $(or $(PYTHON),python3 python3.13 python3.12 python3.11); do \
    "$$each" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || continue; \
    "$$each" -c 'import ensurepip, venv' 2>/dev/null && { python=$$each; break; }; \
    bare=$${bare:-$$each}; \
done; \
if [ -z "$$python" ] && [ -n "$$bare" ]; then \
    echo "make: $$bare cannot make virtual environments: install its venv module (on Debian: apt-get install python3-venv)" >&2; exit 1; \
elif [ -z "$$python" ]; then \
    echo "make: Python 3.11 or newer is needed, and none of these is: $(or $(PYTHON),python3 python3.13 python3.12 python3.11)" >&2; exit 1; \
fi
endef

# A .venv without a working pip is one that was interrupted, moved, or made for a Python now gone.
$(INSTALLED): requirements/dev.txt pyproject.toml
	@$(PY) -m pip --version >/dev/null 2>&1 || { \
	    python=; $(FIND_PYTHON); \
	    echo "Setting up $(VENV) with $$("$$python" --version): half a minute, once"; \
	    rm -rf $(VENV) && "$$python" -m venv $(VENV); \
	}
	@$(PIP) install --require-hashes --requirement requirements/dev.txt
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

# Keeps the locked versions where pyproject.toml still allows them; `make lock UV=--upgrade` renews.
LOCK = "$$dir/bin/uv" pip compile --no-strip-extras --quiet --universal --python-version 3.11 --generate-hashes \
       --no-annotate --no-emit-index-url --no-emit-find-links \
       --custom-compile-command 'make lock' $(UV)

lock: ## Lock the dependencies of pyproject.toml, with hashes, into requirements/
	@python=; $(FIND_PYTHON); \
	dir=$$(mktemp -d) && trap 'rm -rf "$$dir"' EXIT && \
	"$$python" -m venv "$$dir" && \
	"$$dir/bin/python" -m pip --disable-pip-version-check --quiet --quiet install uv && \
	mkdir -p requirements && \
	$(LOCK) pyproject.toml --output-file requirements/runtime.txt && \
	$(LOCK) pyproject.toml --group dev --constraint requirements/runtime.txt \
	    --output-file requirements/dev.txt
	@sh .ci/traces

clean: ## Remove .venv and everything that tools leave behind
	rm -rf $(VENV) .spec-steward build dist .coverage .coverage.* .hypothesis .import_linter_cache \
	    .mypy_cache .pytest_cache .ruff_cache
	find bot tests -name __pycache__ -type d -prune -exec rm -rf {} +
