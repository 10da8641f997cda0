"""Writes and reads the journal; every write happens inside a transaction of the store."""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Connection, Row, bindparam, delete, exists, insert, select, text

from models.clock import Clock
from models.errors import KnownError
from models.ids import RANDOM_BYTES, new_stream, uuid7
from models.journal.event import (
    NO_PREVIOUS,
    SALT_BYTES,
    Event,
    NewEvent,
    event_digest,
    join_parents,
    payload_digest,
    split_parents,
)
from models.journal.tables import events, heads, side_events, streams
from models.json_text import canonical_bytes
from models.store.parts import in_parts
from models.store.prepared import Prepared

# How many events a process may write before its stream's row is brought up to date.
LAG: Final = 256
# What a damaged or forged row of the journal may end in when it is read.
UNREADABLE: Final = (ValueError, TypeError, OverflowError)
# What an event needs of chance: its salt and its id.
_RANDOM_BYTES: Final = SALT_BYTES + RANDOM_BYTES

_INSERT_EVENT: Final = Prepared(insert(events))
_INSERT_HEAD: Final = Prepared(insert(heads))
_DELETE_HEAD: Final = Prepared(
    delete(heads).where(
        heads.c.entity == bindparam("of"), heads.c.event_id == bindparam("parent")
    )
)
_HEADS_OF: Final = select(heads).where(heads.c.entity == bindparam("of"))
_BY_KEY: Final = select(events).where(
    events.c.unit == bindparam("of_unit"), events.c.event_id == bindparam("of")
)
_AFTER: Final = (
    select(events)
    .where(
        events.c.stream == bindparam("of"),
        events.c.seq > bindparam("from"),
        ~exists().where(
            side_events.c.stream == events.c.stream, side_events.c.hash == events.c.hash
        ),
    )
    .order_by(events.c.seq)
)
_STREAM_ROW: Final = text(
    "INSERT INTO streams (stream, is_local, events, digest, last_hash, last_hlc)"
    " VALUES (:stream, :is_local, :events, :digest, :last_hash, :last_hlc)"
    " ON CONFLICT (stream) DO UPDATE SET events = excluded.events, digest = excluded.digest,"
    " last_hash = excluded.last_hash, last_hlc = excluded.last_hlc"
)


@dataclass(frozen=True, slots=True)
class StreamState:
    """How many events of a stream are held, the XOR of their hashes, and where the chain ends."""

    stream: bytes
    events: int = 0
    digest: bytes = NO_PREVIOUS
    last_hash: bytes = NO_PREVIOUS
    last_hlc: int = 0
    is_local: bool = True


_NO_STREAM: Final = StreamState(b"")


def start_stream(clock: Clock) -> StreamState:
    """Return a fresh stream; each process mints one when it opens the store.

    A restored backup therefore never writes a (stream, seq) that exists elsewhere already.
    """
    return StreamState(new_stream(clock.now_ms()))


def stream_states(connection: Connection) -> list[StreamState]:
    """Return what is held of each stream's line, with the events that its row does not count yet.

    What lies beside a line (`side_events`) is not counted. KnownError for a row or an event that
    cannot be read: it names the place.
    """
    states: list[StreamState] = []
    state = _NO_STREAM
    try:
        for row in connection.execute(select(streams)).all():
            state = _NO_STREAM
            state = _state_of(row)
            for event in connection.execute(_AFTER, {"of": row.stream, "from": row.events}):
                state = after(state, [event_of(event)])
            states.append(state)
    except UNREADABLE as error:
        place = {"stream": state.stream.hex() or "?", "seq": state.events + 1}
        raise KnownError("journal.unreadable", **place) from error
    return states


def stream_row(connection: Connection, stream: bytes) -> StreamState | None:
    """Return what a stream's row says, None without one; that of a stream written here may lag."""
    row = connection.execute(select(streams).where(streams.c.stream == stream)).first()
    return _state_of(row) if row is not None else None


def witness_journal(connection: Connection, clock: Clock) -> None:
    """Let the clock know the latest time in the journal."""
    clock.witness(latest_hlc(stream_states(connection)))


def latest_hlc(states: Sequence[StreamState]) -> int:
    """Return the latest time in the journal, 0 for an empty one."""
    return max((state.last_hlc for state in states), default=0)


def append(
    connection: Connection, clock: Clock, state: StreamState, actor: UUID,
    news: Sequence[NewEvent],
) -> tuple[list[Event], StreamState]:  # fmt: skip
    """Write events and their heads; return them and the stream's new state.

    The caller keeps the new state only if the commit went through.
    """
    before = state.events
    previous = state.last_hash if before else _predecessor(connection)
    made: list[Event] = []
    unwritten: dict[UUID, list[Event]] = {}
    # All new things, as those of a list, never stand on what was made just before.
    is_fresh = all(new.parents == () for new in news)
    random = secrets.token_bytes(_RANDOM_BYTES * len(news))
    for seq, new in enumerate(news, before + 1):
        parents: tuple[UUID, ...] = ()
        if not is_fresh:
            parents = _parents(connection, clock, new, unwritten.get(new.entity, ()))
        drawn = random[_RANDOM_BYTES * (seq - before - 1) : _RANDOM_BYTES * (seq - before)]
        event = _make(clock, state.stream, seq, previous, actor, new, parents, drawn)
        previous = event.hash
        if not is_fresh:
            unwritten.setdefault(new.entity, []).append(event)
        made.append(event)
    if not made:
        return made, state
    _write_all(connection, made)
    state = after(state, made)
    if before == 0 or before // LAG != state.events // LAG:
        save_state(connection, state)
    return made, state


def save_state(connection: Connection, state: StreamState) -> None:
    """Bring a stream's row up to date."""
    connection.execute(
        _STREAM_ROW,
        {
            "stream": state.stream,
            "is_local": state.is_local,
            "events": state.events,
            "digest": state.digest,
            "last_hash": state.last_hash,
            "last_hlc": state.last_hlc,
        },
    )


def head_ids(connection: Connection, entity: UUID, unit: str) -> tuple[UUID, ...]:
    """Return the entity's heads: none if it is unknown, several after concurrent edits."""
    return tuple(event_id for event_id, _ in _heads(connection, entity, unit))


def read_all(connection: Connection, chunk: int = 2000) -> Iterator[list[Event]]:
    """Yield the whole journal in the order in which projections are rebuilt, in chunks.

    Parents always come before their children: an event's clock is set above its parents'.
    """
    query = select(events).order_by(events.c.hlc, events.c.event_id)
    rows = connection.execution_options(stream_results=True).execute(query)
    for part in rows.partitions(chunk):
        yield [event_of(row) for row in part]


def read_entity(connection: Connection, entity: UUID, unit: str) -> list[Event]:
    """Return the history of one entity, oldest first: its heads and all that they stand on."""
    found: dict[UUID, Event] = {}
    wanted = list(head_ids(connection, entity, unit))
    while wanted:
        event_id = wanted.pop()
        row = connection.execute(_BY_KEY, {"of_unit": unit, "of": event_id}).first()
        if row is not None and event_id not in found:
            event = found[event_id] = event_of(row)
            wanted += event.parents
    return sorted(found.values(), key=lambda event: (event.hlc, event.event_id))


def read_whole(connection: Connection, entity: UUID, unit: str) -> list[Event]:
    """Return the history of an entity of which several units may speak, oldest first.

    `unit` is one of them: of an entity with a single event there is no head that names its unit.
    """
    query = select(heads.c.unit).where(heads.c.entity == entity).distinct()
    units = {unit, *connection.execute(query).scalars()}
    found = [event for one in units for event in read_entity(connection, entity, one)]
    return sorted(found, key=lambda event: (event.hlc, event.event_id))


def read_entities(
    connection: Connection, units: Mapping[UUID, str]
) -> dict[UUID, list[Event]]:
    """Return the histories of many entities, `{entity: its unit}`, each oldest first."""
    found: dict[UUID, dict[UUID, Event]] = {entity: {} for entity in units}
    wanted: dict[str, set[UUID]] = {}
    with_heads: set[UUID] = set()
    for part in in_parts(units):
        for row in connection.execute(select(heads).where(heads.c.entity.in_(part))):
            wanted.setdefault(units[row.entity], set()).add(row.event_id)
            with_heads.add(row.entity)
    for entity, unit in units.items():
        if entity not in with_heads:
            wanted.setdefault(unit, set()).add(entity)
    while wanted:
        further: dict[str, set[UUID]] = {}
        for unit, ids in wanted.items():
            for part in in_parts(ids):
                query = select(events).where(events.c.unit == unit, events.c.event_id.in_(part))
                for row in connection.execute(query):
                    event = event_of(row)
                    known = found.setdefault(event.entity, {})
                    known[event.event_id] = event
                    further.setdefault(unit, set()).update(
                        parent for parent in event.parents if parent not in known
                    )
        wanted = {unit: ids for unit, ids in further.items() if ids}
    return {
        entity: sorted(known.values(), key=lambda event: (event.hlc, event.event_id))
        for entity, known in found.items()
    }


def _state_of(row: Row[Any]) -> StreamState:
    if not (isinstance(row.events, int) and isinstance(row.last_hlc, int)):
        raise TypeError("a stream's numbers")
    return StreamState(
        row.stream, row.events, row.digest, row.last_hash, row.last_hlc, row.is_local
    )


def event_of(row: Row[Any]) -> Event:
    """Return the event that a row of the journal holds; one of `UNREADABLE` for a damaged row."""
    if not isinstance(row.seq, int):
        # SQLite keeps whatever is written into a column; the others fail where they are used.
        raise TypeError("an event's number")
    return Event(
        unit=row.unit, event_id=row.event_id, stream=row.stream, seq=row.seq, hlc=row.hlc,
        type=row.type, type_version=row.type_version, actor=row.actor, entity=row.entity,
        parents=split_parents(row.parents), salt=row.salt, payload=row.payload,
        payload_hash=row.payload_hash, prev=row.prev, hash=row.hash,
    )  # fmt: skip


def after(state: StreamState, more: Sequence[Event]) -> StreamState:
    """Return a stream's state with `more` events, in their order and at least one."""
    digest = int.from_bytes(state.digest, "big")
    for event in more:
        digest ^= int.from_bytes(event.hash, "big")
    return StreamState(
        state.stream, more[-1].seq, digest.to_bytes(len(state.digest), "big"), more[-1].hash,
        max(state.last_hlc, *(event.hlc for event in more)), state.is_local,
    )  # fmt: skip


def _predecessor(connection: Connection) -> bytes:
    """Return the last hash written here: two streams that share it betray a restored copy."""
    local = [state for state in stream_states(connection) if state.is_local]
    return max(local, key=lambda state: state.last_hlc).last_hash if local else NO_PREVIOUS


def _heads(
    connection: Connection, entity: UUID, unit: str, unwritten: Sequence[Event] = ()
) -> list[tuple[UUID, int]]:
    """Return id and time of the heads, as they are once the batch's `unwritten` events stand."""
    rows = [(row.event_id, row.hlc) for row in connection.execute(_HEADS_OF, {"of": entity})]
    rows += [(event.event_id, event.hlc) for event in unwritten if event.event_id != entity]
    named = {parent for event in unwritten for parent in event.parents}
    found = [(event_id, hlc) for event_id, hlc in rows if event_id not in named]
    if found:
        return found
    # Its creation under its own id is all there is of it.
    created = [(event.event_id, event.hlc) for event in unwritten if event.event_id == entity]
    if not created:
        row = connection.execute(_BY_KEY, {"of_unit": unit, "of": entity}).first()
        created = [(row.event_id, row.hlc)] if row is not None else []
    return created


def _parents(
    connection: Connection, clock: Clock, new: NewEvent, unwritten: Sequence[Event]
) -> tuple[UUID, ...]:
    """Return what the author said to have seen, else the heads, earlier ones of the batch too."""
    if new.parents == ():
        return ()
    found = _heads(connection, new.entity, new.unit, unwritten)
    for _, hlc in found:
        clock.witness(hlc)
    return new.parents if new.parents is not None else tuple(event_id for event_id, _ in found)


def _make(
    clock: Clock, stream: bytes, seq: int, previous: bytes, actor: UUID, new: NewEvent,
    parents: tuple[UUID, ...], drawn: bytes,
) -> Event:  # fmt: skip
    hlc = clock.tick()
    salt = drawn[:SALT_BYTES]
    event_id = new.entity if new.is_creation else uuid7(hlc >> 16, drawn[SALT_BYTES:])
    payload = canonical_bytes(new.content)
    payload_hash = payload_digest(salt, payload)
    digest = event_digest(
        new.unit, event_id, stream, seq, hlc, new.type, new.type_version, actor, new.entity,
        parents, payload_hash, previous,
    )  # fmt: skip
    return Event(
        new.unit, event_id, stream, seq, hlc, new.type, new.type_version, actor, new.entity,
        parents, salt, payload.decode(), payload_hash, previous, digest,
        new.content if new.is_plain else None,
    )  # fmt: skip


def insert_events(connection: Connection, made: Sequence[Event]) -> None:
    """Write events and nothing that goes with them; best in the order of their keys."""
    _INSERT_EVENT.many(
        connection,
        [
            {
                "unit": event.unit, "event_id": event.event_id, "stream": event.stream,
                "seq": event.seq, "hlc": event.hlc, "type": event.type,
                "type_version": event.type_version, "actor": event.actor, "entity": event.entity,
                "parents": join_parents(event.parents), "salt": event.salt,
                "payload": event.payload, "payload_hash": event.payload_hash,
                "prev": event.prev, "hash": event.hash,
            }
            for event in made
        ],
    )  # fmt: skip


def _write_all(connection: Connection, made: list[Event]) -> None:
    insert_events(connection, made)
    superseded = [
        {"of": event.entity, "parent": parent} for event in made for parent in event.parents
    ]
    named = {row["parent"] for row in superseded}
    fresh = [
        {
            "entity": event.entity,
            "event_id": event.event_id,
            "unit": event.unit,
            "hlc": event.hlc,
        }
        for event in made
        if event.event_id != event.entity and event.event_id not in named
    ]
    _DELETE_HEAD.many(connection, superseded)
    # In the order of the table: derived ids lie everywhere, and each page is gone to once.
    _INSERT_HEAD.many(connection, sorted(fresh, key=_place))


def _place(head: Mapping[str, Any]) -> int:
    entity: UUID = head["entity"]
    return entity.int
