"""Keeps the settings table in step with the journal.

Each unit has settings of its own: those of other units, which a city's station reads, change
nothing here.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sqlalchemy import Connection, Table, delete, insert

from models.journal.event import Event
from models.journal.histories import read_entity, told
from models.json_text import canonical_json
from models.settings.tables import settings
from models.store.schema import own_unit

SETTING_CHANGED: Final = "setting.changed"


class SettingsProjection:
    """The last value of a key stands."""

    tables: tuple[Table, ...] = (settings,)
    event_types: frozenset[str] = frozenset({SETTING_CHANGED})

    def apply(
        self, connection: Connection, events: Sequence[Event], journal: Connection
    ) -> None:
        """Store each value in place of the one before."""
        own = own_unit(journal)
        for event in events:
            if own is not None and event.unit != own:
                continue
            key, value = event.content["key"], canonical_json({"value": event.content["value"]})
            connection.execute(delete(settings).where(settings.c.key == key))
            connection.execute(insert(settings), {"key": key, "value": value})

    def refold(
        self, connection: Connection, events: Sequence[Event], journal: Connection
    ) -> None:
        """Let the latest value of each key stand."""
        for entity, unit in {(event.entity, event.unit) for event in events}:
            history = read_entity(journal, entity, unit)
            self.apply(connection, told(history, self.event_types), journal)
