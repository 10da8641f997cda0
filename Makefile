# Everything is done from here; each target sets up what it needs first.
PYTHON := .venv/bin/python
BIN := .venv/bin
SOURCES := desktop ui models exports tests
QM := $(patsubst %,desktop/translations/%.qm,vi en qt_vi)
OFFSCREEN := QT_QPA_PLATFORM=offscreen

.PHONY: run test lint check bench soak soak-faults soak-exchange soak-rekeying package screenshots handbook translations setup clean

run: setup $(QM)
	@$(PYTHON) -m desktop.run_or_show

test: setup $(QM) lint
	@$(OFFSCREEN) $(PYTHON) -m pytest -n 3 --dist loadfile --no-loadscope-reorder

lint: setup
	@$(BIN)/ruff check $(SOURCES)
	@$(BIN)/mypy
	@PYTHONPATH=. $(BIN)/lint-imports --no-cache

bench: setup $(QM)
	@$(OFFSCREEN) $(PYTHON) -m tests.bench

soak: soak-faults soak-exchange soak-rekeying

# Writes docs/reliability.md.
soak-faults: setup $(QM)
	@counted=$$(mktemp); trap 'rm -f "$$counted"' EXIT; \
	$(OFFSCREEN) MOTCUA_SOAK=1 MOTCUA_RELIABILITY="$$counted" $(PYTHON) -m pytest tests/faults tests/attack \
		-n 2 --dist loadfile --no-loadscope-reorder && $(PYTHON) -m tests.faults.reliability "$$counted"

# What tests/exchange holds, with the hub's fifty stations, and then 50.000 runs of its state machine.
soak-exchange: setup $(QM)
	@$(OFFSCREEN) MOTCUA_SOAK=1 $(PYTHON) -m pytest tests/exchange -n 2 --dist loadfile --no-loadscope-reorder \
		&& $(PYTHON) -m tests.exchange.soak

# A million keyed fields with seeded errors, and the table of docs/decisions/0015-second-keying.md.
soak-rekeying: setup $(QM)
	@$(OFFSCREEN) MOTCUA_SOAK=1 $(PYTHON) -m pytest tests/models/rekeying -n 2 && $(PYTHON) -m tests.models.rekeying.seeded

# The folder that offices get; both programs are run from it where nothing else is there.
package: setup $(QM)
	@$(PYTHON) -m tests.package

screenshots: setup $(QM)
	@$(OFFSCREEN) $(PYTHON) -m tests.screenshots docs/pictures

# The pictures that the handbook's pages ask for, from those of the last `make screenshots`.
handbook: setup
	@$(PYTHON) -m tests.handbook docs/pictures

# The sources of the screens' words; run after changing one, then translate what is new.
translations: setup
	@$(BIN)/pyside6-lupdate -no-obsolete -locations none $$(git ls-files 'ui/*.py' 'desktop/*.py') \
		-ts desktop/translations/vi.ts -ts desktop/translations/en.ts

%.qm: %.ts | setup
	@$(BIN)/pyside6-lrelease -silent $< -qm $@

setup:
	@.ci/setup

clean:
	@rm -rf .venv .mypy_cache .ruff_cache build dist $(QM)
