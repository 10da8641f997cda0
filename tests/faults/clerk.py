"""A clerk in a process of its own: keys slips at full speed and notes what the screen shows.

Each line of the side file is JSON: the key before it is pressed, and the state after it.
"""

from __future__ import annotations

import json
import os
import random
from dataclasses import asdict
from pathlib import Path
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.paths import DataPaths
from desktop.session import open_session
from models.surveys.records import Slip, SlipContent
from tests.conftest import ADMIN, SECRET
from tests.scenarios.desk import Desk
from ui.keying.loading import BatchProgress
from ui.keying.saver import Sending
from ui.theme.theme import apply_theme


def content_data(content: SlipContent) -> dict[str, Any]:
    """Return a content as JSON gives it back."""
    return json.loads(json.dumps(asdict(content)))


class Notes:
    """The side file: what was written stays when the process is killed."""

    def __init__(self, path: str) -> None:
        self._file = os.open(path, os.O_APPEND | os.O_CREAT | os.O_WRONLY)
        self._shown: BatchProgress | None = None

    def write(self, **line: Any) -> None:
        os.write(self._file, json.dumps(line, default=str).encode() + b"\n")

    def listen(self, desk: Desk) -> None:
        """Write what is sent before it is, and what is told to be taken back."""
        saver = desk.entry._saver
        send = saver.send

        def sent(sending: Sending) -> None:
            slip, draft = str(sending.slip), str(sending.draft)
            content = content_data(sending.content)
            self.write(kind="sent", slip=slip, draft=draft, content=content)
            send(sending)

        saver.send = sent  # type: ignore[method-assign]
        desk.entry._back.undone.connect(self._on_undone)

    def _on_undone(self, slip: Slip) -> None:
        self.write(kind="undone", slip=str(slip.id))

    def state(self, desk: Desk, kind: str = "state") -> None:
        """Write what is on the screen now."""
        page = desk.entry
        hand, line = page._hand, {}
        if page.progress is not self._shown and page.progress is not None:
            self._shown = page.progress
            line["keyed"] = page.progress.batch.keyed
            line["shown"] = [
                [str(slip.id), slip.status, content_data(slip.content)]
                for slip in page.progress.slips
            ]
        self.write(
            kind=kind,
            hand=[str(hand.draft.id), hand.draft.corrects, page.entry.to_draft()],
            aside=[[str(one.id), one.corrects, one.entry] for one in hand._aside],
            sent=[
                [str(one.draft), str(one.slip), content_data(one.content)]
                for one in page._saver._waiting
            ],
            **line,
        )


class Clerk:
    """Presses keys by a plan that a seed gives."""

    def __init__(self, desk: Desk, notes: Notes, seed: int, mark: str) -> None:
        self.desk = desk
        self.notes = notes
        self.random = random.Random(seed)
        self.mark = mark
        self.slips = 0

    def press(self, keys: str) -> None:
        for key in keys:
            self.notes.write(kind="key", key=key)
            self.desk.pad(key)
            self.after()

    def type(self, text: str) -> None:
        for letter in text:
            self.notes.write(kind="key", key=letter, is_letter=True)
            self.desk.write(letter)
            self.after()

    def after(self) -> None:
        QApplication.processEvents()
        self.notes.state(self.desk)

    def answers(self) -> str:
        return "".join(self.random.choices("1230", (70, 15, 8, 7), k=7))

    def slip(self) -> None:
        """Key one slip in one of the ways that people go."""
        self.slips += 1
        way = self.random.random()
        answers = self.answers()
        if way < 0.08:
            self.press(answers[:3] + "*2")
        elif way < 0.16:
            self.press(answers[:3] + "-" + answers[2:])
        else:
            self.press(answers)
        if way > 0.8:
            self.press("/")
            self.type(f"{self.mark}.{self.slips}")
            self.notes.write(kind="key", key="leave", is_letter=True)
            self.desk.key(Qt.Key.Key_Return)
            self.after()
        self.press("E")
        if self.random.random() < 0.12:
            self.press("+" * self.random.randint(1, 2))
            self.press("-" + self.random.choice("123") + "E")
            self.press("X")
        elif self.random.random() < 0.1:
            self.press(".")
            self.desk.wait(lambda: not self.desk.entry._back.is_busy)
            self.notes.state(self.desk)
            self.press("-1E")


def work(folder: str, side: str, batch: str, seed: int, does_sign_in: bool) -> None:
    """Start the window, take up what is there, and key until killed."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    app = QApplication(["motcua"])
    apply_theme(app, "light")
    notes = Notes(side)
    paths = DataPaths(Path(folder))
    desk = Desk(paths)
    desk.start()
    if does_sign_in:
        desk.sign_in()
    else:
        desk.desktop._on_opened(open_session(paths, SECRET, ADMIN))
    if desk.window.page is not desk.section:
        desk.window.show_page("keying")
        desk.section.open_batch(UUID(batch))
    desk.wait_for_entry()
    notes.listen(desk)
    notes.state(desk, "start")
    desk.saved()
    notes.state(desk, "settled")
    # A clerk who finds a half-keyed slip goes on: each open question gets an answer.
    clerk = Clerk(desk, notes, seed, f"n{seed}")
    page = desk.entry
    while not page._hand.is_idle:
        needs_reason = page.entry.mode == "reasons" and not page.entry.reason
        if needs_reason or (page.entry.mode == "answers" and not page.entry.is_at_end):
            clerk.press("1")
        clerk.press("E")
        desk.saved()
        notes.state(desk)
    while True:
        clerk.slip()
