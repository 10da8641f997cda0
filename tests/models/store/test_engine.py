"""The encrypted file: settings in force, nothing readable on the disk, writers that wait."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import text

from desktop.session import Session
from models.errors import KnownError
from models.sentences.catalog import say
from models.settings.commands import change_settings
from models.store.engine import READ_ONLY, check_sqlite_version, connect, known, open_engine

KEY = bytes(range(32))
NAME = "Nguyễn Thị Bí Mật Riêng"


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("synchronous", 2), ("journal_mode", "wal"), ("foreign_keys", 1), ("trusted_schema", 0),
        ("temp_store", 2),
    ],
)  # fmt: skip
def test_every_connection_has_the_settings(tmp_path: Path, pragma, value):
    engine = open_engine(tmp_path / "s.db", KEY)
    readers = engine.execution_options(**{READ_ONLY: True})
    with readers.connect() as one, readers.connect() as two:
        for connection in (one, two):
            assert connection.exec_driver_sql(f"PRAGMA {pragma}").scalar() == value
    engine.dispose()


def test_an_open_store_has_the_settings_where_it_writes(session: Session):
    def read(tx):
        return [
            tx.connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("synchronous", "journal_mode", "foreign_keys", "trusted_schema")
        ]

    assert session.store.write(read, actor=session.account) == [2, "wal", 1, 0]


def test_nothing_typed_can_be_read_from_the_files(session: Session):
    session.store.write(
        lambda tx: change_settings(tx, unit=session.unit, values={"signer_name": NAME}),
        actor=session.account,
    )
    files = [child for child in session.paths.folder.iterdir() if child.is_file()]
    assert "store.db-wal" in {child.name for child in files}
    for child in files:
        content = child.read_bytes()
        for form in (NAME.encode(), NAME.encode("utf-16-le"), b"SQLite format 3", b"setting."):
            assert form not in content, child.name
    assert session.key not in session.paths.store.read_bytes()


def test_a_wrong_key_gives_a_sentence_and_leaves_the_file(session: Session):
    session.store.close()
    before = session.paths.store.read_bytes()
    with pytest.raises(KnownError) as caught:
        connect(session.paths.store, KEY)
    assert caught.value.code == "store.damaged"
    assert str(session.paths.store) in say(caught.value, "en")
    assert session.paths.store.read_bytes() == before


def test_a_file_in_a_folder_that_is_not_there_gives_a_sentence(tmp_path: Path):
    with pytest.raises(KnownError) as caught:
        connect(tmp_path / "none" / "s.db", KEY)
    assert caught.value.code == "store.disk"


@pytest.mark.parametrize("version", [(3, 51, 2), (3, 50, 4), (3, 7, 99), (2, 99, 99)])
def test_a_library_that_can_damage_a_store_is_refused(version):
    with pytest.raises(KnownError) as caught:
        check_sqlite_version(version)
    assert caught.value.code == "store.old_sqlite"
    assert ".".join(map(str, version)) in say(caught.value)


@pytest.mark.parametrize("version", [(3, 51, 3), (3, 52, 0), (3, 53, 1), (4, 0, 0)])
def test_a_mended_library_is_taken(version):
    check_sqlite_version(version)


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("database is locked", "store.busy"), ("database table is locked", "store.busy"),
        ("database or disk is full", "store.disk_full"),
        ("file is not a database", "store.damaged"),
        ("database disk image is malformed", "store.damaged"),
        ("attempt to write a readonly database", "store.read_only"),
        ("disk I/O error", "store.disk"), ("unable to open database file", "store.disk"),
    ],
)  # fmt: skip
def test_what_the_library_says_becomes_a_sentence(said, code):
    assert known(RuntimeError(said), Path("s.db")).code == code


def test_a_reader_never_waits_for_a_writer(session: Session):
    def read_meanwhile(tx):
        tx.connection.execute(text("DELETE FROM units"))
        return session.store.read(lambda c: c.execute(text("SELECT count(*) FROM events")).scalar())

    assert session.store.write(read_meanwhile, actor=session.account) > 0


_WRITER = """
import sys
from pathlib import Path
from sqlalchemy import text
from models.store.engine import open_engine
engine = open_engine(Path(sys.argv[1]), bytes(range(32)))
sys.stdin.readline()
for _ in range(200):
    with engine.connect() as connection, connection.begin():
        n = connection.execute(text("SELECT n FROM counter")).scalar_one()
        connection.execute(text("UPDATE counter SET n = :n"), {"n": n + 1})
engine.dispose()
"""


def test_two_processes_writing_200_transactions_each_lose_none(tmp_path: Path):
    path = tmp_path / "s.db"
    engine = open_engine(path, KEY)
    with engine.connect() as connection, connection.begin():
        connection.execute(text("CREATE TABLE counter (n INTEGER)"))
        connection.execute(text("INSERT INTO counter VALUES (0)"))
    writers = [
        subprocess.Popen(
            [sys.executable, "-c", _WRITER, str(path)], stdin=subprocess.PIPE,
            stderr=subprocess.PIPE, text=True,
        )
        for _ in range(2)
    ]  # fmt: skip
    for writer in writers:
        assert writer.stdin is not None
        writer.stdin.write("go\n")
        writer.stdin.flush()
    assert [writer.communicate(timeout=60)[1] for writer in writers] == ["", ""]
    with engine.connect() as connection:
        assert connection.execute(text("SELECT n FROM counter")).scalar() == 400
    engine.dispose()


def test_a_database_that_stays_locked_is_told_after_a_wait(tmp_path: Path, monkeypatch):
    monkeypatch.setattr("models.store.engine.BUSY_MS", 50)
    path = tmp_path / "s.db"
    one, two = connect(path, KEY), connect(path, KEY)
    one.execute("BEGIN IMMEDIATE")
    with pytest.raises(Exception, match="locked") as caught:
        two.execute("BEGIN IMMEDIATE")
    assert known(caught.value, path).code == "store.busy"
    one.close()
    two.close()


def test_what_a_failed_command_wrote_is_gone(session: Session):
    before = session.store.read(lambda c: c.execute(text("SELECT count(*) FROM settings")).scalar())

    def fail(tx):
        change_settings(tx, unit=session.unit, values={"signer_name": NAME})
        raise RuntimeError("after all")

    with pytest.raises(RuntimeError, match="after all"):
        session.store.write(fail, actor=session.account)
    after = session.store.read(lambda c: c.execute(text("SELECT count(*) FROM settings")).scalar())
    assert after == before


def test_listeners_hear_of_commits_alone(session: Session):
    heard = []
    session.store.on_change(heard.append)

    def fail(tx):
        change_settings(tx, unit=session.unit, values={"place": "Uông Bí"})
        raise RuntimeError

    with pytest.raises(RuntimeError):
        session.store.write(fail, actor=session.account)
    session.store.write(lambda tx: None, actor=session.account)
    assert not heard
    session.store.write(
        lambda tx: change_settings(tx, unit=session.unit, values={"place": "Uông Bí"}),
        actor=session.account,
    )
    assert [sorted(changes.event_types) for changes in heard] == [["setting.changed"]]
    assert heard[0].touches("setting.")
    assert not heard[0].touches("survey.")


def test_our_own_commit_leaves_the_data_version(session: Session):
    first = session.store.data_version()
    assert first is not None
    session.store.write(
        lambda tx: change_settings(tx, unit=session.unit, values={"place": "Uông Bí"}),
        actor=session.account,
    )
    assert session.store.data_version() == first


def test_the_data_version_is_not_waited_for_while_we_write(session: Session):
    asked: list[int | None] = []
    session.store.write(lambda tx: asked.append(session.store.data_version()), actor=uuid4())
    assert asked == [None]


def test_another_program_s_commit_changes_the_data_version(session: Session):
    first = session.store.data_version()
    assert session.store.data_version() == first
    other = connect(session.paths.store, session.key)
    other.execute("INSERT INTO store_state VALUES ('elsewhere', '1')")
    other.close()
    assert session.store.data_version() != first
