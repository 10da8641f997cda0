"""What the journal does otherwise before PostgreSQL: many writers at once, and rows by COPY.

Intakes of several processes meet here. Whoever takes in events of a stream, or moves the heads of
an entity, holds a lock on it until the end of the transaction. There are few locks, as each costs
the server memory, and all take them in one order: no two intakes ever wait for each other.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Connection, select, text

from models.journal.copy_rows import FIELDS, heads_of, rows_of
from models.journal.erasure import needs_all, things_named
from models.journal.event import Event
from models.journal.log import event_of
from models.journal.tables import events, held_events
from models.store.driver import driver_of
from models.store.parts import among

_COLUMNS: Final = ", ".join(FIELDS)
_KEY: Final = str(events.primary_key.name)
_STAGE: Final = "CREATE TEMPORARY TABLE incoming (LIKE events) ON COMMIT DROP"
_COPY: Final = f"COPY {{}} ({_COLUMNS}) FROM STDIN (FORMAT BINARY)"
_COPY_HEADS: Final = "COPY heads (entity, event_id, unit, hlc) FROM STDIN (FORMAT BINARY)"
_INSERT: Final = (
    f"INSERT INTO events ({_COLUMNS}) SELECT {_COLUMNS} FROM incoming"
    f" ORDER BY unit, event_id ON CONFLICT ON CONSTRAINT {_KEY} DO NOTHING"
)
# So many locks there are of each kind: what one intake holds at most, and no more.
_LOCKS: Final = 64
_LOCK_SPACE: Final = 0x6D6F7463
_STREAMS, _ENTITIES, _STATIONS = range(3)


class OvertakenError(Exception):
    """Another writer wrote an event of the same key meanwhile; the transaction is to run again."""


def copy_new(connection: Connection, made: Sequence[Event]) -> bool:
    """Write events straight into the journal, or none of them if one of their keys is there.

    They come in the order of their keys: of two writers one waits for the other.
    """
    from psycopg.errors import UniqueViolation

    try:
        with connection.begin_nested():
            _copy(driver_of(connection).cursor(), "events", made)
    except UniqueViolation:
        return False
    return True


def copy_events(connection: Connection, made: Sequence[Event]) -> None:
    """Write events by COPY to a table beside, then in the order of their keys into the journal.

    OvertakenError if one of the keys is there by now: nothing may be dropped unseen.
    """
    cursor = driver_of(connection).cursor()
    cursor.execute("DROP TABLE IF EXISTS incoming")
    cursor.execute(_STAGE)
    _copy(cursor, "incoming", made)
    cursor.execute(_INSERT)
    if cursor.rowcount != len(made):
        raise OvertakenError


def copy_heads(connection: Connection, fresh: Sequence[tuple[UUID, UUID, str, int]]) -> None:
    """Write new heads: entity, event, unit and time of each, best in the order of the entities."""
    with driver_of(connection).cursor().copy(_COPY_HEADS) as copy:
        copy.write(heads_of(fresh))


def _copy(cursor: Any, table: str, made: Sequence[Event]) -> None:
    with cursor.copy(_COPY.format(table)) as copy:
        for part in rows_of(made):
            copy.write(part)


def lock_intake(connection: Connection, came: Sequence[Event]) -> None:
    """Keep other intakes from the same streams, and from heads that both would judge wrongly.

    An event and the one that names it as parent may be on their way at once: each of the two would
    take itself for a head. So whoever names a parent that is not here yet goes alone at its
    entity, and waits for all others there; they need not wait for each other. So does who erases a
    thing, of which somebody else may be bringing an event.
    """
    streams = {event.stream for event in came}
    _lock(connection, _STREAMS, (int.from_bytes(stream, "big") for stream in streams))
    # What waited may be joined now, of the same streams but of other entities.
    waiting = [
        event_of(row)
        for asked in among(connection, held_events.c.stream, sorted(streams))
        for row in connection.execute(select(held_events).where(asked))
    ]
    every = (*came, *waiting)
    alone = _with_missing_parents(connection, every)
    keys: dict[int, bool] = {}
    changes = [
        event.entity for event in every
        if event.parents or event.event_id.int != event.entity.int
    ]  # fmt: skip
    for event in every:
        named = things_named(event)
        changes += named
        alone |= named if needs_all(event) else set()
    for entity in changes:
        key = entity.int % _LOCKS
        keys[key] = keys.get(key, False) or entity in alone
    _lock(connection, _ENTITIES, keys, {key for key, is_alone in keys.items() if not is_alone})


def _with_missing_parents(connection: Connection, every: Sequence[Event]) -> set[UUID]:
    """Return the entities with an event whose parent is neither among `every` nor in its unit."""
    with_parents = [event for event in every if event.parents]
    if not with_parents:
        return set()
    there = {event.event_id for event in every}
    asked_for: dict[str, set[UUID]] = {}
    for event in with_parents:
        asked_for.setdefault(event.unit, set()).update(set(event.parents) - there)
    for unit, parents in asked_for.items():
        for asked in among(connection, events.c.event_id, parents):
            query = select(events.c.event_id).where(events.c.unit == unit, asked)
            there.update(connection.execute(query).scalars())
    return {event.entity for event in with_parents if not there.issuperset(event.parents)}


def lock_station(connection: Connection, station: UUID) -> None:
    """Wait until no other transaction writes what is kept of a station; last of the locks."""
    _lock(connection, _STATIONS, [station.int])


def _lock(
    connection: Connection, kind: int, numbers: Iterable[int], shared: Set[int] = frozenset()
) -> None:
    keys = sorted({number % _LOCKS for number in numbers})
    # One after the other: the order is the point.
    connection.execute(
        text(
            "SELECT count(*) FROM (SELECT CASE WHEN is_shared"
            " THEN pg_advisory_xact_lock_shared(:space, key)"
            " ELSE pg_advisory_xact_lock(:space, key) END"
            " FROM unnest(CAST(:keys AS int[]), CAST(:shared AS bool[])) AS wanted (key, is_shared)"
            " OFFSET 0) AS locked"
        ),
        {
            "space": _LOCK_SPACE, "keys": [kind * _LOCKS + key for key in keys],
            "shared": [key in shared for key in keys],
        },
    )  # fmt: skip
