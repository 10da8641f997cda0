"""How many of a clerk's slips are keyed a second time: pure arithmetic.

The tightened multi-level continuous sampling plan MLP-T (C. Derman, S. Littauer and H. Solomon,
"Tightened multi-level continuous sampling plans", Annals of Mathematical Statistics 28, 1957,
395-404), over CSP-1 (H. F. Dodge, "A sampling inspection plan for continuous production", Annals of
Mathematical Statistics 14, 1943, 264-279). All is checked at first. After `clearance` fields in a
row without an error a share f is, after as many again f², and so on; at one error all is again.

Errors and limits are shares of fields: 0.0025 is 25 in 10.000. `docs/decisions/0015` has the
derivation.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

# Clearance numbers are looked for up to here: with that many nobody would ever come down.
_MOST: Final = 1_000_000
# Where the limit lies is looked for among error shares that are so many to the decade.
_STEPS: Final = 60


@dataclass(frozen=True, slots=True)
class Plan:
    """A share f below 1, how many levels there are below all, and the clearance number in fields.

    No levels: all is checked always.
    """

    fraction: float
    levels: int
    clearance: int

    def share(self, level: int) -> float:
        """Return the share that is checked at a level: 1 at 0, then f, f² …"""
        return float(self.fraction ** min(level, self.levels))


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a clerk stands: the level, and how many fields in a row were without an error there."""

    level: int = 0
    run: int = 0


def after(plan: Plan, standing: Standing, fields: int, errors: int) -> Standing:
    """Return where a clerk stands after one more slip was checked; one error leads to all again."""
    if errors:
        return Standing()
    run = standing.run + fields
    if run < plan.clearance:
        return Standing(standing.level, run)
    # At the lowest level nothing more is to be reached, and the run is of no use.
    return Standing(min(standing.level + 1, plan.levels))


def standing_after(plan: Plan, checked: Iterable[tuple[int, int]]) -> Standing:
    """Return where a clerk stands after all that was checked, `(fields, errors)` a slip."""
    standing = Standing()
    for fields, errors in checked:
        standing = after(plan, standing, fields, errors)
    return standing


def standing_from(plan: Plan, newest_first: Iterable[tuple[int, int]]) -> Standing:
    """Return the same from what was checked the other way round, reading no more than it takes.

    What lies before the last error does not count, nor how long ago the lowest level was reached.
    """
    since: list[tuple[int, int]] = []
    clean = largest = 0
    for fields, errors in newest_first:
        if errors:
            break
        since.append((fields, errors))
        clean, largest = clean + fields, max(largest, fields)
        # A level is left in the middle of a slip, the rest of which counts for none.
        if clean >= plan.levels * (plan.clearance + largest):
            return Standing(plan.levels)
    return standing_after(plan, reversed(since))


def checked_share(plan: Plan, error: float) -> float:
    """Return the share of fields that is checked in the long run, of a clerk with this error share.

    Dodge's f / (f + q^i (1 - f)) where there is one level.
    """
    if plan.levels == 0 or error >= 1:
        return 1.0
    # The chance that a run of `clearance` fields is without an error.
    clear = math.exp(plan.clearance * math.log1p(-error))
    # By `clear` itself nothing is divided: for a clerk who errs often it is all but nothing.
    passed = 1 - clear
    for level in range(1, plan.levels):
        passed += clear**level * (1 - clear) / plan.share(level)
    passed += clear**plan.levels / plan.share(plan.levels)
    return 1 / passed


def left_share(plan: Plan, error: float, found: float = 1.0) -> float:
    """Return the share of wrong fields that stay (average outgoing quality).

    `found` is the share of the errors that a check finds and a decision puts right.
    """
    return error * (1 - found * checked_share(plan, error))


def limit(plan: Plan) -> float:
    """Return the worst that stays, whatever the clerk's error share (AOQL); checks are perfect."""
    # Beyond a few clearance lengths without an error the plan never leaves the first level.
    worst = 0.0
    for step in range(-4 * _STEPS, 2 * _STEPS):
        error = 10 ** (step / _STEPS) / plan.clearance
        if error < 1:
            worst = max(worst, left_share(plan, error))
    return worst


@lru_cache(maxsize=16)
def plan_for(target: float, fraction: float, levels: int) -> Plan:
    """Return the plan with the smallest clearance number whose limit is at most `target`."""
    if levels == 0:
        return Plan(fraction, 0, 1)
    low, high = 1, _MOST
    while low < high:
        middle = (low + high) // 2
        if limit(Plan(fraction, levels, middle)) <= target:
            high = middle
        else:
            low = middle + 1
    return Plan(fraction, levels, low)
