"""How long who sits at the keys: counted while keying, recorded when the page is left."""

from __future__ import annotations

import time
from functools import partial
from typing import Final, Literal

from models.rekeying.commands import note_sitting
from models.rekeying.records import Sitting
from ui.context import PageContext

# Whoever presses no key for so long does something else; none of that time counts.
PAUSE_S: Final = 120.0


class SittingClock:
    """Counts slips, keys and the time between keys; nothing is asked of the store meanwhile."""

    def __init__(self, context: PageContext, kind: Literal["first", "second"]) -> None:
        self._context = context
        self._kind: Literal["first", "second"] = kind
        self._slips = self._keys = 0
        self._seconds = 0.0
        self._last: float | None = None

    def key(self) -> None:
        """Count a key."""
        now = time.monotonic()
        if self._last is not None and now - self._last < PAUSE_S:
            self._seconds += now - self._last
        self._last = now
        self._keys += 1

    def slip(self) -> None:
        """Count a slip that was sent off."""
        self._slips += 1

    def note(self) -> None:
        """Have what was counted recorded, and begin anew; nothing where no slip was keyed."""
        if self._slips and self._seconds:
            sitting = Sitting(self._kind, self._slips, self._keys, max(round(self._seconds), 1))
            self._context.write(partial(note_sitting, sitting=sitting), _go_on, _let_go)
        self._slips = self._keys = 0
        self._seconds, self._last = 0.0, None


def _go_on(_nothing: None) -> None:
    """Go on: nobody waits for it."""


def _let_go(_error: Exception) -> None:
    """Let it go: how fast somebody was is not worth a message on another page."""
