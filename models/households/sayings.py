"""Reads from the journal all that was said of households."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Connection, select

from models.households.events import CHECKED, STEPS
from models.households.state import Saying
from models.households.tables import households
from models.journal.erasure import erasures
from models.journal.event import Event
from models.journal.histories import read_entities
from models.store.parts import in_parts

_NOTHING: Final[Mapping[str, Any]] = {"set": {}}


def read_sayings(connection: Connection, ids: Sequence[UUID]) -> dict[UUID, list[Saying]]:
    """Return all that was said of the households of `ids` that are here, oldest first."""
    return sayings_of(connection, homes_of(connection, ids))


def read_checks(
    connection: Connection, ids: Sequence[UUID]
) -> dict[UUID, tuple[tuple[str, str], ...]]:
    """Return the days (ISO) and outcomes of all checks of households, oldest first.

    Of one whose data was erased they stand in its erasure, so that past figures stay as they were.
    """
    homes = homes_of(connection, ids)
    erased = erasures(connection, homes)
    return {
        household: (
            tuple((on, outcome) for on, outcome in fullest(erased[household])["checks"])
            if household in erased
            else checks_of(sayings)
        )
        for household, sayings in sayings_of(connection, homes).items()
    }


def checks_of(sayings: Sequence[Saying]) -> tuple[tuple[str, str], ...]:
    """Return the days (ISO) and outcomes of the checks among what was said, in its order."""
    return tuple(
        (saying.content["on"], str(saying.content["set"].get("outcome", "")))
        for saying in sayings
        if saying.type == CHECKED
    )


def fullest(said: Sequence[Event]) -> Mapping[str, Any]:
    """Return the content of that erasure of a household which knew of the most checks.

    Two stations may erase one household without hearing of each other.
    """
    return max(
        said, key=lambda one: (len(one.content["checks"]), one.hlc, one.event_id.int)
    ).content


def homes_of(connection: Connection, ids: Sequence[UUID]) -> dict[UUID, str]:
    """Return the unit of each household's events, of those of `ids` that are here."""
    homes: dict[UUID, str] = {}
    for part in in_parts(ids):
        query = select(households.c.id, households.c.home).where(households.c.id.in_(part))
        homes |= {row.id: row.home for row in connection.execute(query)}
    return homes


def sayings_of(journal: Connection, homes: Mapping[UUID, str]) -> dict[UUID, list[Saying]]:
    """Return all that was said of households, `{household: the unit of its events}`.

    What was erased by law, or is of another kind, says nothing; who said it had seen what it stands
    on, and who came later saw it, so that it stands in between.
    """
    return {
        household: [saying_of(event) for event in events]
        for household, events in read_entities(journal, homes).items()
    }


def saying_of(event: Event) -> Saying:
    """Return an event as the rules see it."""
    says = event.type in STEPS and event.payload is not None
    return Saying(
        event.event_id, event.type if says else "", event.hlc, event.actor, event.parents,
        event.content if says else _NOTHING,
    )  # fmt: skip
