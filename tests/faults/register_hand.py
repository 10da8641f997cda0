"""An officer in a process of its own at the whole window: takes a list in, then checks on.

Each line of the side file is JSON, written before a step and after what the screen then shows.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.paths import DataPaths
from desktop.session import open_session
from tests.conftest import ADMIN, SECRET
from tests.scenarios.desk import Desk
from tests.scenarios.officer import CONTROL, Officer
from ui.theme.theme import apply_theme


class Notes:
    """The side file: what was written stays when the process is killed."""

    def __init__(self, path: str) -> None:
        self._file = os.open(path, os.O_APPEND | os.O_CREAT | os.O_WRONLY)

    def write(self, kind: str, **line: Any) -> None:
        os.write(self._file, json.dumps({"kind": kind, **line}).encode() + b"\n")


def work(folder: str, side: str, book: str, mark: str) -> None:
    """Open the window on what there is; without households take the list in first."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    app = QApplication(["motcua"])
    apply_theme(app, "light")
    paths, notes = DataPaths(Path(folder)), Notes(side)
    desk = Desk(paths)
    desk.start()
    desk.desktop._on_opened(open_session(paths, SECRET, ADMIN))
    officer = Officer(desk)
    desk.rest()
    if desk.window.page is officer.section and officer.section._check is not None:
        # What was half typed comes first, at the household where it was.
        officer.rest()
        notes.write("resumed", household=str(officer.standing().id),
                    note=officer.view.entry.note, outcome=officer.view.entry.outcome)  # fmt: skip
    else:
        officer.to_register()
        if not officer.households():
            take_in(officer, notes, Path(book))
        # With Ctrl the key works in the search too, where a fresh window begins.
        officer.shortcut(Qt.Key.Key_N, CONTROL)
        officer.rest()
    notes.write("settled")
    check(officer, notes, mark)


def take_in(officer: Officer, notes: Notes, book: Path) -> None:
    """Take the list in; the screen says when it is stored."""
    officer.press("E")
    officer.open_list(book)
    notes.write("taking")
    officer.shortcut(Qt.Key.Key_Return, CONTROL)
    officer.desk.wait(lambda: not officer.lists._take_in.isDown())
    officer.desk.wait(lambda: officer.lists._done.action.hasFocus(), "the list is taken in")
    notes.write("taken")
    officer.rest()
    officer.press("E")
    officer.rest()


def check(officer: Officer, notes: Notes, mark: str) -> None:
    """Check one household after the other until killed, each with a note of its own."""
    number = 0
    while True:
        number += 1
        household = str(officer.standing().id)
        if not officer.view.entry.outcome:
            officer.press(str(1 + number % 7))
        typed = officer.view.entry.note
        if not typed:
            officer.press("/")
            for letter in f"{mark}.{number}":
                officer.write(letter)
                typed += letter
                notes.write("typed", household=household, note=typed)
            officer.press("X")
        outcome = officer.view.entry.outcome
        notes.write("sent", household=household, note=typed, outcome=outcome)
        officer.press("E")
        officer.rest()
        notes.write("saved", household=household, note=typed, outcome=outcome,
                    said=officer.view.head.saved.text())  # fmt: skip
