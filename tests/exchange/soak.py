"""The long run of the exchange's state machine: `python -m tests.exchange.soak [RUNS]`.

It is made of parts, each with chances of its own: how far it came is seen while it goes on, and
what one part finds is said with the part's seed.
"""

from __future__ import annotations

import sys
import time
import traceback
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from random import SystemRandom
from typing import Final, NamedTuple

from hypothesis import seed
from hypothesis.stateful import run_state_machine_as_test

from models.store import keys
from tests.exchange.machine import ExchangeMachine, run_settings

RUNS: Final = 50_000
_PROCESSES: Final = 2
_OF_A_PART: Final = 500
# As in the suite: of three runs two are short, with few things at a time, and one is long.
_STEPS: Final = (6, 6, 15)


class Part(NamedTuple):
    """So many runs of at most so many steps, by the chances of one seed."""

    seed: int
    runs: int
    steps: int


def parts(runs: int) -> Iterator[Part]:
    """Yield parts that make `runs` together, the kinds in turns."""
    chance = SystemRandom()
    for number, done in enumerate(range(0, runs, _OF_A_PART)):
        steps = _STEPS[number % len(_STEPS)]
        yield Part(chance.randrange(2**32), min(_OF_A_PART, runs - done), steps)


def run_part(part: Part) -> Part:
    """Make the runs of a part; it ends with the error of the first that does not hold."""
    keys.COST.update(memory_kib=64, passes=1, lanes=1)
    machine = seed(part.seed)(ExchangeMachine)
    run_state_machine_as_test(machine, settings=run_settings(part.runs, part.steps))
    return part


def main(runs: int = RUNS) -> int:
    """Make the runs and say how many held; 1 where one did not."""
    start, done, every = time.monotonic(), 0, list(parts(runs))
    with ProcessPoolExecutor(_PROCESSES) as pool:
        going = {pool.submit(run_part, part): part for part in every}
        for future in as_completed(going):
            if error := future.exception():
                pool.shutdown(wait=False, cancel_futures=True)
                sys.stderr.writelines(traceback.format_exception(error))
                sys.stderr.write(f"{going[future]}\n")
                return 1
            done += future.result().runs
            minutes = (time.monotonic() - start) / 60
            sys.stdout.write(f"{done} of {runs} runs held, {minutes:.0f} min\n")
            sys.stdout.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
