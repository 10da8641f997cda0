"""Reporting periods. A year's first day is a setting: one province counts 21/12 to 20/12.

A year that begins in the second half of a calendar year is named after the next one.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Literal

from models.errors import UserError

PeriodKind = Literal["month", "quarter", "half", "nine_months", "year", "range"]

_SPANS: Final[dict[PeriodKind, int]] = {
    "month": 1, "quarter": 3, "half": 6, "nine_months": 9, "year": 12,
}  # fmt: skip
_FIRST_YEAR: Final = 1900
_LAST_YEAR: Final = 2999


@dataclass(frozen=True, slots=True)
class Period:
    """First and last day, both counted; `number` is the month or quarter where it has one.

    `year` is the reporting year, which need not begin on 1 January.
    """

    kind: PeriodKind
    start: date
    end: date
    year: int
    number: int = 0


def period(
    kind: PeriodKind, year: int, number: int = 1, year_start: tuple[int, int] = (1, 1)
) -> Period:
    """Return a period of a reporting year; `number` counts its months, quarters or halves."""
    span = _SPANS[kind]
    if not 1 <= number <= (1 if kind in {"nine_months", "year"} else 12 // span):
        raise ValueError(number)
    start = _add_months(_first_day(year, year_start), (number - 1) * span)
    end = _add_months(start, span) - timedelta(days=1)
    return Period(kind, start, end, year, 0 if kind in {"nine_months", "year"} else number)


def range_period(start: date, end: date, year_start: tuple[int, int] = (1, 1)) -> Period:
    """Return the period from `start` to `end`, under its name if it has one.

    Raises UserError when the days are the wrong way round or in years that no slip can be of.
    """
    if start.year < _FIRST_YEAR or end.year > _LAST_YEAR:
        raise UserError("surveys.period_far", first=_FIRST_YEAR, last=_LAST_YEAR)
    if start > end:
        raise UserError(
            "surveys.period_reversed", start=start.strftime("%d/%m/%Y"),
            end=end.strftime("%d/%m/%Y"),
        )  # fmt: skip
    year = year_of(end, year_start)
    for kind, span in _SPANS.items():
        numbers = range(1, 2 if kind in {"nine_months", "year"} else 12 // span + 1)
        for number in numbers:
            named = period(kind, year, number, year_start)
            if (named.start, named.end) == (start, end):
                return named
    return Period("range", start, end, year)


def year_of(day: date, year_start: tuple[int, int] = (1, 1)) -> int:
    """Return the reporting year that holds `day`."""
    year = day.year
    while _first_day(year, year_start) > day:
        year -= 1
    while _first_day(year + 1, year_start) <= day:
        year += 1
    return year


def month_of(day: date, year_start: tuple[int, int] = (1, 1)) -> Period:
    """Return the reporting month that holds `day`."""
    year = year_of(day, year_start)
    months = (period("month", year, number, year_start) for number in range(1, 13))
    return next(month for month in months if month.start <= day <= month.end)


def last_complete_month(today: date, year_start: tuple[int, int] = (1, 1)) -> Period:
    """Return the last reporting month that ended before `today`."""
    return month_of(month_of(today, year_start).start - timedelta(days=1), year_start)


def due_day(month: Period, report_day: int) -> date:
    """Return when a month's report is due: on the first `report_day` after its end."""
    due = month.end.replace(day=report_day)
    if due > month.end:
        return due
    return (month.end.replace(day=1) + timedelta(days=32)).replace(day=report_day)


def _first_day(year: int, year_start: tuple[int, int]) -> date:
    month, day = year_start
    return date(year - 1 if month > 6 else year, month, day)


def _add_months(day: date, months: int) -> date:
    index = day.year * 12 + day.month - 1 + months
    return date(index // 12, index % 12 + 1, day.day)
