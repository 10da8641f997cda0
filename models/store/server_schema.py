"""The tables of a PostgreSQL database: those of a file, and those that several processes need.

`hub_schema` in `store_state` says which program made them; a database of an older one is upgraded
in place, one of a newer one is left alone.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import (
    BigInteger,
    Column,
    Connection,
    Identity,
    LargeBinary,
    MetaData,
    SmallInteger,
    Table,
    insert,
    inspect,
    select,
    text,
)

from models.errors import KnownError
from models.store.schema import metadata, store_state

# What this program makes and reads. 1 was the journal alone, without projections; 2 had no audit,
# 3 no second keying.
SCHEMA: Final = 4
_JOURNAL_ALONE: Final = 1
_SCHEMA_KEY: Final = "hub_schema"
# Held while the tables are made.
_ADMINISTRATION: Final = 0x6D6F7463 << 8

server_metadata: Final = MetaData(naming_convention=metadata.naming_convention)

# One row that every writing transaction of a store locks first and changes last: so they go one
# after the other, and who looks at `changes` knows that another one wrote. `last_hlc` is the latest
# time that any of them wrote: each clock goes on from there.
shared_state: Final = Table(
    "shared_state",
    server_metadata,
    Column("one", SmallInteger, primary_key=True, autoincrement=False),
    Column("changes", BigInteger, nullable=False),
    Column("last_hlc", BigInteger, nullable=False),
)

# How many events of a stream's line, and how many beside it, the projections hold.
projected_streams: Final = Table(
    "projected_streams",
    server_metadata,
    Column("stream", LargeBinary(16), primary_key=True),
    Column("events", BigInteger, nullable=False),
    Column("beside", BigInteger, nullable=False),
)

# Streams to which an intake added what the projections may lack; written in the intake's own
# transaction. A row for each intake, so that no two of them wait for each other.
arrived_streams: Final = Table(
    "arrived_streams",
    server_metadata,
    Column("id", BigInteger, Identity(), primary_key=True),
    Column("stream", LargeBinary(16), nullable=False),
)

# Texts are compared by their bytes, as SQLite does: whatever the database's language is, lists
# come in the same order.
_LANGUAGE_BOUND: Final = text(
    "SELECT columns.table_name, columns.column_name FROM information_schema.columns"
    " JOIN information_schema.tables USING (table_schema, table_name)"
    " WHERE table_schema = current_schema() AND table_type = 'BASE TABLE'"
    " AND data_type = 'text' AND collation_name IS DISTINCT FROM 'C'"
    " AND table_name = ANY(:ours) ORDER BY 1, 2"
)
# What an older program took in and nobody projected.
_BEHIND: Final = text(
    "INSERT INTO arrived_streams (stream) SELECT streams.stream FROM streams"
    " LEFT JOIN projected_streams AS projected USING (stream)"
    " WHERE streams.events > coalesce(projected.events, 0)"
    " OR (SELECT count(*) FROM side_events WHERE side_events.stream = streams.stream)"
    " > coalesce(projected.beside, 0)"
    " ORDER BY streams.stream"
)
# What was projected by a program without an audit; what waits to be projected comes by itself.
_AUDITED: Final = text(
    "INSERT INTO audit_entries (hlc, event_id, unit, type, account)"
    " SELECT hlc, event_id, unit, type, actor FROM events WHERE unit <> 'aggregates'"
    " AND type IN ('account.created', 'account.role_changed', 'account.removed',"
    " 'setting.changed', 'questionnaire.published', 'unit.defined', 'unit.split_settled',"
    " 'household.list_imported', 'household.settled', 'household.merged',"
    " 'survey.response_settled', 'station.enrolled', 'station.revoked', 'drill.made')"
    " ON CONFLICT DO NOTHING"
)


def prepare(connection: Connection) -> bool:
    """Make or upgrade the tables; say whether the database was empty.

    KnownError when it was made by a newer program, or holds tables of another program.
    """
    connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _ADMINISTRATION})
    found = _schema(connection)
    if found is not None and found > SCHEMA:
        raise KnownError("store.newer")
    if found == SCHEMA:
        return False
    _index_parts()
    metadata.create_all(connection)
    server_metadata.create_all(connection)
    _compare_bytes(connection)
    if found is None or found == _JOURNAL_ALONE:
        connection.execute(insert(shared_state), {"one": 1, "changes": 0, "last_hlc": 0})
    if found is None:
        connection.execute(insert(store_state), {"key": _SCHEMA_KEY, "value": str(SCHEMA)})
        return True
    connection.execute(
        store_state.update().where(store_state.c.key == _SCHEMA_KEY).values(value=str(SCHEMA))
    )
    connection.execute(_BEHIND if found == _JOURNAL_ALONE else _AUDITED)
    return False


def schema_of(connection: Connection) -> int | None:
    """Return what the database says of its tables, None for one without them."""
    return _schema(connection)


def _schema(connection: Connection) -> int | None:
    if not inspect(connection).has_table(store_state.name):
        return None
    query = select(store_state.c.value).where(store_state.c.key == _SCHEMA_KEY)
    found = connection.execute(query).scalar()
    if found is None or not found.isdecimal():
        raise KnownError("store.not_ours")
    return int(found)


def _index_parts() -> None:
    """Let each index hold the same part of its table here as in a file.

    The tables cannot say so themselves: naming PostgreSQL loads all that SQLAlchemy has of it, in
    every program that only ever opens a file.
    """
    for table in metadata.tables.values():
        for index in table.indexes:
            where = index.dialect_options["sqlite"]["where"]
            index.dialect_options["postgresql"]["where"] = where


def _compare_bytes(connection: Connection) -> None:
    ours = [*metadata.tables, *server_metadata.tables]
    by_table: dict[str, list[str]] = {}
    for table, column in connection.execute(_LANGUAGE_BOUND, {"ours": ours}).all():
        by_table.setdefault(table, []).append(column)
    quote = connection.dialect.identifier_preparer.quote
    for table, columns in by_table.items():
        changes = ", ".join(
            f'ALTER COLUMN {quote(column)} TYPE text COLLATE "C"' for column in columns
        )
        connection.exec_driver_sql(f"ALTER TABLE {quote(table)} {changes}")
