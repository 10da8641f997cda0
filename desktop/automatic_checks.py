"""Examines the store by itself: its pages after each start, weekly its chain too; nobody waits.

And sees when anybody found it damaged: this window, a child of it, or another program.
"""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from desktop.check_child import DAMAGED, start_check
from desktop.check_log import Examined, read_examined
from desktop.session import Session
from models.clock import Clock
from models.store.changes import Changes

_TICK_MS: Final = 2000
# The first pages come first; and what takes long waits until nothing was recorded for a while.
_AFTER_START_MS: Final = 60_000
_IDLE_MS: Final = 5 * 60_000
# Where nobody ever rests: it is not put off for longer than that.
_LONGEST_MS: Final = 2 * 3_600_000
Starter = Callable[..., "subprocess.Popen[bytes]"]


class AutomaticChecks(QObject):
    """For one session; `damaged` says so once, `failed` that an examination came to no end."""

    damaged = Signal()
    failed = Signal()

    def __init__(
        self, session: Session, clock: Clock, up_ms: Callable[[], int],
        parent: QObject | None = None, *, start: Starter = start_check,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._session = session
        self._clock = clock
        self._up_ms = up_ms
        self._start = start
        self._child: subprocess.Popen[bytes] | None = None
        self._began_ms = self._busy_ms = up_ms()
        self._are_pages_done = self._is_chain_done = False
        self._examined: Examined | None = None
        session.store.on_change(self._on_change)
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self.tick)

    @property
    def is_running(self) -> bool:
        """Whether the store is being examined."""
        return self._child is not None

    def start(self) -> None:
        """Begin to look after it."""
        self._timer.start()

    def stop(self) -> None:
        """Begin nothing more; what is under way ends by itself."""
        self._timer.stop()

    @Slot()
    def tick(self) -> None:
        """Look whether the store was found damaged, and whether an examination ended or is due."""
        if self._session.paths.damage.exists():
            self._tell_damage()
            return
        if self._child is not None:
            code = self._child.poll()
            if code is None:
                return
            self._child = None
            if code == DAMAGED:
                # It may have found no room even for the mark.
                self._tell_damage()
                return
            if code:
                self.failed.emit()
        up_ms = self._up_ms()
        if self._is_chain_done or up_ms - self._began_ms < _AFTER_START_MS:
            return
        if self._examined is None:
            self._examined = read_examined(self._session.paths.checks_log)
        examined, now_ms = self._examined, self._clock.now_ms()
        if examined.is_chain_due(now_ms) and self._is_idle(up_ms):
            self._is_chain_done = self._are_pages_done = True
            self._begin(now_ms, with_chain=True)
        elif not self._are_pages_done and examined.are_pages_due(now_ms):
            self._are_pages_done = True
            self._begin(now_ms, with_chain=False)

    def _tell_damage(self) -> None:
        self.stop()
        self.damaged.emit()

    def _is_idle(self, up_ms: int) -> bool:
        return up_ms - self._busy_ms >= _IDLE_MS or up_ms - self._began_ms >= _LONGEST_MS

    def _begin(self, now_ms: int, *, with_chain: bool) -> None:
        session = self._session
        try:
            self._child = self._start(session.paths, session.key, now_ms, with_chain=with_chain)
        except OSError:
            self.failed.emit()

    def _on_change(self, _changes: Changes) -> None:
        self._busy_ms = self._up_ms()
