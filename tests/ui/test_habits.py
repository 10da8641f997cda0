from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.app import Application
from desktop.paths import DataPaths, data_paths
from tests.scenarios.fixtures import themed
from tests.waiting import settle
from ui.habits import LABELS, LANGUAGE, SCHEME, WINDOW, habit, remember, remember_in
from ui.register.label_dialog import LabelDialog
from ui.settings.appearance_card import AppearanceCard
from ui.theme.theme import current_theme

__all__ = ["themed"]


@pytest.fixture
def file(tmp_path: Path) -> Iterator[Path]:
    file = tmp_path / "window.json"
    remember_in(file)
    yield file
    remember_in(None)


def test_what_is_remembered_is_there_at_the_next_start(file: Path) -> None:
    remember(WINDOW, [1200, 700, False])
    remember_in(None)
    assert habit(WINDOW, list) is None
    remember_in(file)
    assert habit(WINDOW, list) == [1200, 700, False]
    assert habit(WINDOW, str) is None


@pytest.mark.parametrize("content", [b"", b"{", b"[1]", b"\xff\x00", b'{"window": 3}'])
def test_a_damaged_file_is_as_none(file: Path, content: bytes) -> None:
    file.write_bytes(content)
    remember_in(file)
    assert habit(WINDOW, list) is None
    remember(WINDOW, [1, 2, True])
    remember_in(file)
    assert habit(WINDOW, list) == [1, 2, True]


def test_a_disk_that_takes_nothing_changes_nothing_else(tmp_path: Path) -> None:
    remember_in(tmp_path / "no such folder" / "window.json")
    remember(SCHEME, "dark")
    assert habit(SCHEME, str) == "dark"
    remember_in(None)


def test_the_window_opens_as_large_as_it_was_left(
    file: Path, tmp_path: Path, themed: QApplication
) -> None:
    sizes = []
    for width, height in ((1100, 650), (1040, 660)):
        application = Application(DataPaths(tmp_path / "new"), "en")
        remembered = habit(WINDOW, list)
        # The screen of the tests is smaller than any window.
        sizes.append(remembered)
        application.start()
        application.window.resize(width, height)
        settle()
        application.window.close()
        application.window.deleteLater()
        settle()
    assert sizes == [None, [1100, 650, False]]
    assert habit(WINDOW, list) == [1040, 660, False]


def test_a_look_is_put_on_at_once_and_kept(
    file: Path, qtbot: QtBot, themed: QApplication
) -> None:
    card = AppearanceCard("vi")
    qtbot.addWidget(card)
    for choice in ("dark", "contrast", "light"):
        card.scheme.setCurrentIndex(card.scheme.findData(choice))
        assert (current_theme().scheme, habit(SCHEME, str)) == (choice, choice)
    card.language.setCurrentIndex(card.language.findData("en"))
    assert habit(LANGUAGE, str) == "en"
    again = AppearanceCard("vi")
    qtbot.addWidget(again)
    assert (again.scheme.currentData(), again.language.currentData()) == ("light", "en")


def test_the_sheet_of_labels_is_offered_again(
    file: Path, qtbot: QtBot, themed: QApplication
) -> None:
    dialog = LabelDialog("en")
    qtbot.addWidget(dialog)
    dialog._sheet.setCurrentIndex(dialog._sheet.count() - 1)
    dialog._width.set_value(62)
    dialog._height.set_value(29)
    dialog.accept()
    assert habit(LABELS, list) == ["", 62, 29, False]
    again = LabelDialog("en")
    qtbot.addWidget(again)
    assert (again.sheet().width, again.sheet().height) == (62, 29)
    again._sheet.setCurrentIndex(1)
    chosen = again._sheet.currentText()
    again.accept()
    third = LabelDialog("en")
    qtbot.addWidget(third)
    assert third._sheet.currentText() == chosen


def test_a_program_on_a_stick_keeps_its_data_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("MOTCUA_DATA_DIR")
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "motcua"))
    assert data_paths().folder != tmp_path / "data"
    (tmp_path / "portable").touch()
    assert data_paths().folder == tmp_path / "data"
    assert data_paths(str(tmp_path / "other")).folder == tmp_path / "other"
