"""Keeps what is in hand as a draft with every change, whatever the disk says to it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from models.errors import KnownError
from ui.context import PageContext
from ui.messages import sentence

_SETTLE_MS: Final = 3000
_RETRY_MS: Final = 2000


class DraftKeeper(QObject):
    """Who has something in hand says in `_put` how it becomes a draft.

    `unkept` says why the disk takes no draft just now; it is tried again by itself.
    """

    unkept = Signal(str)
    kept_again = Signal()

    def __init__(self, context: PageContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._was_unkept = False
        self._settle = self._timer(_SETTLE_MS, self._on_settled)
        self._retry = self._timer(_RETRY_MS, self.keep)

    @property
    def is_unkept(self) -> bool:
        """Say whether what is in hand is in memory alone."""
        return self._retry.isActive()

    @Slot()
    def keep(self) -> None:
        """Keep what is in hand as a draft, or forget it when there is nothing of it."""
        was_unkept, self._was_unkept = self._was_unkept, False
        self._retry.stop()
        try:
            self._put()
        except KnownError as error:
            self._was_unkept = True
            self._retry.start()
            self._say_unkept(error)
            return
        self._settle.start()
        if was_unkept:
            self.kept_again.emit()

    def _put(self) -> None:
        """Put what is in hand in the draft box, or drop it; KnownError as `DraftBox`."""
        raise NotImplementedError

    def _say_unkept(self, error: KnownError) -> None:
        self.unkept.emit(sentence(error, self._context.language))

    def _timer(self, wait_ms: int, slot: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(wait_ms)
        timer.timeout.connect(slot)
        return timer

    @Slot()
    def _on_settled(self) -> None:
        try:
            self._context.drafts.settle()
        except KnownError:
            # The drafts outlive a kill as they are; only a power cut would lose the last ones.
            return
