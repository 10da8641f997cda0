"""The one catalogue of tables; each domain declares its own into it."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Column, Connection, MetaData, Table, Text, select

metadata: Final = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    }
)

# The revision that this program reads and writes. A test holds it equal to the newest migration.
HEAD: Final = "0007"

# What belongs to this file alone and is no fact to exchange: its id, its own unit.
store_state: Final = Table(
    "store_state",
    metadata,
    Column("key", Text, primary_key=True),
    Column("value", Text, nullable=False),
    sqlite_with_rowid=False,
)

alembic_version: Final = Table(
    "alembic_version", MetaData(), Column("version_num", Text, primary_key=True)
)



def own_unit(connection: Connection) -> str | None:
    """Return the code of the unit that a store belongs to, None before it has one."""
    query = select(store_state.c.value).where(store_state.c.key == "unit")
    return connection.execute(query).scalar()
