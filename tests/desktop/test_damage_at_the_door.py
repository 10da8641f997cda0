"""A damaged store at the window: nobody writes any more, and one button brings it back."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from desktop.backup_places import back_up_to
from desktop.paths import DataPaths
from desktop.session import create_store, open_session
from models.store.damage import note_damage
from models.surveys.queries import list_batches
from tests.conftest import ADMIN, SECRET, UNIT
from tests.faults.hands import Clerk
from tests.scenarios.desk import Desk, at_desk
from ui.accounts.damage_page import DamagePage
from ui.widgets.text import Text

NOW = 1_790_000_000_000
KEY = Qt.Key


@pytest.fixture(autouse=True)
def _no_bugs(no_bugs: object, themed: object) -> None:
    """Nothing escapes from a slot in any of these tests."""


def back_up(paths: DataPaths, place: Path | None = None) -> None:
    session = open_session(paths, SECRET, ADMIN)
    Clerk.at(session).key()
    back_up_to(paths, session.key, UNIT, [place or paths.backups], NOW)
    session.store.close()


def damage(paths: DataPaths) -> None:
    with paths.store.open("r+b") as stream:
        stream.write(b"damaged")


def page_of(desk: Desk) -> DamagePage:
    repairs = desk.desktop.repairs
    assert repairs is not None
    assert repairs.page is not None
    return repairs.page


def restored(desk: Desk) -> list[str]:
    """Wait for the end of a repair and return what is said of it."""
    page = page_of(desk)
    desk.wait(lambda: page.currentIndex() == 1, "the store is repaired")
    said = [label.text() for label in page._result.findChildren(Text)]
    return [line for line in said if line]


def test_who_signs_in_at_a_damaged_store_restores_it_with_one_key(paths: DataPaths) -> None:
    back_up(paths)
    damage(paths)
    with at_desk(paths) as desk:
        desk.give_password(SECRET)
        desk.wait(lambda: desk.desktop.repairs is not None, "the damage is told")
        page = page_of(desk)
        assert "The backup of" in page._offer.text()
        desk.wait(page._password.hasFocus, "the password is asked for")
        desk.write("Sai-mat-khau-2026")
        desk.key(KEY.Key_Return)
        desk.wait(lambda: page._banner.isVisible() and not page._is_busy, "it is told")
        assert "password" in page._banner.message()
        desk.wait(page._password.hasFocus)
        desk.write(SECRET)
        desk.key(KEY.Key_Return)
        lines = restored(desk)
        assert any("was restored" in line for line in lines)
        assert any("damaged-" in line for line in lines)
        desk.wait(page._go_on.hasFocus)
        desk.key(KEY.Key_Return)
        desk.give_password(SECRET)
        desk.wait(lambda: desk.desktop.session is not None, "somebody is signed in")
        desk.rest()
        (batch,) = desk.desktop.session.store.read(list_batches)
        assert batch.keyed == 1


def test_a_store_that_was_found_damaged_is_told_before_anybody_signs_in(
    paths: DataPaths,
) -> None:
    back_up(paths)
    note_damage(paths.store, paths.keyring, NOW)
    with at_desk(paths) as desk:
        page = page_of(desk)
        desk.wait(page._password.hasFocus)
        desk.write(SECRET)
        desk.key(KEY.Key_Return)
        assert restored(desk)[-1].startswith("Examined again: the store is whole")


def test_the_recovery_key_restores(tmp_path: Path) -> None:
    paths = DataPaths(tmp_path / "made")
    key = create_store(paths, unit_code=UNIT, admin=ADMIN, password=SECRET).recovery_key
    back_up(paths)
    damage(paths)
    note_damage(paths.store, paths.keyring, NOW)
    with at_desk(paths) as desk:
        page = page_of(desk)
        desk.tab_to(lambda widget: widget is page._by_key)
        desk.key(KEY.Key_Space)
        desk.wait(page._key.hasFocus)
        desk.key(KEY.Key_Return)
        assert page._key_row.error() == "Please fill this in."
        desk.write(key)
        desk.key(KEY.Key_Return)
        assert restored(desk)


def test_another_backup_is_chosen(
    paths: DataPaths, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere = tmp_path / "USB"
    elsewhere.mkdir()
    back_up(paths, elsewhere)
    paths.backups_log.unlink(missing_ok=True)
    damage(paths)
    note_damage(paths.store, paths.keyring, NOW)
    (file,) = elsewhere.iterdir()
    with at_desk(paths) as desk:
        page = page_of(desk)
        assert "No backup is in sight" in page._offer.text()
        desk.write(SECRET)
        desk.key(KEY.Key_Return)
        desk.wait(lambda: not page._is_busy)
        assert "No backup of this store" in page._banner.message()
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(tmp_path / "x"), ""))
        desk.click(page._other)
        assert "There is no backup file" in page._banner.message()
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
        desk.click(page._other)
        assert "The backup of" in page._offer.text()
        desk.click(page._restore)
        assert restored(desk)


def test_damage_that_is_found_while_somebody_works_ends_the_work(paths: DataPaths) -> None:
    back_up(paths)
    with at_desk(paths) as desk:
        desk.sign_in()
        desk.new_batch()
        desk.pad("1111111E222")
        desk.saved()
        assert desk.desktop.work is not None
        note_damage(paths.store, paths.keyring, NOW)
        desk.desktop.work.damaged.emit()
        desk.wait(lambda: desk.desktop.work is None, "the work has ended")
        page = page_of(desk)
        desk.wait(page._password.hasFocus)
        desk.write(SECRET)
        desk.key(KEY.Key_Return)
        assert "nothing is lost" in restored(desk)[-1]
        desk.wait(page._go_on.hasFocus)
        desk.key(KEY.Key_Return)
        desk.give_password(SECRET)
        desk.wait(lambda: desk.desktop.session is not None, "somebody is signed in")
        # What was half keyed is there again.
        desk.wait_for_entry()
        assert desk.entry.entry.position == 3
