"""Somebody at the exchange page: keys in, what the page and the store say out."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from sqlalchemy import func, select

from desktop.jobs import ThreadJobs
from desktop.session import Session
from exports.exchange.files import write_bundle
from models.journal.tables import events
from models.stations.own import read_own
from models.stations.queries import EnrolledStation, enrolled
from models.store.drafts import DraftBox
from models.store.files import write_atomically
from tests.exports.exchange.pair import Station
from tests.ui.exchange.stand_in import StandIn
from tests.waiting import PATIENCE_S, wait_for_work, wait_until
from ui.bus import Bus
from ui.context import PageContext
from ui.exchange.enrol_dialog import EnrolDialog
from ui.exchange.files import FileDialogs
from ui.exchange.page import ExchangePage
from ui.hub_rounds import HubRounds

PLAIN = Qt.KeyboardModifier.NoModifier


class Exchanger:
    """Drives one `ExchangePage` on an open store; files come from and go to the stick."""

    def __init__(self, session: Session, stick: Path) -> None:
        self.session, self.stick = session, stick
        self.jobs, self.bus = ThreadJobs(), Bus()
        self.drafts = DraftBox(session.paths.drafts, session.key, session.account)
        self.raised: list[Exception] = []
        session.store.on_change(self.bus.announce)
        self.context = PageContext(
            session.store, self.drafts, self.jobs, self.bus, session.account,
            session.account_name, session.unit, "en", self.raised.append, session.role,
        )  # fmt: skip
        # What dialogs answer with, the names that they suggested, the folders they began in.
        self.source: Path | None = None
        self.is_saving = True
        self.suggested: list[str] = []
        self.begun: list[Path] = []
        self.hub = StandIn()
        self.rounds = HubRounds(
            self.context, session.store.clock, line_to=self.hub.line_to,
            seconds=lambda: self.hub.now_s, chance=lambda: 0.0,
        )  # fmt: skip
        self.page = ExchangePage(self.context, session.store.clock, self.rounds)
        self.page.ask_files_by(FileDialogs(self._ask_source, self._ask_target))
        self.page.resize(1100, 700)
        self.page.show()
        self.page.activateWindow()
        wait_until(self.page.isActiveWindow)
        self.rest()

    def stop(self) -> None:
        """Take the page away as the end of the program does."""
        self.hub.gate.set()
        self.rounds.stop()
        self.rest()
        self.page.close()
        self.page.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        self.jobs.shut_down()
        self.drafts.close()

    def rest(self) -> None:
        """Wait until no work is under way and its answers are taken."""
        wait_for_work(self.jobs)

    def press(self, *keys: Qt.Key) -> None:
        """Press keys where the focus is, and wait for what comes of it."""
        for key in keys:
            QTest.keyClick(QApplication.focusWidget() or self.page, key, PLAIN)
        self.rest()

    def tab_to(self, wanted: QWidget, most: int = 30) -> None:
        """Press Tab until the focus is on a widget."""
        for _ in range(most):
            if QApplication.focusWidget() is wanted:
                return
            QTest.keyClick(QApplication.focusWidget() or self.page, Qt.Key.Key_Tab)
        raise AssertionError("Tab does not lead there")

    def said(self) -> str:
        """Return what the notice says, "" while it is hidden."""
        return self.page.notice.message() if self.page.notice.isVisible() else ""

    def written(self) -> Path:
        """Return the one file on the stick."""
        (found,) = self.stick.iterdir()
        return found

    # Other stations.

    def give_card(self, other: Station) -> None:
        """Have the dialog answer with another station's card."""
        self.source = self.stick / "card.motcua-card"
        write_atomically(self.source, other.own.card.to_text().encode())

    def give_bundle(self, sealed: bytes) -> None:
        """Have the dialog answer with a bundle."""
        self.source = self.stick / "incoming.motcua"
        write_bundle(self.source, sealed)

    def knows(self) -> dict[str, EnrolledStation]:
        """Return the stations that are enrolled here, by name."""
        known = self.session.store.read(enrolled).values()
        return {one.name: one for one in known if one.is_active}

    def me(self) -> Station:
        """Return this station."""
        own = self.session.store.read(read_own)
        assert own is not None
        return Station(self.session, own)

    def count(self) -> int:
        """Return how many events the journal holds."""
        query = select(func.count()).select_from(events)
        return int(self.session.store.read(lambda c: c.execute(query).scalar_one()))

    @contextmanager
    def holding_up(self) -> Iterator[None]:
        """Let nothing be written while this lasts."""
        gate = threading.Event()
        self.jobs.run(
            lambda _progress: gate.wait(PATIENCE_S), done=lambda _: None,
            failed=self.raised.append, lane="write",
        )  # fmt: skip
        try:
            yield
        finally:
            gate.set()
            self.rest()

    def answer_dialog(self, answer: Callable[[EnrolDialog], Any]) -> None:
        """Have `answer` called once the dialog is open; what opens it comes next."""
        timer = QTimer(self.page)
        end = time.monotonic() + PATIENCE_S

        def look() -> None:
            dialog = QApplication.activeModalWidget()
            if isinstance(dialog, EnrolDialog) and dialog.isAncestorOf(
                QApplication.focusWidget() or self.page
            ):
                timer.stop()
                answer(dialog)
                # One that was not left holds up the test for ever.
                dialog.close()
            elif time.monotonic() > end:
                timer.stop()
                if dialog is not None:
                    dialog.close()

        timer.timeout.connect(look)
        timer.start(1)

    def come_back(self) -> None:
        """Make the page active after a dialog, which the offscreen platform leaves to us."""
        self.page.activateWindow()
        wait_until(self.page.isActiveWindow)
        self.rest()

    def _ask_source(self, _parent: QWidget, folder: Path, _suffix: str) -> Path | None:
        self.begun.append(folder)
        return self.source

    def _ask_target(self, _parent: QWidget, suggestion: Path, _suffix: str) -> Path | None:
        self.begun.append(suggestion.parent)
        self.suggested.append(suggestion.name)
        return self.stick / suggestion.name if self.is_saving else None
