"""Takes events into the journal that were recorded elsewhere.

They may come in any order, any number of times and with parts missing. What cannot be joined to
its stream yet is held, and what disagrees with an event of the same id is set apart; both are kept
and counted, neither is dropped.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from typing import Final, NamedTuple
from uuid import UUID

from sqlalchemy import Connection, Table, delete, insert, select, tuple_

from models.journal.erasure import settle_erasures, silence
from models.journal.event import Event
from models.journal.histories import read_entities
from models.journal.log import (
    DELETE_HEAD,
    StreamState,
    after,
    event_of,
    insert_events,
    insert_heads,
    read_states,
    row_of,
    save_states,
)
from models.journal.tables import (
    events,
    heads,
    held_events,
    quarantined_events,
    side_events,
    stream_units,
)
from models.store.parts import among, in_parts

_SIDE: Final = insert(side_events)
Key = tuple[str, UUID]


@dataclass(frozen=True, slots=True)
class Intake:
    """What became of events that came: `new` ones, parents before children, and the others' number.

    `held` and `quarantined` count what this intake added; `freed` of the new ones were held before.
    `blanked` was here already, and is erased by what came.
    """

    new: tuple[Event, ...]
    duplicates: int
    held: int
    quarantined: int
    freed: int
    blanked: tuple[Event, ...] = ()


class _Line(NamedTuple):
    """A stream as it stands here, what goes on from there, and what lies beside that."""

    state: StreamState
    more: Sequence[Event]
    beside: Sequence[Event]


def take_in(connection: Connection, incoming: Iterable[Event]) -> Intake:
    """Write what is new of `incoming`; the hash of each must be its own (`digest_of`).

    The caller brings the projections up to date with what is new.
    """
    came = list({event.hash: event for event in incoming}.values())
    states = read_states(connection, {event.stream for event in came})
    waiting = _waiting(connection, {event.stream for event in came})
    every = silence(connection, sorted((*came, *waiting), key=_place))
    lines = _lines(every, states)
    if not waiting and _is_written_at_once(connection, every, lines):
        _write_beside(connection, every, lines)
        return Intake(_in_time(every), 0, 0, 0, 0, _erased(connection, every))
    known = _known_hashes(connection, every)
    ours, others = [], []
    seen: dict[Key, bytes] = {}
    duplicates = 0
    for event in every:
        key = (event.unit, event.event_id)
        held_hash = known.get(key, seen.get(key))
        if held_hash is None:
            seen[key] = event.hash
            ours.append(event)
        elif held_hash == event.hash:
            duplicates += 1
        else:
            others.append(event)
    quarantined = _quarantine(connection, others)
    new, held = _joined(connection, ours)
    was_waiting = {_whole_key(event) for event in waiting}
    still = [event for event in held if _whole_key(event) not in was_waiting]
    freed = [event for event in new if _whole_key(event) in was_waiting]
    _keep(connection, held_events, still)
    waits = {_whole_key(event) for event in held}
    _forget(connection, [event for event in waiting if _whole_key(event) not in waits])
    if new:
        insert_events(connection, _in_key_order(new))
        _write_beside(connection, new, _lines(new, states))
    gone = _erased(connection, new)
    return Intake(_in_time(new), duplicates, len(still), quarantined, len(freed), gone)


def _is_written_at_once(
    connection: Connection, every: Sequence[Event], lines: Sequence[_Line]
) -> bool:
    """Write events that all go on where their streams end here, and say whether that was done.

    That is most of what a hub is sent. PostgreSQL finds out itself whether one of their keys is
    there; asking first would take as long as writing them.
    """
    is_plain = every and not any(line.beside for line in lines)
    if connection.dialect.name != "postgresql" or not is_plain:
        return False
    from models.journal.postgres import copy_new

    return copy_new(connection, _in_key_order(every))


def _erased(connection: Connection, new: Sequence[Event]) -> tuple[Event, ...]:
    """Blank what new events erase of what was here before them; return that."""
    came = {event.hash for event in new}
    return tuple(one for one in settle_erasures(connection, new) if one.hash not in came)


def _in_key_order(found: Sequence[Event]) -> list[Event]:
    if len({event.unit for event in found}) == 1:
        return sorted(found, key=lambda event: event.event_id.int)
    return sorted(found, key=lambda event: (event.unit, event.event_id.int))


def _in_time(found: Iterable[Event]) -> tuple[Event, ...]:
    return tuple(sorted(found, key=lambda event: (event.hlc, event.event_id.int)))


def _place(event: Event) -> tuple[bytes, int, bytes]:
    return event.stream, event.seq, event.hash


def _whole_key(event: Event) -> tuple[str, UUID, bytes]:
    return event.unit, event.event_id, event.hash


def _waiting(connection: Connection, streams: Iterable[bytes]) -> list[Event]:
    return [
        event_of(row)
        for asked in among(connection, held_events.c.stream, sorted(streams))
        for row in connection.execute(select(held_events).where(asked))
    ]


def _known_hashes(connection: Connection, found: Iterable[Event]) -> dict[Key, bytes]:
    by_unit: dict[str, list[UUID]] = {}
    for event in found:
        by_unit.setdefault(event.unit, []).append(event.event_id)
    known: dict[Key, bytes] = {}
    for unit, ids in by_unit.items():
        ordered = sorted(ids, key=lambda one: one.int)
        for asked in among(connection, events.c.event_id, ordered):
            query = select(events.c.event_id, events.c.hash).where(events.c.unit == unit, asked)
            known |= {(unit, row.event_id): row.hash for row in connection.execute(query)}
    return known


def _joined(
    connection: Connection, candidates: Sequence[Event]
) -> tuple[list[Event], list[Event]]:
    """Return which candidates, in the order of their streams, join the journal and which wait."""
    joined: list[Event] = []
    held: list[Event] = []
    there: set[tuple[bytes, int, bytes]] = set()
    waits: set[tuple[bytes, int, bytes]] = set()
    for event in candidates:
        before = (event.stream, event.seq - 1, event.prev)
        # What follows an event that waits need not be looked up: a whole run may be held.
        is_next = event.seq == 1 or before in there
        if is_next or (before not in waits and _is_there(connection, *before)):
            there.add((event.stream, event.seq, event.hash))
            joined.append(event)
        else:
            waits.add((event.stream, event.seq, event.hash))
            held.append(event)
    return joined, held


def _is_there(connection: Connection, stream: bytes, seq: int, digest: bytes) -> bool:
    """Say whether an event is here; one set apart counts, or nothing after it would ever join."""
    return any(
        digest in connection.execute(
            select(table.c.hash).where(table.c.stream == stream, table.c.seq == seq)
        ).scalars().all()
        for table in (events, quarantined_events)
    )  # fmt: skip


def _write_beside(
    connection: Connection, new: Sequence[Event], lines: Sequence[_Line]
) -> None:
    """Write what goes with new events: their heads, their units, how far each stream goes."""
    _write_heads(connection, new)
    _write_units(connection, lines)
    save_states(connection, [after(line.state, line.more) for line in lines if line.more])
    beside = [event for line in lines for event in line.beside]
    if beside:
        rows = [
            {"stream": event.stream, "hash": event.hash, "unit": event.unit,
             "event_id": event.event_id}
            for event in beside
        ]  # fmt: skip
        connection.execute(_SIDE, rows)


def _lines(ordered: Sequence[Event], states: Mapping[bytes, StreamState]) -> list[_Line]:
    """Return which events go on the lines of their streams, and which lie beside them."""
    lines: list[_Line] = []
    for stream, of in groupby(ordered, key=attrgetter("stream")):
        state = states.get(stream) or StreamState(stream, is_local=False)
        more: list[Event] = []
        beside: list[Event] = []
        seq, last = state.events, state.last_hash
        for event in of:
            # Whoever writes a stream here goes on from its own last event, whatever comes back.
            follows = event.seq == seq + 1 and (event.prev == last or seq == 0)
            if follows and not state.is_local:
                seq, last = event.seq, event.hash
                more.append(event)
            else:
                beside.append(event)
        lines.append(_Line(state, more, beside))
    return lines


def _write_units(connection: Connection, lines: Sequence[_Line]) -> None:
    pairs = {
        (line.state.stream, unit)
        for line in lines
        for unit in {event.unit for event in (*line.more, *line.beside)}
    }
    held = {
        (row.stream, row.unit)
        for asked in among(
            connection, stream_units.c.stream, sorted({stream for stream, _ in pairs})
        )
        for row in connection.execute(select(stream_units).where(asked))
    }
    rows = [{"stream": stream, "unit": unit} for stream, unit in sorted(pairs - held)]
    if rows:
        connection.execute(insert(stream_units), rows)


def _write_heads(connection: Connection, new: Sequence[Event]) -> None:
    named = {parent for event in new for parent in event.parents}
    entities = sorted({event.entity for event in new if event.parents}, key=lambda one: one.int)
    # In the table's order: of two writers who delete the same heads one waits for the other.
    in_order = select(heads).order_by(heads.c.entity, heads.c.event_id)
    superseded = [
        {"of": row.entity, "parent": row.event_id}
        for asked in among(connection, heads.c.entity, entities)
        for row in connection.execute(in_order.where(asked))
        if row.event_id in named
    ]
    changes = [event for event in new if event.event_id.int != event.entity.int]
    followed = named | _followed(connection, changes)
    if superseded:
        connection.execute(DELETE_HEAD, superseded)
    insert_heads(connection, [event for event in changes if event.event_id not in followed])


def _followed(connection: Connection, changes: Sequence[Event]) -> set[UUID]:
    """Return what is named as parent by events that are here already of the same entities."""
    by_unit: dict[str, dict[UUID, str]] = {}
    entities_of = sorted({event.entity for event in changes}, key=lambda one: one.int)
    for asked in among(connection, heads.c.entity, entities_of):
        for row in connection.execute(select(heads).where(asked)):
            by_unit.setdefault(row.unit, {})[row.entity] = row.unit
    return {
        parent
        for entities in by_unit.values()
        for history in read_entities(connection, entities).values()
        for event in history
        for parent in event.parents
    }


def _keep(connection: Connection, table: Table, kept: Sequence[Event]) -> None:
    if kept:
        connection.execute(insert(table), [row_of(event) for event in kept])


def _forget(connection: Connection, freed: Sequence[Event]) -> None:
    for part in in_parts([_whole_key(event) for event in freed]):
        key = tuple_(held_events.c.unit, held_events.c.event_id, held_events.c.hash)
        connection.execute(delete(held_events).where(key.in_(part)))


def _quarantine(connection: Connection, others: Sequence[Event]) -> int:
    added = 0
    for event in others:
        is_there = connection.execute(
            select(quarantined_events.c.hash).where(
                quarantined_events.c.unit == event.unit,
                quarantined_events.c.event_id == event.event_id,
                quarantined_events.c.hash == event.hash,
            )
        ).first()
        if is_there is None:
            _keep(connection, quarantined_events, [event])
            added += 1
    return added
