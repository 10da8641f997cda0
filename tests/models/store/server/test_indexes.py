"""An index of a part of a table holds the same part on PostgreSQL as in a file."""

from __future__ import annotations

import re

from sqlalchemy import Connection, text

from desktop.session import Session
from tests.models.store.server.conftest import Opener


def test_indexes_of_a_part_are_the_same_as_in_a_file(session: Session, open_store: Opener) -> None:
    in_file = session.store.read(
        lambda connection: parts(connection, "SELECT name, sql FROM sqlite_master")
    )
    at_server = open_store().read(
        lambda connection: parts(connection, "SELECT indexname, indexdef FROM pg_indexes")
    )
    assert len(in_file) >= 6
    assert at_server == in_file


def parts(connection: Connection, query: str) -> dict[str, str]:
    """Return {index: the columns its condition names}, of those that have a condition."""
    found = {}
    for name, definition in connection.execute(text(query)):
        if definition and "INDEX ix_" in definition and " WHERE " in definition:
            condition = definition.partition(" WHERE ")[2]
            found[name] = re.findall(r"[a-z_]+", condition)[0]
    return found
