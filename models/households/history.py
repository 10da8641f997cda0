"""Reads what was said of a household: its history, and what waits for a person."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, select

from models.clock import hlc_time
from models.households.events import ERASED, STEPS
from models.households.records import Conflict, Said, Step
from models.households.sayings import homes_of, read_sayings
from models.households.state import Saying, Side, resolve, value_before
from models.households.tables import households
from models.journal.erasure import erasures
from models.journal.event import Event
from models.journal.histories import read_entities
from models.journal.log import head_ids
from models.json_text import parse_json


def heads_of_household(connection: Connection, household: UUID) -> tuple[UUID, ...]:
    """Return what a check that is begun now has seen, see `check_household`."""
    home = connection.execute(
        select(households.c.home).where(households.c.id == household)
    ).scalar()
    return head_ids(connection, household, home) if home is not None else ()


def household_history(connection: Connection, household: UUID) -> list[Step]:
    """Return all that was said of a household, oldest first."""
    homes = homes_of(connection, [household])
    said = [
        event
        for history in read_entities(connection, homes).values()
        for event in history
        if event.type in STEPS
    ]
    said += erasures(connection, homes).get(household, [])
    return [_step(event) for event in sorted(said, key=lambda one: (one.hlc, one.event_id))]


def _step(event: Event) -> Step:
    """Return an entry of the history; what was erased says who and when, and no more."""
    content = event.content
    of_list = content.get("list")
    note = content.get("reason" if event.type == ERASED else "note", "")
    return Step(
        event.event_id, event.type, event.actor, hlc_time(event.hlc), content.get("set", {}), note,
        UUID(of_list) if of_list else None, event.payload is None,
    )  # fmt: skip


def household_conflicts(connection: Connection, household: UUID) -> list[Conflict]:
    """Return the fields of a household that wait for a person, with what each side says."""
    sayings = read_sayings(connection, [household]).get(household, [])
    return [
        Conflict(
            household, field, tuple(_said(side) for side in sides),
            value_before(sayings, field, [side.saying.event_id for side in sides]),
        )
        for field, sides in resolve(sayings).conflicts.items()
    ]  # fmt: skip


def listed_values(connection: Connection, household: UUID) -> Mapping[str, Any]:
    """Return what the lists say of a household where it stands otherwise, `{field: value}`."""
    query = select(households.c.listed).where(households.c.id == household)
    text = connection.execute(query).scalar()
    found: Mapping[str, Any] = parse_json(text) if text else {}
    return found


def _said(side: Side) -> Said:
    saying = side.saying
    return Said(side.value, saying.event_id, saying.actor, hlc_time(saying.hlc), _list_of(saying))


def _list_of(saying: Saying) -> UUID | None:
    text = saying.content.get("list")
    return UUID(text) if text else None
