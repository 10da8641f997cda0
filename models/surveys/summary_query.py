"""Reads a period's summary from the kept tallies: whole months and loose days, never the slips."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from sqlalchemy import Connection, func, or_, select

from models.errors import UserError
from models.json_text import parse_json
from models.periods import Period
from models.questionnaires.form import Form
from models.questionnaires.queries import list_published, read_form
from models.settings.queries import read_settings
from models.surveys.stated import newest_stated_day, stated_counts
from models.surveys.summarise import TallyRow, summarise
from models.surveys.summary import SatisfactionSummary, UnitMap
from models.surveys.tables import tallies
from models.surveys.tally import FIRST_DAY_SPAN, VALID, Counts, day_number, merged
from models.units.queries import read_units
from models.units.unit import Unit, UnitRegister


def read_summary(
    connection: Connection, period: Period, *, unit_codes: Sequence[str] = (),
    unit_map: UnitMap = "recorded", questionnaire: str = "qn-18-2021",
    population: int | None = None, target: Decimal | None = None, language: str = "vi",
) -> SatisfactionSummary:  # fmt: skip
    """Return the summary of `period`; no `unit_codes` means every unit that has slips.

    A code stands for what it meant in the period; on today's map, for today's unit with all that
    became part of it. UserError for a code or questionnaire that is not known.
    """
    register = read_units(connection)
    settings = read_settings(connection)
    chosen = _chosen_units(register, period, unit_codes, unit_map)
    rows: list[TallyRow] = []
    for start, end in register.eras(period.start, period.end):
        rows += _rows(connection, register, questionnaire, start, end)
    unsettled: set[Unit] = set()
    if unit_codes:
        if unit_map == "today":
            unsettled = _unsettled(register, rows, unit_codes)
        rows = [row for row in rows if _mapped(register, row.unit, unit_map) in chosen]
    if target is not None:
        settings = replace(settings, target=target)
    return summarise(
        rows, forms=_forms(connection, questionnaire, {row.version for row in rows}),
        register=register, period=period, unit_map=unit_map, settings=settings, chosen=chosen,
        unsettled=unsettled, population=population, language=language,
    )  # fmt: skip


def valid_on(connection: Connection, day: date, questionnaire: str = "qn-18-2021") -> int:
    """Return how many valid slips of all units were filled in on a day."""
    span = day_number(day)
    query = select(tallies.c.unit, tallies.c.version, tallies.c.counts).where(
        tallies.c.span.in_((span, -span)), tallies.c.questionnaire == questionnaire
    )
    found: dict[tuple[str, str], Counts] = {
        (unit, version): parse_json(counts) for unit, version, counts in connection.execute(query)
    }
    for (unit, of, version), told in stated_counts(connection, day, day).items():
        if of == questionnaire:
            found[unit, version] = told
    return sum(counts.get("", {}).get(VALID, 0) for counts in found.values())


def newest_day(connection: Connection) -> date | None:
    """Return the last day of which there are slips, None before the first slip."""
    # The latest day of a month stands under its negative number.
    latest = select(func.min(tallies.c.span)).where(tallies.c.span < 0)
    span = connection.execute(latest).scalar()
    newest = max(-(span or 0), newest_stated_day(connection) or 0)
    if not newest:
        return None
    return date(newest // 10000, newest // 100 % 100, newest % 100)


def spans(start: date, end: date) -> list[tuple[int, int]]:
    """Return the ranges of tally spans, both ends included, that make up a period.

    Months that lie wholly inside are read as months (202301), the rest as days (20230105).
    """
    first = start if start.day == 1 else _next_month(start)
    is_whole = end.day == monthrange(end.year, end.month)[1]
    last = end if is_whole else end.replace(day=1) - timedelta(days=1)
    if first > last:
        return [(day_number(start), day_number(end))]
    found = [(first.year * 100 + first.month, last.year * 100 + last.month)]
    if start < first:
        found.append((day_number(start), day_number(first - timedelta(days=1))))
    if last < end:
        found.append((day_number(last + timedelta(days=1)), day_number(end)))
    return found


def _rows(
    connection: Connection, register: UnitRegister, questionnaire: str, start: date, end: date
) -> list[TallyRow]:
    ranges = [
        tallies.c.span.between(*ends)
        for span in spans(start, end)
        for ends in (span, _latest(span))
    ]
    query = select(tallies.c.unit, tallies.c.version, tallies.c.counts).where(
        or_(*ranges), tallies.c.questionnaire == questionnaire
    )
    totals: dict[tuple[str, str], Counts] = {}
    for unit, version, counts in connection.execute(query):
        merged(totals.setdefault((unit, version), {}), parse_json(counts))
    for (unit, of, version), told in stated_counts(connection, start, end).items():
        if of == questionnaire:
            totals[unit, version] = told
    return [
        TallyRow(code, register.find(code, start), version, question, option, n)
        for (code, version), counts in totals.items()
        for question, options in counts.items()
        for option, n in options.items()
    ]


def _latest(span: tuple[int, int]) -> tuple[int, int]:
    """Return the range of the latest days of a range's months, or of those among its days."""
    low, high = span
    return (-high, -low) if low >= FIRST_DAY_SPAN else (-high * 100 - 99, -low * 100)


def _forms(connection: Connection, questionnaire: str, used: set[str]) -> list[Form]:
    """Return the versions that were used, the newest first; the newest published if none was."""
    published = [item for item in list_published(connection) if item.code == questionnaire]
    wanted = [item.version for item in published if item.version in used]
    if not wanted:
        return [read_form(connection, questionnaire)]
    return [read_form(connection, questionnaire, version) for version in wanted]


def _chosen_units(
    register: UnitRegister, period: Period, codes: Sequence[str], unit_map: UnitMap
) -> tuple[Unit, ...]:
    chosen: list[Unit] = []
    for code in codes:
        if unit_map == "today":
            found = {unit for unit in register.units if unit.code == code and unit.valid_to is None}
        else:
            eras = register.eras(period.start, period.end)
            found = {unit for start, _ in eras if (unit := register.find(code, start))}
        if not found:
            raise UserError("units.unknown_in_report", code=code)
        chosen += sorted(found, key=lambda unit: unit.valid_from or date.min)
    return tuple(chosen)


def _mapped(register: UnitRegister, unit: Unit | None, unit_map: UnitMap) -> Unit | None:
    return register.today(unit) if unit is not None and unit_map == "today" else unit


def _unsettled(
    register: UnitRegister, rows: Sequence[TallyRow], codes: Sequence[str]
) -> set[Unit]:
    """Return the split units whose slips may belong to one of `codes`, as nobody has settled it."""
    return {
        row.unit
        for row in rows
        if row.unit is not None
        and register.today(row.unit) is None
        and not set(row.unit.successors).isdisjoint(codes)
    }


def _next_month(day: date) -> date:
    return (day.replace(day=1) + timedelta(days=32)).replace(day=1)
