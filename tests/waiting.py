"""Waits for what a window does, letting its events and the work beside it go on."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from desktop.jobs import ThreadJobs

PATIENCE_S = 20.0
_CALM = 3


def wait_until(holds: Callable[[], Any], what: str = "", patience: float = PATIENCE_S) -> None:
    """Let the event loop run until `holds()`; AssertionError once patience is at an end.

    Not by `QTest.qWait`: it takes the interpreter's lock so often that work beside the window
    gets a tenth of its speed.
    """
    end = time.monotonic() + patience
    while not holds():
        if time.monotonic() > end:
            raise AssertionError(f"waited in vain: {what or holds}")
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        time.sleep(0.001)


def wait_for_work(jobs: ThreadJobs) -> None:
    """Wait until no work is under way and the answers of all of it were taken.

    An answer may ask for more: only when taking them has led to nothing is there rest.
    """
    calm = 0
    while calm < _CALM:
        wait_until(lambda: jobs.pending == 0, "no work is pending")
        settle()
        calm = calm + 1 if jobs.pending == 0 else 0


def settle() -> None:
    """Take what is queued."""
    for _ in range(5):
        QApplication.processEvents()
