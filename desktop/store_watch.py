"""Notices what another program, or another counter, wrote into the open store."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Slot

if TYPE_CHECKING:
    from desktop.jobs import ThreadJobs
    from models.store.store import Store
    from ui.bus import Bus

WATCH_MS: Final = 1000


class StoreWatch(QObject):
    """Asks once a second, and tells the bus."""

    def __init__(
        self, store: Store, bus: Bus, jobs: ThreadJobs, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._bus = bus
        self._jobs = jobs
        self._version: int | None = None
        self._is_late = False
        self._is_asking = False
        self._timer = QTimer(self)
        self._timer.setInterval(WATCH_MS)
        self._timer.timeout.connect(self._on_time)

    def start(self) -> None:
        """Ask now and from now on."""
        self._on_time()
        self._timer.start()

    def stop(self) -> None:
        """Ask no more."""
        self._timer.stop()

    @Slot()
    def _on_time(self) -> None:
        from models.errors import KnownError

        if self._store.is_shared:
            self._ask_server()
            return
        try:
            version = self._store.data_version()
        except KnownError as error:
            self._on_no_version(error)
            return
        self._on_version(version)

    def _ask_server(self) -> None:
        """Ask on a thread: a server that is gone may take seconds to be missed."""
        if not self._is_asking:
            self._is_asking = True
            self._jobs.run(
                lambda _progress: self._store.data_version(), done=self._on_version,
                failed=self._on_no_version,
            )  # fmt: skip

    def _on_no_version(self, _error: Exception) -> None:
        # Asked again in a second; who writes or reads next says what is wrong.
        self._is_asking = False
        self._is_late = True

    def _on_version(self, version: int | None) -> None:
        from models.store.changes import Changes

        self._is_asking = False
        if version is None:
            self._is_late = True
            return
        # Known only after the pages were read: what was written in between is news to them.
        is_unseen = self._is_late if self._version is None else version != self._version
        if is_unseen:
            self._bus.announce(Changes(is_elsewhere=True))
        self._version = version
