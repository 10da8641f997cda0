"""What the journal does otherwise before PostgreSQL: many writers at once, and rows by COPY.

Intakes of several processes meet here. Whoever takes in events of a stream, or moves the heads of
an entity, holds a lock on it until the end of the transaction. Locks are numbers of few (a lock
costs the server memory), taken in ascending order and in two steps: no two intakes ever wait for
each other.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final
from uuid import UUID

from sqlalchemy import Connection, select, text

from models.journal.event import Event, join_parents
from models.journal.tables import events, held_events
from models.store.driver import driver_of

_COLUMNS: Final = tuple(column.name for column in events.columns)
# Text and bytes go as they are; COPY has to be told the types, as it converts nothing.
_TYPES: Final = tuple(
    {"TEXT": "text", "BIGINT": "int8", "INTEGER": "int4"}.get(str(column.type), "bytea")
    if column.name not in {"event_id", "actor", "entity"}
    else "uuid"
    for column in events.columns
)
_KEY: Final = str(events.primary_key.name)
_STAGE: Final = "CREATE TEMPORARY TABLE incoming (LIKE events) ON COMMIT DROP"
_COPY: Final = f"COPY incoming ({', '.join(_COLUMNS)}) FROM STDIN (FORMAT BINARY)"
_INSERT: Final = (
    f"INSERT INTO events ({', '.join(_COLUMNS)}) SELECT {', '.join(_COLUMNS)} FROM incoming"
    f" ORDER BY unit, event_id ON CONFLICT ON CONSTRAINT {_KEY} DO NOTHING"
)
# So many locks there are of each kind: what one intake holds at most, and no more.
_LOCKS: Final = 64
_LOCK_SPACE: Final = 0x6D6F7463
_STREAMS, _ENTITIES, _STATIONS = range(3)


class OvertakenError(Exception):
    """Another writer wrote an event of the same key meanwhile; the transaction is to run again."""


def copy_events(connection: Connection, made: Sequence[Event]) -> None:
    """Write events by COPY to a table beside, then in the order of their keys into the journal.

    OvertakenError if one of the keys is there by now: nothing may be dropped unseen.
    """
    cursor = driver_of(connection).cursor()
    cursor.execute("DROP TABLE IF EXISTS incoming")
    cursor.execute(_STAGE)
    with cursor.copy(_COPY) as copy:
        copy.set_types(_TYPES)
        for event in made:
            copy.write_row(
                (
                    event.unit, event.event_id, event.stream, event.seq, event.hlc, event.type,
                    event.type_version, event.actor, event.entity, join_parents(event.parents),
                    event.salt, event.payload, event.payload_hash, event.prev, event.hash,
                )
            )  # fmt: skip
    cursor.execute(_INSERT)
    if cursor.rowcount != len(made):
        raise OvertakenError


def lock_intake(connection: Connection, came: Sequence[Event]) -> None:
    """Wait until no other intake is at the same streams and heads, and keep others from them."""
    streams = {event.stream for event in came}
    _lock(connection, _STREAMS, (int.from_bytes(stream, "big") for stream in streams))
    # What waited may be joined now, of the same streams but of other entities.
    waiting = connection.execute(
        select(held_events.c.entity, held_events.c.event_id).where(
            held_events.c.stream.in_(streams)
        )
    )
    moved = {event.entity for event in came if event.parents or event.event_id != event.entity}
    _lock(
        connection, _ENTITIES,
        (entity.int for entity in moved | {row.entity for row in waiting}),
    )  # fmt: skip


def lock_station(connection: Connection, station: UUID) -> None:
    """Wait until no other transaction writes what is kept of a station; last of the locks."""
    _lock(connection, _STATIONS, [station.int])


def _lock(connection: Connection, kind: int, numbers: Iterable[int]) -> None:
    keys = sorted({kind * _LOCKS + number % _LOCKS for number in numbers})
    # One after the other: the order is the point.
    connection.execute(
        text(
            "SELECT count(*) FROM (SELECT pg_advisory_xact_lock(:space, key)"
            " FROM unnest(CAST(:keys AS int[])) AS key OFFSET 0) AS locked"
        ),
        {"space": _LOCK_SPACE, "keys": keys},
    )
