"""The periods that a report can be asked for; pure, with the day passed in."""

from __future__ import annotations

from datetime import date
from typing import Final

from models.periods import Period, PeriodKind, period, year_of

KINDS: Final[tuple[PeriodKind, ...]] = (
    "month", "quarter", "half", "nine_months", "year", "range",
)  # fmt: skip
_PARTS: Final[dict[PeriodKind, int]] = {"month": 12, "quarter": 4, "half": 2}
_YEARS_BACK: Final = 9


def numbers(kind: PeriodKind) -> range:
    """Return the numbers that the periods of a kind bear within a year, none for a whole year."""
    return range(1, _PARTS[kind] + 1) if kind in _PARTS else range(0)


def named_period(
    kind: PeriodKind, year: int, number: int, year_start: tuple[int, int]
) -> Period:  # fmt: skip
    """Return a period that has a name; a number beyond the kind's last counts as the last."""
    last = _PARTS.get(kind, 1)
    return period(kind, year, min(max(number, 1), last), year_start)


def period_around(kind: PeriodKind, day: date, year_start: tuple[int, int]) -> Period:
    """Return the period of a kind that holds `day`, or the one of its year that comes nearest."""
    year = year_of(day, year_start)
    found = [period(kind, year, number, year_start) for number in numbers(kind) or (1,)]
    return next((item for item in found if item.start <= day <= item.end), found[-1])


def years(today: date, year_start: tuple[int, int], shown: int) -> list[int]:
    """Return the years to choose from, the newest first; the one on show is always there."""
    newest = year_of(today, year_start)
    return sorted({*range(newest - _YEARS_BACK, newest + 1), shown}, reverse=True)
