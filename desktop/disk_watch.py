"""Says that a disk is nearly full before it is: the store's own, and that of the second place."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from desktop.session import Session
from models.errors import KnownError
from models.store.room import Room, rooms
from models.store.second_place import read_second_place

_EVERY_MS: Final = 5 * 60_000


class DiskWatch(QObject):
    """Looks at the start and every five minutes; `low` gives the `Room` of a disk that gets full.

    Said once for each folder, and again when it had room in between.
    """

    low = Signal(object)
    _looked = Signal(object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._said: set[Path] = set()
        self._thread: threading.Thread | None = None
        self._looked.connect(self._on_looked)
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Look now and from now on."""
        self._timer.start()
        self.look()

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()

    @Slot()
    def look(self) -> None:
        """Look on a thread that nobody waits for: a disk that was pulled out may hang."""
        if self._thread is None or not self._thread.is_alive():
            self._thread = threading.Thread(target=self._look, name="disks", daemon=True)
            self._thread.start()

    def _look(self) -> None:
        session = self._session
        try:
            second = session.store.read(read_second_place)
        except KnownError:
            second = None
        found = rooms(session.paths.store, [second] if second is not None else [])
        try:
            self._looked.emit(found)
        except RuntimeError:
            # The window closed meanwhile.
            return

    @Slot(object)
    def _on_looked(self, found: list[Room]) -> None:
        for room in found:
            if not room.is_low:
                self._said.discard(room.folder)
            elif room.folder not in self._said:
                self._said.add(room.folder)
                self.low.emit(room)
