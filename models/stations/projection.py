"""Keeps the table of enrolled stations in step with the journal."""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Sequence
from typing import Final
from uuid import UUID

from sqlalchemy import Connection, Table, delete, insert

from models.journal.event import Event
from models.journal.log import written_here
from models.json_text import canonical_json
from models.stations.tables import stations

ENROLLED: Final = "station.enrolled"
REVOKED: Final = "station.revoked"


class StationsProjection:
    """The last word on a station, of those that were said here.

    What other stations say of enrolments is kept and counts nowhere: else one that is enrolled
    could enrol others.
    """

    tables: tuple[Table, ...] = (stations,)
    event_types: frozenset[str] = frozenset({ENROLLED, REVOKED})

    def apply(
        self, connection: Connection, events: Sequence[Event], journal: Connection
    ) -> None:
        """Store each enrolment in place of the one before."""
        for event in written_here(journal, events):
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
        """Leave all as it is: who was enrolled is said here and nowhere else."""
