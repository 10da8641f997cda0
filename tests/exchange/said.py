"""What was said of an entity, told a second time as simply as can be: who had seen what."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from models.households.sayings import read_sayings
from models.households.state import resolve
from models.json_text import parse_json
from models.surveys.undecided import read_undecided, undecided_slips
from tests.exchange.stations import Station


@dataclass(frozen=True)
class Said:
    """An event as it was seen to be made: its fields, and what of its entity was there before."""

    id: UUID
    entity: UUID
    unit: str
    fields: Mapping[str, Any]
    seen: frozenset[UUID]


def unseen(every: Sequence[Said]) -> list[Said]:
    """Return what nobody had seen who spoke of the same thing later."""
    return [one for one in every if not any(one.id in other.seen for other in every)]


def conflicts_of(station: Station, entity: UUID) -> list[str] | None:
    """Return the fields of a household or a slip that a station shows to a person.

    None for a slip of which nothing can wait: it was voided, or its recording has not come.
    """
    rows = station.rows("SELECT conflicts FROM households WHERE id = ?", entity.bytes)
    if not rows:
        return _conflicts_of_slip(station, entity)
    state = resolve(station.read(read_sayings, [entity])[entity])
    return list(state.conflicts) if rows == [(len(state.conflicts),)] else []


def _conflicts_of_slip(station: Station, slip: UUID) -> list[str] | None:
    statuses = station.rows("SELECT status FROM responses WHERE id = ?", slip.bytes)
    if statuses in ([], [("void",)]):
        return None
    if slip not in station.read(undecided_slips):
        return []
    return [conflict.field for conflict in station.read(read_undecided, slip).conflicts]


def fields_of(payload: str) -> Mapping[str, Any]:
    """Return the fields that an event sets and that are settled by a person."""
    fields: Mapping[str, Any] = parse_json(payload).get("set", {})
    return fields


def events_of(station: Station, entity: UUID) -> list[UUID]:
    """Return the ids of all that a station has of an entity."""
    found = station.rows("SELECT event_id FROM events WHERE entity = ?", entity.bytes)
    return [UUID(bytes=one) for (one,) in found]
