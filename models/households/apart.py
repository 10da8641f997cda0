"""Which pairs of households were said not to be one, and what was taken back of that."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import Connection, delete, insert

from models.households.events import APART_UNDONE, KEPT_APART
from models.households.tables import households_apart
from models.journal.event import Event
from models.journal.histories import read_whole


def sayings_apart(journal: Connection, one: UUID, other: UUID, unit: str) -> list[Event]:
    """Return what keeps two households apart and was not taken back.

    Either of the two may have said it. In whichever order the events come the answer is the same:
    what is taken back is named, and clocks decide nothing.
    """
    said: list[Event] = []
    undone: set[str] = set()
    for entity, partner in ((one, other), (other, one)):
        for event in read_whole(journal, entity, unit):
            if event.payload is None or str(partner) not in event.content.get("others", ()):
                continue
            if event.type == KEPT_APART:
                said.append(event)
            elif event.type == APART_UNDONE:
                undone.update(event.content["undoes"])
    return [event for event in said if str(event.event_id) not in undone]


def keep_pairs(connection: Connection, event: Event, journal: Connection) -> None:
    """Bring the pairs of an event up to date."""
    for text in event.content["others"]:
        one, other = sorted((event.entity, UUID(text)))
        pair = (households_apart.c.one == one) & (households_apart.c.other == other)
        connection.execute(delete(households_apart).where(pair))
        if sayings_apart(journal, one, other, event.unit):
            connection.execute(insert(households_apart), {"one": one, "other": other})
