"""Published questionnaire versions."""

from __future__ import annotations

from typing import Final

from sqlalchemy import BigInteger, Column, Table, Text

from models.store.schema import metadata

questionnaires: Final = Table(
    "questionnaires",
    metadata,
    Column("code", Text, primary_key=True),
    Column("version", Text, primary_key=True),
    Column("title", Text, nullable=False),
    Column("definition", Text, nullable=False),
    Column("published_hlc", BigInteger, nullable=False),
    sqlite_with_rowid=False,
)
