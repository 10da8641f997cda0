"""How far a counted share may stray by chance: 95 % intervals, and whether a change is more.

A share has Wilson's score interval (E. B. Wilson, J. Am. Stat. Assoc. 22, 1927), the difference of
two shares Newcombe's hybrid of both (R. G. Newcombe, Statistics in Medicine 17, 1998, p. 873,
method 10). Both hold for small numbers and for shares of 0 and 100 %, where the usual formula
gives no width at all. Slips are taken for independent, and for few of all dossiers.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Final, Literal

from models.figures import UntoldShare, is_untold

# How a share differs from another: by chance, more, less, or not told as a number is hidden.
Verdict = Literal["noise", "higher", "lower", "untold"]

_TENTH: Final = Decimal("0.1")
_HUNDRED: Final = Decimal(100)
# The standard normal's 97,5 % point.
_Z: Final = Decimal("1.959963984540054")
_ZZ: Final = _Z * _Z


@dataclass(frozen=True, slots=True)
class Interval:
    """Both ends, in percent or percentage points, one decimal; hidden where a count is."""

    low: Decimal
    high: Decimal


@dataclass(frozen=True, slots=True)
class Change:
    """How much a share is above another, in percentage points, and the interval around it."""

    points: Decimal
    interval: Interval

    @property
    def verdict(self) -> Verdict:
        """Say whether chance alone may make such a change: the interval then holds 0."""
        if is_untold(self.points):
            return "untold"
        if self.interval.low > 0:
            return "higher"
        return "lower" if self.interval.high < 0 else "noise"


_HIDDEN: Final = Interval(UntoldShare(), UntoldShare())


def share_interval(part: int, whole: int) -> Interval | None:
    """Return the interval of `part` of `whole` in percent, None of nothing.

    As in `models.figures.percent`, 0 and 100 are kept for what is exactly so.
    """
    if is_untold(part) or is_untold(whole):
        return _HIDDEN
    if whole <= 0:
        return None
    low, high = limits(part, whole)
    return Interval(_inner(low), _inner(high))


def change(part: int, whole: int, before: int, whole_before: int) -> Change | None:
    """Return how much the share `part` of `whole` is above `before` of `whole_before`.

    None where one of them is a share of nothing. An end of the interval is never rounded to 0.
    """
    if any(map(is_untold, (part, whole, before, whole_before))):
        return Change(UntoldShare(), _HIDDEN)
    if whole <= 0 or whole_before <= 0:
        return None
    share, share_before = Decimal(part) / whole, Decimal(before) / whole_before
    low, high = limits(part, whole)
    low_before, high_before = limits(before, whole_before)
    points = share - share_before
    down = ((share - low) ** 2 + (high_before - share_before) ** 2).sqrt()
    up = ((high - share) ** 2 + (share_before - low_before) ** 2).sqrt()
    ends = Interval(_signed(points - down), _signed(points + up))
    return Change((points * 100).quantize(_TENTH, ROUND_HALF_UP), ends)


def limits(part: int, whole: int) -> tuple[Decimal, Decimal]:
    """Return Wilson's limits of a share, from 0 to 1."""
    share = Decimal(part) / whole
    middle = share + _ZZ / (2 * whole)
    reach = _Z * (share * (1 - share) / whole + _ZZ / (4 * whole * whole)).sqrt()
    spread = 1 + _ZZ / whole
    low = Decimal(0) if part == 0 else (middle - reach) / spread
    return low, Decimal(1) if part == whole else (middle + reach) / spread


def _inner(share: Decimal) -> Decimal:
    exact = (share * 100).quantize(_TENTH, ROUND_HALF_UP)
    if share in (0, 1):
        return exact
    return min(max(exact, _TENTH), _HUNDRED - _TENTH)


def _signed(points: Decimal) -> Decimal:
    rounded = (points * 100).quantize(_TENTH, ROUND_HALF_UP)
    if rounded == 0 and points != 0:
        return _TENTH.copy_sign(points)
    return rounded
