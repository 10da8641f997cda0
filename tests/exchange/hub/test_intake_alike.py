"""The intake leaves the same tables on PostgreSQL as on SQLite, whatever comes in which order."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, select

from exports.hub.database import HubDatabase
from models.ids import uuid7
from models.journal import tables
from models.journal.event import NO_PREVIOUS, Event, digest_of, payload_digest
from models.journal.intake import Intake, take_in
from models.journal.log import StreamState, after, insert_events, save_state
from models.journal.postgres import lock_intake
from models.store.schema import metadata
from tests.exchange.stations import Memory

TABLES: Final = (
    tables.events, tables.heads, tables.streams, tables.stream_units, tables.side_events,
    tables.held_events, tables.quarantined_events,
)  # fmt: skip
UNITS: Final = ("06811", "06820")
STREAMS: Final = 3
EXAMPLES: Final = 5000 if os.environ.get("MOTCUA_SOAK") else 150
# What of a drawn step makes an event the next one, a fork, another one's double, or blanked.
NEXT, FORK, DOUBLE, BLANK = range(4)
STEPS: Final = st.lists(
    st.tuples(
        st.sampled_from([NEXT, NEXT, NEXT, FORK, DOUBLE, DOUBLE, BLANK]),
        st.integers(0, STREAMS - 1), st.integers(0, 30), st.integers(0, 30), st.booleans(),
    ),
    min_size=3, max_size=14,
)  # fmt: skip
# From which event on so many of them come, one after the other or from the last to the first.
DELIVERY: Final = st.tuples(st.integers(0, 14), st.integers(1, 14), st.booleans())


def signed(event: Event) -> Event:
    """The event with the hashes that go with it."""
    assert event.salt is not None
    assert event.payload is not None
    hashed = replace(event, payload_hash=payload_digest(event.salt, event.payload))
    return replace(hashed, hash=digest_of(hashed))


def made_of(steps: Sequence[tuple[int, int, int, int, bool]]) -> list[Event]:
    """What several stations may have recorded; some of it twice, beside the line, or blanked."""
    made: list[Event] = []
    for number, (kind, at, which, other, is_new) in enumerate(steps, 1):
        stream = (at + 1).to_bytes(16, "big")
        of = [event for event in made if event.stream == stream]
        if kind == BLANK and made:
            found = made[which % len(made)]
            made.append(replace(found, salt=None, payload=None))
            continue
        if kind == DOUBLE and any(event.salt for event in made):
            whole = [event for event in made if event.salt]
            found = whole[which % len(whole)]
            if is_new:
                made.append(signed(replace(found, payload=f'{{"n":{number}}}')))
            else:
                # Under a known id, but where its stream goes on.
                made.append(following(found, stream, last(of)))
            continue
        before = of[which % len(of)] if of and kind == FORK else last(of)
        made.append(event_of(number, stream, before, made, other, is_new))
    return made


def last(of: Sequence[Event]) -> Event | None:
    """The event that a stream's line ends with."""
    return max(of, key=lambda one: one.seq, default=None)


def following(event: Event, stream: bytes, before: Event | None) -> Event:
    """The event as it would be behind `before`."""
    seq, prev = (before.seq + 1, before.hash) if before else (1, NO_PREVIOUS)
    return signed(replace(event, stream=stream, seq=seq, prev=prev))


def event_of(
    number: int, stream: bytes, before: Event | None, made: Sequence[Event], other: int,
    is_new: bool,
) -> Event:  # fmt: skip
    """An event behind `before`: of something new, or of what another one is of."""
    unit = UNITS[stream[-1] % 2]
    event_id = uuid7(number, bytes(10))
    known = [event for event in made if event.unit == unit]
    parents: tuple[UUID, ...] = ()
    entity = event_id
    if known and not is_new:
        named = known[other % len(known)]
        entity, parents = named.entity, (named.event_id,)
    event = Event(
        unit, event_id, stream, 1, number << 16, "future.fact", 1, UUID(int=1), entity, parents,
        bytes(16), "{}", b"", NO_PREVIOUS, b"",
    )  # fmt: skip
    return following(event, stream, before)


def beginning(made: Sequence[Event]) -> list[Event]:
    """What one process wrote of the first stream: its line without any double."""
    line: list[Event] = []
    for event in made:
        follows = event.seq == len(line) + 1 and event.prev == (
            line[-1].hash if line else NO_PREVIOUS
        )
        is_own = event.stream[-1] == 1 and event.salt is not None
        if is_own and follows and event.event_id not in {one.event_id for one in line}:
            line.append(event)
    return line


def written(connection: Connection) -> dict[str, list[tuple[Any, ...]]]:
    """All rows of the journal's tables."""
    return {
        table.name: sorted(map(tuple, connection.execute(select(table))), key=repr)
        for table in TABLES
    }


def begin(connection: Connection, own: Sequence[Event]) -> None:
    """Have the first events of a stream be written here."""
    for table in TABLES:
        connection.execute(table.delete())
    if own:
        insert_events(connection, own)
        save_state(connection, after(StreamState(own[0].stream), own))


@pytest.fixture(scope="module")
def memory() -> Memory:
    """The same tables on SQLite."""
    made = Memory()
    with made.engine.connect() as connection, connection.begin():
        metadata.create_all(connection, tables=list(TABLES))
    return made


@given(
    steps=STEPS, own=st.integers(0, 2),
    order=st.lists(DELIVERY, min_size=1, max_size=6),
)  # fmt: skip
@settings(
    max_examples=EXAMPLES, deadline=None, database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)  # fmt: skip
def test_both_databases_end_in_the_same_tables(
    database: HubDatabase, memory: Memory, steps: list[tuple[int, int, int, int, bool]], own: int,
    order: list[tuple[int, int, bool]],
) -> None:  # fmt: skip
    made = made_of(steps)
    local = beginning(made)[:own]
    with (
        database._engine.connect() as server, memory.engine.connect() as file,
        server.begin() as one, file.begin() as other,
    ):  # fmt: skip
        begin(server, local)
        begin(file, local)
        for start, number, is_reversed in order:
            came = made[start % len(made) :][:number]
            if is_reversed:
                came.reverse()
            lock_intake(server, came)
            assert said(take_in(server, came)) == said(take_in(file, came))
            assert written(server) == written(file)
        one.rollback()
        other.rollback()


def said(intake: Intake) -> tuple[Any, ...]:
    return intake.new, intake.duplicates, intake.held, intake.quarantined, intake.freed
