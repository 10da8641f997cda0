"""Whatever file or text is handed in is taken or refused with a sentence, soon and in little room.

`make soak` hands 10.000 inputs to each reader.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from models.figures import format_integer
from tests.attack.fuzzing import LONGEST_S, ROOM, TARGETS
from tests.faults.measured import IS_SOAK, Measured, keep

INPUTS = 10_000 if IS_SOAK else 60


def fuzzed(*targets: str) -> list[dict[str, float]]:
    done = subprocess.run(
        [sys.executable, "-m", "tests.attack.fuzzing", str(INPUTS), *targets],
        capture_output=True, text=True, cwd=Path(__file__).parents[2],
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-4000:]
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.mark.parametrize("half", [0, 1])
def test_bad_input_is_refused_in_a_sentence(half: int) -> None:
    targets = list(TARGETS)[half::2]
    for target, found in zip(targets, fuzzed(*targets), strict=True):
        assert found["inputs"] >= INPUTS
        assert found["sentences"] > 0
        assert found["slowest_s"] < LONGEST_S
        assert found["peak_mb"] < ROOM >> 20
        slowest = f"{found['slowest_s']:.1f}".replace(".", ",")
        refused = format_integer(int(found["refused"]))
        work = f"{refused} refused, slowest {slowest} s, {found['peak_mb']} MB more"
        keep(Measured("bad input", target, INPUTS, work))
