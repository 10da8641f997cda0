"""What a report is asked for: its period, its units, its map; pure, with the day passed in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from models.periods import Period, PeriodKind, month_of, period, year_of
from models.surveys.summary import UnitMap
from models.text import search_key
from models.units.unit import Unit, UnitRegister, order_key

KINDS: Final[tuple[PeriodKind, ...]] = (
    "month", "quarter", "half", "nine_months", "year", "range",
)  # fmt: skip
_PARTS: Final[dict[PeriodKind, int]] = {"month": 12, "quarter": 4, "half": 2}
_YEARS_BACK: Final = 9


@dataclass(frozen=True, slots=True)
class ReportChoice:
    """A complete choice; no `unit_codes` means every unit that has slips."""

    period: Period
    unit_codes: tuple[str, ...] = ()
    unit_map: UnitMap = "recorded"
    questionnaire: str = "qn-18-2021"
    population: int | None = None


@dataclass(frozen=True, slots=True)
class UnitOption:
    """A code that can be chosen, with every name that it bears within the period."""

    code: str
    name: str


def numbers(kind: PeriodKind) -> range:
    """Return the numbers that the periods of a kind bear within a year, none for a whole year."""
    return range(1, _PARTS[kind] + 1) if kind in _PARTS else range(0)


def default_period(today: date, report_day: int, year_start: tuple[int, int]) -> Period:
    """Return the reporting month whose report is in hand: the last one until its due day.

    A month's report is due on the first `report_day` after its end.
    """
    current = month_of(today, year_start)
    last = month_of(current.start - timedelta(days=1), year_start)
    return last if today <= _due(last.end, report_day) else current


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


def _by_start(unit: Unit) -> date:
    return unit.valid_from or date.min


def _due(end: date, report_day: int) -> date:
    due = end.replace(day=report_day)
    return due if due > end else (end.replace(day=1) + timedelta(days=32)).replace(day=report_day)
