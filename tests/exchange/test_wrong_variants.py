"""The machine catches four designs that lose, overrule or keep what they must not."""

from __future__ import annotations

import re
from typing import Final

import pytest
from hypothesis import Phase, seed, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.exchange.machine import ExchangeMachine, run_settings
from tests.exchange.wrong import (
    CounterMachine,
    CursorMachine,
    LastWriterMachine,
    OpenDoorMachine,
)

# Far more than it takes: with its seed each is caught within a dozen runs.
RUNS: Final = 400
STEPS: Final = 14


@pytest.mark.parametrize(
    ("machine", "why", "seed_of"),
    [
        (CounterMachine, "missing", 29),
        (CursorMachine, "missing", 44),
        (LastWriterMachine, "not flagged", 4),
        (OpenDoorMachine, "differs: households|erased", 20),
    ],
)
def test_a_wrong_design_is_caught(
    machine: type[ExchangeMachine], why: str, seed_of: int
) -> None:
    # What was found is enough: nothing is made smaller.
    found = settings(
        run_settings(RUNS, STEPS), phases=[Phase.generate], derandomize=False,
        report_multiple_bugs=False,
    )  # fmt: skip
    with pytest.raises(AssertionError) as caught:
        run_state_machine_as_test(seed(seed_of)(machine), settings=found)
    assert re.match(why, str(caught.value))
