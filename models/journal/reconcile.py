"""Finds out what another station lacks from what it says it holds: nothing is remembered of it.

A statement is `{stream: (how many events, the XOR of their hashes)}`. Two stations that hold the
same events of a stream state the same; a stream of which one holds the beginning is completed from
there, and any other is sent whole (DESIGN §5).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection, select

from models.journal.event import NO_PREVIOUS, Event
from models.journal.log import event_of, stream_states
from models.journal.tables import events, side_events, stream_units


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
    for stream, beside in _beside(connection).items():
        held = found.get(stream, NOTHING)
        digests = [held.digest, *beside]
        found[stream] = Held(held.events + len(beside), combined(digests))
    if units is None:
        return found
    of = _units_of_streams(connection)
    return {stream: held for stream, held in found.items() if of.get(stream, set()) <= units}


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
    beside = {stream: set(digests) for stream, digests in _beside(connection).items()}
    for stream in sorted(wanted):
        found = _in_order(connection, stream, beside.get(stream, set()))
        stated = wanted[stream]
        head = found[: stated.events]
        if combined([event.hash for event in head]) == stated.digest:
            found = found[stated.events :]
        if found:
            yield found


def combined(digests: Sequence[bytes]) -> bytes:
    """Return the XOR of 32-byte digests, which does not depend on their order."""
    value = 0
    for digest in digests:
        value ^= int.from_bytes(digest, "big")
    return value.to_bytes(len(NO_PREVIOUS), "big")


def _in_order(connection: Connection, stream: bytes, beside: Set[bytes]) -> list[Event]:
    """Return a stream's events: its line first, then what lies beside it."""
    query = select(events).where(events.c.stream == stream).order_by(events.c.seq, events.c.hash)
    found = [event_of(row) for row in connection.execute(query)]
    if not beside:
        return found
    return [event for event in found if event.hash not in beside] + [
        event for event in found if event.hash in beside
    ]


def _beside(connection: Connection) -> dict[bytes, list[bytes]]:
    found: dict[bytes, list[bytes]] = {}
    for row in connection.execute(select(side_events.c.stream, side_events.c.hash)):
        found.setdefault(row.stream, []).append(row.hash)
    return found


def _units_of_streams(connection: Connection) -> dict[bytes, set[str]]:
    found: dict[bytes, set[str]] = {}
    for row in connection.execute(select(stream_units)):
        found.setdefault(row.stream, set()).add(row.unit)
    return found
