"""Keeps the settings table in step with the journal."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sqlalchemy import Connection, Table, delete, insert

from models.journal.event import Event
from models.json_text import canonical_json
from models.settings.tables import settings

SETTING_CHANGED: Final = "setting.changed"


class SettingsProjection:
    """The last value of a key stands."""

    tables: tuple[Table, ...] = (settings,)
    event_types: frozenset[str] = frozenset({SETTING_CHANGED})

    def apply(
        self, connection: Connection, events: Sequence[Event], journal: Connection
    ) -> None:
        """Store each value in place of the one before."""
        for event in events:
            key, value = event.content["key"], canonical_json({"value": event.content["value"]})
            connection.execute(delete(settings).where(settings.c.key == key))
            connection.execute(insert(settings), {"key": key, "value": value})
