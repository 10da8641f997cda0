"""Reads the figures of the register: from the kept tallies, and what was done by a past day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from sqlalchemy import Connection, and_, func, or_, select

from models.errors import UserError
from models.households.figures import HamletFigures, RegisterFigures, UnitFigures, UnitMap
from models.households.list_queries import read_lists
from models.households.naming import natural_key
from models.households.progress import hamlet_progress, total
from models.households.records import HamletKey, HamletProgress
from models.households.sayings import read_checks
from models.households.stated import done_since, stated_progress
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
    later = _read_later(connection, period.end)
    if period.end < today:
        found = _at_the_end(found, later, period.end)
    stated = stated_progress(connection, period.end)
    found += stated
    by_unit: dict[Unit, list[HamletProgress]] = {}
    for item in found:
        by_unit.setdefault(_unit(register, item.hamlet, unit_map, today), []).append(item)
    chosen = _chosen(register, by_unit, unit_codes)
    units = tuple(_figures(register, unit, by_unit[unit]) for unit in chosen)
    hamlets = {item.hamlet for unit in chosen for item in by_unit[unit]}
    whole = total([unit.progress for unit in units])
    checked, plates = _in_period(connection, period, hamlets, later)
    before = stated_progress(connection, period.start - timedelta(days=1))
    told_checked, told_plates = done_since(
        *([item for item in items if item.hamlet in hamlets] for items in (stated, before))
    )
    return RegisterFigures(
        period, unit_map, units, whole, checked + told_checked, plates + told_plates,
        tuple((item.title, item.imported_at.date()) for item in read_lists(connection)),
    )  # fmt: skip


def _unit(register: UnitRegister, hamlet: HamletKey, unit_map: UnitMap, today: date) -> Unit:
    if unit_map == "recorded" and hamlet.old_unit:
        old = _former(register, hamlet.old_unit)
        if old is not None:
            return old
    found = register.find(hamlet.unit, today)
    return found or Unit(hamlet.unit, hamlet.unit, "named")


def _former(register: UnitRegister, code: str) -> Unit | None:
    return next(
        (unit for unit in register.units if unit.code == code and unit.valid_to is not None), None
    )


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
    old = _former(register, hamlet.old_unit)
    return f"{hamlet.hamlet} ({old.name})" if old else hamlet.hamlet


def _in_period(
    connection: Connection, period: Period, hamlets: set[HamletKey], later: Sequence[_Later]
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
        one.was_checked_within(period) for one in later if one.hamlet in hamlets
    )
    return sums[0] + earlier, sums[1]


def _at_the_end(
    found: Sequence[HamletProgress], later: Sequence[_Later], end: date
) -> list[HamletProgress]:
    """Take back what was done after `end`."""
    counts = {item.hamlet: item.progress for item in found}
    outcomes = {key: dict(progress.outcomes) for key, progress in counts.items()}
    checked = {key: progress.checked for key, progress in counts.items()}
    plates = {key: progress.plate for key, progress in counts.items()}
    for one in later:
        key = one.hamlet
        if one.outcome:
            outcomes[key][one.outcome] -= 1
            before = one.outcome_at(end)
            if before:
                outcomes[key][before] = outcomes[key].get(before, 0) + 1
            else:
                checked[key] -= 1
        if one.has_plate:
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


@dataclass(frozen=True, slots=True)
class _Later:
    """A household on which something was done after the end of a period.

    `outcome` is that of a check after it, "" without one, and `checks` are the days and outcomes
    of all its checks then;
    `has_plate` says that its plate came after it.
    """

    hamlet: HamletKey
    outcome: str
    checks: tuple[tuple[str, str], ...]
    has_plate: bool

    def was_checked_within(self, period: Period) -> bool:
        """Say whether it was checked in the period too."""
        days = (date.fromisoformat(on) for on, _ in self.checks)
        return any(period.start <= day <= period.end for day in days)

    def outcome_at(self, end: date) -> str:
        """Return the outcome of the last check by `end`, "" if there was none."""
        earlier = [outcome for on, outcome in self.checks if on <= end.isoformat()]
        return earlier[-1] if earlier else ""


def _read_later(connection: Connection, end: date) -> list[_Later]:
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
    rows = connection.execute(query).all()
    # An outcome that was taken over in a merge has no day.
    checked = [row.id for row in rows if row.outcome and (row.checked_on or "") > last]
    checks = read_checks(connection, checked)
    return [
        _Later(
            HamletKey(row.unit, row.old_unit, row.hamlet),
            row.outcome if row.id in checks else "", checks.get(row.id, ()),
            has_plate=row.has_plate and (row.plate_on or "") > last,
        )
        for row in rows
    ]
