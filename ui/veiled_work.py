"""One piece of work at a time, with progress once it takes a while and a way to stop it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from ui.context import PageContext
from ui.jobs import Job, Lane, Progress
from ui.widgets.progress_panel import BusyOverlay

Answer = Callable[[Any], Any]


class VeiledWork(QObject):
    """Veils the page while it lasts; the answer comes once the veil is gone."""

    def __init__(self, context: PageContext, page: QWidget) -> None:
        super().__init__(page)
        self._context = context
        self._job: Job | None = None
        self._stopped: Callable[[], Any] | None = None
        self._stop: threading.Event | None = None
        self._overlay = BusyOverlay(page)
        self._overlay.cancelled.connect(self._on_cancelled)

    @property
    def is_busy(self) -> bool:
        """Say whether an answer is awaited."""
        return self._job is not None

    @property
    def is_storing(self) -> bool:
        """Say whether something is being stored, which is only stopped by its own veil."""
        return self._stop is not None

    def run(
        self, label: str, work: Callable[[Progress], Any], done: Answer, failed: Answer,
        stopped: Callable[[], Any],
    ) -> None:  # fmt: skip
        """Run `work` in place of what ran before; `stopped` is called if a person stops it."""
        self.drop()
        self._stopped = stopped
        self._overlay.start_later(label)
        self._begin(work, done, failed, "read")

    def store(
        self, label: str, work: Callable[[Progress], Any], done: Answer, failed: Answer,
        stop: threading.Event,
    ) -> None:  # fmt: skip
        """Run `work` that stores something; it is veiled at once and always answers.

        `stop` is set when a person wants it stopped: only the work knows whether it was in time.
        """
        self.drop()
        self._stop = stop
        self._overlay.start(label)
        self._begin(work, done, failed, "write")

    def drop(self) -> None:
        """Stop what only reads; nobody is told."""
        if self._job is not None:
            self._job.cancel()
        self._finish()

    def _begin(
        self, work: Callable[[Progress], Any], done: Answer, failed: Answer, lane: Lane
    ) -> None:
        self._job = self._context.jobs.run(
            work, done=partial(self._answer, done), failed=partial(self._answer, failed),
            progressed=self._on_progressed, lane=lane,
        )  # fmt: skip

    def _answer(self, callback: Answer, result: Any) -> None:
        self._finish()
        callback(result)

    def _finish(self) -> None:
        self._job = self._stop = None
        self._overlay.finish()

    def _on_progressed(self, done: int, total: int | None, _detail: str) -> None:
        self._overlay.panel.set_progress(done, total)

    @Slot()
    def _on_cancelled(self) -> None:
        if self._stop is not None:
            self._stop.set()
            return
        self.drop()
        if self._stopped is not None:
            self._stopped()
