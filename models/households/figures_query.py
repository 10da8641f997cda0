"""Reads the figures of the register: from the kept tallies, and what was done by a past day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, and_, func, or_, select

from models.errors import UserError
from models.households.events import CHECKED
from models.households.fields import OUTCOMES, UNCHECKED_OPTION
from models.households.figures import HamletFigures, RegisterFigures, UnitFigures, UnitMap
from models.households.list_queries import read_lists
from models.households.naming import natural_key
from models.households.progress import hamlet_progress, total
from models.households.records import HamletKey, HamletProgress, Progress
from models.households.sayings import read_sayings
from models.households.tables import households
from models.periods import Period
from models.units.queries import read_units
from models.units.unit import Unit, UnitRegister, order_key


def read_register(
    connection: Connection, period: Period, *, today: date, unit_codes: Sequence[str] = (),
    unit_map: UnitMap = "recorded",
) -> RegisterFigures:  # fmt: skip
    """Return the figures at the end of `period`; no `unit_codes` means every unit.

    On the recorded map a household counts for the unit that its list named. UserError for a code
    that is no unit of the map.
    """
    register = read_units(connection)
    found = hamlet_progress(connection)
    if period.end < today:
        found = _at_the_end(connection, found, period.end)
    by_unit: dict[Unit, list[HamletProgress]] = {}
    for item in found:
        by_unit.setdefault(_unit(register, item.hamlet, unit_map, today), []).append(item)
    chosen = _chosen(register, by_unit, unit_codes)
    units = tuple(_figures(register, unit, by_unit[unit]) for unit in chosen)
    hamlets = [item.hamlet for unit in chosen for item in by_unit[unit]]
    whole = total([unit.progress for unit in units])
    checked, plates = _in_period(connection, period, set(hamlets))
    return RegisterFigures(
        period, unit_map, units, whole, checked, plates, _outcomes(whole),
        tuple((item.title, item.imported_at.date()) for item in read_lists(connection)),
    )  # fmt: skip


def _unit(register: UnitRegister, hamlet: HamletKey, unit_map: UnitMap, today: date) -> Unit:
    if unit_map == "recorded" and hamlet.old_unit:
        old = next(
            (unit for unit in register.units
             if unit.code == hamlet.old_unit and unit.valid_to is not None), None,
        )  # fmt: skip
        if old is not None:
            return old
    found = register.find(hamlet.unit, today)
    return found or Unit(hamlet.unit, hamlet.unit, "named")


def _chosen(
    register: UnitRegister, by_unit: Mapping[Unit, object], codes: Sequence[str]
) -> list[Unit]:
    ordered = sorted(by_unit, key=order_key)
    known = {unit.code for unit in register.units}
    for code in codes:
        if code not in known:
            raise UserError("units.unknown_in_report", code=code)
    return [unit for unit in ordered if not codes or unit.code in codes]


def _figures(
    register: UnitRegister, unit: Unit, items: Iterable[HamletProgress]
) -> UnitFigures:
    ordered = sorted(
        items, key=lambda item: (natural_key(item.hamlet.hamlet), item.hamlet.old_unit)
    )
    names = [item.hamlet.hamlet for item in ordered]
    hamlets = tuple(
        HamletFigures(_hamlet_name(register, item.hamlet, names), item.officer, item.progress)
        for item in ordered
    )
    return UnitFigures(
        unit.code, unit.full_name, hamlets, total([item.progress for item in ordered])
    )


def _hamlet_name(register: UnitRegister, hamlet: HamletKey, names: Sequence[str]) -> str:
    """Return a hamlet's name, with its old unit's where units that became one had the same."""
    if names.count(hamlet.hamlet) < 2 or not hamlet.old_unit:
        return hamlet.hamlet
    old = next(
        (unit for unit in register.units
         if unit.code == hamlet.old_unit and unit.valid_to is not None), None,
    )  # fmt: skip
    return f"{hamlet.hamlet} ({old.name})" if old else hamlet.hamlet


def _outcomes(whole: Progress) -> tuple[tuple[str, str, int], ...]:
    rows = [(option.code, option.vi, whole.outcomes.get(option.code, 0)) for option in OUTCOMES]
    unchecked = whole.households - whole.checked
    return ((UNCHECKED_OPTION.code, UNCHECKED_OPTION.vi, unchecked), *rows)


def _in_period(
    connection: Connection, period: Period, hamlets: set[HamletKey]
) -> tuple[int, int]:
    """Return how many households were checked, and given a plate, within a period."""
    first, last = period.start.isoformat(), period.end.isoformat()
    place = (households.c.unit, households.c.old_unit, households.c.hamlet)
    stands = households.c.merged_into.is_(None)
    checked = (
        select(*place, func.count().label("n"))
        .where(stands, households.c.outcome != "", households.c.checked_on.between(first, last))
        .group_by(*place)
    )
    plates = (
        select(*place, func.count().label("n"))
        .where(stands, households.c.has_plate.is_(True), households.c.plate_on.between(first, last))
        .group_by(*place)
    )
    sums = [
        sum(row.n for row in connection.execute(query)
            if HamletKey(row.unit, row.old_unit, row.hamlet) in hamlets)
        for query in (checked, plates)
    ]  # fmt: skip
    earlier = sum(
        1
        for key, days in _days_of_later(connection, period.end).items()
        if key[1] in hamlets and any(period.start <= day <= period.end for day in days)
    )
    return sums[0] + earlier, sums[1]


def _at_the_end(
    connection: Connection, found: Sequence[HamletProgress], end: date
) -> list[HamletProgress]:
    """Take back what was done after `end`."""
    counts = {item.hamlet: item.progress for item in found}
    outcomes = {key: dict(progress.outcomes) for key, progress in counts.items()}
    checked = {key: progress.checked for key, progress in counts.items()}
    plates = {key: progress.plate for key, progress in counts.items()}
    for row in _later(connection, end):
        key = HamletKey(row.unit, row.old_unit, row.hamlet)
        if row.outcome and row.checked_on > end.isoformat():
            outcomes[key][row.outcome] -= 1
            before = _outcome_at(connection, row.id, end)
            if before:
                outcomes[key][before] = outcomes[key].get(before, 0) + 1
            else:
                checked[key] -= 1
        if row.has_plate and row.plate_on is not None and row.plate_on > end.isoformat():
            plates[key] -= 1
    return [
        replace(
            item,
            progress=replace(
                item.progress, checked=checked[item.hamlet], plate=plates[item.hamlet],
                outcomes={code: n for code, n in outcomes[item.hamlet].items() if n},
            ),
        )
        for item in found
    ]  # fmt: skip


def _later(connection: Connection, end: date) -> list[Any]:
    last = end.isoformat()
    query = select(
        households.c.id, households.c.unit, households.c.old_unit, households.c.hamlet,
        households.c.outcome, households.c.checked_on, households.c.has_plate,
        households.c.plate_on,
    ).where(
        households.c.merged_into.is_(None),
        or_(
            and_(households.c.outcome != "", households.c.checked_on > last),
            and_(households.c.has_plate.is_(True), households.c.plate_on > last),
        ),
    )  # fmt: skip
    return list(connection.execute(query))


def _days_of_later(
    connection: Connection, end: date
) -> dict[tuple[UUID, HamletKey], list[date]]:
    """Return on which days households that were checked after `end` were checked before."""
    later = [row for row in _later(connection, end) if row.outcome]
    sayings = read_sayings(connection, [row.id for row in later])
    return {
        (row.id, HamletKey(row.unit, row.old_unit, row.hamlet)): [
            date.fromisoformat(saying.content["on"])
            for saying in sayings[row.id]
            if saying.type == CHECKED
        ]
        for row in later
        if row.checked_on > end.isoformat()
    }


def _outcome_at(connection: Connection, household: UUID, end: date) -> str:
    """Return the outcome of the last check by `end`, "" if there was none."""
    checks = [
        saying
        for saying in read_sayings(connection, [household])[household]
        if saying.type == CHECKED and saying.content["on"] <= end.isoformat()
    ]
    last = max(checks, key=lambda saying: saying.order, default=None)
    return str(last.content["set"].get("outcome", "")) if last else ""
