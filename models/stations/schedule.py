"""When the next exchange with the hub is tried: pure, in seconds of a clock that never jumps."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

# Of what others record an officer learns within minutes; a round with nothing new costs a few kB.
PERIOD_S: Final = 180.0
# After a failure, and twice as long after each one more: a net that is gone for days costs little.
FIRST_WAIT_S: Final = 30.0
LONGEST_WAIT_S: Final = 3600.0
# Fifty stations whose hub comes back must not all ask it in the same second.
_SPREAD: Final = 0.5
_MOST_DOUBLINGS: Final = 10


@dataclass(frozen=True, slots=True)
class Schedule:
    """When a round is due, and how many have failed one after the other.

    `chance` is a number from 0 to 1 drawn anew each time.
    """

    due_s: float = 0.0
    failures: int = 0

    def is_due(self, now_s: float) -> bool:
        """Say whether it is time."""
        return now_s >= self.due_s

    def wait_s(self, now_s: float) -> float:
        """Return in how many seconds it is time, 0 if it is."""
        return max(self.due_s - now_s, 0.0)

    def succeeded(self, now_s: float, chance: float) -> Schedule:
        """Return the schedule after a round that ended well."""
        return Schedule(now_s + _spread(PERIOD_S, chance))

    def failed(self, now_s: float, chance: float, least_s: float = 0.0) -> Schedule:
        """Return the schedule after a failure; a hub may ask to be left alone for `least_s`."""
        doublings = min(self.failures, _MOST_DOUBLINGS)
        wait_s = min(FIRST_WAIT_S * 2**doublings, LONGEST_WAIT_S)
        return Schedule(now_s + max(_spread(wait_s, chance), least_s), self.failures + 1)


def _spread(wait_s: float, chance: float) -> float:
    """Return from half a time to all of it."""
    return wait_s * (1 - _SPREAD * chance)
