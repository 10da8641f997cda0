"""Reads from the journal all that was said of households."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from uuid import UUID

from sqlalchemy import Connection, select

from models.households.events import STEPS
from models.households.state import Saying
from models.households.tables import households
from models.journal.event import Event
from models.journal.histories import read_entities
from models.store.parts import in_parts


def read_sayings(connection: Connection, ids: Sequence[UUID]) -> dict[UUID, list[Saying]]:
    """Return all that was said of the households of `ids` that are here, oldest first."""
    return sayings_of(connection, homes_of(connection, ids))


def homes_of(connection: Connection, ids: Sequence[UUID]) -> dict[UUID, str]:
    """Return the unit of each household's events, of those of `ids` that are here."""
    homes: dict[UUID, str] = {}
    for part in in_parts(ids):
        query = select(households.c.id, households.c.home).where(households.c.id.in_(part))
        homes |= {row.id: row.home for row in connection.execute(query)}
    return homes


def sayings_of(journal: Connection, homes: Mapping[UUID, str]) -> dict[UUID, list[Saying]]:
    """Return all that was said of households, `{household: the unit of its events}`.

    What was erased by law says nothing any more.
    """
    return {
        household: [
            saying_of(event)
            for event in events
            if event.type in STEPS and event.payload is not None
        ]
        for household, events in read_entities(journal, homes).items()
    }


def saying_of(event: Event) -> Saying:
    """Return an event as the rules see it."""
    return Saying(
        event.event_id, event.type, event.hlc, event.actor, event.parents, event.content
    )
