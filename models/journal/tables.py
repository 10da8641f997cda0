"""The journal's tables: events, the heads of each entity, and what each stream holds."""

from __future__ import annotations

from typing import Final

from sqlalchemy import BigInteger, Boolean, Column, Index, Integer, LargeBinary, Table, Text

from models.store.schema import metadata
from models.store.types import Id

# The key (unit, event_id) is the only unique constraint, and the named conflict target (DESIGN §2).
events: Final = Table(
    "events",
    metadata,
    Column("unit", Text, primary_key=True),
    Column("event_id", Id, primary_key=True),
    Column("stream", LargeBinary(16), nullable=False),
    Column("seq", BigInteger, nullable=False),
    Column("hlc", BigInteger, nullable=False),
    Column("type", Text, nullable=False),
    Column("type_version", Integer, nullable=False),
    Column("actor", Id, nullable=False),
    Column("entity", Id, nullable=False),
    Column("parents", LargeBinary, nullable=False),
    Column("salt", LargeBinary(16)),
    Column("payload", Text),
    Column("payload_hash", LargeBinary(32), nullable=False),
    Column("prev", LargeBinary(32), nullable=False),
    Column("hash", LargeBinary(32), nullable=False),
    Index("ix_events_entity", "entity"),
    Index("ix_events_stream", "stream", "seq"),
    sqlite_with_rowid=False,
)

# An entity's events that no other event names as parent; more than one means concurrent edits.
heads: Final = Table(
    "heads",
    metadata,
    Column("entity", Id, primary_key=True),
    Column("event_id", Id, primary_key=True),
    Column("hlc", BigInteger, nullable=False),
    sqlite_with_rowid=False,
)

# What is held of each stream: how many events, the XOR of their hashes, the last one's hash.
streams: Final = Table(
    "streams",
    metadata,
    Column("stream", LargeBinary(16), primary_key=True),
    Column("is_local", Boolean, nullable=False),
    Column("events", BigInteger, nullable=False),
    Column("digest", LargeBinary(32), nullable=False),
    Column("last_hash", LargeBinary(32), nullable=False),
    Column("last_hlc", BigInteger, nullable=False),
    sqlite_with_rowid=False,
)
