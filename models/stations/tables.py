"""Which stations were enrolled, where, what they may read, and what was heard of them last."""

from __future__ import annotations

from typing import Final

from sqlalchemy import BigInteger, Column, LargeBinary, Table, Text

from models.store.schema import metadata
from models.store.types import Id

# An enrolment counts at the station where a person made it (`enrolled_at`) and nowhere else.
stations: Final = Table(
    "stations",
    metadata,
    Column("enrolled_at", Id, primary_key=True),
    Column("id", Id, primary_key=True),
    Column("name", Text, nullable=False),
    Column("unit", Text, nullable=False),
    Column("sign_key", LargeBinary(32), nullable=False),
    Column("box_key", Text, nullable=False),
    Column("reads", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("changed_hlc", BigInteger, nullable=False),
    sqlite_with_rowid=False,
)

# What this file alone knows of its exchanges; no fact to exchange, and no projection.
# What each station said, in what it signed last, that it holds of each stream. It saves sending
# what is there already and shows what was received; nothing is lost where it is out of date.
heard_statements: Final = Table(
    "heard_statements",
    metadata,
    Column("station", Id, primary_key=True),
    Column("stream", LargeBinary(16), primary_key=True),
    Column("events", BigInteger, nullable=False),
    Column("digest", LargeBinary(32), nullable=False),
    sqlite_with_rowid=False,
)

# When a station made what was heard of it last, when that was taken in, and when it was written to.
exchanges: Final = Table(
    "exchanges",
    metadata,
    Column("station", Id, primary_key=True),
    Column("made_ms", BigInteger, nullable=False),
    Column("heard_ms", BigInteger, nullable=False),
    Column("told_ms", BigInteger),
    sqlite_with_rowid=False,
)
