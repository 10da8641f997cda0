"""Keeps what the hub knows up with what stations send, in a quiet thread of its own.

Intakes leave the projections alone. When they fall behind, or the database is away for a while,
nobody who exchanges waits: this looks again in a second.
"""

from __future__ import annotations

import logging
import threading
import traceback
from collections.abc import Callable
from typing import Final

from models.errors import KnownError

_EVERY_S: Final = 1.0
_LOG: Final = logging.getLogger("motcua.hub")


class CatchingUp:
    """Calls `catch_up` once in `every_s` seconds, from `start` to `stop`."""

    def __init__(self, catch_up: Callable[[], object], *, every_s: float = _EVERY_S) -> None:
        self._catch_up = catch_up
        self._every_s = every_s
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._run, name="catching-up", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def stop(self) -> None:
        """Stop after the part under way; what is left is done by whoever opens the database."""
        self._stopped.set()
        self._thread.join()

    def _run(self) -> None:
        was_told = False
        while not self._stopped.is_set():
            try:
                self._catch_up()
                was_told = False
            except KnownError as error:
                # Once, not every second: its code, which names nobody.
                if not was_told:
                    _LOG.warning("catching up: %s", error.code)
                was_told = True
            except Exception as error:  # noqa: BLE001 - a bug: told by its place, never its words
                if not was_told:
                    frames = traceback.extract_tb(error.__traceback__)
                    place = "; ".join(f"{frame.name}:{frame.lineno}" for frame in frames[-6:])
                    _LOG.error("bug %s at %s", type(error).__name__, place)
                was_told = True
            self._stopped.wait(self._every_s)
