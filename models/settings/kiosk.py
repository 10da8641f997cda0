"""What an administrator may change of the kiosk; no source gives these numbers (DOMAIN: [I]).

Thirty seconds and five are what the makers of kiosks use; the others say from where on votes are
shown to a reviewer. Nothing is decided by them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import time
from typing import Final

# From the least to the most that each number may be.
LIMITS: Final[Mapping[str, tuple[int, int]]] = {
    "kiosk_idle_s": (10, 300),
    "kiosk_repeat_s": (0, 60),
    "kiosk_quick_s": (0, 120),
    "kiosk_burst_votes": (2, 100),
    "kiosk_burst_s": (10, 3600),
    "kiosk_same_votes": (3, 200),
    "kiosk_same_min": (1, 480),
}
HOURS: Final = ("kiosk_opens", "kiosk_closes")
DAYS: Final = "kiosk_days"


@dataclass(frozen=True, slots=True)
class KioskSettings:
    """Seconds (`_s`), minutes (`_min`) and numbers of votes.

    `kiosk_idle_s` without a touch lead back to the start; the same answers within `kiosk_repeat_s`
    count once. The rest is what is shown to a reviewer: a vote less than `kiosk_quick_s` after the
    one before, `kiosk_burst_votes` within `kiosk_burst_s`, `kiosk_same_votes` with the same answers
    in a row within `kiosk_same_min`, and what is outside the hours. `kiosk_days` are the working
    days, 1 for Monday.
    """

    kiosk_idle_s: int = 30
    kiosk_repeat_s: int = 5
    kiosk_quick_s: int = 6
    kiosk_burst_votes: int = 5
    kiosk_burst_s: int = 90
    kiosk_same_votes: int = 12
    kiosk_same_min: int = 30
    kiosk_opens: time = time(7, 0)
    kiosk_closes: time = time(17, 30)
    kiosk_days: str = "12345"


def parse_kiosk(key: str, value: object) -> int | time | str:
    """Return the value of a field from JSON data; ValueError if it cannot be one."""
    if key in LIMITS:
        number = int(str(value))
        least, most = LIMITS[key]
        if not least <= number <= most:
            raise ValueError(value)
        return number
    if key in HOURS:
        hour, minute = str(value).split(":")
        return time(int(hour), int(minute))
    days = str(value)
    if not days or sorted(set(days)) != list(days) or not set(days) <= set("1234567"):
        raise ValueError(value)
    return days
