"""An officer in a process of its own: checks households at full speed and notes what is shown.

Each line of the side file is JSON: a key before it is pressed, the state after it, what is sent and
what is said to be saved.
"""

from __future__ import annotations

import json
import os
import random
from pathlib import Path
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QApplication

from desktop.paths import DataPaths
from desktop.session import open_session
from models.households.progress import WorkFilter
from tests.conftest import ADMIN, SECRET
from tests.ui.register.checking import Officer
from ui.register.check_draft import CheckDraft
from ui.theme.theme import apply_theme


class Notes:
    """The side file: what was written stays when the process is killed."""

    def __init__(self, path: str, officer: Officer) -> None:
        self._file = os.open(path, os.O_APPEND | os.O_CREAT | os.O_WRONLY)
        self._officer = officer
        saver = officer.view.saver
        send = saver.send

        def sent(draft: CheckDraft) -> None:
            assert draft.sending is not None
            self.write("sent", household=draft.household, outcome=draft.sending.outcome,
                       note=draft.sending.note)  # fmt: skip
            send(draft)

        saver.send = sent  # type: ignore[method-assign]
        saver.saved.connect(self._on_saved)

    def write(self, kind: str, **line: Any) -> None:
        os.write(self._file, json.dumps({"kind": kind, **line}, default=str).encode() + b"\n")

    def state(self, kind: str = "state") -> None:
        """Write what is on the screen now."""
        view = self._officer.view
        # While one is sent nothing can be typed: what stands there is the saver's.
        if view.household is not None and not view.is_saving:
            self.write(kind, household=view.household, entry=view.entry.to_draft())

    def _on_saved(self, draft: CheckDraft, _made: UUID) -> None:
        assert draft.sending is not None
        self.write("saved", household=draft.household, outcome=draft.sending.outcome,
                   note=draft.sending.note)  # fmt: skip


class Checker:
    """Checks households by a plan that a seed gives; every check bears a note of its own."""

    def __init__(self, officer: Officer, notes: Notes, seed: int) -> None:
        self.officer, self.notes = officer, notes
        self.random = random.Random(seed)
        self.mark = f"n{seed}"
        self.checks = 0

    def press(self, keys: str) -> None:
        for key in keys:
            self.notes.write("key", key=key)
            self.officer.press(key)
            QApplication.processEvents()
            self.notes.state()

    def write(self, text: str, *, over: bool = False) -> None:
        self.notes.write("key", key="letters")
        (self.officer.replace if over else self.officer.write)(text)
        QApplication.processEvents()
        self.notes.state()

    def household(self) -> None:
        """Check one household in one of the ways that people go."""
        self.checks += 1
        way = self.random.random()
        self.press(self.random.choice("1234567"))
        if way < 0.3:
            self.press("T")
            self.write(f"Chủ hộ {self.mark}.{self.checks}", over=True)
            self.press("X")
        elif way < 0.5:
            self.press("*")
        elif way < 0.6:
            self.press("DU")
            self.officer.rest()
        if not self.officer.entry.note:
            self.press("/")
            self.write(f"{self.mark}.{self.checks}")
            self.press("X")
        self.press("E")
        if self.random.random() < 0.5:
            self.officer.rest()
            self.notes.state()


def work(folder: str, side: str, seed: int) -> None:
    """Open the page, take up what is there, and check until killed."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    app = QApplication(["motcua"])
    apply_theme(app, "light")
    session = open_session(DataPaths(Path(folder)), SECRET, ADMIN)
    officer = Officer(session)
    notes = Notes(side, officer)
    if not officer.page.resume():
        first = officer.households(1, WorkFilter(outcome=""))[0]
        officer.page.open_household(first.id, WorkFilter())
    officer.rest()
    notes.state("start")
    notes.write("settled")
    checker = Checker(officer, notes, seed)
    while officer.view.household is not None:
        checker.household()
