"""Whose events a stream holds, what came and waits or disagrees, and what other stations said."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from models.store.types import Id

revision = "0004"
down_revision = "0003"

_BYTES = sa.LargeBinary


def upgrade() -> None:
    """Bring the schema up."""
    op.create_table(
        "stream_units",
        sa.Column("stream", _BYTES(16), nullable=False),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("stream", "unit", name="pk_stream_units"),
        sqlite_with_rowid=False,
    )
    op.execute("INSERT INTO stream_units (stream, unit) SELECT DISTINCT stream, unit FROM events")
    op.create_table(
        "side_events",
        sa.Column("stream", _BYTES(16), nullable=False),
        sa.Column("hash", _BYTES(32), nullable=False),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("event_id", Id(), nullable=False),
        sa.PrimaryKeyConstraint("stream", "hash", name="pk_side_events"),
        sqlite_with_rowid=False,
    )
    for name in ("held_events", "quarantined_events"):
        op.create_table(
            name,
            sa.Column("unit", sa.Text(), nullable=False),
            sa.Column("event_id", Id(), nullable=False),
            sa.Column("stream", _BYTES(16), nullable=False),
            sa.Column("seq", sa.BigInteger(), nullable=False),
            sa.Column("hlc", sa.BigInteger(), nullable=False),
            sa.Column("type", sa.Text(), nullable=False),
            sa.Column("type_version", sa.Integer(), nullable=False),
            sa.Column("actor", Id(), nullable=False),
            sa.Column("entity", Id(), nullable=False),
            sa.Column("parents", _BYTES(), nullable=False),
            sa.Column("salt", _BYTES(16)),
            sa.Column("payload", sa.Text()),
            sa.Column("payload_hash", _BYTES(32), nullable=False),
            sa.Column("prev", _BYTES(32), nullable=False),
            sa.Column("hash", _BYTES(32), nullable=False),
            sa.PrimaryKeyConstraint("unit", "event_id", "hash", name=f"pk_{name}"),
            sqlite_with_rowid=False,
        )
    op.create_table(
        "stations",
        sa.Column("enrolled_at", Id(), nullable=False),
        sa.Column("id", Id(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("sign_key", _BYTES(32), nullable=False),
        sa.Column("box_key", sa.Text(), nullable=False),
        sa.Column("reads", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("changed_hlc", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("enrolled_at", "id", name="pk_stations"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "heard_statements",
        sa.Column("station", Id(), nullable=False),
        sa.Column("stream", _BYTES(16), nullable=False),
        sa.Column("events", sa.BigInteger(), nullable=False),
        sa.Column("digest", _BYTES(32), nullable=False),
        sa.PrimaryKeyConstraint("station", "stream", name="pk_heard_statements"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "exchanges",
        sa.Column("station", Id(), nullable=False),
        sa.Column("made_ms", sa.BigInteger(), nullable=False),
        sa.Column("heard_ms", sa.BigInteger(), nullable=False),
        sa.Column("told_ms", sa.BigInteger()),
        sa.PrimaryKeyConstraint("station", name="pk_exchanges"),
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    """Take the schema back."""
    for name in (
        "exchanges", "heard_statements", "stations", "quarantined_events", "held_events",
        "side_events", "stream_units",
    ):  # fmt: skip
        op.drop_table(name)
