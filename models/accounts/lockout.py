"""How long wrong passwords keep an account locked. Pure; what it is told is kept by the caller.

The fifth failure in a row locks for a minute, and each one after it doubles that, up to a day. Time
is measured by how long the machine has been running, which nobody sets. A machine that was started
again since is believed its calendar, and one that was set back counts as no time at all.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

FREE_FAILURES: Final = 4
_FIRST_LOCK_MS: Final = 60_000
_LONGEST_LOCK_MS: Final = 24 * 60 * 60_000
_MOST_DOUBLINGS: Final = 30


@dataclass(frozen=True, slots=True)
class Moment:
    """A point in time: milliseconds since 1970 by the calendar, and since the machine's start."""

    wall_ms: int
    up_ms: int


@dataclass(frozen=True, slots=True)
class Failures:
    """How often in a row a password was wrong, and when that was last; None for never."""

    count: int = 0
    last: Moment | None = None


NONE: Final = Failures()


def after_failure(failures: Failures, now: Moment) -> Failures:
    """Return the failures with one more."""
    return Failures(failures.count + 1, now)


def lock_ms(count: int, longest_ms: int = _LONGEST_LOCK_MS) -> int:
    """Return for how long so many failures in a row lock, 0 for the first few."""
    beyond = count - FREE_FAILURES - 1
    if beyond < 0:
        return 0
    return min(_FIRST_LOCK_MS << min(beyond, _MOST_DOUBLINGS), longest_ms)


def remaining_ms(failures: Failures, now: Moment, longest_ms: int = _LONGEST_LOCK_MS) -> int:
    """Return for how long an account is still locked, 0 if it is not."""
    last = failures.last
    if last is None:
        return 0
    # A machine that was started again and ran on for longer is told less time than has passed.
    is_running_on = now.up_ms >= last.up_ms
    passed = now.up_ms - last.up_ms if is_running_on else max(now.wall_ms - last.wall_ms, 0)
    return max(lock_ms(failures.count, longest_ms) - passed, 0)


def since_start(failures: Failures, now: Moment) -> Failures:
    """Return failures that count from now on where they lie ahead of the calendar.

    Else an account would stay locked for as long as the clock was wrong when it was mistyped.
    """
    last = failures.last
    if last is None or now.up_ms >= last.up_ms or now.wall_ms >= last.wall_ms:
        return failures
    return Failures(failures.count, now)
