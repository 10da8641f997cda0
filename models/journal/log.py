"""Writes and reads the journal; every write happens inside a transaction of the store."""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Connection, Row, bindparam, delete, func, insert, select, text

from models.clock import Clock
from models.ids import new_stream, uuid7
from models.journal.event import (
    NO_PREVIOUS,
    SALT_BYTES,
    Event,
    NewEvent,
    canonical_json,
    event_digest,
    join_parents,
    payload_digest,
    split_parents,
    xor,
)
from models.journal.tables import events, heads, streams

_INSERT_EVENT: Final = insert(events)
_INSERT_HEAD: Final = insert(heads)
_DELETE_HEAD: Final = delete(heads).where(
    heads.c.entity == bindparam("of"), heads.c.event_id == bindparam("parent")
)
_HEADS_OF: Final = select(heads.c.event_id, heads.c.hlc).where(heads.c.entity == bindparam("of"))
_STREAM_ROW: Final = text(
    "INSERT INTO streams (stream, is_local, events, digest, last_hash, last_hlc)"
    " VALUES (:stream, :is_local, :events, :digest, :last_hash, :last_hlc)"
    " ON CONFLICT (stream) DO UPDATE SET events = excluded.events, digest = excluded.digest,"
    " last_hash = excluded.last_hash, last_hlc = excluded.last_hlc"
)


@dataclass(frozen=True, slots=True)
class StreamState:
    """How far this process has come in the stream it writes."""

    stream: bytes
    count: int = 0
    digest: bytes = NO_PREVIOUS
    last_hash: bytes = NO_PREVIOUS
    last_hlc: int = 0


def start_stream() -> StreamState:
    """Return a fresh stream; each process mints one when it opens the store.

    A restored backup therefore never writes a (stream, seq) that exists elsewhere already.
    """
    return StreamState(new_stream())


def witness_journal(connection: Connection, clock: Clock) -> None:
    """Let the clock know the latest time in the journal."""
    clock.witness(connection.execute(select(func.max(streams.c.last_hlc))).scalar() or 0)


def append(
    connection: Connection, clock: Clock, state: StreamState, actor: UUID,
    news: Sequence[NewEvent],
) -> tuple[list[Event], StreamState]:  # fmt: skip
    """Write events and their heads; return them and the stream's new state.

    The caller stores the state with `save_state` before it commits, and keeps it only if the
    commit went through.
    """
    if state.count == 0:
        state = replace(state, last_hash=_predecessor(connection))
    made: list[Event] = []
    for new in news:
        parents = _parents(connection, clock, new, made)
        event = _make(clock, state, actor, new, parents)
        made.append(event)
        state = StreamState(
            state.stream, event.seq, xor(state.digest, event.hash), event.hash, event.hlc
        )
    _write_all(connection, made)
    return made, state


def save_state(connection: Connection, state: StreamState) -> None:
    """Write what this process's stream holds now."""
    connection.execute(
        _STREAM_ROW,
        {
            "stream": state.stream,
            "is_local": True,
            "events": state.count,
            "digest": state.digest,
            "last_hash": state.last_hash,
            "last_hlc": state.last_hlc,
        },
    )


def head_ids(connection: Connection, entity: UUID) -> tuple[UUID, ...]:
    """Return the entity's heads: none if it is unknown, several after concurrent edits."""
    return tuple(row.event_id for row in connection.execute(_HEADS_OF, {"of": entity}))


def read_all(connection: Connection, chunk: int = 2000) -> Iterator[list[Event]]:
    """Yield the whole journal in the order in which projections are rebuilt, in chunks.

    Parents always come before their children: an event's clock is set above its parents'.
    """
    query = select(events).order_by(events.c.hlc, events.c.event_id)
    rows = connection.execution_options(stream_results=True).execute(query)
    for part in rows.partitions(chunk):
        yield [event_of(row) for row in part]


def read_entity(connection: Connection, entity: UUID) -> list[Event]:
    """Return the history of one entity, oldest first."""
    query = select(events).where(events.c.entity == entity)
    rows = connection.execute(query.order_by(events.c.hlc, events.c.event_id))
    return [event_of(row) for row in rows]


def event_of(row: Row[Any]) -> Event:
    """Return the event that a row of the journal holds."""
    return Event(
        unit=row.unit, event_id=row.event_id, stream=row.stream, seq=row.seq, hlc=row.hlc,
        type=row.type, type_version=row.type_version, actor=row.actor, entity=row.entity,
        parents=split_parents(row.parents), salt=row.salt, payload=row.payload,
        payload_hash=row.payload_hash, prev=row.prev, hash=row.hash,
    )  # fmt: skip


def _predecessor(connection: Connection) -> bytes:
    """Return the last hash written here: two streams that share it betray a restored copy."""
    query = select(streams.c.last_hash).where(streams.c.is_local)
    last = connection.execute(query.order_by(streams.c.last_hlc.desc()).limit(1)).scalar()
    return last or NO_PREVIOUS


def _parents(
    connection: Connection, clock: Clock, new: NewEvent, made: list[Event]
) -> tuple[UUID, ...]:
    if new.parents == ():
        return ()
    unwritten = [event for event in made if event.entity == new.entity]
    if unwritten:
        # Within one batch the entity's last event is its head, though it is not in the table yet.
        return (unwritten[-1].event_id,)
    found = connection.execute(_HEADS_OF, {"of": new.entity}).all()
    for row in found:
        clock.witness(row.hlc)
    return new.parents if new.parents is not None else tuple(row.event_id for row in found)


def _make(
    clock: Clock, state: StreamState, actor: UUID, new: NewEvent, parents: tuple[UUID, ...]
) -> Event:
    hlc = clock.tick()
    event_id = uuid7(hlc >> 16)
    salt = secrets.token_bytes(SALT_BYTES)
    payload = canonical_json(new.content)
    payload_hash = payload_digest(salt, payload)
    seq = state.count + 1
    digest = event_digest(
        new.unit, event_id, state.stream, seq, hlc, new.type, new.type_version, actor, new.entity,
        parents, payload_hash, state.last_hash,
    )  # fmt: skip
    return Event(
        unit=new.unit, event_id=event_id, stream=state.stream, seq=seq, hlc=hlc, type=new.type,
        type_version=new.type_version, actor=actor, entity=new.entity, parents=parents, salt=salt,
        payload=payload, payload_hash=payload_hash, prev=state.last_hash, hash=digest,
    )  # fmt: skip


def _write_all(connection: Connection, made: list[Event]) -> None:
    rows = [
        {
            "unit": event.unit, "event_id": event.event_id, "stream": event.stream,
            "seq": event.seq, "hlc": event.hlc, "type": event.type,
            "type_version": event.type_version, "actor": event.actor, "entity": event.entity,
            "parents": join_parents(event.parents), "salt": event.salt, "payload": event.payload,
            "payload_hash": event.payload_hash, "prev": event.prev, "hash": event.hash,
        }
        for event in made
    ]  # fmt: skip
    if not rows:
        return
    connection.execute(_INSERT_EVENT, rows)
    superseded = [
        {"of": event.entity, "parent": parent} for event in made for parent in event.parents
    ]
    named = {parent for event in made for parent in event.parents}
    fresh = [
        {"entity": event.entity, "event_id": event.event_id, "hlc": event.hlc}
        for event in made
        if event.event_id not in named
    ]
    if superseded:
        connection.execute(_DELETE_HEAD, superseded)
    connection.execute(_INSERT_HEAD, fresh)
