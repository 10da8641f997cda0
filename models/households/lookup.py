"""Finds the one household that a person names: by its id, its digital address or its list code."""

from __future__ import annotations

from typing import Final
from uuid import UUID

from sqlalchemy import Connection, or_, select

from models.errors import UserError
from models.households.queries import read_household
from models.households.records import Household
from models.households.tables import households
from models.text import tidy

# So many are named where a code belongs to more than one.
_MOST_NAMED: Final = 5


def find_household(connection: Connection, named: str) -> Household:
    """Return the household of an id, a code of ten digits or a list's code.

    UserError `households.no_household` for nothing, `households.several` where a code belongs to
    more than one household that stands.
    """
    text = tidy(named)
    try:
        return read_household(connection, UUID(text))
    except ValueError:
        pass
    if not text:
        raise UserError("households.no_household")
    query = (
        select(households.c.id)
        .where(
            or_(households.c.code == text, households.c.list_code == text),
            households.c.merged_into.is_(None),
        )
        .limit(_MOST_NAMED)
    )
    found = connection.execute(query).scalars().all()
    if not found:
        raise UserError("households.no_household")
    if len(found) > 1:
        names = ", ".join(str(one) for one in found)
        raise UserError("households.several", named=text[:40], ids=names)
    return read_household(connection, found[0])
