"""When the next backup is due and which old ones may go. Pure.

Kept are the last six, and the newest of each of the last seven days, four weeks and twelve months
that have one: what was right last Tuesday can still be found, and the disk does not fill up.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from datetime import date
from typing import Final, TypeVar

from models.clock import local_time

T = TypeVar("T")

EVERY_MS: Final = 60 * 60_000
_LAST: Final = 6
_SPANS: Final[tuple[tuple[int, Callable[[date], Hashable]], ...]] = (
    (7, lambda day: day),
    (4, lambda day: day.isocalendar()[:2]),
    (12, lambda day: (day.year, day.month)),
)


def is_due(now_ms: int, last_ms: int | None) -> bool:
    """Say whether a backup of what changed is due: the last one is an hour old.

    One that lies ahead of the clock counts for nothing: the clock was wrong then, or is now.
    """
    return last_ms is None or not 0 <= now_ms - last_ms < EVERY_MS


def superfluous(made: Iterable[tuple[int, T]]) -> list[T]:
    """Return which backups of `(made_ms, backup)` may be removed, the oldest first."""
    ordered = sorted(made, key=lambda one: one[0], reverse=True)
    kept = set(range(min(_LAST, len(ordered))))
    for most, span_of in _SPANS:
        seen: dict[Hashable, int] = {}
        for place, (made_ms, _) in enumerate(ordered):
            seen.setdefault(span_of(local_time(made_ms).date()), place)
        kept.update(list(seen.values())[:most])
    gone = [backup for place, (_, backup) in enumerate(ordered) if place not in kept]
    return gone[::-1]
