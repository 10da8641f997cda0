"""Keeps the list of the audit's entries in step with the journal."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final
from uuid import UUID

from sqlalchemy import Connection, Table, bindparam, text

from models.audit.events import EVERY_TYPE, SIGN_IN_FAILED
from models.audit.tables import audit_entries
from models.journal.event import Event
from models.store.aggregates import AGGREGATES
from models.store.types import Id

# What comes a second time, as in a refold, is there already.
_INSERT: Final = text(
    "INSERT INTO audit_entries (hlc, event_id, unit, type, account)"
    " VALUES (:hlc, :event_id, :unit, :type, :account) ON CONFLICT DO NOTHING"
).bindparams(bindparam("event_id", type_=Id()), bindparam("account", type_=Id()))


class AuditProjection:
    """One row an event; that it happened stays when its content is erased."""

    tables: tuple[Table, ...] = (audit_entries,)
    event_types: frozenset[str] = EVERY_TYPE
    takes_erased: Final = True

    def apply(
        self, connection: Connection, events: Sequence[Event], journal: Connection
    ) -> None:
        """Store where each event is, but for those that only restate others."""
        rows = [
            {
                "hlc": event.hlc, "event_id": event.event_id, "unit": event.unit,
                "type": event.type, "account": _account(event),
            }
            for event in events
            if event.unit != AGGREGATES
        ]  # fmt: skip
        if rows:
            connection.execute(_INSERT, rows)

    def refold(
        self, connection: Connection, events: Sequence[Event], journal: Connection
    ) -> None:
        """Store where each event is: none of them changes another."""
        self.apply(connection, events, journal)


def _account(event: Event) -> UUID:
    """Return whom an entry is about: who did it, or whose sign-in failed."""
    if event.type != SIGN_IN_FAILED:
        return event.actor
    try:
        return UUID(event.content["account"])
    except (LookupError, TypeError, ValueError, AttributeError):
        # It came from elsewhere, and says nothing that can be read.
        return event.actor
