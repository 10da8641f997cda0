"""Records accounts, what they are for, and that they are gone."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import RowMapping, func, select

from models.accounts.events import ACCOUNT_CREATED, ACCOUNT_REMOVED, ROLE_CHANGED
from models.accounts.projection import NO_ROLE
from models.accounts.tables import accounts
from models.errors import UserError
from models.journal.event import NewEvent
from models.permissions import Permission, Role, permitted
from models.store.store import Transaction
from models.text import search_key, tidy


@permitted(Permission.MANAGE_ACCOUNTS)
def create_account(tx: Transaction, account: UUID, name: str, *, role: str, unit: str) -> None:
    """Record an account of `unit`.

    UserError for an empty name, one that another account here goes by, or an unknown role.
    """
    if not tidy(name):
        raise UserError("accounts.name_empty")
    standing = tx.connection.execute(select(accounts.c.name).where(accounts.c.role != NO_ROLE))
    if search_key(name) in {search_key(known) for known in standing.scalars()}:
        raise UserError("accounts.name_taken", name=tidy(name))
    content = {"id": str(account), "name": tidy(name), "role": _role(role)}
    tx.append(
        NewEvent(ACCOUNT_CREATED, unit, account, content, parents=(), is_creation=True)
    )


@permitted(Permission.MANAGE_ACCOUNTS)
def change_role(tx: Transaction, account: UUID, role: str) -> None:
    """Give an account another role.

    UserError for an account that is not of this store, an unknown role, and for taking the last
    administrator away.
    """
    standing = _standing(tx, account)
    _keep_an_administrator(tx, standing["role"], _role(role))
    if standing["role"] != role:
        tx.append(NewEvent(ROLE_CHANGED, standing["unit"], account, {"role": role}))


@permitted(Permission.MANAGE_ACCOUNTS)
def remove_account(tx: Transaction, account: UUID) -> None:
    """Allow an account nothing any more; its name stays in history. Errors as of `change_role`."""
    standing = _standing(tx, account)
    _keep_an_administrator(tx, standing["role"], NO_ROLE)
    tx.append(NewEvent(ACCOUNT_REMOVED, standing["unit"], account, {}))


def _role(role: str) -> str:
    if role not in set(Role):
        raise UserError("accounts.unknown_role", role=role, roles=", ".join(Role))
    return role


def _standing(tx: Transaction, account: UUID) -> RowMapping:
    query = select(accounts).where(accounts.c.id == account, accounts.c.role != NO_ROLE)
    row = tx.connection.execute(query).mappings().first()
    if row is None:
        raise UserError("accounts.no_account")
    return row


def _keep_an_administrator(tx: Transaction, before: str, after: str) -> None:
    if before != Role.ADMINISTRATOR or after == Role.ADMINISTRATOR:
        return
    query = select(func.count()).where(accounts.c.role == Role.ADMINISTRATOR)
    if tx.connection.execute(query).scalar_one() < 2:
        raise UserError("accounts.last_administrator")
