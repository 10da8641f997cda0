"""Time: the only module that asks what time it is.

A hybrid logical clock orders what is shown; it decides nothing. A wrong wall clock never loses or
refuses an event (DESIGN §2).
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone
from datetime import time as time_of_day
from typing import Final

# Vietnam has had one zone without daylight saving since 1975; a wrong zone on a counter PC must
# not move a slip into another day.
VIETNAM: Final = timezone(timedelta(hours=7), "Asia/Ho_Chi_Minh")
_COUNTER_BITS: Final = 16
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
DAY_MS: Final = 24 * 3600 * 1000
_LAST: Final = 2**63 - 1


class Clock:
    """Wall time and a hybrid logical clock; safe to share between threads."""

    def __init__(self, now_ms: Callable[[], int] | None = None) -> None:
        self._now_ms = now_ms or (lambda: time.time_ns() // 1_000_000)
        self._last = 0
        self._lock = threading.Lock()

    def now_ms(self) -> int:
        """Return milliseconds since 1970-01-01 UTC."""
        return self._now_ms()

    def today(self) -> date:
        """Return today's date in Vietnam."""
        return local_time(self.now_ms()).date()

    def tick(self) -> int:
        """Return the next HLC value: milliseconds shifted left by 16 bits, plus a counter."""
        with self._lock:
            self._last = max(self._last + 1, self.now_ms() << _COUNTER_BITS)
            return self._last

    def witness(self, hlc: int) -> None:
        """Take note of an HLC value seen elsewhere, so that the next one is later."""
        with self._lock:
            self._last = max(self._last, hlc)


def local_time(ms: int) -> datetime:
    """Return milliseconds since 1970-01-01 UTC as a time in Vietnam's zone."""
    return datetime.fromtimestamp(ms / 1000, UTC).astimezone(VIETNAM)


def hlc_time(hlc: int) -> datetime:
    """Return the wall time inside an HLC value, in Vietnam's zone."""
    return local_time(hlc >> _COUNTER_BITS)


def first_hlc(day: date) -> int:
    """Return the first HLC value of a day in Vietnam, at most what a database can hold."""
    begin = datetime.combine(day, time_of_day(), VIETNAM)
    return min((begin - _EPOCH) // timedelta(milliseconds=1) << _COUNTER_BITS, _LAST)


def last_hlc(day: date) -> int:
    """Return the last HLC value of a day in Vietnam, at most what a database can hold."""
    return min(first_hlc(day) + (DAY_MS << _COUNTER_BITS) - 1, _LAST)


def up_ms() -> int:
    """Return for how long the machine has been running, in milliseconds; nobody sets that.

    It goes on while the machine sleeps, where the system has such a clock.
    """
    kind = getattr(time, "CLOCK_BOOTTIME", None)
    up_ns = time.monotonic_ns() if kind is None else time.clock_gettime_ns(kind)
    return up_ns // 1_000_000
