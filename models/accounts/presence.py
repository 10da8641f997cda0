"""When the screen of somebody who went away is covered (DOMAIN §6). Pure: time is told to it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from models.permissions import Role

LOCK_AFTER_MS: Final = 15 * 60_000
ADMINISTRATOR_LOCK_AFTER_MS: Final = 5 * 60_000


def lock_after_ms(role: str) -> int:
    """Return for how long a role may touch neither key nor mouse, in milliseconds."""
    return ADMINISTRATOR_LOCK_AFTER_MS if role == Role.ADMINISTRATOR else LOCK_AFTER_MS


@dataclass(frozen=True, slots=True)
class Presence:
    """Somebody at the screen: when a key or the mouse was last touched, and how long that holds.

    Both are milliseconds; the time is that since the machine's start, which nobody sets and which
    goes on while the machine sleeps.
    """

    touched_ms: int
    holds_ms: int

    def touched(self, now_ms: int) -> Presence:
        """Return the presence once something was touched."""
        return replace(self, touched_ms=now_ms)

    def is_over(self, now_ms: int) -> bool:
        """Say whether nothing was touched for so long that the screen is covered."""
        return now_ms - self.touched_ms >= self.holds_ms
