"""Keeps the table of defined units in step with the journal."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sqlalchemy import Connection, Table, delete, insert

from models.journal.event import Event
from models.journal.histories import read_whole, told
from models.store.aggregates import AGGREGATES
from models.units.tables import unit_splits, units

UNIT_DEFINED: Final = "unit.defined"
SPLIT_SETTLED: Final = "unit.split_settled"


class UnitsProjection:
    """The last definition of a code, and the last word on a split, stand."""

    tables: tuple[Table, ...] = (units, unit_splits)
    event_types: frozenset[str] = frozenset({UNIT_DEFINED, SPLIT_SETTLED})

    def apply(
        self, connection: Connection, events: Sequence[Event], journal: Connection
    ) -> None:
        """Store each definition in place of the one before."""
        for event in events:
            if event.unit == AGGREGATES and _was_said_first_hand(journal, event):
                continue
            content = dict(event.content)
            if event.type == UNIT_DEFINED:
                connection.execute(delete(units).where(units.c.code == content["code"]))
                connection.execute(insert(units), content)
            else:
                old = unit_splits.c.old_code == content["old_code"]
                connection.execute(delete(unit_splits).where(old))
                connection.execute(insert(unit_splits), content)

    def refold(
        self, connection: Connection, events: Sequence[Event], journal: Connection
    ) -> None:
        """Let the latest word on each unit and each split stand, whoever said it."""
        for entity, unit in {event.entity: event.unit for event in events}.items():
            history = read_whole(journal, entity, unit)
            self.apply(connection, told(history, self.event_types), journal)


def _was_said_first_hand(journal: Connection, restated: Event) -> bool:
    """Say whether a unit spoke of the same itself: who restates it may not have heard that yet."""
    history = read_whole(journal, restated.entity, restated.unit)
    return any(event.unit != AGGREGATES and event.payload is not None for event in history)
