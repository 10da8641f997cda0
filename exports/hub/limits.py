"""How much one station may ask of a hub: requests in time, and the size of each."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final
from uuid import UUID

# Sealed, and opened: four times what a request of `slices.MOST_BYTES` takes with its statement.
LARGEST_REQUEST: Final = 32 * 1024 * 1024
LARGEST_CONTENT: Final = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Rate:
    """A station may make `burst` requests at once, and `per_second` more each second."""

    burst: int = 60
    per_second: float = 2.0


class RateLimiter:
    """Counts the requests of each station in this process; safe to use from several threads."""

    def __init__(self, rate: Rate, seconds: Callable[[], float] = time.monotonic) -> None:
        self._rate = rate
        self._seconds = seconds
        self._left: dict[UUID, tuple[float, float]] = {}
        self._lock = threading.Lock()

    def ask(self, station: UUID) -> float:
        """Return 0 if a request of `station` may go on, else in how many seconds it may."""
        with self._lock:
            now = self._seconds()
            left, since = self._left.get(station, (float(self._rate.burst), now))
            left = min(self._rate.burst, left + (now - since) * self._rate.per_second)
            if left < 1:
                self._left[station] = (left, now)
                return (1 - left) / self._rate.per_second
            self._left[station] = (left - 1, now)
            return 0.0
