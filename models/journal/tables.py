"""The journal's tables: events, the heads of each entity, and what each stream holds."""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import BigInteger, Boolean, Column, Index, Integer, LargeBinary, Table, Text

from models.store.schema import metadata
from models.store.types import Id


def _event_columns() -> list[Column[Any]]:
    """Return the columns of an event, without any key."""
    return [
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
    ]


# The key (unit, event_id) is the only unique constraint, and the named conflict target (DESIGN §2).
events: Final = Table(
    "events",
    metadata,
    Column("unit", Text, primary_key=True),
    Column("event_id", Id, primary_key=True),
    *_event_columns(),
    Column("hash", LargeBinary(32), nullable=False),
    Index("ix_events_stream", "stream", "seq"),
    sqlite_with_rowid=False,
)

# An entity's events that no other event names as parent; more than one means concurrent edits. An
# entity whose only event is its creation under its own id (event_id = entity) has no row: that is
# most slips, and each row would cost a page per save. From the heads the parents lead through the
# whole history, so no index by entity is kept.
heads: Final = Table(
    "heads",
    metadata,
    Column("entity", Id, primary_key=True),
    Column("event_id", Id, primary_key=True),
    Column("unit", Text, nullable=False),
    Column("hlc", BigInteger, nullable=False),
    sqlite_with_rowid=False,
)

# What is held of each stream: how many events, the XOR of their hashes, the last one's hash. The
# row lags behind while its process writes (`log.LAG`); `log.stream_states` adds the rest.
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

# Whose events a stream holds: one unit's, but for streams of before there was any exchange.
stream_units: Final = Table(
    "stream_units",
    metadata,
    Column("stream", LargeBinary(16), primary_key=True),
    Column("unit", Text, primary_key=True),
    sqlite_with_rowid=False,
)

# Events that do not lie on the line which `streams` tells of, though they are in the journal like
# all others: a machine was cloned while it wrote, or what it wrote after a backup came back to it.
side_events: Final = Table(
    "side_events",
    metadata,
    Column("stream", LargeBinary(16), primary_key=True),
    Column("hash", LargeBinary(32), primary_key=True),
    Column("unit", Text, nullable=False),
    Column("event_id", Id, nullable=False),
    sqlite_with_rowid=False,
)

# What came from elsewhere and waits for the event before it in its stream.
held_events: Final = Table(
    "held_events",
    metadata,
    Column("unit", Text, primary_key=True),
    Column("event_id", Id, primary_key=True),
    *_event_columns(),
    Column("hash", LargeBinary(32), primary_key=True),
    sqlite_with_rowid=False,
)

# What came under the id of an event that is here with other content: kept, shown, never applied.
quarantined_events: Final = Table(
    "quarantined_events",
    metadata,
    Column("unit", Text, primary_key=True),
    Column("event_id", Id, primary_key=True),
    *_event_columns(),
    Column("hash", LargeBinary(32), primary_key=True),
    sqlite_with_rowid=False,
)
