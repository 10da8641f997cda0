"""Threads for the screens' work: one that writes, two that read, one that exchanges.

Answers come on the GUI thread.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from typing import Any, TypeVar
from weakref import WeakSet

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal, Slot

from ui.jobs import Cancelled, Lane, Progress

T = TypeVar("T")


class ThreadJob:
    """One piece of work; it is its own progress."""

    def __init__(self, jobs: ThreadJobs, progressed: Callable[..., Any] | None) -> None:
        self._jobs = jobs
        self._progressed = progressed
        self._cancelled = threading.Event()

    @property
    def is_cancelled(self) -> bool:
        """Say whether nobody wants the result any more."""
        return self._cancelled.is_set()

    def cancel(self) -> None:
        """Ask the work to stop."""
        self._cancelled.set()

    def report(self, done: int, total: int | None = None, detail: str = "") -> None:
        """Pass progress on, or raise `Cancelled`."""
        if self.is_cancelled:
            raise Cancelled
        if self._progressed is not None:
            self._jobs.deliver(self, self._progressed, done, total, detail)


class ThreadJobs(QObject):
    """Implements `ui.jobs.Jobs` with threads."""

    _delivered = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lanes = {
            "write": ThreadPoolExecutor(1, "write"),
            "read": ThreadPoolExecutor(2, "read"),
            "exchange": ThreadPoolExecutor(1, "exchange"),
        }
        self._pending = self._writing = 0
        self._lock = threading.Lock()
        self._last_write: Future[None] | None = None
        self._dropped: WeakSet[ThreadJob] = WeakSet()
        self._is_closing = self._is_shut = False
        self._delivered.connect(self._on_delivered, Qt.ConnectionType.QueuedConnection)

    def run(
        self, work: Callable[[Progress], T], *, done: Callable[[T], Any],
        failed: Callable[[Exception], Any], lane: Lane = "read",
        progressed: Callable[[int, int | None, str], Any] | None = None,
    ) -> ThreadJob:  # fmt: skip
        """Run `work` on a thread of its lane and call back on the GUI thread.

        While the window closes only writing is still done, and afterwards nothing.
        """
        job = ThreadJob(self, progressed)
        if self._is_shut or (self._is_closing and lane != "write"):
            job.cancel()
            return job
        with self._lock:
            self._pending += 1
            self._writing += lane == "write"
        future = self._lanes[lane].submit(self._work, job, work, done, failed, lane)
        if lane == "write":
            self._last_write = future
        else:
            self._dropped.add(job)
        return job

    def deliver(self, job: ThreadJob, callback: Callable[..., Any], *arguments: Any) -> None:
        """Have `callback` called on the GUI thread unless the job is cancelled by then."""
        self._delivered.emit((job, callback, arguments))

    @property
    def pending(self) -> int:
        """Return how many pieces of work have not answered yet."""
        return self._pending

    @property
    def is_writing(self) -> bool:
        """Say whether something is being written, or waits to be."""
        return self._writing > 0

    def shut_down(self) -> None:
        """Finish what writes, and what its answers have written; drop what reads or exchanges."""
        self._is_closing = True
        for job in self._dropped:
            job.cancel()
        for lane in ("read", "exchange"):
            self._lanes[lane].shutdown(wait=False, cancel_futures=True)
        waited: Future[None] | None = None
        while self._last_write is not waited:
            waited = self._last_write
            if waited is not None:
                wait([waited])
            # One slip is written at a time: its answer sends the next.
            QCoreApplication.sendPostedEvents(self)
        self._is_shut = True
        for executor in self._lanes.values():
            executor.shutdown(wait=True)

    def _work(
        self, job: ThreadJob, work: Callable[[Progress], T], done: Callable[[T], Any],
        failed: Callable[[Exception], Any], lane: Lane,
    ) -> None:  # fmt: skip
        try:
            if job.is_cancelled:
                return
            result = work(job)
        except Cancelled:
            pass
        except Exception as error:  # noqa: BLE001 - every failure reaches the screen
            self.deliver(job, failed, error)
        else:
            self.deliver(job, done, result)
        finally:
            with self._lock:
                self._pending -= 1
                self._writing -= lane == "write"

    @Slot(object)
    def _on_delivered(self, parcel: Any) -> None:
        job, callback, arguments = parcel
        if not job.is_cancelled and not self._is_shut:
            callback(*arguments)
