"""Reads who has an account, what for, and the names of those who had one."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Connection, select

from models.accounts.projection import NO_ROLE
from models.accounts.tables import accounts
from models.text import sort_key


@dataclass(frozen=True, slots=True)
class Account:
    """An account of this store."""

    id: UUID
    name: str
    role: str
    unit: str


def account_names(connection: Connection) -> dict[UUID, str]:
    """Return every account's name by its id."""
    return {row.id: row.name for row in connection.execute(select(accounts))}


def standing_accounts(connection: Connection) -> list[Account]:
    """Return the accounts of this store that were not removed, by name."""
    query = select(accounts).where(accounts.c.role != NO_ROLE)
    found = [
        Account(row.id, row.name, row.role, row.unit) for row in connection.execute(query)
    ]
    return sorted(found, key=lambda account: sort_key(account.name))


def role_of(connection: Connection, account: UUID) -> str:
    """Return an account's role, `NO_ROLE` for one that is allowed nothing here."""
    query = select(accounts.c.role).where(accounts.c.id == account)
    return connection.execute(query).scalar() or NO_ROLE
