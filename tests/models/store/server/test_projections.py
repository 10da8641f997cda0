"""What is recorded on PostgreSQL ends in the same tables and figures as in an encrypted file."""

from __future__ import annotations

from datetime import date
from functools import partial
from uuid import uuid4

import pytest
from sqlalchemy import insert, text, update

from desktop.session import Session
from models.households.figures_query import read_register
from models.households.progress import ward_progress
from models.journal.chain import verify_chain
from models.journal.event import Event
from models.journal.intake import take_in
from models.journal.log import stream_states
from models.journal.postgres import lock_intake
from models.journal.reconcile import state_streams
from models.journal.tables import events, streams
from models.periods import range_period
from models.store import projected
from models.store.doctor import compare_projections
from models.store.projected import note_arrived
from models.store.schema import store_state
from models.store.server_schema import arrived_streams, projected_streams
from models.store.store import Store
from models.surveys.summary_query import read_summary
from tests.models.store.server.conftest import Opener
from tests.models.store.server.facts import (
    UNIT,
    check_register,
    count,
    events_of,
    key_slips,
    settle,
    table_rows,
)

YEAR = range_period(date(2026, 1, 1), date(2026, 12, 31))


@pytest.fixture
def counter(session: Session) -> Session:
    """A file in which there is something of everything."""
    key_slips(session.store, session.account, 12)
    key_slips(session.store, session.account, 5, day=9)
    check_register(session.store, session.account, 60)
    settle(session.store, session.account)
    return session


@pytest.fixture
def server(open_store: Opener) -> Store:
    """An empty database of the same unit."""
    store = open_store()
    own_unit = insert(store_state).values(key="unit", value=UNIT)
    store.write(lambda tx: tx.connection.execute(own_unit), actor=uuid4())
    return store


def arrive(store: Store, came: list[Event]) -> None:
    """Take events in as a hub does: their journal, and nothing of their projections."""
    with store._database.connect_writer() as connection, connection.begin():
        lock_intake(connection, came)
        note_arrived(connection, take_in(connection, came).new)


def figures(store: Store) -> list[object]:
    today = date(2026, 2, 1)
    return [
        store.read(partial(read_summary, period=YEAR, questionnaire="qn-18-2021")),
        store.read(partial(read_register, period=YEAR, today=today)),
        [(ward.unit, ward.progress, ward.hamlets()) for ward in store.read(ward_progress)],
    ]


def test_what_is_recorded_there_is_what_a_replay_in_a_file_gives(server: Store, counter: Session):
    came = events_of(counter.store)
    server.write(
        lambda tx: tx.take_in([one for one in came if one.type == "questionnaire.published"]),
        actor=counter.account,
    )
    key_slips(server, counter.account, 7)
    check_register(server, counter.account, 40)
    settle(server, counter.account)
    assert compare_projections(server, server.projections) == []
    assert server.read(verify_chain) == []
    before = table_rows(server)
    server.replace_projections()
    assert {**table_rows(server)} == before


def test_what_a_stick_brings_is_there_at_once(server: Store, counter: Session):
    server.write(lambda tx: tx.take_in(events_of(counter.store)), actor=counter.account)
    assert count(server, arrived_streams) == 0
    assert table_rows(server) == table_rows(counter.store)
    assert figures(server) == figures(counter.store)
    noted, held = (
        server.read(lambda c, table=table: {row.stream: row.events for row in c.execute(
            table.select())})
        for table in (projected_streams, streams)
    )  # fmt: skip
    assert noted == held


@pytest.mark.parametrize("most", [3, 50, 2000])
def test_what_an_intake_leaves_is_caught_up(
    server: Store, counter: Session, monkeypatch: pytest.MonkeyPatch, most: int
):
    monkeypatch.setattr(projected, "_EVENTS", most)
    came = sorted(events_of(counter.store), key=lambda event: (event.stream, event.seq))
    for start in range(0, len(came), 40):
        arrive(server, came[start : start + 40])
    seen = server.data_version()
    assert server.read(lambda c: c.execute(text("SELECT count(*) FROM responses")).scalar()) == 0
    server.catch_up()
    assert table_rows(server) == table_rows(counter.store)
    assert figures(server) == figures(counter.store)
    assert compare_projections(server, server.projections) == []
    assert count(server, arrived_streams) == 0
    # The window of this very process has to hear of it too.
    assert server.data_version() != seen


class _KilledError(Exception):
    """The process ends here."""


def test_a_crash_between_two_parts_heals(
    server: Store, counter: Session, open_store: Opener, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(projected, "_EVENTS", 20)
    arrive(server, events_of(counter.store))
    whole, parts = projected.refold_all, iter((1, 2))

    def dying(*arguments: object) -> None:
        whole(*arguments)  # type: ignore[arg-type]
        if next(parts, None) is None:
            raise _KilledError

    monkeypatch.setattr(projected, "refold_all", dying)
    with pytest.raises(_KilledError):
        server.catch_up()
    monkeypatch.setattr(projected, "refold_all", whole)
    assert count(server, projected_streams) > 0
    another = open_store()
    another.catch_up()
    assert table_rows(another) == table_rows(counter.store)


def test_whoever_writes_catches_up_first(server: Store, counter: Session):
    arrive(server, events_of(counter.store))
    found = server.write(
        lambda tx: tx.connection.execute(text("SELECT count(*) FROM responses")).scalar(),
        actor=counter.account,
    )
    assert found == 17


def test_what_lies_beside_a_line_is_projected_too(server: Store, counter: Session):
    came = events_of(counter.store)
    stream = came[-1].stream
    line = [event for event in came if event.stream == stream]
    others = [event for event in came if event.stream != stream]
    arrive(server, [*others, *line[:1]])
    # The stream is one that is written here: what comes of it is no part of its line.
    server.write(
        lambda tx: tx.connection.execute(
            update(streams).where(streams.c.stream == stream).values(is_local=True)
        ),
        actor=counter.account,
    )
    for start in range(1, len(line), 30):
        arrive(server, line[start : start + 30])
        server.catch_up()
    assert table_rows(server) == table_rows(counter.store)


def test_what_was_erased_before_it_came_ends_as_in_a_replay(server: Store, counter: Session):
    came = events_of(counter.store)
    recorded = [event for event in came if event.type == "survey.response_recorded"]
    erased = {recorded[3].event_id, recorded[-1].event_id}
    arrive(server, came)
    blank = update(events).where(events.c.event_id.in_(erased)).values(payload=None, salt=None)
    with server._database.connect_writer() as connection, connection.begin():
        connection.execute(blank)
    server.catch_up()
    assert compare_projections(server, server.projections) == []
    assert count(server, projected_streams) > 0


def test_streams_state_the_same_as_in_the_file(server: Store, counter: Session):
    arrive(server, events_of(counter.store))
    assert server.read(state_streams) == counter.store.read(state_streams)
    key_slips(server, counter.account, 3)
    own = [state for state in server.read(stream_states) if state.is_local]
    rows = server.read(
        lambda c: {row.stream: row.events for row in c.execute(streams.select()) if row.is_local}
    )
    # No row lags: other processes read it.
    assert rows == {state.stream: state.events for state in own}
    assert sum(rows.values()) == 7
