"""How screens have work done off the GUI thread; the threads themselves belong to the desktop."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal, Protocol, TypeVar

T = TypeVar("T")

# Writes run one after the other in the order they were asked for; reads run beside them. What is
# exchanged over the network has a lane of its own: it may take minutes, and nobody waits behind it.
Lane = Literal["read", "write", "exchange"]


class Progress(Protocol):
    """What a piece of work tells the screen while it runs."""

    def report(self, done: int, total: int | None = None, detail: str = "") -> None:
        """Say how far the work is; raises `Cancelled` when nobody wants it any more."""


class Job(Protocol):
    """A piece of work that was asked for."""

    def cancel(self) -> None:
        """Ask the work to stop; its `done` and `failed` are not called any more."""


class Cancelled(Exception):  # noqa: N818 - not an error: the person chose it
    """Raised inside work that was cancelled."""


class Jobs(Protocol):
    """Runs work elsewhere and calls back on the GUI thread."""

    @property
    def is_writing(self) -> bool:
        """Say whether something is being written, or waits to be; on any thread."""

    def run(
        self, work: Callable[[Progress], T], *, done: Callable[[T], Any],
        failed: Callable[[Exception], Any], lane: Lane = "read",
        progressed: Callable[[int, int | None, str], Any] | None = None,
    ) -> Job:  # fmt: skip
        """Run `work`; then `done` with its result, or `failed` with what went wrong."""
