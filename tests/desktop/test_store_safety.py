"""The store is examined by itself, and a disk that gets full is told before it is."""

from __future__ import annotations

import io
import json
import shutil
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple
from uuid import UUID

import pytest
from PySide6.QtWidgets import QApplication

from desktop.automatic_backups import AutomaticBackups
from desktop.automatic_checks import AutomaticChecks
from desktop.backup_places import back_up_to
from desktop.check_child import DAMAGED, run_check, start_check
from desktop.check_log import Examined, keep_examined, read_examined
from desktop.disk_watch import DiskWatch
from desktop.session import Session
from desktop.store_safety import StoreSafety
from models.clock import Clock
from models.errors import KnownError
from models.sentences.catalog import say
from models.settings.commands import change_settings
from models.store.damage import is_damaged, note_damage
from models.store.doctor import examine
from models.store.room import Room, rooms
from models.store.second_place import keep_second_place
from tests.conftest import UNIT
from tests.faults.hands import Clerk
from tests.waiting import wait_until

NOW = 1_790_000_000_000
MINUTE = 60_000
WEEK = 7 * 24 * 60 * MINUTE
MB = 2**20


class Child:
    """A process that ends when it is told to."""

    def __init__(self) -> None:
        self.code: int | None = None

    def poll(self) -> int | None:
        return self.code


class Bench:
    """Checks of a session with a clock of their own, and the children they started."""

    def __init__(self, session: Session) -> None:
        self.now, self.up = NOW, 0
        self.began: list[bool] = []
        self.children: list[Child] = []
        self.told: list[str] = []
        self.checks = AutomaticChecks(
            session, Clock(lambda: self.now), lambda: self.up, start=self._start
        )
        self.checks.damaged.connect(self._on_damaged)
        self.checks.failed.connect(self._on_failed)

    def _start(self, _paths: Any, _key: bytes, _now_ms: int, *, with_chain: bool) -> Any:
        self.began.append(with_chain)
        self.children.append(Child())
        return self.children[-1]

    def _on_damaged(self) -> None:
        self.told.append("damaged")

    def _on_failed(self) -> None:
        self.told.append("failed")

    def later(self, minutes: int) -> None:
        self.now += minutes * MINUTE
        self.up += minutes * MINUTE
        self.checks.tick()

    def end(self, code: int) -> None:
        self.children[-1].code = code
        self.checks.tick()


@pytest.fixture
def bench(session: Session, qapp: QApplication) -> Bench:
    return Bench(session)


def ask(session: Session, *, with_chain: bool) -> int:
    """Run an examination as the child does."""
    request = {"folder": str(session.paths.folder), "key": session.key.hex(), "now_ms": NOW,
               "with_chain": with_chain}  # fmt: skip
    return run_check(io.BytesIO(json.dumps(request).encode()))


@pytest.fixture
def gentle(monkeypatch: pytest.MonkeyPatch) -> None:
    """The tests themselves stay as quick as they are."""
    monkeypatch.setattr("os.nice", lambda _more: 0)


@pytest.mark.usefixtures("gentle")
def test_a_whole_store_is_noted_with_the_time(session: Session):
    assert ask(session, with_chain=False) == 0
    assert read_examined(session.paths.checks_log) == Examined(NOW, 0)
    assert ask(session, with_chain=True) == 0
    assert read_examined(session.paths.checks_log) == Examined(NOW, NOW)


@pytest.mark.usefixtures("gentle")
def test_a_damaged_one_is_marked(session: Session):
    session.store.close()
    with session.paths.store.open("r+b") as stream:
        stream.seek(session.paths.store.stat().st_size - 2000)
        stream.write(b"damaged")
    assert ask(session, with_chain=False) == DAMAGED
    assert is_damaged(session.paths.store)
    assert read_examined(session.paths.checks_log) == Examined()


@pytest.mark.usefixtures("gentle")
def test_a_broken_chain_is_found_by_the_weekly_one(session: Session):
    clerk = Clerk.at(session)
    first = clerk.key()
    for _ in range(150):
        clerk.key()
    session.store.write(
        lambda tx: tx.connection.exec_driver_sql(
            "UPDATE events SET payload = '{}' WHERE event_id = ?", (UUID(first).bytes,)
        ),
        actor=session.account,
    )
    assert ask(session, with_chain=False) == 0
    assert ask(session, with_chain=True) == DAMAGED


def test_it_runs_in_a_process_of_its_own(session: Session):
    child = start_check(session.paths, session.key, NOW, with_chain=True)
    assert session.key.hex() not in " ".join(map(str, child.args))
    assert child.wait() == 0
    assert read_examined(session.paths.checks_log) == Examined(NOW, NOW)


def test_the_first_pages_come_before_it(bench: Bench, session: Session):
    keep_examined(session.paths.checks_log, NOW - 2 * 60 * MINUTE, with_chain=True)
    bench.checks.tick()
    assert bench.began == []
    bench.later(1)
    assert bench.began == [False]
    bench.end(0)
    bench.later(30)
    assert bench.began == [False]


def test_a_start_soon_after_another_spares_it(bench: Bench, session: Session):
    keep_examined(session.paths.checks_log, NOW - 20 * MINUTE, with_chain=True)
    bench.later(1)
    assert bench.began == []


def test_the_chain_is_proven_weekly_once_nobody_records(bench: Bench, session: Session):
    keep_examined(session.paths.checks_log, NOW - WEEK, with_chain=True)
    clerk = Clerk.at(session)
    bench.later(1)
    assert bench.began == [False]
    bench.end(0)
    bench.later(3)
    clerk.key()
    bench.later(4)
    assert bench.began == [False]
    bench.later(1)
    assert bench.began == [False, True]
    bench.end(0)
    bench.later(600)
    assert bench.began == [False, True]


def test_where_nobody_ever_rests_it_is_not_put_off_for_ever(bench: Bench, session: Session):
    keep_examined(session.paths.checks_log, NOW - WEEK, with_chain=True)
    clerk = Clerk.at(session)
    for _ in range(40):
        bench.later(3)
        clerk.key()
        if bench.checks.is_running:
            bench.end(0)
    assert True in bench.began


def test_damage_is_told_whoever_found_it(bench: Bench, session: Session):
    note_damage(session.paths.store, session.paths.keyring, NOW)
    bench.checks.tick()
    assert bench.told == ["damaged"]


def test_damage_is_told_once_though_the_store_could_not_be_marked(bench: Bench):
    bench.later(6)
    began = len(bench.began)
    bench.checks.start()
    bench.end(DAMAGED)
    assert bench.told == ["damaged"]
    assert not bench.checks._timer.isActive()
    assert len(bench.began) == began


@pytest.mark.usefixtures("gentle")
def test_an_examination_leaves_the_key_in_no_dump(
    session: Session, monkeypatch: pytest.MonkeyPatch
):
    forbidden: list[int] = []

    class Request(io.BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            # The key comes over this stream.
            assert forbidden == [1]
            return super().read(size)

    monkeypatch.setattr("desktop.check_child.forbid_memory_dumps", lambda: forbidden.append(1))
    request = {"folder": str(session.paths.folder), "key": session.key.hex(), "now_ms": NOW,
               "with_chain": False}  # fmt: skip
    assert run_check(Request(json.dumps(request).encode())) == 0


def test_an_examination_that_came_to_no_end_is_told(bench: Bench, session: Session):
    bench.later(6)
    bench.end(-9)
    assert bench.told == ["failed"]
    assert say("repair.check_broken", "en").startswith("The store's own examination")


def test_a_backup_that_finds_the_store_damaged_marks_it(session: Session):
    session.store.close()
    with session.paths.store.open("r+b") as stream:
        stream.write(b"damaged")
    outcomes = back_up_to(session.paths, session.key, UNIT, [session.paths.backups], NOW)
    assert [one.code for one in outcomes.values()] == ["store.damaged"]
    assert is_damaged(session.paths.store)


def test_of_a_damaged_store_no_backup_is_begun(session: Session, qapp: QApplication):
    began: list[object] = []

    def start(*arguments: object) -> Any:
        began.append(arguments)
        return Child()

    backups = AutomaticBackups(session, Clock(lambda: NOW), start=start)
    backups.back_up_now()
    assert len(began) == 1
    again = AutomaticBackups(session, Clock(lambda: NOW), start=start)
    note_damage(session.paths.store, session.paths.keyring, NOW)
    again.back_up_now()
    assert len(began) == 1


class Usage(NamedTuple):
    total: int
    used: int
    free: int


@pytest.fixture
def free(monkeypatch: pytest.MonkeyPatch) -> dict[str, int]:
    """How many bytes each folder has left; one that is not named is gone."""
    left: dict[str, int] = {}

    def usage(folder: Path) -> Usage:
        if str(folder) not in left:
            raise FileNotFoundError(folder)
        return Usage(0, 0, left[str(folder)])

    monkeypatch.setattr(shutil, "disk_usage", usage)
    return left


def test_a_month_and_a_backup_must_fit(tmp_path: Path, free: dict[str, int]):
    store = tmp_path / "store.db"
    store.write_bytes(bytes(3 * MB))
    second = tmp_path / "USB"
    free |= {str(tmp_path): 206 * MB, str(second): 203 * MB}
    assert [room.is_low for room in rooms(store, [second])] == [False, False]
    free |= {str(tmp_path): 206 * MB - 1, str(second): 203 * MB - 1}
    assert [room.is_low for room in rooms(store, [second])] == [True, True]
    del free[str(second)]
    assert rooms(store, [second]) == [Room(tmp_path, 206 * MB - 1, 206 * MB)]


def test_a_disk_that_gets_full_is_told_once_and_again_after_it_had_room(
    session: Session, free: dict[str, int], tmp_path: Path, qapp: QApplication
):
    second = tmp_path / "second"
    second.mkdir()
    session.store.write(
        lambda tx: keep_second_place(tx, second, store=session.paths.folder),
        actor=session.account,
    )
    watch, told, looked = DiskWatch(session), [], []
    watch.low.connect(lambda room: told.append(room.folder))
    watch._looked.connect(looked.append)

    def look(here: int, there: int) -> list[Path]:
        free.update({str(session.paths.folder): here * MB, str(second): there * MB})
        told.clear()
        before = len(looked)
        watch.look()
        wait_until(lambda: len(looked) > before, "the disks were looked at")
        return list(told)

    assert look(10_000, 10_000) == []
    assert look(10_000, 100) == [second]
    assert look(100, 100) == [session.paths.folder]
    assert look(100, 100) == []
    assert look(10_000, 100) == []
    assert look(100, 100) == [session.paths.folder]


def test_it_is_said_with_the_folder_and_what_to_do(session: Session, qapp: QApplication):
    told: list[str] = []
    safety = StoreSafety(session, Clock(), told.append, "en")
    safety.disks.low.emit(Room(Path("/data"), 50 * MB, 210 * MB))
    safety.checks.failed.emit()
    assert told[0].startswith("The disk with /data has 50 MB left")
    assert "210 MB" in told[0]
    assert "examination was broken off" in told[1]


def test_the_doctor_says_it_too(session: Session, free: dict[str, int]):
    free[str(session.paths.folder)] = 100 * MB
    failed = {one.name: one.code for one in examine(session.store) if not one.ok}
    assert failed == {"disk": "doctor.disk_low"}
    free.clear()
    assert {one.code for one in examine(session.store) if one.name == "disk"} == {"store.disk"}


def put_another_in_its_place(session: Session) -> None:
    """Do with the store's file what a repair does at its end."""
    other = session.paths.store.with_name("other.db")
    shutil.copy(session.paths.store, other)
    other.replace(session.paths.store)


@pytest.mark.usefixtures("gentle")
def test_what_an_examination_found_in_the_file_of_before_is_nobody_s_damage(
    session: Session, monkeypatch: pytest.MonkeyPatch
):
    def is_whole(_store: Path, _key: bytes, *, with_chain: bool) -> bool:
        put_another_in_its_place(session)
        return False

    monkeypatch.setattr("models.store.whole.is_whole", is_whole)
    assert ask(session, with_chain=True) == 0
    assert not is_damaged(session.paths.store)
    assert read_examined(session.paths.checks_log) == Examined(0, 0)


def test_nothing_is_written_to_a_file_that_another_took_the_place_of(session: Session):
    write = partial(change_settings, unit=UNIT, values={"target": "80"})
    session.store.write(write, actor=session.account)
    put_another_in_its_place(session)
    with pytest.raises(KnownError) as caught:
        session.store.write(write, actor=session.account)
    assert caught.value.code == "store.replaced"
    assert "close the program" in say(caught.value, "en")
