"""Reads from the journal what was said of one entity, or of many at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from uuid import UUID

from sqlalchemy import Connection, select

from models.journal.event import Event
from models.journal.log import event_of
from models.journal.tables import events, heads
from models.store.parts import in_parts


def told(history: Sequence[Event], types: Set[str]) -> list[Event]:
    """Return what of a history is of `types` and was not erased."""
    return [event for event in history if event.type in types and event.payload is not None]


def read_entity(connection: Connection, entity: UUID, unit: str) -> list[Event]:
    """Return what a unit said of one entity, oldest first."""
    return read_entities(connection, {entity: unit})[entity]


def read_whole(connection: Connection, entity: UUID, unit: str) -> list[Event]:
    """Return the history of an entity of which several units may speak, oldest first.

    `unit` is one of them: of an entity with a single event there is no head that names its unit.
    """
    units = {unit, *units_of(connection, entity)}
    found = [event for one in units for event in read_entity(connection, entity, one)]
    return sorted(found, key=lambda event: (event.hlc, event.event_id))


def units_of(connection: Connection, entity: UUID) -> list[str]:
    """Return the units that spoke of an entity, of which there is more than its creation."""
    query = select(heads.c.unit).where(heads.c.entity == entity).distinct()
    return sorted(connection.execute(query).scalars())


def read_entities(
    connection: Connection, units: Mapping[UUID, str]
) -> dict[UUID, list[Event]]:
    """Return the histories of many entities, `{entity: its unit}`, each oldest first.

    They are the heads and all that these stand on; where some of that has not come yet, the
    creation under the entity's own id too, to which no way leads then.
    """
    found: dict[UUID, dict[UUID, Event]] = {entity: {} for entity in units}
    wanted: dict[str, set[UUID]] = {}
    with_heads: set[UUID] = set()
    for part in in_parts(units):
        for row in connection.execute(select(heads).where(heads.c.entity.in_(part))):
            if row.unit == units[row.entity]:
                wanted.setdefault(row.unit, set()).add(row.event_id)
                with_heads.add(row.entity)
    for entity, unit in units.items():
        if entity not in with_heads:
            wanted.setdefault(unit, set()).add(entity)
    _walk(connection, wanted, found)
    broken: dict[str, set[UUID]] = {}
    for entity, known in found.items():
        if any(parent not in known for event in known.values() for parent in event.parents):
            broken.setdefault(units[entity], set()).add(entity)
    _walk(connection, broken, found)
    return {
        entity: sorted(known.values(), key=lambda event: (event.hlc, event.event_id))
        for entity, known in found.items()
    }


def _walk(
    connection: Connection, wanted: Mapping[str, set[UUID]],
    found: dict[UUID, dict[UUID, Event]],
) -> None:  # fmt: skip
    """Add to `found` the events `wanted`, `{unit: ids}`, and all that they stand on."""
    while wanted:
        further: dict[str, set[UUID]] = {}
        for unit, ids in wanted.items():
            for part in in_parts(ids):
                query = select(events).where(events.c.unit == unit, events.c.event_id.in_(part))
                for row in connection.execute(query):
                    event = event_of(row)
                    known = found.get(event.entity)
                    if known is None:
                        continue  # A forged parent, of another entity.
                    known[event.event_id] = event
                    further.setdefault(unit, set()).update(
                        parent for parent in event.parents if parent not in known
                    )
        wanted = {unit: ids for unit, ids in further.items() if ids}
