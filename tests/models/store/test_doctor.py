"""The examination: what is whole is called whole, and each kind of harm is found and named."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from desktop.paths import DataPaths
from desktop.session import Session, open_session
from models.clock import Clock
from models.errors import KnownError
from models.ids import uuid7
from models.sentences.catalog import say
from models.store import doctor
from models.store.doctor import Check, examine
from models.store.engine import connect
from models.store.schema import HEAD
from models.surveys.commands import open_batch, record_slip
from models.surveys.queries import list_batches
from models.surveys.records import BatchHeader, SlipContent
from tests.conftest import ADMIN, SECRET

NAMES = ["integrity", "chain", "projections", "disk", "clock", "versions"]


@pytest.fixture
def filled(session: Session) -> Session:
    """A store with one batch of thirty slips."""

    def fill(tx):
        batch = open_batch(tx, BatchHeader("06811", date(2026, 1, 5), "qn-18-2021", "1"))
        for number in range(30):
            content = SlipContent({"danh_gia_chung": "hai_long"}, note=f"ghi chú {number} " * 20)
            record_slip(tx, batch, uuid7(number), content)

    session.store.write(fill, actor=session.account)
    return session


def harm(session: Session, *statements: str) -> Session:
    """Close the store, change its file behind its back, and open it again."""
    session.store.close()
    raw = connect(session.paths.store, session.key)
    for statement in statements:
        assert raw.execute(statement).rowcount != 0, statement
    raw.close()
    return open_session(session.paths, SECRET, ADMIN)


def found(session: Session) -> dict[str, Check]:
    checks = examine(session.store)
    session.store.close()
    for check in checks:
        for language in ("vi", "en"):
            assert say(check.code, language, **check.params)
            assert say(f"doctor.name_{check.name}", language)
    return {check.name: check for check in checks}


def bad(session: Session) -> set[str]:
    return {name for name, check in found(session).items() if not check.ok}


def test_a_clean_store_is_whole(filled):
    told: list[str] = []
    assert [check.name for check in examine(filled.store, progress=told.append)] == NAMES
    assert told == NAMES
    assert bad(filled) == set()


def test_the_examination_leaves_nothing_behind(filled):
    examine(filled.store)
    assert not [child.name for child in filled.paths.folder.iterdir() if child.is_dir()]


@pytest.mark.parametrize("where", [0.35, 0.6, 0.9])
def test_a_damaged_page_is_found_and_ends_in_no_crash(filled, where):
    filled.store.close()
    content = bytearray(filled.paths.store.read_bytes())
    place = int(len(content) * where)
    content[place] ^= 0xFF
    filled.paths.store.write_bytes(content)
    checks = found(open_session(filled.paths, SECRET, ADMIN))
    assert list(checks) == NAMES
    assert not checks["integrity"].ok


def test_a_damaged_first_page_is_told_when_opening(filled):
    filled.store.close()
    content = bytearray(filled.paths.store.read_bytes())
    content[100] ^= 0xFF
    filled.paths.store.write_bytes(content)
    with pytest.raises(KnownError) as caught:
        open_session(filled.paths, SECRET, ADMIN)
    assert caught.value.code == "store.damaged"


@pytest.mark.parametrize(
    ("statement", "table"),
    [
        ("UPDATE responses SET note = 'khác' WHERE number = 3", "responses"),
        ("DELETE FROM responses WHERE number = 30", "responses"),
        ("UPDATE batches SET returned = 7", "batches"),
        ("UPDATE tallies SET counts = replace(counts, '30', '31')", "tallies"),
        ("DELETE FROM tallies WHERE span = -20260105", "tallies"),
        ("UPDATE accounts SET name = 'ai đó'", "accounts"),
        ("UPDATE questionnaires SET title = title || '!'", "questionnaires"),
        ("INSERT INTO settings VALUES ('target', '{\"value\":1}')", "settings"),
        ("INSERT INTO units VALUES ('1', 'x', 'commune', NULL, NULL)", "units"),
        ("INSERT INTO unit_splits VALUES ('06820', '06811')", "unit_splits"),
    ],
)
def test_an_altered_table_is_found_named_and_built_anew(filled, statement, table):
    harmed = harm(filled, statement)
    checks = {check.name: check for check in examine(harmed.store)}
    assert {name for name, check in checks.items() if not check.ok} == {"projections"}
    assert checks["projections"].params["tables"] == table
    harmed.store.replace_projections()
    assert bad(harmed) == set()


ODD = (
    "payload = replace(payload, 'hai_long', 'rat_hai_long')", "payload = 'no json'",
    "payload = '{}'", "payload = '[]'", "parents = x'0102'", "parents = 'sixteen letters!'",
    "actor = x'01'", "entity = x''", "entity = 'none'", "hlc = 'soon'",
    "hlc = 9223372036854775807", "unit = ''", "prev = x'00'", "hash = x'00'", "hash = 'none'",
    "stream = 'none'", "type_version = 'x'", "salt = NULL",
)  # fmt: skip


@pytest.mark.parametrize("odd", ODD)
def test_a_forged_event_is_found_however_odd_it_is(filled, odd):
    checks = found(harm(filled, f"UPDATE events SET {odd} WHERE seq = 9"))
    assert list(checks) == NAMES
    assert not checks["chain"].ok


@pytest.fixture
def cut_off(filled: Session, tmp_path: Path) -> DataPaths:
    """What a kill leaves of a store: the last slip is an event that its stream does not count."""

    def more(tx):
        (batch,) = list_batches(tx.connection)
        content = SlipContent({"danh_gia_chung": "hai_long"})
        return record_slip(tx, batch.id, uuid7(99), content)

    filled.store.write(more, actor=filled.account)
    left = tmp_path / "left"
    shutil.copytree(filled.paths.folder, left)
    filled.store.close()
    return DataPaths(left)


LAST = "(SELECT stream FROM events WHERE seq = 32)"


def open_harmed(paths: DataPaths, key: bytes, statement: str) -> Session:
    raw = connect(paths.store, key)
    assert raw.execute(statement).rowcount == 1
    raw.close()
    return open_session(paths, SECRET, ADMIN)


def told(paths: DataPaths, key: bytes, statement: str) -> set[str]:
    """Return the code that opening ends in, else the names of what the examination finds."""
    try:
        opened = open_harmed(paths, key, statement)
    except KnownError as error:
        return {error.code}
    return bad(opened)


@pytest.mark.parametrize("odd", [*ODD, "seq = 'last'", "seq = 1e99", "payload_hash = 'none'"])
def test_a_forged_last_event_is_told_when_opening_or_by_the_examination(filled, cut_off, odd):
    found = told(cut_off, filled.key, f"UPDATE events SET {odd} WHERE seq = 32")
    assert found & {"journal.unreadable", "chain"}


@pytest.mark.parametrize("odd", ["entity = x'01'", "hlc = 'soon'", "seq = 'last'"])
def test_the_place_of_a_last_event_that_cannot_be_read_is_told(filled, cut_off, odd):
    with pytest.raises(KnownError) as caught:
        open_harmed(cut_off, filled.key, f"UPDATE events SET {odd} WHERE seq = 32")
    assert caught.value.code == "journal.unreadable"
    assert caught.value.params["seq"] == 32
    for language in ("vi", "en"):
        assert caught.value.params["stream"] in say(caught.value, language)


@pytest.mark.parametrize(
    "odd", ["events = 'many'", "digest = 'x'", "digest = x''", "last_hlc = 'soon'"]
)
def test_a_stream_s_row_that_cannot_be_read_is_told(filled, cut_off, odd):
    found = told(cut_off, filled.key, f"UPDATE streams SET {odd} WHERE stream = {LAST}")
    assert found == {"journal.unreadable"}


@pytest.mark.parametrize(
    ("odd", "name"),
    [("events = 'many'", "chain"), ("digest = 'x'", "chain"), ("last_hlc = 'soon'", "clock")],
)
def test_a_stream_s_row_harmed_while_the_store_is_open_is_found(filled, odd, name):
    raw = connect(filled.paths.store, filled.key)
    place = "(SELECT stream FROM events WHERE seq = 31)"
    assert raw.execute(f"UPDATE streams SET {odd} WHERE stream = {place}").rowcount == 1
    raw.close()
    assert name in {check.name for check in examine(filled.store) if not check.ok}


def test_a_slip_without_its_event_is_found_in_both(filled):
    harmed = harm(filled, "DELETE FROM events WHERE seq = 20")
    assert bad(harmed) == {"chain", "projections"}


def test_rebuilding_from_a_journal_that_cannot_be_read_changes_nothing(filled):
    harmed = harm(filled, "UPDATE events SET payload = '{}' WHERE seq = 9")
    with pytest.raises(KnownError) as caught:
        harmed.store.replace_projections()
    assert caught.value.code == "store.journal_unreadable"
    kept = harmed.store.read(
        lambda c: c.exec_driver_sql("SELECT count(*) FROM responses").scalar()
    )
    assert kept == 30
    harmed.store.close()


def test_a_clock_set_behind_the_last_record_is_told(filled):
    filled.store.close()
    behind = Clock(lambda: Clock().now_ms() - 3_600_000)
    checks = found(open_session(filled.paths, SECRET, ADMIN, clock=behind))
    assert not checks["clock"].ok
    assert {name for name, check in checks.items() if not check.ok} == {"clock"}


def test_a_clock_a_minute_behind_is_no_matter(filled):
    filled.store.close()
    behind = Clock(lambda: Clock().now_ms() - 60_000)
    assert bad(open_session(filled.paths, SECRET, ADMIN, clock=behind)) == set()


def test_a_full_disk_is_told(filled, monkeypatch):
    usage = doctor.shutil.disk_usage(filled.paths.folder)
    monkeypatch.setattr(doctor.shutil, "disk_usage", lambda _path: usage._replace(free=100 << 20))
    checks = found(filled)
    assert not checks["disk"].ok
    assert checks["disk"].params == {"mb": 100}


def test_a_folder_that_takes_no_file_is_told_in_a_sentence(filled, monkeypatch):
    def refuse(*_arguments, **_options):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(doctor.tempfile, "mkdtemp", refuse)
    checks = found(filled)
    assert not checks["projections"].ok
    assert str(filled.paths.store.parent) in checks["projections"].params["path"]


def test_the_versions_are_told(filled):
    check = found(filled)["versions"]
    assert check.params["schema"] == HEAD
    assert check.params["sqlite"] >= "3.51.3"
