"""Says whether an account is allowed something, by what was recorded of it here."""

from __future__ import annotations

from typing import Final
from uuid import UUID

from sqlalchemy import Connection, bindparam, exists, select

from models.accounts.tables import accounts
from models.errors import UserError
from models.permissions import Permission, may
from models.store.prepared import Prepared

_ROLE: Final = Prepared(select(accounts.c.role).where(accounts.c.id == bindparam("of")))
_ANYONE: Final = select(exists().where(accounts.c.role != ""))


def demand(connection: Connection, actor: UUID, permission: Permission) -> None:
    """Raise UserError unless `actor` is allowed something.

    Before there is any account everything is: somebody has to make the first one.
    """
    found = _ROLE.first(connection, {"of": actor})
    role = str(found[0]) if found is not None else ""
    if may(role, permission) or (found is None and not connection.execute(_ANYONE).scalar()):
        return
    raise UserError(f"accounts.may_not_{permission}")
