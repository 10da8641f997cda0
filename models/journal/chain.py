"""Proves that the journal is whole: every stream without gaps, every hash as it must be."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, select

from models.journal.event import NO_PREVIOUS, Event, digest_of, payload_digest
from models.journal.log import LAG, UNREADABLE, StreamState, after, event_of
from models.journal.tables import events, heads, quarantined_events, side_events, streams


@dataclass(frozen=True, slots=True)
class Break:
    """Where the chain does not hold: the stream, the number in it, and what is wrong.

    `fault` is one of: gap, previous, hash, payload, unreadable, count, digest, heads.
    """

    stream: str
    seq: int
    fault: str


def verify_chain(connection: Connection) -> list[Break]:
    """Return every place where the journal does not hold, none if it is whole.

    A stream's row may lag behind its events by less than `LAG`, never be ahead of them; where it
    stands it must agree with them. A stream written here begins with a hash that is held, so the
    lost end of an earlier one shows too. The walk ends at an event that cannot be read.
    """
    try:
        return _breaks(connection)
    except UNREADABLE:
        # A row of streams or heads that holds what none can hold.
        return [Break("", 0, "unreadable")]


def _breaks(connection: Connection) -> list[Break]:
    breaks: list[Break] = []
    followed = _predecessors(connection)
    place = ("", 0)
    rows_held = {row.stream: row for row in connection.execute(select(streams))}
    states: dict[bytes, StreamState] = {}
    agreed: set[bytes] = set()
    edits: dict[bytes, bytes] = {}
    named: set[bytes] = set()
    beside = {(row.stream, row.hash) for row in connection.execute(select(side_events))}
    branched = {stream for stream, _ in beside}
    apart = select(quarantined_events)
    # What follows an event that is set apart lies beside the line.
    reached = {(row.stream, row.seq, row.hash) for row in connection.execute(apart)}
    query = select(events).order_by(events.c.stream, events.c.seq)
    try:
        for row in connection.execution_options(yield_per=2000).execute(query):
            event = event_of(row)
            if event.stream in branched:
                reached.add((event.stream, event.seq, event.hash))
            if (event.stream, event.hash) in beside:
                # It follows an event of the line, or another beside it.
                beside.discard((event.stream, event.hash))
                is_joined = (event.stream, event.seq - 1, event.prev) in reached
                breaks += _own_faults(event)
                breaks += [] if is_joined or event.seq == 1 else [_break(event, "previous")]
                if event.event_id != event.entity:
                    edits[event.event_id.bytes] = event.entity.bytes
                named.update(parent.bytes for parent in event.parents)
                followed.pop(event.hash, None)
                continue
            before = states.get(event.stream)
            breaks += _faults(event, before)
            state = states[event.stream] = after(before or StreamState(event.stream), [event])
            held = rows_held.get(event.stream)
            if held is not None and (held.events, held.digest, held.last_hash) == (
                state.events, state.digest, state.last_hash
            ):  # fmt: skip
                agreed.add(event.stream)
            if event.event_id != event.entity:
                edits[event.event_id.bytes] = event.entity.bytes
            named.update(parent.bytes for parent in event.parents)
            followed.pop(event.hash, None)
            place = (event.stream.hex(), event.seq)
    except UNREADABLE:
        return [*breaks, Break(place[0], place[1] + 1, "unreadable")]
    breaks += [Break(stream.hex(), 1, "previous") for stream in followed.values()]
    breaks += [Break(stream.hex(), 0, "gap") for stream, _ in beside]
    for stream, state in states.items():
        held = rows_held.get(stream)
        if held is None or not 0 <= state.events - held.events < LAG:
            breaks.append(Break(stream.hex(), state.events, "count"))
        elif stream not in agreed:
            breaks.append(Break(stream.hex(), held.events, "digest"))
    breaks += [
        Break(stream.hex(), row.events, "count")
        for stream, row in rows_held.items()
        if stream not in states
    ]
    wanted = {(entity, event_id) for event_id, entity in edits.items() if event_id not in named}
    found = {(row.entity.bytes, row.event_id.bytes) for row in connection.execute(select(heads))}
    if wanted != found:
        breaks.append(Break("", len(wanted ^ found), "heads"))
    return breaks


def _predecessors(connection: Connection) -> dict[bytes, bytes]:
    """Return the streams written here by the hash that each began with, the very first left out."""
    query = (
        select(events.c.stream, events.c.prev)
        .join(streams, streams.c.stream == events.c.stream)
        .where(events.c.seq == 1, streams.c.is_local, events.c.prev != NO_PREVIOUS)
    )
    return {row.prev: row.stream for row in connection.execute(query)}


def _break(event: Event, fault: str) -> Break:
    return Break(event.stream.hex(), event.seq, fault)


def _faults(event: Event, before: StreamState | None) -> list[Break]:
    # First what looks at every field: one that can be no such field is unreadable.
    own = _own_faults(event)
    place: list[Break] = []
    if event.seq != (before.events if before else 0) + 1:
        place.append(_break(event, "gap"))
    elif before is not None and event.prev != before.last_hash:
        place.append(_break(event, "previous"))
    return place + own


def _own_faults(event: Event) -> list[Break]:
    faults: list[str] = []
    if digest_of(event) != event.hash:
        faults.append("hash")
    if event.payload is None or event.salt is None:
        # A lawful erasure takes both.
        if event.payload is not None or event.salt is not None:
            faults.append("payload")
    elif payload_digest(event.salt, event.payload) != event.payload_hash:
        faults.append("payload")
    return [_break(event, fault) for fault in faults]
