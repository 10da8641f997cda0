"""Writes and reads the journal; every write happens inside a transaction of the store."""

from __future__ import annotations

import secrets
from collections.abc import Generator, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final, NamedTuple
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
from models.store.parts import among
from models.store.prepared import Prepared

# How many events a process may write before its stream's row is brought up to date.
LAG: Final = 256
# So few events are inserted as they are, whatever the database: a table beside costs more.
_FEW: Final = 16
# What a damaged or forged row of the journal may end in when it is read.
UNREADABLE: Final = (ValueError, TypeError, OverflowError)
# What an event needs of chance: its salt and its id.
_RANDOM_BYTES: Final = SALT_BYTES + RANDOM_BYTES

_INSERT_EVENT: Final = Prepared(insert(events))
_INSERT_HEAD: Final = Prepared(insert(heads))
DELETE_HEAD: Final = delete(heads).where(
    heads.c.entity == bindparam("of"), heads.c.event_id == bindparam("parent")
)
_DELETE_HEAD: Final = Prepared(DELETE_HEAD)
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
# Only the row of a stream that is written here may lag: few of them do, as one whose process died.
_MAY_LAG: Final = select(streams.c.stream).where(
    streams.c.is_local,
    exists().where(events.c.stream == streams.c.stream, events.c.seq > streams.c.events),
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


class _Head(NamedTuple):
    """An event of an entity that no other names as parent."""

    event_id: UUID
    unit: str
    hlc: int


class _Seen(NamedTuple):
    """What an event stands on, and the latest time of all that is here of its entity."""

    parents: tuple[UUID, ...]
    latest_hlc: int


_NO_STREAM: Final = StreamState(b"")
_NOTHING_SEEN: Final = _Seen((), 0)


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
        lagging = set(connection.execute(_MAY_LAG).scalars())
        for row in connection.execute(select(streams)).all():
            state = _NO_STREAM
            state = _state_of(row)
            if row.stream in lagging:
                for event in connection.execute(_AFTER, {"of": row.stream, "from": row.events}):
                    state = after(state, [event_of(event)])
            states.append(state)
    except UNREADABLE as error:
        place = {"stream": state.stream.hex() or "?", "seq": state.events + 1}
        raise KnownError("journal.unreadable", **place) from error
    return states


def read_states(connection: Connection, of: Iterable[bytes]) -> dict[bytes, StreamState]:
    """Return what the rows of streams say; that of a stream written here may lag."""
    return {
        row.stream: _state_of(row)
        for asked in among(connection, streams.c.stream, sorted(of))
        for row in connection.execute(select(streams).where(asked))
    }


def written_here(connection: Connection, found: Sequence[Event]) -> list[Event]:
    """Return those of `found` that this store's own processes wrote, and nobody can have sent."""
    of = {event.stream for event in found}
    local = select(streams.c.stream).where(streams.c.is_local, streams.c.stream.in_(of))
    own = set(connection.execute(local).scalars())
    came = select(side_events.c.hash).where(side_events.c.stream.in_(of))
    sent = set(connection.execute(came).scalars())
    return [event for event in found if event.stream in own and event.hash not in sent]


def witness_journal(connection: Connection, clock: Clock) -> None:
    """Let the clock know the latest time that was written here."""
    clock.witness(latest_hlc(stream_states(connection)))


def latest_hlc(states: Sequence[StreamState]) -> int:
    """Return the latest time that was written here, 0 for none.

    What came from elsewhere does not count: another station's wrong clock must not become ours.
    """
    return max((state.last_hlc for state in states if state.is_local), default=0)


def append(
    connection: Connection, clock: Clock, state: StreamState, actor: UUID,
    news: Sequence[NewEvent], *, lag: int = LAG,
) -> tuple[list[Event], StreamState]:  # fmt: skip
    """Write events and their heads; return them and the stream's new state.

    The stream's row is brought up to date once in `lag` events. The caller keeps the new state only
    if the commit went through.
    """
    before = state.events
    previous = state.last_hash if before else _predecessor(connection)
    made: list[Event] = []
    unwritten: dict[UUID, list[Event]] = {}
    # All new things, as those of a list, never stand on what was made just before.
    is_fresh = all(new.parents == () for new in news)
    random = secrets.token_bytes(_RANDOM_BYTES * len(news))
    for seq, new in enumerate(news, before + 1):
        seen = _NOTHING_SEEN
        if not is_fresh:
            seen = _seen(connection, new, unwritten.get(new.entity, ()))
        drawn = random[_RANDOM_BYTES * (seq - before - 1) : _RANDOM_BYTES * (seq - before)]
        event = _make(clock, state.stream, seq, previous, actor, new, seen, drawn)
        previous = event.hash
        if not is_fresh:
            unwritten.setdefault(new.entity, []).append(event)
        made.append(event)
    if not made:
        return made, state
    _write_all(connection, made)
    state = after(state, made)
    if before == 0 or before // lag != state.events // lag:
        save_state(connection, state)
    return made, state


def save_state(connection: Connection, state: StreamState) -> None:
    """Bring a stream's row up to date."""
    save_states(connection, [state])


def save_states(connection: Connection, states: Sequence[StreamState]) -> None:
    """Bring the rows of streams up to date."""
    rows = [
        {
            "stream": state.stream, "is_local": state.is_local, "events": state.events,
            "digest": state.digest, "last_hash": state.last_hash, "last_hlc": state.last_hlc,
        }
        for state in states
    ]  # fmt: skip
    if rows:
        connection.execute(_STREAM_ROW, rows)


def head_ids(connection: Connection, entity: UUID, unit: str) -> tuple[UUID, ...]:
    """Return an entity's heads of a unit: none if it is unknown, several after concurrent edits."""
    return tuple(head.event_id for head in _heads(connection, entity, unit) if head.unit == unit)


def read_all(connection: Connection, chunk: int = 2000) -> Generator[list[Event], None, None]:
    """Yield the whole journal in the order in which projections are rebuilt, in chunks.

    Parents always come before their children: an event's clock is set above its parents'.
    """
    query = select(events).order_by(events.c.hlc, events.c.event_id)
    # Said of this statement alone: the connection has others to run, and keeps what it is told.
    with connection.execute(query, execution_options={"stream_results": True}) as rows:
        for part in rows.partitions(chunk):
            yield [event_of(row) for row in part]


def _state_of(row: Row[Any]) -> StreamState:
    if not (isinstance(row.events, int) and isinstance(row.last_hlc, int)):
        raise TypeError("a stream's numbers")
    return StreamState(
        row.stream, row.events, row.digest, row.last_hash, row.last_hlc, row.is_local
    )


def row_of(event: Event) -> dict[str, Any]:
    """Return the row of the journal that holds an event; `event_of` reads it back."""
    return {
        "unit": event.unit, "event_id": event.event_id, "stream": event.stream, "seq": event.seq,
        "hlc": event.hlc, "type": event.type, "type_version": event.type_version,
        "actor": event.actor, "entity": event.entity, "parents": join_parents(event.parents),
        "salt": event.salt, "payload": event.payload, "payload_hash": event.payload_hash,
        "prev": event.prev, "hash": event.hash,
    }  # fmt: skip


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
    last_hlc = state.last_hlc
    for event in more:
        digest ^= int.from_bytes(event.hash, "big")
        if event.hlc > last_hlc:
            last_hlc = max(last_hlc, _written_hlc(event))
    return StreamState(
        state.stream, more[-1].seq, digest.to_bytes(len(state.digest), "big"), more[-1].hash,
        last_hlc, state.is_local,
    )  # fmt: skip


def _written_hlc(event: Event) -> int:
    """Return an event's time by its writer's clock, which may be behind that of its parents."""
    if not event.parents:
        return event.hlc
    return min(event.hlc, (event.event_id.int >> 80 << 16) | 0xFFFF)


def _predecessor(connection: Connection) -> bytes:
    """Return the last hash written here: two streams that share it betray a restored copy."""
    local = [state for state in stream_states(connection) if state.is_local]
    return max(local, key=lambda state: state.last_hlc).last_hash if local else NO_PREVIOUS


def _heads(
    connection: Connection, entity: UUID, unit: str, unwritten: Sequence[Event] = ()
) -> list[_Head]:
    """Return the heads of all units, as they are once the batch's `unwritten` events stand."""
    rows = [
        _Head(row.event_id, row.unit, row.hlc)
        for row in connection.execute(_HEADS_OF, {"of": entity})
    ]
    rows += [_head_of(event) for event in unwritten if event.event_id != entity]
    named = {parent for event in unwritten for parent in event.parents}
    found = [head for head in rows if head.event_id not in named]
    if any(head.unit == unit for head in found):
        return found
    # Its creation under its own id is all there is of it.
    created = [_head_of(event) for event in unwritten if event.event_id == entity]
    if not created:
        row = connection.execute(_BY_KEY, {"of_unit": unit, "of": entity}).first()
        created = [_Head(row.event_id, row.unit, row.hlc)] if row is not None else []
    return [*found, *created]


def _head_of(event: Event) -> _Head:
    return _Head(event.event_id, event.unit, event.hlc)


def _seen(connection: Connection, new: NewEvent, unwritten: Sequence[Event]) -> _Seen:
    """Return what the author said to have seen, else the heads, earlier ones of the batch too.

    Only those of its own unit: who may read one unit would look for the others in vain.
    """
    if new.parents == ():
        return _NOTHING_SEEN
    found = _heads(connection, new.entity, new.unit, unwritten)
    parents = new.parents
    if parents is None:
        parents = tuple(head.event_id for head in found if head.unit == new.unit)
    return _Seen(parents, max((head.hlc for head in found), default=0))


def _make(
    clock: Clock, stream: bytes, seq: int, previous: bytes, actor: UUID, new: NewEvent,
    seen: _Seen, drawn: bytes,
) -> Event:  # fmt: skip
    now = clock.tick()
    # Later than what it stands on, whose clock may be a year ahead; what comes next is not.
    hlc, parents = max(now, seen.latest_hlc + 1), seen.parents
    salt = drawn[:SALT_BYTES]
    event_id = new.entity if new.is_creation else uuid7(now >> 16, drawn[SALT_BYTES:])
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
    if connection.dialect.name == "postgresql":
        from models.journal.postgres import copy_events

        copy_events(connection, made)
        return
    _INSERT_EVENT.many(connection, [row_of(event) for event in made])


def insert_heads(connection: Connection, last: Sequence[Event]) -> None:
    """Write that nothing follows these events."""
    # In the order of the table: derived ids lie everywhere, and each page is gone to once.
    ordered = sorted(last, key=_entity)
    if connection.dialect.name == "postgresql" and ordered:
        from models.journal.postgres import copy_heads

        copy_heads(
            connection, [(one.entity, one.event_id, one.unit, one.hlc) for one in ordered]
        )
        return
    rows = [
        {"entity": one.entity, "event_id": one.event_id, "unit": one.unit, "hlc": one.hlc}
        for one in ordered
    ]
    _INSERT_HEAD.many(connection, rows)


def _entity(event: Event) -> int:
    return event.entity.int


def _write_all(connection: Connection, made: list[Event]) -> None:
    if len(made) < _FEW:
        _INSERT_EVENT.many(connection, [row_of(event) for event in made])
    else:
        insert_events(connection, made)
    superseded = [{"of": one.entity, "parent": seen} for one in made for seen in one.parents]
    named = {row["parent"] for row in superseded}
    _DELETE_HEAD.many(connection, superseded)
    last = [one for one in made if one.event_id != one.entity and one.event_id not in named]
    insert_heads(connection, last)
