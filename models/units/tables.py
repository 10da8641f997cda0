"""The units that were defined here, beside those that ship, and how splits were settled."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Column, Table, Text

from models.store.schema import metadata

units: Final = Table(
    "units",
    metadata,
    Column("code", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("valid_from", Text),
    Column("valid_to", Text),
    sqlite_with_rowid=False,
)

# Old units that were split: which of today's units their slips and households belong to.
unit_splits: Final = Table(
    "unit_splits",
    metadata,
    Column("old_code", Text, primary_key=True),
    Column("new_code", Text, nullable=False),
    sqlite_with_rowid=False,
)
