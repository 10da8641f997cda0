"""Reads the names of accounts."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import Connection, select

from models.accounts.tables import accounts


def account_names(connection: Connection, unit: str | None = None) -> dict[UUID, str]:
    """Return every account's name by its id, or those of one unit."""
    query = select(accounts)
    if unit is not None:
        query = query.where(accounts.c.unit == unit)
    return {row.id: row.name for row in connection.execute(query)}
