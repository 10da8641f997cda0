"""Keeps the table of accounts in step with the journal."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sqlalchemy import Connection, Table, delete, insert, select, update

from models.accounts.events import ACCOUNT_CREATED, ACCOUNT_REMOVED, ROLE_CHANGED
from models.accounts.tables import accounts
from models.journal.event import Event
from models.journal.log import written_here

# Of an account of another station, and of one that was removed: it is allowed nothing here.
NO_ROLE: Final = ""


class AccountsProjection:
    """One row an account; a name stays in history when its holder has gone.

    What other stations say of their accounts gives names to what these recorded, and no rights:
    else one that is enrolled could make anybody an administrator here.
    """

    tables: tuple[Table, ...] = (accounts,)
    event_types: frozenset[str] = frozenset({ACCOUNT_CREATED, ROLE_CHANGED, ACCOUNT_REMOVED})

    def apply(
        self, connection: Connection, events: Sequence[Event], journal: Connection
    ) -> None:
        """Store each account, and what it is allowed since."""
        own = {event.hash for event in written_here(journal, events)}
        for event in events:
            is_own = event.hash in own
            if event.type == ACCOUNT_CREATED:
                _create(connection, event, is_own)
            elif is_own:
                role = event.content["role"] if event.type == ROLE_CHANGED else NO_ROLE
                connection.execute(
                    update(accounts).where(accounts.c.id == event.entity).values(role=role)
                )

    def refold(
        self, connection: Connection, events: Sequence[Event], journal: Connection
    ) -> None:
        """Store the names of others' accounts; what they are allowed is said here and only here."""
        self.apply(connection, [event for event in events if event.payload is not None], journal)


def _create(connection: Connection, event: Event, is_own: bool) -> None:
    here = accounts.c.id == event.entity
    if not is_own and connection.execute(select(accounts.c.id).where(here)).first() is not None:
        return
    connection.execute(delete(accounts).where(here))
    content = event.content
    role = content["role"] if is_own else NO_ROLE
    connection.execute(
        insert(accounts),
        {"id": event.entity, "name": content["name"], "role": role, "unit": event.unit},
    )
