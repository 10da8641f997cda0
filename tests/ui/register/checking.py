"""An officer at the check page: keys in, what the page and the store say out."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from desktop.jobs import ThreadJobs
from desktop.session import Session
from models.clock import Clock
from models.households.events import CHECKED
from models.households.history import household_history
from models.households.progress import WorkFilter
from models.households.queries import read_household, walk_page
from models.households.records import HamletKey, Household, Step
from models.store.drafts import DraftBox
from tests.waiting import wait_for_work, wait_until
from ui.bus import Bus
from ui.context import PageContext
from ui.register.check_page import CheckPage
from ui.register.check_view import CheckView
from ui.register.scan_box import GAP_MS

PLAIN = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
KEYS = {"E": Qt.Key.Key_Return, "X": Qt.Key.Key_Escape, "*": Qt.Key.Key_Asterisk,
        "-": Qt.Key.Key_Minus, "/": Qt.Key.Key_Slash, "+": Qt.Key.Key_Plus,
        "T": Qt.Key.Key_Tab, "U": Qt.Key.Key_PageUp, "D": Qt.Key.Key_PageDown}  # fmt: skip


class Officer:
    """Drives one `CheckPage` on an open store; nothing here sleeps for a fixed time."""

    def __init__(self, session: Session, language: Any = "en") -> None:
        self.session = session
        self.jobs, self.bus = ThreadJobs(), Bus()
        self.drafts = DraftBox(session.paths.drafts, session.key, session.account)
        self.raised: list[Exception] = []
        self.closed = 0
        session.store.on_change(self.bus.announce)
        self.context = PageContext(
            session.store, self.drafts, self.jobs, self.bus, session.account,
            session.account_name, session.unit, language, self.raised.append, session.role,
        )  # fmt: skip
        self.clock: Clock = session.store.clock
        self.page = CheckPage(self.context, self.clock)
        self.page.closed.connect(self._on_closed)
        self.page.resize(1190, 768)
        self.page.show()
        self.page.activateWindow()
        self.wait(self.page.isActiveWindow)

    def stop(self) -> None:
        """Take the page away as the end of the program does."""
        self.rest()
        self.page.close()
        self.page.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        self.jobs.shut_down()
        self.drafts.close()

    # What is pressed.

    def focus(self) -> QWidget:
        return QApplication.focusWidget() or self.page

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = PLAIN) -> None:
        """Press a key, as a hand does: after the one before has had its time."""
        self.wait(lambda: not self.view.scans.box.is_fresh, "the scan box is at rest")
        QTest.keyClick(self.focus(), key, modifiers)

    def press(self, keys: str) -> None:
        """Press digits, signs, and E for Enter, X for Esc, T for Tab, U and D for Page up, down."""
        for key in keys:
            self.key(KEYS[key] if key in KEYS else Qt.Key(ord(key)))

    def write(self, text: str) -> None:
        """Type words with accents, and wait until the field has them."""
        self.wait(lambda: not self.view.scans.box.is_fresh)
        for letter in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(self.focus(), QKeyEvent(kind, 0, PLAIN, letter))
        self.wait(lambda: not self.view.scans.box.is_fresh)

    def replace(self, text: str) -> None:
        """Type over what stands in the field."""
        self.key(Qt.Key.Key_A, CONTROL)
        self.write(text)

    def field(self, name: str) -> None:
        """Go to a field by Tab."""
        wanted = self.view.form.grid.fields[name]
        for _ in range(40):
            if self.focus() is wanted:
                return
            self.key(Qt.Key.Key_Tab)
        raise AssertionError(f"Tab does not lead to {name}")

    def scan(self, text: str, end: Qt.Key | None = Qt.Key.Key_Return, gap_ms: int = 3) -> None:
        """Type as a scanner does: every sign with its time, then the end."""
        self.wait(lambda: not self.view.scans.box.is_fresh)
        moment = 1_000 + time.monotonic_ns() // 1_000_000
        for letter in text:
            code = ord(letter.upper()) if letter.isascii() and letter.isalnum() else 0
            event = QKeyEvent(QEvent.Type.KeyPress, code, PLAIN, letter)
            event.setTimestamp(moment)
            QApplication.sendEvent(self.focus(), event)
            moment += gap_ms
        if end is not None:
            event = QKeyEvent(QEvent.Type.KeyPress, end, PLAIN, "\r")
            event.setTimestamp(moment)
            QApplication.sendEvent(self.focus(), event)
        self.rest()

    def click_undo(self, page: QWidget) -> None:
        """Go to the first button that takes a merge back, and press it."""
        button = next(
            one for one in page.findChildren(QPushButton)
            if one.isVisible() and one.text() == "Undo this merge"
        )  # fmt: skip
        for _ in range(20):
            if self.focus() is button:
                break
            self.key(Qt.Key.Key_Tab)
        self.key(Qt.Key.Key_Return)
        self.rest()

    # What is waited for.

    def wait(self, holds: Callable[[], Any], what: str = "") -> None:
        wait_until(holds, what)

    def rest(self) -> None:
        """Wait until no work is under way and every key was taken."""
        for _ in range(3):
            self.wait(lambda: not self.view.is_saving, "what was sent is saved")
            self.wait(lambda: not self.view.scans.box.is_fresh)
            wait_for_work(self.jobs)

    # What there is.

    @property
    def view(self) -> CheckView:
        return self.page.check

    @property
    def banner(self) -> str:
        return self.view.banner.message() if self.view.banner.isVisible() else ""

    @property
    def entry(self) -> Any:
        return self.view.entry

    def open(self, household: Household, wanted: WorkFilter | None = None) -> None:
        self.page.open_household(household.id, wanted or WorkFilter(unit=household.unit))
        self.rest()
        assert self.view.household == household.id

    def households(self, limit: int = 20, wanted: WorkFilter | None = None) -> list[Household]:
        query = partial(walk_page, wanted=wanted or WorkFilter(), limit=limit)
        return list(self.session.store.read(query).households)

    def stored(self, household: UUID) -> Household:
        return self.session.store.read(partial(read_household, household=household))

    def steps(self, household: UUID) -> list[Step]:
        return self.session.store.read(partial(household_history, household=household))

    def write_store(self, command: Callable[..., Any], **arguments: Any) -> Any:
        """Run a command as another person's program would."""
        return self.session.store.write(
            partial(command, **arguments), actor=self.session.account
        )

    def hamlet(self) -> HamletKey:
        return self.households(1)[0].hamlet_key

    def _on_closed(self) -> None:
        self.closed += 1


def checks(officer: Officer, household: Household) -> list[dict[str, object]]:
    """Return what was checked of a household, as the journal has it."""
    return [
        dict(step.values) for step in officer.steps(household.id) if step.kind == CHECKED
    ]


__all__ = ["GAP_MS", "Officer", "checks"]
