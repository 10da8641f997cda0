"""When somebody looks at so many households that it is no work at a counter. Pure."""

from __future__ import annotations

from collections import OrderedDict
from typing import Final
from uuid import UUID

# More different households than this within an hour make one entry.
MANY_HOUSEHOLDS: Final = 200
_WINDOW_MS: Final = 3600 * 1000


class Views:
    """The households whose details one account opened within the last hour, not for two threads.

    It begins anew with each session: who closes the window is counted from the start.
    """

    def __init__(self) -> None:
        self._seen: OrderedDict[UUID, int] = OrderedDict()
        self._told_ms: int | None = None

    def opened(self, household: UUID, now_ms: int) -> int | None:
        """Return how many different ones that makes within an hour, once they are too many.

        None otherwise, and for an hour after it was told.
        """
        self._seen[household] = now_ms
        self._seen.move_to_end(household)
        while self._seen and next(iter(self._seen.values())) <= now_ms - _WINDOW_MS:
            self._seen.popitem(last=False)
        if len(self._seen) <= MANY_HOUSEHOLDS:
            return None
        if self._told_ms is not None and now_ms < self._told_ms + _WINDOW_MS:
            return None
        self._told_ms = now_ms
        return len(self._seen)
