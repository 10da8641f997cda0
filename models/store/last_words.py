"""A table of what was said last of each thing: each word takes the place of the one before."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Table, delete, insert

from models.journal.event import Event
from models.journal.histories import read_entities, told

Row = Mapping[str, Any]


class LastWordProjection:
    """Keeps the rows of `table` that `row_of` makes of events of one type.

    `row_of` returns at least the table's key; a row of nothing else takes the one before away.
    """

    def __init__(self, table: Table, event_type: str, row_of: Callable[[Event], Row]) -> None:
        self.tables: tuple[Table, ...] = (table,)
        self.event_types: frozenset[str] = frozenset({event_type})
        self._table = table
        self._row_of = row_of

    def apply(
        self, connection: Connection, events: Sequence[Event], journal: Connection
    ) -> None:
        """Store each word in place of the one before."""
        key = self._table.primary_key.columns
        for event in events:
            row = self._row_of(event)
            connection.execute(
                delete(self._table).where(*(column == row[column.name] for column in key))
            )
            if len(row) > len(key):
                connection.execute(insert(self._table), row)

    def refold(
        self, connection: Connection, events: Sequence[Event], journal: Connection
    ) -> None:
        """Let the last word on each thing stand, in whatever order it came."""
        histories = read_entities(journal, {event.entity: event.unit for event in events})
        for history in histories.values():
            self.apply(connection, told(history, self.event_types)[-1:], journal)
