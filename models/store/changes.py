"""What a committed transaction touched; light, so that a screen can hold it before the store is."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Changes:
    """Entities and event types; `is_elsewhere` says that another program wrote, unknown what."""

    entities: frozenset[UUID] = frozenset()
    event_types: frozenset[str] = frozenset()
    is_elsewhere: bool = False

    def touches(self, prefix: str) -> bool:
        """Say whether an event type that begins with `prefix` may be among them."""
        return self.is_elsewhere or any(kind.startswith(prefix) for kind in self.event_types)
