"""Waits for the network in a way that can be stopped at any moment.

A name that is looked up, a line that is dead: what asks the network may hang for minutes, and no
one can stop it from outside. So it asks on a thread of its own, which is left behind when nobody
waits any more: it holds nothing, and ends with the process.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from queue import SimpleQueue
from typing import TypeVar

T = TypeVar("T")


class RoundStopped(Exception):  # noqa: N818 - not an error: it was chosen
    """Raised where an exchange was stopped; what it had done stays done."""


class Stoppable:
    """Runs what asks the network; `stop` may be called from any thread, once and for all."""

    def __init__(self) -> None:
        self._stopped = threading.Event()
        self._waits: set[SimpleQueue[Callable[[], object]]] = set()
        self._lock = threading.Lock()

    def stop(self) -> None:
        """Have whoever waits go on at once, with `RoundStopped`."""
        with self._lock:
            self._stopped.set()
            for wait in self._waits:
                wait.put(_stopped)

    def check(self) -> None:
        """Raise `RoundStopped` once it was stopped."""
        if self._stopped.is_set():
            raise RoundStopped

    def pause(self, seconds: float) -> None:
        """Wait a while, less if it is stopped meanwhile."""
        self._stopped.wait(seconds)
        self.check()

    def run(self, work: Callable[[], T]) -> T:
        """Return what `work` returns, or raise what it raises; `RoundStopped` when stopped."""
        answers: SimpleQueue[Callable[[], object]] = SimpleQueue()
        with self._lock:
            self.check()
            self._waits.add(answers)
        result: list[T] = []
        threading.Thread(
            target=_ask, args=(work, result, answers), name="network", daemon=True
        ).start()
        try:
            answers.get()()
        finally:
            with self._lock:
                self._waits.discard(answers)
        return result[0]


def _ask(
    work: Callable[[], T], result: list[T], answers: SimpleQueue[Callable[[], object]]
) -> None:
    try:
        result.append(work())
    except Exception as error:  # noqa: BLE001 - whatever it is, who waits for it is told
        failure = error

        def fail() -> object:
            raise failure

        answers.put(fail)
    else:
        answers.put(_answered)


def _answered() -> None:
    """Go on: the answer is there."""


def _stopped() -> None:
    raise RoundStopped
