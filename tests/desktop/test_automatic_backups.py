"""Backups by themselves: hourly while something changes, on closing, and what is wrong is told."""

from __future__ import annotations

import time
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desktop.automatic_backups import AutomaticBackups
from desktop.backup_child import NOT_ALL
from desktop.backup_log import Outcome, keep_outcomes, read_outcomes
from desktop.paths import DataPaths
from desktop.session import Session
from models.clock import Clock
from models.errors import UserError
from models.settings.commands import change_settings
from models.store.second_place import keep_second_place, read_second_place
from tests.conftest import UNIT
from tests.scenarios.desk import at_desk

HOUR = 3_600_000
NOW = 1_790_000_000_000


class Child:
    """A process that ends when it is told to."""

    def __init__(self) -> None:
        self.code: int | None = None

    def poll(self) -> int | None:
        return self.code


class Started:
    """Notes what was started, and plays what the process leaves."""

    def __init__(self) -> None:
        self.children: list[Child] = []
        self.asked: list[int] = []

    def __call__(self, _paths: DataPaths, _key: bytes, _unit: str, now_ms: int) -> Child:
        self.children.append(Child())
        self.asked.append(now_ms)
        return self.children[-1]


class Desk:
    """Automatic backups over a session, with a clock that a test moves."""

    def __init__(self, session: Session) -> None:
        self.session, self.now_ms, self.started = session, NOW, Started()
        self.backups = AutomaticBackups(session, Clock(lambda: self.now_ms), start=self.started)
        self.told: list[dict[str, Outcome]] = []
        self.backups.ended.connect(self.told.append)

    def change(self) -> None:
        self.session.store.write(
            partial(change_settings, unit=UNIT, values={"place": f"Nơi {time.monotonic_ns()}"}),
            actor=self.session.account,
        )

    def passes(self, ms: int) -> None:
        self.now_ms += ms
        self.backups.tick()

    def ends(self, **outcome: object) -> None:
        paths = self.session.paths
        made = Outcome(self.started.asked[-1], **outcome)
        keep_outcomes(paths.backups_log, {str(paths.backups): made})
        self.started.children[-1].code = 0 if made.is_good else NOT_ALL
        self.backups.tick()


@pytest.fixture
def desk(session: Session, themed: QApplication) -> Desk:
    return Desk(session)


def test_it_is_made_an_hour_after_the_last_and_only_where_something_changed(desk):
    desk.passes(HOUR)
    assert desk.started.asked == []
    desk.change()
    desk.backups.tick()
    assert desk.started.asked == [NOW + HOUR]
    desk.change()
    desk.passes(2 * HOUR)
    assert len(desk.started.asked) == 1, "one at a time"
    desk.ends(file="x")
    assert desk.told == [{str(desk.session.paths.backups): Outcome(NOW + HOUR, "x")}]
    assert len(desk.started.asked) == 2, "what came meanwhile is in the next"
    desk.ends(file="y")
    desk.passes(5 * HOUR)
    assert len(desk.started.asked) == 2


def test_a_new_window_goes_on_where_the_last_one_was(desk, session):
    keep_outcomes(session.paths.backups_log, {str(session.paths.backups): Outcome(NOW, "x")})
    desk.change()
    desk.passes(HOUR - 1)
    assert desk.started.asked == []
    desk.passes(1)
    assert len(desk.started.asked) == 1


def test_one_that_failed_is_told_and_tried_again_in_an_hour(desk):
    desk.change()
    desk.backups.tick()
    desk.ends(code="backup.store_damaged")
    assert [one.code for one in desk.told[0].values()] == ["backup.store_damaged"]
    desk.passes(HOUR - 1)
    assert len(desk.started.asked) == 1
    desk.passes(1)
    assert len(desk.started.asked) == 2


def test_one_that_leaves_no_word_is_told_too(desk):
    desk.change()
    desk.backups.tick()
    desk.started.children[-1].code = -9
    desk.backups.tick()
    assert [one.code for one in desk.told[0].values()] == ["backup.broken_off"]


def test_a_machine_that_starts_no_process_says_so(session, themed):
    desk = Desk(session)

    def refuse(*_arguments: object) -> Child:
        raise OSError

    desk.backups._start = refuse
    desk.change()
    desk.backups.tick()
    assert [one.code for one in desk.told[0].values()] == ["backup.no_process"]
    assert not desk.backups.is_running


def test_on_closing_what_changed_is_backed_up(desk):
    desk.backups.stop()
    assert desk.started.asked == []
    desk.change()
    desk.backups.stop()
    assert len(desk.started.asked) == 1


def test_a_second_place_is_another_disk_s(session, tmp_path):
    def keep(folder: Path | None) -> None:
        session.store.write(
            partial(keep_second_place, folder=folder, store=session.paths.folder),
            actor=session.account,
        )

    for folder, code in (
        (tmp_path / "none", "backup.no_such_folder"),
        (session.paths.folder, "backup.beside_store"),
    ):
        with pytest.raises(UserError, match=code.replace(".", r"\.")):
            keep(folder)
    stick = tmp_path / "stick"
    stick.mkdir()
    keep(stick)
    assert session.store.read(read_second_place) == stick
    keep(None)
    assert session.store.read(read_second_place) is None


def test_a_window_that_closes_leaves_a_proven_backup(session: Session, themed: QApplication):
    paths = session.paths
    session.store.close()
    with at_desk(paths) as desk:
        desk.desktop._backs_up = True
        desk.sign_in()
        desk.new_batch()
        desk.pad("1111111E")
        desk.saved()
        assert desk.desktop.work is not None
        backups = desk.desktop.work.backups
    assert backups is not None
    assert backups._child is not None
    assert backups._child.wait(60) == 0
    [outcome] = read_outcomes(paths.backups_log).values()
    assert outcome.is_good
    assert Path(outcome.file).parent == paths.backups
