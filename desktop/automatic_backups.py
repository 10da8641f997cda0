"""Backs the store up by itself: hourly while something changes, and when the window closes."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from desktop.backup_child import start_child
from desktop.backup_log import Outcome, keep_outcomes, read_outcomes
from desktop.session import Session
from models.clock import Clock
from models.errors import KnownError
from models.store.backup_rota import is_due
from models.store.changes import Changes
from models.store.second_place import read_second_place

_TICK_MS: Final = 15_000
Starter = Callable[..., "subprocess.Popen[bytes]"]


class AutomaticBackups(QObject):
    """For one session; `ended` gives how a backup to each place went, `{place: outcome}`."""

    ended = Signal(object)

    def __init__(
        self, session: Session, clock: Clock, parent: QObject | None = None, *,
        start: Starter = start_child,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._session = session
        self._clock = clock
        self._start = start
        self._child: subprocess.Popen[bytes] | None = None
        self._tried_ms: int | None = None
        # Set on the thread that wrote; what was written since the last backup began.
        self._has_changed = False
        session.store.on_change(self._on_change)
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self.tick)

    @property
    def is_running(self) -> bool:
        """Whether a backup is being made."""
        return self._child is not None

    def start(self) -> None:
        """Begin to look after it."""
        self._timer.start()

    def back_up_now(self) -> None:
        """Make a backup at once, unless one is being made."""
        if self._child is None:
            self._begin()

    def stop(self) -> None:
        """Make a last backup of what changed; nobody waits for it."""
        self._timer.stop()
        if self._has_changed and self._child is None:
            self._begin()

    def outcomes(self) -> dict[str, Outcome]:
        """Return how the last backup to each of today's places went."""
        known = read_outcomes(self._session.paths.backups_log)
        return {str(place): known[str(place)] for place in self.places() if str(place) in known}

    def places(self) -> Sequence[Path]:
        """Return the folders that backups go to."""
        second = self._session.store.read(read_second_place)
        return [self._session.paths.backups, *([second] if second is not None else [])]

    @Slot()
    def tick(self) -> None:
        """Look whether a backup has ended or is due."""
        if self._child is not None:
            if self._child.poll() is None:
                return
            self._child = None
            self.ended.emit(self.outcomes())
        now_ms = self._clock.now_ms()
        if is_due(now_ms, self._last_ms(), has_changed=self._has_changed):
            self._begin()

    def _last_ms(self) -> int | None:
        """Return when the last backup was tried: one that failed is tried again in an hour."""
        if self._tried_ms is not None:
            return self._tried_ms
        made = [one.made_ms for one in self.outcomes().values() if one.is_good]
        return max(made, default=None)

    def _begin(self) -> None:
        session = self._session
        self._has_changed = False
        self._tried_ms = self._clock.now_ms()
        try:
            places = self.places()
            self._child = self._start(
                session.paths, session.key, session.unit, places, self._tried_ms
            )
        except KnownError:
            # The store does not answer: that is told where it is worked with.
            self._has_changed = True
        except OSError:
            failed = Outcome(self._tried_ms, "", "backup.no_process")
            keep_outcomes(session.paths.backups_log, {str(place): failed for place in places})
            self.ended.emit(self.outcomes())

    def _on_change(self, _changes: Changes) -> None:
        self._has_changed = True
