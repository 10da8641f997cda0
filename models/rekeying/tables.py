"""Slips that are drawn, slips that were keyed a second time, and who sat how long at the keys."""

from __future__ import annotations

from typing import Final

from sqlalchemy import BigInteger, Boolean, Column, Index, Integer, Table, Text

from models.store.schema import metadata
from models.store.types import Id

# `rekeyed` is the id that the slip's second keying has or will have; `is_done` says that it has.
drawn_slips: Final = Table(
    "drawn_slips",
    metadata,
    Column("slip", Id, primary_key=True),
    Column("batch", Id, nullable=False),
    Column("unit", Text, nullable=False),
    Column("number", Integer, nullable=False),
    Column("first_by", Id, nullable=False),
    Column("rekeyed", Id, nullable=False),
    Column("is_done", Boolean, nullable=False),
    Index("ix_drawn_slips_batch", "batch", "number"),
    Index("ix_drawn_slips_is_done", "is_done", "batch", "number"),
    sqlite_with_rowid=False,
)

# `id` is the entity that it is recorded under; `slip` is None for a paper that the first keyer has
# not. `keying` is the event, of those of which the first stands. `content` is what the second keyer
# keyed and `fields` the names that were compared, `differing` is {field: [first, second]};
# `decided` is {field: value}, "" before somebody decided, and `is_waiting` says that somebody must.
rekeyed_slips: Final = Table(
    "rekeyed_slips",
    metadata,
    Column("id", Id, primary_key=True),
    Column("keying", Id, nullable=False),
    Column("slip", Id),
    Column("outcome", Text, nullable=False),
    Column("batch", Id, nullable=False),
    Column("unit", Text, nullable=False),
    Column("number", Integer, nullable=False),
    Column("questionnaire", Text, nullable=False),
    Column("version", Text, nullable=False),
    Column("first_by", Id),
    Column("second_by", Id, nullable=False),
    Column("second_hlc", BigInteger, nullable=False),
    Column("content", Text, nullable=False),
    Column("fields", Text, nullable=False),
    Column("differing", Text, nullable=False),
    Column("decided", Text, nullable=False),
    Column("decided_by", Id),
    Column("decided_hlc", BigInteger),
    Column("is_waiting", Boolean, nullable=False),
    Index("ix_rekeyed_slips_batch", "batch", "number"),
    Index("ix_rekeyed_slips_first_by", "first_by", "second_hlc"),
    Index("ix_rekeyed_slips_is_waiting", "is_waiting", "second_hlc"),
    sqlite_with_rowid=False,
)

keying_sittings: Final = Table(
    "keying_sittings",
    metadata,
    Column("id", Id, primary_key=True),
    Column("unit", Text, nullable=False),
    Column("account", Id, nullable=False),
    Column("day", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("slips", Integer, nullable=False),
    Column("keys", Integer, nullable=False),
    Column("seconds", Integer, nullable=False),
    Index("ix_keying_sittings_account", "account", "day"),
    sqlite_with_rowid=False,
)
