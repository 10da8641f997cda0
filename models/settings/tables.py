"""The settings that differ from the defaults."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Column, Table, Text

from models.store.schema import metadata

settings: Final = Table(
    "settings",
    metadata,
    Column("key", Text, primary_key=True),
    Column("value", Text, nullable=False),
    sqlite_with_rowid=False,
)
