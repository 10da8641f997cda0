"""The satisfied share over time and by unit, each with its interval. Months are read from tallies.

Which months: those of the period, or the last twelve up to its end where it is shorter.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Final

from sqlalchemy import Connection

from models.figures import is_untold
from models.intervals import Change, Interval, change, share_interval
from models.periods import Period, month_of
from models.settings.queries import read_settings
from models.surveys.summary import SatisfactionSummary, UnitFigures, UnitMap
from models.surveys.summary_query import read_summary
from models.units.queries import read_units
from models.units.unit import Unit, UnitRegister

_LEAST_MONTHS: Final = 12
# Ten years: more would be no chart.
_MOST_MONTHS: Final = 120


@dataclass(frozen=True, slots=True)
class Point:
    """The slips of a month (`period`) or of a unit (`name`).

    No share where none is valid, and where they were not asked how satisfied they are in all.
    """

    valid: int
    satisfied: int
    percent: Decimal | None
    interval: Interval | None
    period: Period | None = None
    name: str = ""

    @property
    def lacks_overall(self) -> bool:
        """Say whether there are slips that were not asked how satisfied they are in all."""
        return self.percent is None and not is_untold(self.valid) and self.valid > 0


@dataclass(frozen=True, slots=True)
class Month:
    """A month's point and the summary it is of, None where no slip of it is meant."""

    point: Point
    summary: SatisfactionSummary | None


@dataclass(frozen=True, slots=True)
class Trend:
    """The months up to the end of a summary's period, and the units within the period.

    `last` is how much the last month with a share is above the one with a share before it, and
    those two months; None where there are not two.
    """

    months: tuple[Point, ...]
    units: tuple[Point, ...]
    target: Decimal
    last: Change | None = None
    last_months: tuple[Period, Period] | None = None
    hides_small: bool = False

    @property
    def lacks_overall(self) -> bool:
        """Say whether there are slips, and none was asked how satisfied they are in all."""
        return all(point.percent is None for point in self.months) and any(
            point.lacks_overall for point in self.months
        )


def read_months(
    connection: Connection, period: Period, *, unit_codes: Sequence[str] = (),
    unit_map: UnitMap = "recorded", questionnaire: str = "qn-18-2021",
) -> tuple[Point, ...]:  # fmt: skip
    """Return the points of `read_month_reports`."""
    months = read_month_reports(
        connection, period, unit_codes=unit_codes, unit_map=unit_map, questionnaire=questionnaire
    )
    return tuple(month.point for month in months)


def read_month_reports(
    connection: Connection, period: Period, *, unit_codes: Sequence[str] = (),
    unit_map: UnitMap = "recorded", questionnaire: str = "qn-18-2021",
) -> tuple[Month, ...]:  # fmt: skip
    """Return the months up to the end of `period`, from the first that has slips.

    Codes were used again: on the recorded map a month in which one of `unit_codes` meant no unit,
    or one that it does not mean in `period`, has no slips. UserError for a code or questionnaire
    that is not known.
    """
    start, register = read_settings(connection).year_start, read_units(connection)
    meant = _meant(register, period, unit_codes)
    found: list[Month] = []
    for month in months_up_to(period, start):
        then = _meant(register, month, unit_codes)
        is_meant = all(units and units <= meant[code] for code, units in then.items())
        if unit_map == "recorded" and not is_meant:
            found.append(Month(Point(0, 0, None, None, month), None))
            continue
        summary = read_summary(
            connection, month, unit_codes=unit_codes, unit_map=unit_map,
            questionnaire=questionnaire,
        )  # fmt: skip
        found.append(Month(point_of(summary.total, month), summary))
    first = next((place for place, month in enumerate(found) if month.point.valid), 0)
    return tuple(found[first:])


def _meant(
    register: UnitRegister, period: Period, codes: Sequence[str]
) -> dict[str, set[Unit]]:
    """Return the units that each code meant within a period."""
    days = [start for start, _ in register.eras(period.start, period.end)]
    return {
        code: {unit for day in days if (unit := register.find(code, day)) is not None}
        for code in codes
    }


def trend_of(months: tuple[Point, ...], summary: SatisfactionSummary) -> Trend:
    """Return the trend that the months and the units of a summary make."""
    units = tuple(point_of(unit, name=unit.name) for unit in summary.units)
    told = [
        (point, point.period) for point in months
        if point.period is not None and point.percent is not None
    ]  # fmt: skip
    if len(told) < 2:
        return Trend(months, units, summary.target, hides_small=summary.hides_small)
    (before, earlier), (point, later) = told[-2:]
    moved = change(point.satisfied, point.valid, before.satisfied, before.valid)
    return Trend(
        months, units, summary.target, moved, (earlier, later), hides_small=summary.hides_small
    )


def months_up_to(period: Period, year_start: tuple[int, int]) -> tuple[Period, ...]:
    """Return the reporting months that are shown for a period, the earliest first."""
    month = month_of(period.end, year_start)
    found: list[Period] = []
    while len(found) < _MOST_MONTHS and (
        len(found) < _LEAST_MONTHS or month.end >= period.start
    ):
        found.append(month)
        before: date = month.start - timedelta(days=1)
        month = month_of(before, year_start)
    return tuple(reversed(found))


def point_of(figures: UnitFigures, period: Period | None = None, name: str = "") -> Point:
    """Return the point of a unit's or a month's figures."""
    has_share = figures.satisfied_percent is not None
    interval = share_interval(figures.satisfied, figures.valid) if has_share else None
    return Point(
        figures.valid, figures.satisfied, figures.satisfied_percent, interval, period, name
    )
