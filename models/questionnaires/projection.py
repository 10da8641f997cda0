"""Keeps the table of published questionnaires in step with the journal."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sqlalchemy import Connection, Table, delete, text

from models.journal.event import Event
from models.journal.histories import read_whole, told
from models.questionnaires.tables import questionnaires

PUBLISHED: Final = "questionnaire.published"

# The first publication of a version stands: a version is immutable.
_INSERT: Final = text(
    "INSERT INTO questionnaires (code, version, title, definition, published_hlc)"
    " VALUES (:code, :version, :title, :definition, :published_hlc)"
    " ON CONFLICT (code, version) DO NOTHING"
)


class QuestionnairesProjection:
    """One row a version."""

    tables: tuple[Table, ...] = (questionnaires,)
    event_types: frozenset[str] = frozenset({PUBLISHED})

    def apply(
        self, connection: Connection, events: Sequence[Event], journal: Connection
    ) -> None:
        """Store each version that is not there yet."""
        for event in events:
            content = event.content
            connection.execute(
                _INSERT,
                {
                    "code": content["code"],
                    "version": content["version"],
                    "title": content["title"],
                    "definition": content["definition"],
                    "published_hlc": event.hlc,
                },
            )

    def refold(
        self, connection: Connection, events: Sequence[Event], journal: Connection
    ) -> None:
        """Let the first publication of each version stand, whoever made it."""
        for event in events:
            history = read_whole(journal, event.entity, event.unit)
            first = told(history, self.event_types)[:1]
            for one in first:
                same = (questionnaires.c.code == one.content["code"]) & (
                    questionnaires.c.version == one.content["version"]
                )
                connection.execute(delete(questionnaires).where(same))
            self.apply(connection, first, journal)
