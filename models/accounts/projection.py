"""Keeps the table of accounts in step with the journal."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final
from uuid import UUID

from sqlalchemy import Connection, Table, delete, insert

from models.accounts.tables import accounts
from models.journal.event import Event

ACCOUNT_CREATED: Final = "account.created"


class AccountsProjection:
    """One row an account; a name stays in history when its holder has gone."""

    tables: tuple[Table, ...] = (accounts,)
    event_types: frozenset[str] = frozenset({ACCOUNT_CREATED})

    def apply(
        self, connection: Connection, events: Sequence[Event], journal: Connection
    ) -> None:
        """Store each account."""
        for event in events:
            content = event.content
            connection.execute(delete(accounts).where(accounts.c.id == event.entity))
            connection.execute(
                insert(accounts),
                {"id": UUID(content["id"]), "name": content["name"], "role": content["role"],
                 "unit": event.unit},
            )  # fmt: skip

    def refold(
        self, connection: Connection, events: Sequence[Event], journal: Connection
    ) -> None:
        """Store each account; there is but one event of it."""
        self.apply(connection, [event for event in events if event.payload is not None], journal)
