"""Proves that the journal is whole: every stream without gaps, every hash as it must be."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, select

from models.journal.event import NO_PREVIOUS, Event, digest_of, payload_digest, xor
from models.journal.log import event_of
from models.journal.tables import events, heads, streams


@dataclass(frozen=True, slots=True)
class Break:
    """Where the chain does not hold: the stream, the number in it, and what is wrong.

    `fault` is one of: gap, previous, hash, payload, count, digest, heads.
    """

    stream: str
    seq: int
    fault: str


def verify_chain(connection: Connection) -> list[Break]:
    """Return every place where the journal does not hold, none if it is whole."""
    breaks: list[Break] = []
    held = {row.stream: row for row in connection.execute(select(streams))}
    state: dict[bytes, tuple[int, bytes, bytes]] = {}
    alive: dict[bytes, bytes] = {}
    named: set[bytes] = set()
    query = select(events).order_by(events.c.stream, events.c.seq)
    rows = connection.execution_options(yield_per=2000).execute(query)
    for row in rows:
        event = event_of(row)
        count, digest, last = state.get(event.stream, (0, NO_PREVIOUS, event.prev))
        breaks += _faults(event, count, last)
        state[event.stream] = (event.seq, xor(digest, event.hash), event.hash)
        alive[event.event_id.bytes] = event.entity.bytes
        named.update(parent.bytes for parent in event.parents)
    for stream, (count, digest, last) in state.items():
        kept = held.get(stream)
        if kept is None or kept.events != count or kept.last_hash != last:
            breaks.append(Break(stream.hex(), count, "count"))
        elif kept.digest != digest:
            breaks.append(Break(stream.hex(), count, "digest"))
    breaks += [
        Break(stream.hex(), row.events, "count")
        for stream, row in held.items()
        if stream not in state
    ]
    wanted = {(entity, event_id) for event_id, entity in alive.items() if event_id not in named}
    found = {(row.entity.bytes, row.event_id.bytes) for row in connection.execute(select(heads))}
    if wanted != found:
        breaks.append(Break("", len(wanted ^ found), "heads"))
    return breaks


def _faults(event: Event, count: int, last: bytes) -> list[Break]:
    faults: list[str] = []
    if event.seq != count + 1:
        faults.append("gap")
    elif event.prev != last:
        faults.append("previous")
    if digest_of(event) != event.hash:
        faults.append("hash")
    if event.payload is not None and (
        event.salt is None or payload_digest(event.salt, event.payload) != event.payload_hash
    ):
        faults.append("payload")
    return [Break(event.stream.hex(), event.seq, fault) for fault in faults]
