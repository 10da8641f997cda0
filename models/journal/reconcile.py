"""Finds out what another station lacks from what it says it holds: nothing is remembered of it.

A statement is `{stream: (how many events, the XOR of their hashes)}`. Two stations that hold the
same events of a stream state the same; a stream of which one holds the beginning is completed from
there, and any other is sent whole (DESIGN §5). What is set apart counts as held, and is passed on.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection, Table, func, select

from models.ids import blake2b
from models.journal.event import NO_PREVIOUS, Event
from models.journal.log import event_of, stream_states
from models.journal.tables import events, quarantined_events, side_events, stream_units


@dataclass(frozen=True, slots=True)
class Held:
    """How many events of a stream are held, and the XOR of their hashes (32 bytes)."""

    events: int
    digest: bytes


NOTHING: Final = Held(0, NO_PREVIOUS)
Statement = Mapping[bytes, Held]


def state_streams(connection: Connection, units: Set[str] | None = None) -> dict[bytes, Held]:
    """Return what is held of each stream all of whose events are of `units`, None for all units."""
    found = {
        state.stream: Held(state.events, state.digest) for state in stream_states(connection)
    }
    for more in (_beside(connection), _apart(connection)):
        for stream, hashes in more.items():
            held = found.get(stream, NOTHING)
            found[stream] = Held(held.events + len(hashes), combined([held.digest, *hashes]))
    return found if units is None else of_units(found, units_of_streams(connection), units)


@dataclass(frozen=True, slots=True)
class JournalHead:
    """How many events a journal holds, and the digest (32 bytes) of all that it holds.

    Two journals of the same events have the same head, whoever brought them and in what order.
    """

    events: int
    digest: bytes


def journal_head(connection: Connection) -> JournalHead:
    """Return the head of a journal; what is set apart counts in its digest."""
    held = state_streams(connection)
    said = [
        stream + one.events.to_bytes(8, "big") + one.digest for stream, one in sorted(held.items())
    ]
    count = connection.execute(select(func.count()).select_from(events)).scalar_one()
    return JournalHead(count, blake2b(b"".join(said)))


def of_units(
    stated: Statement, units_of: Mapping[bytes, Set[str]], units: Set[str] | None
) -> dict[bytes, Held]:
    """Return the streams of a statement all of whose events are of `units`, None for all units."""
    # Of whose unit nothing is known is nobody's to read.
    return {
        stream: held
        for stream, held in stated.items()
        if units is None or (stream in units_of and units_of[stream] <= units)
    }


def lacking(mine: Statement, theirs: Statement | None) -> dict[bytes, Held]:
    """Return the streams of `mine` of which the other says something else, as it states them.

    `theirs` None means that it has said nothing yet.
    """
    stated = theirs or {}
    return {
        stream: stated.get(stream, NOTHING)
        for stream, held in mine.items()
        if stated.get(stream, NOTHING) != held
    }


def read_lacking(
    connection: Connection, wanted: Mapping[bytes, Held]
) -> Iterator[list[Event]]:
    """Yield, stream by stream in their order, the events that one who states `wanted` lacks."""
    beside, apart = _beside(connection), _apart(connection)
    for stream in sorted(wanted):
        if stream in beside or stream in apart:
            every = _in_order(connection, stream, set(beside.get(stream, ())))
            found = _rest(every, wanted[stream])
        else:
            found = _rest_of_line(connection, stream, wanted[stream])
        if found:
            yield found


def _rest(every: list[Event], stated: Held) -> list[Event]:
    """Return the events behind those stated, all of them where others are stated."""
    is_beginning = stated.digest == combined([event.hash for event in every[: stated.events]])
    return every[stated.events :] if is_beginning else every


def _rest_of_line(connection: Connection, stream: bytes, stated: Held) -> list[Event]:
    """Return the same of a stream that is one line: its beginning is told by its hashes alone."""
    line = events.c.stream == stream
    beginning = select(events.c.hash).where(line, events.c.seq <= stated.events)
    is_beginning = stated.digest == combined(connection.execute(beginning).scalars().all())
    start = stated.events if is_beginning else 0
    query = select(events).where(line, events.c.seq > start).order_by(events.c.seq)
    return [event_of(row) for row in connection.execute(query)]


def combined(digests: Sequence[bytes]) -> bytes:
    """Return the XOR of 32-byte digests, which does not depend on their order."""
    value = 0
    for digest in digests:
        value ^= int.from_bytes(digest, "big")
    return value.to_bytes(len(NO_PREVIOUS), "big")


def _in_order(connection: Connection, stream: bytes, beside: Set[bytes]) -> list[Event]:
    """Return a stream's events: its line, what is set apart, what lies beside the line.

    What follows what is set apart waits at the other end until that has come, in the same bundle.
    """
    found = [
        event_of(row)
        for table in (events, quarantined_events)
        for row in connection.execute(
            select(table).where(table.c.stream == stream).order_by(table.c.seq, table.c.hash)
        )
    ]
    if not beside:
        return found
    return [event for event in found if event.hash not in beside] + [
        event for event in found if event.hash in beside
    ]


def _beside(connection: Connection) -> dict[bytes, list[bytes]]:
    return _hashes(connection, side_events)


def _apart(connection: Connection) -> dict[bytes, list[bytes]]:
    return _hashes(connection, quarantined_events)


def _hashes(connection: Connection, table: Table) -> dict[bytes, list[bytes]]:
    found: dict[bytes, list[bytes]] = {}
    for row in connection.execute(select(table.c.stream, table.c.hash)):
        found.setdefault(row.stream, []).append(row.hash)
    return found


def units_of_streams(connection: Connection) -> dict[bytes, set[str]]:
    """Return of which units the events of each stream are."""
    found: dict[bytes, set[str]] = {}
    for table in (stream_units, quarantined_events):
        for row in connection.execute(select(table.c.stream, table.c.unit).distinct()):
            found.setdefault(row.stream, set()).add(row.unit)
    return found
