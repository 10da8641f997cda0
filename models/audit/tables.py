"""Where in the journal the audit's entries are, in the order of their time."""

from __future__ import annotations

from typing import Final

from sqlalchemy import BigInteger, Column, Table, Text

from models.store.schema import metadata
from models.store.types import Id

# What was done stands in the journal alone; a row only finds it. `account` is who did it.
audit_entries: Final = Table(
    "audit_entries",
    metadata,
    Column("hlc", BigInteger, primary_key=True, autoincrement=False),
    Column("event_id", Id, primary_key=True),
    Column("unit", Text, primary_key=True),
    Column("type", Text, nullable=False),
    Column("account", Id, nullable=False),
    sqlite_with_rowid=False,
)
