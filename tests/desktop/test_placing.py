"""A prepared store is put in place whole, or not at all."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from desktop.backups import back_up, restore
from desktop.paths import DataPaths
from desktop.session import create_store, open_session, place_store, prepare_store
from models.errors import KnownError
from tests.conftest import ADMIN, SECRET, UNIT
from tests.scenarios.desk import at_desk
from tests.scenarios.first_start import ask_for_a_store, keep_key, wait_for_key
from ui.accounts.set_up_page import SetUpPage


class Killed(BaseException):
    """The process is gone."""


@pytest.fixture
def paths(tmp_path: Path) -> DataPaths:
    return DataPaths(tmp_path / "new")


def stop_at(
    monkeypatch: pytest.MonkeyPatch, source: Path, error: BaseException
) -> None:
    """Have a file of this path not moved, but an error raised."""
    real = Path.replace

    def replace(self: Path, target: Any) -> Path:
        if self == source:
            raise error
        return real(self, target)

    monkeypatch.setattr(Path, "replace", replace)


def test_a_kill_between_the_two_files_loses_nothing(
    paths: DataPaths, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = prepare_store(paths, unit_code=UNIT, admin=ADMIN, password=SECRET)
    making = paths.folder / ".making"
    with monkeypatch.context() as patch:
        stop_at(patch, making / "store.db", Killed())
        # What a process that is killed does not get to.
        patch.setattr("desktop.session.drop_prepared", lambda _paths: None)
        with pytest.raises(Killed):
            place_store(paths, made)
    assert paths.keyring.exists()
    assert not paths.store.exists()
    session = open_session(paths, SECRET, ADMIN)
    assert session.unit == UNIT
    session.store.close()
    assert not making.exists()


def test_a_store_that_nobody_wanted_is_not_put_in_place_by_itself(paths: DataPaths) -> None:
    create_store(paths, unit_code=UNIT, admin=ADMIN, password=SECRET)
    paths.store.unlink()
    prepare_store(paths, unit_code=UNIT, admin=ADMIN, password=SECRET)
    (paths.folder / ".making" / "keyring.json").unlink()
    with pytest.raises(KnownError, match=r"store\.missing"):
        open_session(paths, SECRET, ADMIN)


def test_a_disk_that_refuses_leaves_no_keys_without_a_store(
    paths: DataPaths, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = prepare_store(paths, unit_code=UNIT, admin=ADMIN, password=SECRET)
    stop_at(monkeypatch, paths.folder / ".making" / "store.db", OSError("full"))
    with pytest.raises(KnownError, match=r"store\.disk"):
        place_store(paths, made)
    assert [file.name for file in paths.folder.iterdir()] == []


def test_only_sample_data_is_marked_as_such(paths: DataPaths, tmp_path: Path) -> None:
    create_store(paths, unit_code=UNIT, admin=ADMIN, password=SECRET, is_sample=True)
    assert paths.sample_mark.exists()
    session = open_session(paths, SECRET, ADMIN)
    backup = tmp_path / "backup.motcua-backup"
    back_up(session, backup)
    session.store.close()
    for file in paths.folder.glob("store.db*"):
        file.unlink()
    create_store(paths, unit_code=UNIT, admin=ADMIN, password=SECRET)
    assert not paths.sample_mark.exists()
    other = DataPaths(tmp_path / "other")
    other.folder.mkdir()
    other.sample_mark.touch()
    restore(other, backup, password=SECRET, account=ADMIN)
    assert not other.sample_mark.exists()


def test_each_recovery_key_has_to_be_kept_anew(qtbot: QtBot, themed: object) -> None:
    page = SetUpPage([(UNIT, "Phường Uông Bí")])
    qtbot.addWidget(page)
    page.show()
    card = page.recovery
    page.show_recovery_key("AAAA-BBBB")
    card._kept.setChecked(True)
    card.show_saved("The sheet was sent to the printer.")
    page.show_error("The disk is full.")
    page.show_recovery_key("CCCC-DDDD")
    assert not card._kept.isChecked()
    assert not card._go_on.isEnabled()
    assert not card._banner.isVisible()


def test_a_store_that_could_not_be_put_in_place_says_that_its_key_is_of_no_use(
    tmp_path: Path, themed: object, no_bugs: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = DataPaths(tmp_path / "new")
    with at_desk(paths) as desk:
        ask_for_a_store(desk)
        first = wait_for_key(desk)
        with monkeypatch.context() as patch:
            stop_at(patch, paths.folder / ".making" / "store.db", OSError("full"))
            page = desk.desktop.first_start.page
            page.recovery._kept.setChecked(True)
            page.recovery._go_on.click()
            desk.wait(lambda: "opens nothing" in page._banner.message(), "the sentence")
        assert page.recovery.key == ""
        page.submitted.emit(desk.desktop.first_start._wanted)
        assert wait_for_key(desk) != first
        keep_key(desk)
    assert paths.store.exists()
