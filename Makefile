# Every habit of the project. `make help` lists them.

CARGO := cargo
BUILD := --release --locked
PYTHON := target/judges/venv/bin/python
MEASURED := target/conformance
IN_JSON := --fragile --message-format json

.PHONY: help report test lint bench doc picture fonts judges typst clean
.DEFAULT_GOAL := help

help: ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

report: fonts ## the papers of every week in data/, into output/
	$(CARGO) run $(BUILD) -- build

test: fonts judges ## all tests: ours in Rust, then the outside judges on the papers
	$(CARGO) build $(BUILD)
	$(PYTHON) tools/run_tests.py

.PHONY: fuzz
fuzz: ## ten minutes of hostile files and templates; `make test` has one
	ZHOUBAO_FUZZ_SECONDS=600 $(CARGO) test $(BUILD) --test fuzz

.PHONY: attacks
attacks: ## every attack on seals, persons, files and limits; `make test` has a minute of them
	ZHOUBAO_ATTACKS=all $(CARGO) test $(BUILD) --test attacks

.PHONY: kills
kills: fonts judges ## 300 kills of runs at random moments; `make test` has thirty
	$(CARGO) build $(BUILD)
	$(PYTHON) tests/kills/kills.py

.PHONY: writers
writers: fonts judges ## our PDFs against krilla's: the corpus drawn by two engines, and a minute of random galleys
	rm -rf target/writers
	$(PYTHON) tests/corpus/generate.py target/writers/corpus
	$(CARGO) test $(BUILD) --test pdf -- --ignored --nocapture --test-threads 2

lint: ## formatting, clippy, shell scripts
	$(CARGO) fmt --check
	$(CARGO) clippy $(BUILD) --all-targets -- -D warnings
	if command -v shellcheck >/dev/null; then shellcheck tools/*.sh .ci/run .ci/weekly; fi

bench: fonts judges typst ## time and memory: stages of a paper, a week, 1,000 weeks checked, archives; beside the peers
	$(CARGO) build $(BUILD)
	$(PYTHON) benches/run.py

doc: ## the library's pages, in target/doc
	$(CARGO) doc $(BUILD) --no-deps

.PHONY: conformance
conformance: fonts judges ## the papers of data/ and of the tests' corpus against GB/T 9704, in PDF and in LibreOffice
	$(CARGO) build $(BUILD)
	rm -rf $(MEASURED)
	$(PYTHON) tests/corpus/generate.py $(MEASURED)/corpus
	target/release/zhoubao build --out $(MEASURED)/papers/data $(IN_JSON) > $(MEASURED)/lines.json
	target/release/zhoubao build $(MEASURED)/corpus --out $(MEASURED)/papers/corpus $(IN_JSON) >> $(MEASURED)/lines.json
	PYTHONPATH=tools $(PYTHON) -m conformance $(MEASURED)/papers --lines $(MEASURED)/lines.json \
		--json $(MEASURED)/report.json --pictures $(MEASURED)/pictures --brief
	$(PYTHON) tests/judges/edits.py $(MEASURED)/papers

picture: report judges ## the page shown in the READMEs, into docs/images
	tools/page-picture.sh

fonts: ## the free fonts, into the user's data folder
	@tools/install-fonts.sh

judges: ## what the tests need besides Rust
	@tools/install-judges.sh

typst: ## the typst program, for `make bench` alone
	@tools/install-typst.sh

clean: ## what building and testing left; papers in output/ stay
	$(CARGO) clean
