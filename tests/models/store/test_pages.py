"""Which pages are faulty: those that are read from the file, not those that the log still holds."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from desktop.session import Session
from models.errors import KnownError
from models.store.damage import copy_aside, note_damage, parts_of, read_damage
from models.store.engine import open_engine, told
from models.store.look import last_events_hold, refuse_cut
from models.store.pages import page_faults
from tests.faults.hands import Clerk

PAGE = 4096


@pytest.fixture
def copied(session: Session, tmp_path: Path) -> Path:
    """A store and its log as they lie on the disk while it is written to."""
    clerk = Clerk.at(session)
    for _ in range(40):
        clerk.key()
    copy = tmp_path / "copy" / "store.db"
    copy.parent.mkdir()
    for file, target in zip(parts_of(session.paths.store)[:2], parts_of(copy), strict=False):
        shutil.copy(file, target)
    return copy


def faults(store: Path, key: bytes) -> list[str]:
    engine = open_engine(store, key)
    try:
        with told(store), engine.connect() as connection, connection.begin():
            return page_faults(connection)
    finally:
        engine.dispose()


def logged(store: Path, key: bytes) -> list[int]:
    """Return the pages of the file that the log holds anew, the first left out."""
    log = parts_of(store)[1].read_bytes()
    frames = range(32, len(log) - PAGE, PAGE + 24)
    held = {int.from_bytes(log[at : at + 4], "big") for at in frames}
    return sorted(held & set(range(2, store.stat().st_size // PAGE + 1)))


def spoil(store: Path, page: int) -> None:
    with store.open("r+b") as stream:
        stream.seek((page - 1) * PAGE + 512)
        stream.write(bytes(100))


def test_a_half_written_page_that_the_log_holds_whole_is_none(session: Session, copied: Path):
    page = logged(copied, session.key)[0]
    spoil(copied, page)
    assert faults(copied, session.key) == []


def test_nor_is_a_file_that_was_cut_within_such_a_page(session: Session, copied: Path):
    size = copied.stat().st_size
    last = size // PAGE
    with copied.open("r+b") as stream:
        # A page that only the log has yet, of which half got into the file.
        stream.seek(size)
        stream.write(bytes(512))
    log = parts_of(copied)[1].read_bytes()
    assert any(
        int.from_bytes(log[at : at + 4], "big") == last + 1
        for at in range(32, len(log) - PAGE, PAGE + 24)
    )
    assert faults(copied, session.key) == []


def test_without_its_log_it_is_one(session: Session, copied: Path):
    page = logged(copied, session.key)[0]
    spoil(copied, page)
    parts_of(copied)[1].unlink()
    assert any(str(page) in fault for fault in faults(copied, session.key))


def test_a_page_that_the_log_does_not_hold_is_one(session: Session, copied: Path):
    held = logged(copied, session.key)
    page = next(one for one in range(2, copied.stat().st_size // PAGE) if one not in held)
    spoil(copied, page)
    assert faults(copied, session.key)


def test_the_look_at_the_start_sees_changed_last_events(session: Session):
    clerk = Clerk.at(session)
    clerk.key()
    assert session.store.read(last_events_hold)
    session.store.write(
        lambda tx: tx.connection.exec_driver_sql("UPDATE events SET payload = '{}'"),
        actor=session.account,
    )
    assert not session.store.read(last_events_hold)


def test_and_a_file_that_was_cut(session: Session, tmp_path: Path):
    session.store.close()
    store, key = session.paths.store, session.key
    engine = open_engine(store, key)
    with engine.connect() as connection, connection.begin():
        refuse_cut(connection, store=store)
        connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").all()
        with store.open("r+b") as stream:
            stream.truncate(store.stat().st_size - PAGE)
        with pytest.raises(KnownError, match=r"store\.damaged"):
            refuse_cut(connection, store=store)
    engine.dispose()


def test_the_first_who_finds_damage_copies_all_files_aside(session: Session):
    Clerk.at(session).key()
    paths = session.paths
    note_damage(paths.store, paths.keyring, 1_790_000_000_000)
    note_damage(paths.store, paths.keyring, 1_790_000_999_000)
    damage = read_damage(paths.store)
    assert damage is not None
    assert (damage.found_ms, damage.aside) == (1_790_000_000_000, "damaged-20260921-211320")
    aside = paths.folder / damage.aside
    assert {file.name for file in aside.iterdir()} == {
        "store.db", "store.db-wal", "store.db-shm", "keyring.json",
    }  # fmt: skip


def test_a_disk_without_room_for_the_copy_keeps_nobody_from_stopping(
    session: Session, monkeypatch: pytest.MonkeyPatch
):
    def full(*_arguments: object, **_options: object) -> None:
        raise OSError(28, "No space left on device")

    paths = session.paths
    monkeypatch.setattr(Path, "mkdir", full)
    with pytest.raises(KnownError, match=r"repair\.not_aside"):
        copy_aside(paths.store, paths.keyring, 0)
    note_damage(paths.store, paths.keyring, 5)
    assert read_damage(paths.store) is not None
    assert read_damage(paths.store).aside == ""
    assert [file.name for file in paths.folder.iterdir() if file.is_dir()] == []
    with pytest.raises(KnownError, match=r"store\.damaged"):
        Clerk.at(session)
