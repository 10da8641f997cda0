"""The register's tables: households as they stand, the lists they came from, and tallies."""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Connection,
    Float,
    Index,
    Integer,
    Table,
    Text,
    event,
)

from models.store.schema import metadata
from models.store.types import Id

# `key` numbers the rows of this file only (the search index needs a number); `id` is the identity.
# `order_key` is how a hamlet is walked.
# `old_unit` is "" where the list named today's unit. `listed` is JSON, {field: value}, where lists
# say something else than what stands.
households: Final = Table(
    "households",
    metadata,
    Column(
        "key", Integer().with_variant(BigInteger(), "postgresql"), primary_key=True,
        autoincrement=True, info={"is_local": True},
    ),
    Column("id", Id, nullable=False, info={"identity": True}),
    Column("home", Text, nullable=False),
    Column("unit", Text, nullable=False),
    Column("old_unit", Text, nullable=False),
    Column("hamlet", Text, nullable=False),
    Column("order_key", Text, nullable=False),
    Column("list_code", Text),
    Column("name", Text, nullable=False),
    Column("phone", Text),
    Column("address", Text, nullable=False),
    Column("house_number", Text, nullable=False),
    Column("street", Text, nullable=False),
    Column("code", Text),
    Column("has_listed_code", Boolean, nullable=False),
    Column("place_id", Text),
    Column("lat", Float),
    Column("lon", Float),
    Column("place_source", Text),
    Column("place_accuracy", Float),
    Column("has_plate", Boolean, nullable=False),
    Column("plate_on", Text),
    Column("outcome", Text, nullable=False),
    Column("checked_on", Text),
    Column("checked_by", Id),
    Column("note", Text, nullable=False),
    Column("visit", Text),
    Column("list", Id),
    Column("list_row", Integer),
    Column("listed", Text),
    Column("conflicts", Integer, nullable=False),
    Column("merged_into", Id),
    Index("ix_households_id", "id", unique=True),
    Index("ix_households_walk", "unit", "old_unit", "hamlet", "order_key"),
    info={
        "after_clear": {
            "sqlite": (
                "INSERT INTO household_search (household_search) VALUES ('delete-all')",
                "INSERT INTO household_digits (household_digits) VALUES ('delete-all')",
            ),
            "postgresql": ("DELETE FROM household_words",),
        }
    },
)  # fmt: skip
Index(
    "ix_households_code", households.c.code,
    sqlite_where=households.c.code.is_not(None),
)  # fmt: skip
# Only what was worked on: most of a register is unchecked most of the time.
Index(
    "ix_households_outcome", households.c.outcome, households.c.unit, households.c.old_unit,
    households.c.hamlet, households.c.order_key,
    sqlite_where=households.c.outcome != "",
)  # fmt: skip
Index(
    "ix_households_conflicts", households.c.unit, households.c.old_unit, households.c.hamlet,
    households.c.order_key,
    sqlite_where=households.c.conflicts != 0,
)  # fmt: skip
Index(
    "ix_households_plate", households.c.plate_on,
    sqlite_where=households.c.has_plate.is_(True),
)  # fmt: skip
Index(
    "ix_households_merged", households.c.merged_into,
    sqlite_where=households.c.merged_into.is_not(None),
)  # fmt: skip

# The search index (FTS5), kept by the projection: prefixes of words up to four letters, and every
# three characters of a code. Its text is folded before it comes here, since FTS5 does not fold đ;
# the index keeps no copy of it. Triggers would make it write out what it gathers after each row,
# twenty times as slow.
INDEX: Final = (
    "CREATE VIRTUAL TABLE household_search USING fts5(words, content='', contentless_delete=1,"
    " detail=none, tokenize='unicode61', prefix='1 2 3 4')",
    "CREATE VIRTUAL TABLE household_digits USING fts5(digits, content='', contentless_delete=1,"
    " tokenize='trigram')",
    # What is gathered before it is written: a list of a commune is indexed in one go.
    "INSERT INTO household_search (household_search, rank) VALUES ('hashsize', 16777216)",
    "INSERT INTO household_digits (household_digits, rank) VALUES ('hashsize', 16777216)",
)

# The same on PostgreSQL (`models.households.server_search`).
SERVER_INDEX: Final = (
    "CREATE TABLE household_words (key bigint PRIMARY KEY, words tsvector NOT NULL,"
    " digits text COLLATE \"C\" NOT NULL, grams text[] NOT NULL)",
    "CREATE INDEX ix_household_words_words ON household_words USING gin (words)",
    "CREATE INDEX ix_household_words_grams ON household_words USING gin (grams)",
)
_INDEXES: Final = {"sqlite": INDEX, "postgresql": SERVER_INDEX}


@event.listens_for(households, "after_create")
def _create_index(_table: Any, connection: Connection, **_options: Any) -> None:
    for statement in _INDEXES.get(connection.dialect.name, ()):
        connection.exec_driver_sql(statement)


# Under which household a list's row was recorded where it would have made another by itself.
household_aliases: Final = Table(
    "household_aliases",
    metadata,
    Column("alias", Id, primary_key=True),
    Column("household", Id, primary_key=True),
    sqlite_with_rowid=False,
)

# Pairs that a person has called two households; the smaller id stands first.
households_apart: Final = Table(
    "households_apart",
    metadata,
    Column("one", Id, primary_key=True),
    Column("other", Id, primary_key=True),
    sqlite_with_rowid=False,
)

household_lists: Final = Table(
    "household_lists",
    metadata,
    Column("id", Id, primary_key=True),
    Column("title", Text, nullable=False),
    Column("imported_hlc", BigInteger, nullable=False),
    Column("imported_by", Id, nullable=False),
    Column("rows", Integer, nullable=False),
    Column("columns", Text, nullable=False),
    Column("header", Text, nullable=False),
    Column("members", Text, nullable=False),
    Column("extras", Text, nullable=False),
    sqlite_with_rowid=False,
)

# How many households of a hamlet are in which state, so that progress is never a scan. A hamlet is
# (unit, old_unit, hamlet): units that became one often had a `Khu 1` each. `outcomes` is JSON,
# {outcome: n} without the unchecked.
hamlet_tallies: Final = Table(
    "hamlet_tallies",
    metadata,
    Column("unit", Text, primary_key=True),
    Column("old_unit", Text, primary_key=True),
    Column("hamlet", Text, primary_key=True),
    Column("households", Integer, nullable=False),
    Column("with_code", Integer, nullable=False),
    Column("checked", Integer, nullable=False),
    Column("plate", Integer, nullable=False),
    Column("conflicts", Integer, nullable=False),
    Column("outcomes", Text, nullable=False),
    sqlite_with_rowid=False,
)

hamlet_officers: Final = Table(
    "hamlet_officers",
    metadata,
    Column("unit", Text, primary_key=True),
    Column("old_unit", Text, primary_key=True),
    Column("hamlet", Text, primary_key=True),
    Column("officer", Text, nullable=False),
    sqlite_with_rowid=False,
)

# Where the hamlets of a split unit belong today.
hamlet_places: Final = Table(
    "hamlet_places",
    metadata,
    Column("old_unit", Text, primary_key=True),
    Column("hamlet", Text, primary_key=True),
    Column("unit", Text, nullable=False),
    sqlite_with_rowid=False,
)

remembered_layouts: Final = Table(
    "remembered_layouts",
    metadata,
    Column("fingerprint", Text, primary_key=True),
    Column("columns", Text, nullable=False),
    Column("header_rows", Integer, nullable=False),
    sqlite_with_rowid=False,
)

# How a unit's register stood on a day, as a station states it where its households may not be read
# here. `hamlets` is canonical JSON, [[old unit, hamlet, households, with code, checked, plate,
# conflicts, {outcome: n}]]; nobody is named in it.
stated_registers: Final = Table(
    "stated_registers",
    metadata,
    Column("unit", Text, primary_key=True),
    Column("day", Text, primary_key=True),
    Column("stated_by", Id, primary_key=True),
    Column("households", Integer, nullable=False),
    Column("hamlets", Text, nullable=False),
    Column("stated_hlc", BigInteger, nullable=False),
    sqlite_with_rowid=False,
)
