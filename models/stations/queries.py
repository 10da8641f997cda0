"""Reads who was enrolled at this station."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Connection, select

from models.json_text import parse_json
from models.stations.own import read_own
from models.stations.tables import stations


@dataclass(frozen=True, slots=True)
class EnrolledStation:
    """A station as it stands here; `units` are those it may read, None for all."""

    id: UUID
    name: str
    unit: str
    sign_key: bytes
    box_key: str
    units: frozenset[str] | None
    is_active: bool


def enrolled(connection: Connection) -> dict[UUID, EnrolledStation]:
    """Return every station that was ever enrolled here, by its id."""
    own = read_own(connection)
    if own is None:
        return {}
    query = select(stations).where(stations.c.enrolled_at == own.card.id)
    return {
        row.id: EnrolledStation(
            row.id, row.name, row.unit, row.sign_key, row.box_key, _units(row.reads),
            row.state == "enrolled",
        )
        for row in connection.execute(query.order_by(stations.c.name, stations.c.id))
    }  # fmt: skip


def _units(reads: str) -> frozenset[str] | None:
    content = parse_json(reads)
    return None if content.get("all") else frozenset(content["units"])
