from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from ui.exchange.files import BUNDLE, CARD, FileDialogs, bundle_name, card_name

SENDER = UUID("018bcbc5-7f80-7535-88f4-b9bcaa05bd63")
OTHER = UUID("018bcbc5-7f80-7535-88f4-b9bcaa05bd64")


def test_names_tell_the_day_and_the_stations_and_nothing_of_anybody() -> None:
    day = date(2026, 11, 22)
    assert bundle_name(day, SENDER) == "motcua-2026-11-22-05bd63.motcua"
    assert bundle_name(day, SENDER, OTHER) == "motcua-2026-11-22-05bd63-05bd64.motcua"
    assert card_name(SENDER) == "motcua-05bd63.motcua-card"


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    return widget


def with_dialog(parent: QWidget, answer: Callable[[QFileDialog], None]) -> None:
    """Have `answer` called once the system's dialog is open; what opens it comes next."""
    timer = QTimer(parent)

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QFileDialog):
            timer.stop()
            answer(dialog)

    timer.timeout.connect(look)
    timer.start(1)


@pytest.mark.parametrize("suffix", [BUNDLE, CARD])
def test_a_name_without_its_suffix_gets_it(
    parent: QWidget, tmp_path: Path, suffix: str
) -> None:
    def answer(dialog: QFileDialog) -> None:
        dialog.setDirectory(str(tmp_path))
        dialog.selectFile("so 1")
        dialog.accept()

    with_dialog(parent, answer)
    files = FileDialogs()
    assert files.target(parent, f"x{suffix}", suffix) == tmp_path / f"so 1{suffix}"

    seen: list[str] = []

    def look_on(dialog: QFileDialog) -> None:
        seen.append(dialog.directory().absolutePath())
        seen.extend(Path(name).name for name in dialog.selectedFiles())
        dialog.reject()

    with_dialog(parent, look_on)
    assert files.target(parent, f"y{suffix}", suffix) is None
    assert seen == [str(tmp_path), f"y{suffix}"]


def test_a_file_to_read_is_chosen(parent: QWidget, tmp_path: Path) -> None:
    path = tmp_path / "a.motcua"
    path.write_bytes(b"x")

    def answer(dialog: QFileDialog) -> None:
        dialog.setDirectory(str(tmp_path))
        dialog.selectFile(str(path))
        dialog.accept()

    with_dialog(parent, answer)
    assert FileDialogs().source(parent, BUNDLE) == path
    with_dialog(parent, QFileDialog.reject)
    assert FileDialogs().source(parent, BUNDLE) is None
