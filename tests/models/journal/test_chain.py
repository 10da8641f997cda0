"""Any change to what was recorded is found; a lawful erasure is none."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from desktop.session import Session, open_session
from models.ids import uuid7
from models.journal.chain import verify_chain
from models.journal.event import NewEvent
from models.journal.log import read_all
from models.store.engine import connect
from models.surveys.commands import close_batch, correct_slip, open_batch, record_slip, void_slip
from models.surveys.records import BatchHeader, SlipContent
from tests.conftest import ADMIN, SECRET

# The eighth event voids a slip: it has a parent.
EDIT = 8


@pytest.fixture
def raw(session: Session) -> Iterator[object]:
    """The file of a store with a batch, five slips, a correction, a voiding and a closing."""

    def fill(tx):
        batch = open_batch(tx, BatchHeader("06811", date(2026, 1, 5), "qn-18-2021", "1"))
        slips = [uuid7(number) for number in range(5)]
        for slip in slips:
            record_slip(tx, batch, slip, SlipContent({"danh_gia_chung": "hai_long"}))
        correct_slip(tx, slips[0], SlipContent({"danh_gia_chung": "rat_hai_long"}))
        void_slip(tx, slips[1], reason="nhầm")
        close_batch(tx, batch, returned=4)

    session.store.write(fill, actor=session.account)
    session.store.close()
    connection = connect(session.paths.store, session.key)
    yield connection
    connection.close()


def faults(session: Session) -> list[str]:
    opened = open_session(session.paths, SECRET, ADMIN)
    found = [fault.fault for fault in opened.store.read(verify_chain)]
    opened.store.close()
    return found


def stream_of(raw) -> bytes:
    # The one that holds the edits; the other holds the store's first facts.
    return raw.execute("SELECT stream FROM streams ORDER BY events DESC").fetchone()[0]


def change(raw, column: str, value: object, seq: int = EDIT) -> None:
    done = raw.execute(
        f"UPDATE events SET {column} = ? WHERE stream = ? AND seq = ?",
        (value, stream_of(raw), seq),
    )
    assert done.rowcount == 1


def test_what_was_written_here_is_whole(session, raw):
    assert faults(session) == []


@pytest.mark.parametrize(
    ("column", "value", "fault"),
    [
        ("unit", "06820", "hash"),
        ("event_id", bytes(16), "hash"),
        ("stream", b"x" * 16, "gap"),
        ("seq", 99, "gap"),
        ("hlc", 1, "hash"),
        ("type", "survey.other", "hash"),
        ("type_version", 2, "hash"),
        ("actor", bytes(16), "hash"),
        ("entity", bytes(16), "hash"),
        ("parents", bytes(48), "hash"),
        ("parents", b"\1\2\3", "unreadable"),
        ("salt", bytes(16), "payload"),
        ("salt", None, "payload"),
        ("payload", '{"set":{}}', "payload"),
        ("payload", "", "payload"),
        ("payload", None, "payload"),
        ("payload_hash", bytes(32), "hash"),
        ("prev", bytes(32), "previous"),
        ("hash", bytes(32), "hash"),
        ("hash", b"\xff" * 99, "unreadable"),
    ],
)
@pytest.mark.parametrize("seq", [1, EDIT, 9])
def test_any_altered_column_of_an_event_is_found(session, raw, column, value, fault, seq):
    change(raw, column, value, seq)
    found = faults(session)
    assert found
    if seq == EDIT:
        assert fault in found


def test_every_column_is_among_those_that_were_altered(raw):
    columns = {row[1] for row in raw.execute("PRAGMA table_info(events)")}
    marks = test_any_altered_column_of_an_event_is_found.pytestmark
    altered = {values[0] for mark in marks if "column" in mark.args[0] for values in mark.args[1]}
    assert columns == altered


def test_a_lawful_erasure_keeps_the_chain_and_the_count(session, raw):
    raw.execute("UPDATE events SET salt = NULL, payload = NULL WHERE seq = 3")
    assert faults(session) == []
    opened = open_session(session.paths, SECRET, ADMIN)
    erased = [
        event
        for chunk in opened.store.read(lambda c: list(read_all(c)))
        for event in chunk
        if event.payload is None
    ]
    assert erased
    assert all(event.content == {} for event in erased)
    opened.store.close()


@pytest.mark.parametrize("seq", [1, 4, EDIT])
def test_a_removed_event_leaves_a_gap(session, raw, seq):
    raw.execute("DELETE FROM events WHERE stream = ? AND seq = ?", (stream_of(raw), seq))
    assert "gap" in faults(session)


@pytest.mark.parametrize("seq", [9, 5, 2])
def test_a_removed_tail_is_found(session, raw, seq):
    raw.execute("DELETE FROM events WHERE stream = ? AND seq >= ?", (stream_of(raw), seq))
    assert "count" in faults(session)


def test_a_tail_removed_with_its_count_is_found_by_the_stream_that_follows(session, raw):
    opened = open_session(session.paths, SECRET, ADMIN)
    opened.store.write(
        lambda tx: tx.append(NewEvent("later.fact", "06811", uuid7(99), {}, parents=())),
        actor=session.account,
    )
    opened.store.close()
    stream = raw.execute("SELECT stream FROM streams ORDER BY events DESC").fetchone()[0]
    raw.execute("DELETE FROM events WHERE stream = ?", (stream,))
    raw.execute("DELETE FROM streams WHERE stream = ?", (stream,))
    raw.execute("DELETE FROM heads")
    assert "previous" in faults(session)


def test_two_events_that_changed_places_are_found(session, raw):
    stream = stream_of(raw)
    raw.execute("UPDATE events SET seq = 100 WHERE stream = ? AND seq = 3", (stream,))
    raw.execute("UPDATE events SET seq = 3 WHERE stream = ? AND seq = 4", (stream,))
    raw.execute("UPDATE events SET seq = 4 WHERE stream = ? AND seq = 100", (stream,))
    assert faults(session)


def test_an_event_slipped_in_is_found(session, raw):
    raw.execute(
        "INSERT INTO events SELECT unit, x'00112233445566778899aabbccddeeff', stream, seq + 1, hlc,"
        " type, type_version, actor, entity, parents, salt, payload, payload_hash, prev, hash"
        " FROM events WHERE stream = ? AND seq = (SELECT max(events) FROM streams)",
        (stream_of(raw),),
    )
    assert faults(session)


@pytest.mark.parametrize(
    ("column", "value"),
    [("events", 3), ("events", 500), ("digest", bytes(32)), ("last_hash", bytes(32))],
)
def test_an_altered_stream_row_is_found(session, raw, column, value):
    raw.execute(f"UPDATE streams SET {column} = ? WHERE stream = ?", (value, stream_of(raw)))
    assert faults(session)


def test_a_stream_without_events_or_without_a_row_is_found(session, raw):
    raw.execute("INSERT INTO streams VALUES (x'aa', 1, 3, x'00', x'00', 1)")
    raw.execute("DELETE FROM streams WHERE stream = ?", (stream_of(raw),))
    assert faults(session).count("count") == 2


@pytest.mark.parametrize(
    "statement",
    ["DELETE FROM heads", "UPDATE heads SET event_id = x'00112233445566778899aabbccddeeff'"],
)
def test_altered_heads_are_found(session, raw, statement):
    raw.execute(statement)
    assert faults(session) == ["heads"]
