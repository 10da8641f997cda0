"""The long run's parts make as many runs as are asked for, and a fault in one is said."""

from __future__ import annotations

import pytest
from hypothesis import Phase, settings

from tests.exchange import soak
from tests.exchange.machine import run_settings
from tests.exchange.wrong import LastWriterMachine


def test_the_parts_make_all_the_runs_a_third_of_them_long() -> None:
    made = list(soak.parts(soak.RUNS))
    assert sum(part.runs for part in made) == 50_000
    long = sum(part.runs for part in made if part.steps == 15)
    assert long == pytest.approx(50_000 / 3, rel=0.03)
    assert len({part.seed for part in made}) == len(made)


def test_a_part_of_a_wrong_design_ends_with_its_error(monkeypatch: pytest.MonkeyPatch) -> None:
    # What was found is enough: nothing is made smaller.
    monkeypatch.setattr(
        soak, "run_settings",
        lambda runs, steps: settings(
            run_settings(runs, steps), phases=[Phase.generate], report_multiple_bugs=False
        ),
    )  # fmt: skip
    monkeypatch.setattr(soak, "ExchangeMachine", LastWriterMachine)
    with pytest.raises(AssertionError, match="not flagged"):
        soak.run_part(soak.Part(seed=1, runs=12, steps=6))
