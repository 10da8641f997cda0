"""Reads the names of accounts."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import Connection, select

from models.accounts.tables import accounts


def account_names(connection: Connection) -> dict[UUID, str]:
    """Return every account's name by its id."""
    return {row.id: row.name for row in connection.execute(select(accounts))}
