"""Who has an account, by name; how they unlock the store is the keyring's matter."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Column, Table, Text

from models.store.schema import metadata
from models.store.types import Id

accounts: Final = Table(
    "accounts",
    metadata,
    Column("id", Id, primary_key=True),
    Column("name", Text, nullable=False),
    Column("role", Text, nullable=False),
    Column("unit", Text, nullable=False),
    sqlite_with_rowid=False,
)
