"""What was said of an entity, told a second time as simply as can be: who had seen what."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from models.households.sayings import read_sayings
from models.households.state import resolve
from models.json_text import parse_json
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


def conflicts_of(station: Station, entity: UUID) -> list[str]:
    """Return the fields of a household that a station shows to a person."""
    rows = station.rows("SELECT conflicts FROM households WHERE id = ?", entity.bytes)
    if not rows:
        return []  # A slip.
    state = resolve(station.read(read_sayings, [entity])[entity])
    return list(state.conflicts) if rows == [(len(state.conflicts),)] else []


def fields_of(payload: str) -> Mapping[str, Any]:
    """Return the fields that an event sets and that are settled by a person."""
    fields: Mapping[str, Any] = parse_json(payload).get("set", {})
    # A slip's fields are not settled: the later stands, and two heads tell of it.
    return {name: value for name, value in fields.items() if not name.startswith("answers/")}


def events_of(station: Station, entity: UUID) -> list[UUID]:
    """Return the ids of all that a station has of an entity."""
    found = station.rows("SELECT event_id FROM events WHERE entity = ?", entity.bytes)
    return [UUID(bytes=one) for (one,) in found]
