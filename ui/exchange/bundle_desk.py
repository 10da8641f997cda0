"""Bundles on their way out and in: for whom, which file, and what became of it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from models.audit.happenings import bundle_taken, bundle_written
from models.audit.records import Happening
from models.clock import Clock
from models.stations.ledger import Delivery
from ui.context import PageContext
from ui.exchange import tasks, words
from ui.exchange.files import BUNDLE, FileDialogs, bundle_name
from ui.exchange.notice import Notice
from ui.jobs import Progress
from ui.veiled_work import VeiledWork
from ui.widgets.menus import open_menu


class BundleDesk(QObject):
    """Does one thing at a time; `exchanged` says that the ledger is another now."""

    exchanged = Signal()
    decisions_requested = Signal()
    slip_decisions_requested = Signal()

    def __init__(
        self, context: PageContext, clock: Clock, page: QWidget, notice: Notice,
        files: FileDialogs,
    ) -> None:  # fmt: skip
        super().__init__(page)
        self._context = context
        self._clock = clock
        self._page = page
        self._notice = notice
        self.files = files
        self.work = VeiledWork(context, page)

    def write(
        self, own: UUID, deliveries: Sequence[Delivery], place: QPoint
    ) -> QMenu | None:
        """Write for the one station there is; else ask in a menu at a place of the screen.

        All of them get one bundle only if they may read the same: none gets what another may not.
        """
        if self.work.is_busy or not deliveries:
            return None
        if len(deliveries) == 1:
            self._write([deliveries[0].station.id], bundle_name(self._clock.today(), own))
            return None
        menu = QMenu(self._page)
        menu.aboutToHide.connect(menu.deleteLater)
        if len({one.station.units for one in deliveries}) == 1:
            everyone = [one.station.id for one in deliveries]
            menu.addAction(self.tr("For all stations")).triggered.connect(
                partial(self._on_chosen, own, everyone, None)
            )
        for one in deliveries:
            said = self.tr("For %1").replace("%1", one.station.name)
            # An ampersand in a name is no key.
            menu.addAction(said.replace("&", "&&")).triggered.connect(
                partial(self._on_chosen, own, [one.station.id], one.station.id)
            )
        open_menu(menu, place)
        return menu

    def take(self) -> None:
        """Ask for a bundle and take it in."""
        if self.work.is_busy:
            return
        path = self.files.source(self._page, BUNDLE)
        if path is not None:
            self._run(self.tr("The bundle is being taken in"), tasks.take_from, self._on_taken,
                      path, _taken)  # fmt: skip

    def _on_chosen(
        self, own: UUID, recipients: Sequence[UUID], one: UUID | None, _is_checked: bool = False
    ) -> None:
        self._write(recipients, bundle_name(self._clock.today(), own, one))

    def _write(self, recipients: Sequence[UUID], name: str) -> None:
        path = self.files.target(self._page, name, BUNDLE)
        if path is not None:
            work = partial(tasks.write_for, recipients=recipients)
            told = partial(_written, recipients)
            self._run(self.tr("The bundle is being written"), work, self._on_written, path, told)

    def _run(
        self, label: str, task: Callable[..., Any], done: Callable[[Any], Any], path: Path,
        told: Callable[[Any], list[Happening]],
    ) -> None:  # fmt: skip
        stop = threading.Event()

        def work(progress: Progress) -> Any:
            result = task(
                self._context.store, path=path, account=self._context.account, stop=stop,
                progress=progress,
            )  # fmt: skip
            happened = told(result)
            if happened:
                self._context.note(*happened)
            return result

        self._notice.setVisible(False)
        self.work.store(label, work, done, self._notice.tell_error, stop)

    def _on_written(self, done: tasks.Written) -> None:
        self._notice.tell("success", words.written(done))
        self.exchanged.emit()

    def _on_taken(self, done: tasks.Taken) -> None:
        tone, said = words.taken(done)
        if done.conflicts or done.slips:
            asked = self.decisions_requested if done.conflicts else self.slip_decisions_requested
            self._notice.ask(tone, said, self.tr("Decide"), asked.emit)
        else:
            self._notice.tell(tone, said)
        self.exchanged.emit()


def _written(recipients: Sequence[UUID], done: tasks.Written) -> list[Happening]:
    return [bundle_written(done.events, recipients)]


def _taken(done: tasks.Taken) -> list[Happening]:
    """Return what the audit is told: nothing of a bundle that changed nothing."""
    if not (done.new or done.held or done.quarantined):
        return []
    return [bundle_taken(done.station, done.events, done.new)]
