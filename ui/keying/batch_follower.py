"""Follows a batch while slips are keyed into it: read anew after each slip, never twice at once."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from models.surveys.records import Slip
from ui.context import PageContext
from ui.keying.loading import BatchProgress, read_progress


class BatchFollower(QObject):
    """Holds what was last read of one batch; `read` when it is new, `failed` when it is not."""

    read = Signal()
    failed = Signal(object)

    def __init__(self, context: PageContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.progress: BatchProgress | None = None
        self._is_reading = self._is_stale = False

    @property
    def is_reading(self) -> bool:
        """Say whether something newer is on its way."""
        return self._is_reading

    @property
    def batch(self) -> UUID | None:
        """The batch that is followed."""
        return self.progress.batch.id if self.progress is not None else None

    @property
    def slips(self) -> tuple[Slip, ...]:
        """The last slips, the newest first."""
        return self.progress.slips if self.progress is not None else ()

    @property
    def standing(self) -> list[Slip]:
        """Those of the last slips that stand."""
        return [slip for slip in self.slips if slip.status in ("valid", "invalid")]

    def follow(self, progress: BatchProgress) -> None:
        """Follow another batch from here on."""
        self.progress = progress

    def refresh(self) -> None:
        """Read the batch again, once more after a reading that is under way."""
        if self.progress is None:
            return
        if self._is_reading:
            self._is_stale = True
            return
        self._is_reading, self._is_stale = True, False
        query = partial(read_progress, batch=self.progress.batch.id)
        self._context.read(query, self._on_read, self._on_unread)

    def _on_read(self, progress: BatchProgress) -> None:
        self._is_reading = False
        # Another batch may have been taken in hand meanwhile.
        is_this = self.progress is not None and self.progress.batch.id == progress.batch.id
        if is_this:
            self.progress = progress
        if self._is_stale or not is_this:
            self.refresh()
        self.read.emit()

    def _on_unread(self, error: Exception) -> None:
        self._is_reading = False
        self.failed.emit(error)
