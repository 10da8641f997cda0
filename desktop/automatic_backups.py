"""Backs the store up by itself: hourly while something changes, and when the window closes."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from desktop.audit import tells_of_work
from desktop.backup_child import NOT_ALL, start_child
from desktop.backup_log import Outcome, keep_outcomes, read_outcomes
from desktop.session import Session
from models.clock import Clock
from models.store.backup_rota import is_due
from models.store.changes import Changes

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

    @Slot()
    def tick(self) -> None:
        """Look whether a backup has ended or is due."""
        if self._child is not None:
            code = self._child.poll()
            if code is None:
                return
            self._child = None
            self._end(code)
        now_ms = self._clock.now_ms()
        if self._has_changed and is_due(now_ms, self._last_ms()):
            self._begin()

    def _last_ms(self) -> int | None:
        """Return when the last backup was tried: one that failed is tried again in an hour."""
        if self._tried_ms is not None:
            return self._tried_ms
        made = read_outcomes(self._session.paths.backups_log).values()
        return max((one.made_ms for one in made if one.is_good), default=None)

    def _begin(self) -> None:
        session = self._session
        if session.paths.damage.exists():
            # Of a damaged store nothing is made; it is told by who found it.
            return
        self._has_changed = False
        self._tried_ms = self._clock.now_ms()
        try:
            self._child = self._start(session.paths, session.key, session.unit, self._tried_ms)
        except OSError:
            self._end(None)

    def _end(self, code: int | None) -> None:
        """Tell how it went; `code` is what the process ended with, None where there was none."""
        paths = self._session.paths
        if code not in (0, NOT_ALL):
            # It left no word of itself.
            wrong = "backup.no_process" if code is None else "backup.broken_off"
            broken = Outcome(self._tried_ms or 0, "", wrong)
            keep_outcomes(paths.backups_log, {str(paths.backups): broken})
        found = read_outcomes(paths.backups_log)
        ended = {place: one for place, one in found.items() if one.made_ms == self._tried_ms}
        if not all(one.is_good for one in ended.values()):
            self._has_changed = True
        self.ended.emit(ended)

    def _on_change(self, changes: Changes) -> None:
        # That somebody signed in, or that a backup was made, is no reason to make another.
        if tells_of_work(changes):
            self._has_changed = True
