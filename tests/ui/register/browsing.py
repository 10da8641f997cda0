"""Somebody at the register: keys in, what the pages and the store say out."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.jobs import ThreadJobs
from desktop.session import Session
from models.households.commands import check_household
from models.households.progress import WorkFilter, hamlet_progress
from models.households.queries import read_household, walk_page
from models.households.records import HamletProgress, Household
from models.store.drafts import DraftBox
from tests.waiting import wait_for_work, wait_until
from ui.bus import Bus
from ui.context import PageContext
from ui.register.register_page import RegisterPage
from ui.register.section import RegisterSection

PLAIN = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


class Browser:
    """Drives one `RegisterSection` on an open store; nothing here sleeps for a fixed time."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.jobs, self.bus = ThreadJobs(), Bus()
        self.drafts = DraftBox(session.paths.drafts, session.key, session.account)
        self.raised: list[Exception] = []
        session.store.on_change(self.bus.announce)
        self.context = PageContext(
            session.store, self.drafts, self.jobs, self.bus, session.account,
            session.account_name, session.unit, "en", self.raised.append, session.role,
        )  # fmt: skip
        self.section = self.seat()

    def seat(self) -> RegisterSection:
        """Open the section as the window does."""
        section = RegisterSection(self.context, self.session.store.clock)
        section.resize(1190, 768)
        section.show()
        # At once, as the window does it: later its rows may be there and take the focus.
        section.take_focus()
        section.activateWindow()
        self.wait(section.isActiveWindow)
        self.section = section
        self.rest()
        return section

    def leave(self) -> None:
        """Take the section away as the end of the program does."""
        self.rest()
        self.section.close()
        self.section.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def stop(self) -> None:
        self.leave()
        self.jobs.shut_down()
        self.drafts.close()

    def alone(self) -> RegisterPage:
        """Let the page's wishes lead nowhere, and return the page."""
        page, section = self.page, self.section
        for signal, slot in (
            (page.household_chosen, section.open_household),
            (page.next_requested, section._on_next_requested),
            (page.import_requested, section.start_import),
            (page.new_requested, section._on_new_requested),
            (page.decisions_requested, section.open_decisions),
            (page.duplicates_requested, section._on_duplicates_requested),
        ):
            signal.disconnect(slot)
        return page

    def focus(self) -> QWidget:
        return QApplication.focusWidget() or self.section

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = PLAIN) -> None:
        """Press and release a key; an open popup takes it, as it does on a real screen."""
        QTest.keyClick(QApplication.activePopupWidget() or self.focus(), key, modifiers)

    def write(self, text: str) -> None:
        """Type words with accents, one key event a letter."""
        for letter in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(self.focus(), QKeyEvent(kind, 0, PLAIN, letter))

    def wait(self, holds: Callable[[], Any], what: str = "") -> None:
        wait_until(holds, what)

    def rest(self) -> None:
        """Wait until no work is under way and its answers are taken."""
        wait_for_work(self.jobs)

    @property
    def page(self) -> RegisterPage:
        return self.section.register

    def to_places(self, row: int) -> None:
        """Go to a row of the overview by keys."""
        self.page.panel._list.setFocus()
        self.key(Qt.Key.Key_Home)
        for _ in range(row):
            self.key(Qt.Key.Key_Down)
        self.rest()

    def to_table(self) -> None:
        """Go from the search into the list."""
        self.key(Qt.Key.Key_F, CONTROL)
        self.key(Qt.Key.Key_Down)
        assert self.focus() is self.page.table

    def shown(self) -> list[Household]:
        model = self.page.model
        found = [model.household(row) for row in range(model.rowCount())]
        return [household for household in found if household is not None]

    def names(self) -> list[str]:
        return [household.name for household in self.shown()]

    def walk(self, wanted: WorkFilter | None = None, limit: int = 2000) -> list[Household]:
        query = partial(walk_page, wanted=wanted or WorkFilter(), limit=limit)
        return list(self.session.store.read(query).households)

    def stored(self, household: UUID) -> Household:
        return self.session.store.read(partial(read_household, household=household))

    def hamlets(self) -> list[HamletProgress]:
        return self.session.store.read(hamlet_progress)

    def check(self, household: UUID, outcome: str = "dung", **values: Any) -> None:
        """Record a check as another person's page would."""
        command = partial(check_household, household=household, outcome=outcome, values=values)
        self.session.store.write(command, actor=self.session.account)
        self.rest()


class Asked:
    """Stands for the file dialog: answers with what was put in, and remembers the questions."""

    def __init__(self) -> None:
        self.answer: Path | None = None
        self.suggestions: list[Path] = []

    def path(self, _parent: QWidget, suggestion: Path, _kind: str) -> Path | None:
        self.suggestions.append(suggestion)
        return self.answer
