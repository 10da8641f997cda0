"""What goes on by itself so that a store is safe: it is examined, and its disks are watched."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from desktop.automatic_checks import AutomaticChecks
from desktop.disk_watch import DiskWatch
from models.clock import Clock, up_ms
from models.sentences.catalog import Language, say

if TYPE_CHECKING:
    from desktop.session import Session
    from models.store.room import Room


class StoreSafety(QObject):
    """For one session; `damaged` says once that the store was found damaged."""

    damaged = Signal()

    def __init__(
        self, session: Session, clock: Clock, tell: Callable[[str], object], language: Language,
        parent: QObject | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._tell = tell
        self._language: Language = language
        self.checks = AutomaticChecks(session, clock, up_ms, self)
        self.checks.damaged.connect(self.damaged)
        self.checks.failed.connect(self._on_failed)
        self.disks = DiskWatch(session, self)
        self.disks.low.connect(self._on_low)

    def start(self) -> None:
        """Begin to look after it."""
        self.checks.start()
        self.disks.start()

    def stop(self) -> None:
        """Look after it no more."""
        self.checks.stop()
        self.disks.stop()

    @Slot()
    def _on_failed(self) -> None:
        self._tell(say("repair.check_broken", self._language))

    @Slot(object)
    def _on_low(self, room: Room) -> None:
        self._tell(
            say("repair.disk_low", self._language, folder=room.folder,
                free=room.free // 2**20, needed=room.needed // 2**20)
        )  # fmt: skip
