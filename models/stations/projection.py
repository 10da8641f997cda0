"""Keeps the table of enrolled stations in step with the journal."""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Sequence
from typing import Final
from uuid import UUID

from sqlalchemy import Connection, Table, delete, insert

from models.journal.event import Event
from models.journal.histories import read_entity, told
from models.json_text import canonical_json
from models.stations.tables import stations

ENROLLED: Final = "station.enrolled"
REVOKED: Final = "station.revoked"


class StationsProjection:
    """The last word on a station at each place where it was enrolled."""

    tables: tuple[Table, ...] = (stations,)
    event_types: frozenset[str] = frozenset({ENROLLED, REVOKED})

    def apply(
        self, connection: Connection, events: Sequence[Event], journal: Connection
    ) -> None:
        """Store each enrolment in place of the one before."""
        for event in events:
            content = event.content
            key = {"enrolled_at": UUID(content["at"]), "id": UUID(content["id"])}
            connection.execute(
                delete(stations).where(
                    stations.c.enrolled_at == key["enrolled_at"], stations.c.id == key["id"]
                )
            )
            row = {
                **key, "name": content["name"], "unit": content["unit"],
                "sign_key": b64decode(content["sign_key"]), "box_key": content["box_key"],
                "reads": canonical_json(content["reads"]), "changed_hlc": event.hlc,
                "state": "enrolled" if event.type == ENROLLED else "revoked",
            }  # fmt: skip
            connection.execute(insert(stations), row)

    def refold(
        self, connection: Connection, events: Sequence[Event], journal: Connection
    ) -> None:
        """Let the latest word on each stand."""
        for entity, unit in {(event.entity, event.unit) for event in events}:
            history = read_entity(journal, entity, unit)
            self.apply(connection, told(history, self.event_types), journal)
