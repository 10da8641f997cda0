"""A backup is proven before it is one, and what is restored is what was backed up."""

from __future__ import annotations

import hashlib
import random
import shutil
import threading
import zipfile
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest

from desktop.backups import back_up, backup_name, restore
from desktop.paths import DataPaths
from desktop.session import Session, create_store, open_session
from models.errors import CodedError, KnownError, UserError
from models.ids import uuid7
from models.journal.reconcile import journal_head
from models.sentences.catalog import say
from models.store import backup as backups
from models.store import backup_file
from models.store.backup import Backup
from models.store.backup_file import Manifest, write_backup_file
from models.store.doctor import examine
from models.store.engine import connect, open_engine
from models.store.keys import load_keyring, unlock
from models.store.migrate import migrate
from models.surveys.commands import open_batch, record_slip
from models.surveys.records import BatchHeader, SlipContent
from tests.conftest import ADMIN, SECRET, UNIT
from tests.golden import make_store

GOLDEN = Path(make_store.__file__).parent
CHANGES = 200


def keys_slips(session: Session, count: int = 20) -> None:
    def facts(tx):
        batch = open_batch(tx, BatchHeader(UNIT, date(2026, 1, 5), "qn-18-2021", "2021.1"))
        for _ in range(count):
            content = SlipContent({"danh_gia_chung": "hai_long"}, note="Nguyễn Thị Bí Mật")
            record_slip(tx, batch, uuid7(session.store.clock.now_ms()), content)

    session.store.write(facts, actor=session.account)


def refusal(act: Callable[[], object]) -> str:
    with pytest.raises(CodedError) as caught:
        act()
    assert say(caught.value, "vi") != say(caught.value, "en")
    return caught.value.code


def head_of(paths: DataPaths, password: str = SECRET, name: str = ADMIN) -> str:
    session = open_session(paths, password, name)
    try:
        assert [check.name for check in examine(session.store) if not check.ok] == []
        return session.store.read(journal_head).digest.hex()
    finally:
        session.store.close()


@pytest.fixture
def target(tmp_path: Path) -> DataPaths:
    """A folder without a store."""
    return DataPaths(tmp_path / "restored")


@pytest.fixture
def backup(session: Session, tmp_path: Path) -> Backup:
    """A backup of a store with some slips."""
    keys_slips(session)
    return back_up(session, tmp_path / "store.motcua-backup")


def test_what_is_restored_is_what_was_backed_up(session, backup, target):
    expected = session.store.read(journal_head)
    keys_slips(session)
    restored = restore(target, backup.file, password=SECRET, account=ADMIN)
    assert (restored.manifest, restored.sha256) == (backup.manifest, backup.sha256)
    assert restored.sha256 == hashlib.sha256(backup.file.read_bytes()).hexdigest()
    assert (backup.manifest.events, backup.manifest.head) == (
        expected.events, expected.digest.hex(),
    )  # fmt: skip
    names = {"store.db", "keyring.json", "untold.json"}
    assert {file.name for file in target.folder.iterdir()} == names
    assert head_of(target) == backup.manifest.head
    left = {file.name for file in session.paths.folder.iterdir()}
    assert not {name for name in left if name.startswith(".")}


def test_the_recovery_key_opens_it_on_another_machine(tmp_path, target):
    made = DataPaths(tmp_path / "made")
    recovery_key = create_store(made, unit_code=UNIT, admin=ADMIN, password=SECRET).recovery_key
    session = open_session(made, SECRET, ADMIN)
    file = back_up(session, tmp_path).file
    session.store.close()
    shutil.rmtree(made.folder)
    assert refusal(lambda: restore(target, file, recovery_key=recovery_key[:-1] + "?")) == (
        "accounts.recovery_key_mistyped"
    )
    restore(target, file, recovery_key=recovery_key)
    head_of(target)


def test_a_wrong_password_restores_nothing(backup, target):
    assert refusal(lambda: restore(target, backup.file, password="falsch-falsch")) == (
        "accounts.wrong_password"
    )
    assert list(target.folder.iterdir()) == []


def test_a_folder_gives_it_a_name_that_says_nothing_of_anybody(session, tmp_path):
    made = back_up(session, tmp_path)
    assert made.file.parent == tmp_path
    assert made.file.name == backup_name(UNIT, made.manifest.made_ms)
    assert backup_name("X/1 Đông", 0) == "motcua-x-1-dong-19700101-070000.motcua-backup"


def test_it_holds_nobody_s_name(backup):
    content = backup.file.read_bytes()
    for name in ("Bí Mật", "hai_long"):
        assert name.encode() not in content


def test_a_store_in_use_is_backed_up_as_it_was_at_one_moment(session, tmp_path, target):
    keys_slips(session)
    stop = threading.Event()
    heads = set()

    def key_on():
        while not stop.is_set():
            keys_slips(session, 1)
            heads.add(session.store.read(journal_head).digest.hex())

    clerk = threading.Thread(target=key_on)
    heads.add(session.store.read(journal_head).digest.hex())
    clerk.start()
    try:
        made = [back_up(session, tmp_path / f"{number}.backup") for number in range(3)]
    finally:
        stop.set()
        clerk.join()
    assert {one.manifest.head for one in made} <= heads
    restore(target, made[-1].file, password=SECRET)
    assert head_of(target) == made[-1].manifest.head


@pytest.mark.parametrize("golden", sorted(GOLDEN.glob("store-*")), ids=lambda path: path.name)
def test_a_backup_of_an_older_program_is_restored(golden, tmp_path, target):
    source = tmp_path / "golden"
    shutil.copytree(golden, source)
    schema = golden.name.removeprefix("store-")
    ring = load_keyring(source / "keyring.json")
    password = make_store.password_of(golden)
    key = unlock(ring, make_store.ADMIN, password)[1]
    engine = open_engine(source / "store.db", key)
    migrate(engine)
    with engine.connect() as connection:
        head = journal_head(connection)
    engine.dispose()
    store = golden / "store.db"
    manifest = Manifest(
        "0", UNIT, schema, 0, head.events, head.digest.hex(), store.stat().st_size,
        backup_file.file_digest(store),
    )  # fmt: skip
    file = tmp_path / "old.motcua-backup"
    write_backup_file(
        file, manifest, (golden / "keyring.json").read_bytes(), store, lambda _done: None
    )
    restore(target, file, password=password, account=make_store.ADMIN)
    head_of(target, password, make_store.ADMIN)


def test_a_damaged_store_is_not_backed_up_over_a_good_backup(session, backup):
    before = backup.file.read_bytes()
    session.store.close()
    content = bytearray(session.paths.store.read_bytes())
    content[int(len(content) * 0.9)] ^= 1
    session.paths.store.write_bytes(content)
    assert refusal(lambda: back_up(session, backup.file)) in {
        "backup.store_damaged", "store.damaged",
    }  # fmt: skip
    assert backup.file.read_bytes() == before
    assert not (session.paths.folder / ".backup").exists()


def test_a_changed_journal_is_not_backed_up(session, backup):
    raw = connect(session.paths.store, session.key)
    raw.execute("UPDATE events SET payload = replace(payload, 'hai_long', 'rat_hai_long')")
    raw.close()
    assert refusal(lambda: back_up(session, backup.file)) == "backup.store_damaged"


def test_any_change_of_the_file_is_noticed_or_changes_nothing(backup, target, tmp_path):
    draw = random.Random(7)
    whole = backup.file.read_bytes()
    refused = 0
    for _ in range(CHANGES):
        changed = bytearray(whole)
        if draw.random() < 0.7:
            changed[draw.randrange(len(changed))] ^= 1 << draw.randrange(8)
        else:
            del changed[draw.randrange(len(changed)) :]
        file = tmp_path / "changed"
        file.write_bytes(changed)
        with suppress(UserError, KnownError):
            restore(target, file, password=SECRET)
        if target.store.exists():
            # A date in the archive's index: what is in it is what it was.
            assert head_of(target) == backup.manifest.head
            shutil.rmtree(target.folder)
        else:
            refused += 1
            assert not target.keyring.exists()
    assert refused > CHANGES * 0.9


@pytest.mark.parametrize("name", ["manifest.json", "keyring.json", "store.db"])
def test_an_archive_that_swells_is_refused(backup, target, tmp_path, name):
    file = tmp_path / "bomb"
    with zipfile.ZipFile(backup.file) as old, zipfile.ZipFile(file, "w") as new:
        for entry in old.namelist():
            kind = zipfile.ZIP_DEFLATED if entry == name else zipfile.ZIP_STORED
            content = bytes(64 * 2**20) if entry == name else old.read(entry)
            new.writestr(entry, content, kind)
    assert refusal(lambda: restore(target, file, password=SECRET)) == "backup.not_one"
    assert not target.store.exists()


@pytest.mark.parametrize("content", [b"", b"PK\x05\x06" + bytes(18), "phiếu".encode() * 99])
def test_another_file_is_no_backup(target, tmp_path, content):
    file = tmp_path / "other"
    file.write_bytes(content)
    assert refusal(lambda: restore(target, file, password=SECRET)) == "backup.not_one"
    assert refusal(lambda: restore(target, tmp_path / "none", password=SECRET)) == "backup.missing"


def test_there_must_be_room_for_it(session, tmp_path, monkeypatch):
    usage = shutil.disk_usage(tmp_path)
    monkeypatch.setattr(backups.shutil, "disk_usage", lambda _folder: usage._replace(free=1000))
    assert refusal(lambda: back_up(session, tmp_path / "full")) == "backup.no_room"
    assert not (tmp_path / "full").exists()


def test_a_disk_that_refuses_leaves_nothing(session, tmp_path, monkeypatch):
    def refuse(*_arguments):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(backup_file, "_fill", refuse)
    assert refusal(lambda: back_up(session, tmp_path / "full")) == "backup.not_written"
    assert not list(tmp_path.glob("full*"))
    assert refusal(lambda: back_up(session, tmp_path / "none" / "x")) == "backup.no_folder"


def test_a_disk_that_lies_is_found_out(session, tmp_path, monkeypatch):
    real = backup_file._fill

    def swallow(stream, *arguments):
        real(stream, *arguments)
        stream.seek(stream.tell() // 2)
        stream.write(b"\0\1\2\3")

    monkeypatch.setattr(backup_file, "_fill", swallow)
    assert refusal(lambda: back_up(session, tmp_path / "bad")) == "backup.not_read_back"
    assert not list(tmp_path.glob("bad*"))


def test_it_can_be_stopped_and_leaves_nothing(session, tmp_path):
    class StoppedError(Exception):
        pass

    steps = []

    def stop(done, total):
        steps.append(done / total)
        if done > total / 2:
            raise StoppedError

    with pytest.raises(StoppedError):
        back_up(session, tmp_path / "stopped", stop)
    assert not list(tmp_path.glob("stopped*"))
    assert not (session.paths.folder / ".backup").exists()
    told = []
    back_up(session, tmp_path / "whole", lambda done, total: told.append(done / total))
    assert told == sorted(told)
    assert (told[0], told[-1]) == (0.0, 1.0)


def test_what_an_earlier_store_left_is_set_aside(backup, target):
    target.folder.mkdir()
    for name in ("keyring.json", "drafts.db", "store.db-wal"):
        (target.folder / name).write_bytes(b"of another store")
    restore(target, backup.file, password=SECRET)
    [aside] = target.folder.glob("before-*")
    assert {file.name for file in aside.iterdir()} == {"keyring.json", "drafts.db", "store.db-wal"}
    assert head_of(target) == backup.manifest.head


def test_a_store_is_never_overwritten(session, backup):
    before = session.store.read(journal_head)
    assert refusal(lambda: restore(session.paths, backup.file, password=SECRET)) == "store.exists"
    assert session.store.read(journal_head) == before
