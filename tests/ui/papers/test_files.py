"""Which folder is suggested for a file."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from ui.papers.files import _Folders, choose_path, first_folder, remember_folder


@pytest.fixture(autouse=True)
def _no_folder_yet(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_Folders, "last", None)


def test_the_folder_chosen_last_is_suggested_next(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Path] = []

    def answer(dialog: QFileDialog) -> int:
        asked.append(Path(dialog.directory().absolutePath()))
        dialog.setDirectory(str(tmp_path))
        return 1

    monkeypatch.setattr(QFileDialog, "exec", answer)
    monkeypatch.setattr(QFileDialog, "selectedFiles", lambda _: [str(tmp_path / "báo cáo.pdf")])
    parent = QWidget()
    qtbot.addWidget(parent)
    before = first_folder()
    assert choose_path(parent, before / "a.pdf", "PDF") == tmp_path / "báo cáo.pdf"
    choose_path(parent, first_folder() / "b.pdf", "PDF")
    assert asked == [before, tmp_path]


def test_a_folder_that_is_gone_is_not_suggested(tmp_path: Path) -> None:
    before = first_folder()
    stick = tmp_path / "usb"
    stick.mkdir()
    remember_folder(stick / "a.pdf")
    assert first_folder() == stick
    stick.rmdir()
    assert first_folder() == before
