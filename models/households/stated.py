"""A register's figures for those who may not read it: stated by who holds it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import groupby
from operator import attrgetter
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, select

from models.households.events import REGISTER_STATED
from models.households.progress import hamlet_progress, total
from models.households.records import HamletKey, HamletProgress, Progress
from models.households.tables import hamlet_tallies, stated_registers
from models.ids import derived_id
from models.journal.event import Event, NewEvent
from models.json_text import canonical_json, parse_json
from models.store.aggregates import AGGREGATES
from models.store.last_words import LastWordProjection
from models.store.store import Transaction


def stated_registers_projection() -> LastWordProjection:
    """Return what keeps the last that each station stated, on each day, of a unit's register."""
    return LastWordProjection(stated_registers, REGISTER_STATED, _row)


def state_registers(tx: Transaction, station: UUID) -> None:
    """Record as `station` how each register that it holds stands, where that was not said yet."""
    tx.append(*unstated_registers(tx.connection, station, tx.clock.today()))


def unstated_registers(connection: Connection, station: UUID, today: date) -> list[NewEvent]:
    """Return what `station` has to state so that each register that it holds is told as it is."""
    day = today.isoformat()
    query = (
        select(stated_registers)
        .where(stated_registers.c.stated_by == station)
        .order_by(stated_registers.c.stated_hlc)
    )
    said = {row.unit: row.hamlets for row in connection.execute(query)}
    held = {
        unit: [_said_of(item) for item in items]
        for unit, items in groupby(hamlet_progress(connection), attrgetter("hamlet.unit"))
    }
    news = []
    for unit in sorted(held.keys() | said.keys()):
        hamlets = held.get(unit, [])
        if canonical_json(hamlets) != said.get(unit):
            entity = derived_id("stated register", [str(station), unit, day])
            content = {"station": str(station), "unit": unit, "day": day, "hamlets": hamlets}
            news.append(NewEvent(REGISTER_STATED, AGGREGATES, entity, content))
    return news


def stated_progress(connection: Connection, end: date) -> list[HamletProgress]:
    """Return how the hamlets of units that no household is held of here stood at the end of a day.

    By what was stated last up to then. Where several stations spoke of a unit, the one that knew of
    the most households is believed, and of these the last. Officers are not told.
    """
    query = (
        select(stated_registers)
        .where(stated_registers.c.day <= end.isoformat())
        .where(stated_registers.c.unit.not_in(select(hamlet_tallies.c.unit)))
        .order_by(stated_registers.c.day, stated_registers.c.stated_hlc)
    )
    latest = {(row.unit, row.stated_by): row for row in connection.execute(query)}
    fullest: dict[str, Any] = {}
    for row in sorted(latest.values(), key=attrgetter("households", "stated_hlc")):
        fullest[row.unit] = row
    return [
        _hamlet(unit, hamlet)
        for unit, row in sorted(fullest.items())
        for hamlet in parse_json(row.hamlets)
    ]


def done_since(
    now: Sequence[HamletProgress], before: Sequence[HamletProgress]
) -> tuple[int, int]:
    """Return how many more were checked, and have a plate, than at an earlier time."""
    later, earlier = (
        total([item.progress for item in items]) for items in (now, before)
    )
    return max(later.checked - earlier.checked, 0), max(later.plate - earlier.plate, 0)


def _row(event: Event) -> dict[str, Any]:
    content = event.content
    return {
        "unit": content["unit"], "day": content["day"], "stated_by": UUID(content["station"]),
        "households": sum(hamlet[2] for hamlet in content["hamlets"]),
        "hamlets": canonical_json(content["hamlets"]), "stated_hlc": event.hlc,
    }  # fmt: skip


def _said_of(item: HamletProgress) -> list[Any]:
    progress = item.progress
    return [
        item.hamlet.old_unit, item.hamlet.hamlet, progress.households, progress.with_code,
        progress.checked, progress.plate, progress.conflicts, dict(progress.outcomes),
    ]  # fmt: skip


def _hamlet(unit: str, said: Sequence[Any]) -> HamletProgress:
    old_unit, hamlet, listed, with_code, checked, plate, conflicts, outcomes = said
    progress = Progress(listed, with_code, checked, plate, conflicts, outcomes)
    return HamletProgress(HamletKey(unit, old_unit, hamlet), "", progress)
