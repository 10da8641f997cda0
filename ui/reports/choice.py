"""What a report is asked for: its units, its map, the period at first; the day is passed in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from models.periods import (
    Period,
    due_day,
    last_complete_month,
    month_of,
    period,
    range_period,
)
from models.surveys.summary import UnitMap
from models.text import search_key
from models.units.unit import Unit, UnitRegister, order_key
from ui.papers.period_choice import period_around


@dataclass(frozen=True, slots=True)
class ReportChoice:
    """A complete choice; no `unit_codes` means every unit that has slips.

    `hides_small` hides the counts from 1 to 4, and what would give them away.
    """

    period: Period
    unit_codes: tuple[str, ...] = ()
    unit_map: UnitMap = "recorded"
    questionnaire: str = "qn-18-2021"
    population: int | None = None
    hides_small: bool = False


@dataclass(frozen=True, slots=True)
class UnitOption:
    """A code that can be chosen, with every name that it bears within the period."""

    code: str
    name: str


def default_period(today: date, report_day: int, year_start: tuple[int, int]) -> Period:
    """Return the reporting month whose report is in hand: the last one until its due day.

    A month's report is due on the first `report_day` after its end.
    """
    last = last_complete_month(today, year_start)
    return last if today <= due_day(last, report_day) else month_of(today, year_start)


def period_before(chosen: Period, year_start: tuple[int, int]) -> Period:
    """Return the period of the same kind before one, for any two days as many before them."""
    if chosen.kind == "range":
        days = chosen.end - chosen.start
        end = chosen.start - timedelta(days=1)
        return range_period(end - days, end, year_start)
    if chosen.kind in {"nine_months", "year"}:
        return year_before(chosen, year_start)
    return period_around(chosen.kind, chosen.start - timedelta(days=1), year_start)


def year_before(chosen: Period, year_start: tuple[int, int]) -> Period:
    """Return the same period of the year before."""
    if chosen.kind != "range":
        return period(chosen.kind, chosen.year - 1, max(chosen.number, 1), year_start)
    start, end = (_same_day(day, day.year - 1) for day in (chosen.start, chosen.end))
    return range_period(start, end, year_start)


def unit_options(
    register: UnitRegister, chosen: Period, unit_map: UnitMap
) -> tuple[UnitOption, ...]:  # fmt: skip
    """Return the units to choose from: those of the period, or today's."""
    if unit_map == "today":
        found = [unit for unit in register.units if unit.valid_to is None]
    else:
        eras = register.eras(chosen.start, chosen.end)
        found = [unit for start, _ in eras for unit in register.valid_on(start)]
    names: dict[str, dict[str, None]] = {}
    for unit in sorted(found, key=_by_start):
        names.setdefault(unit.code, {})[unit.full_name] = None
    codes = dict.fromkeys(unit.code for unit in sorted(found, key=order_key))
    return tuple(UnitOption(code, " / ".join(names[code])) for code in codes)


def matches(option: UnitOption, typed: str) -> bool:
    """Say whether an option is meant by what was typed: parts of its name or code, marks aside."""
    text = f"{search_key(option.name)} {option.code.casefold()}"
    return all(word in text for word in search_key(typed).split())


def _same_day(day: date, year: int) -> date:
    is_leap_day = (day.month, day.day) == (2, 29)
    return day.replace(year=year, day=28 if is_leap_day else day.day)


def _by_start(unit: Unit) -> date:
    return unit.valid_from or date.min
