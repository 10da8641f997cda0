"""Records accounts."""

from __future__ import annotations

from uuid import UUID

from models.accounts.projection import ACCOUNT_CREATED
from models.errors import UserError
from models.journal.event import NewEvent
from models.store.store import Transaction
from models.text import tidy


def create_account(tx: Transaction, account: UUID, name: str, *, role: str, unit: str) -> None:
    """Record an account of `unit`; UserError for an empty name."""
    if not tidy(name):
        raise UserError("accounts.name_empty")
    content = {"id": str(account), "name": tidy(name), "role": role}
    tx.append(NewEvent(ACCOUNT_CREATED, unit, account, content, parents=(), is_creation=True))
