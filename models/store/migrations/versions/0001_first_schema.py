"""The first schema: journal, accounts, units, settings, questionnaires, slips and tallies."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from models.store.types import Id

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Bring the schema up."""
    op.create_table(
        "accounts",
        sa.Column("id", Id(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_accounts")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "batches",
        sa.Column("id", Id(), nullable=False),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("questionnaire", sa.Text(), nullable=False),
        sa.Column("version", sa.Text(), nullable=False),
        sa.Column("collected_on", sa.Text(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("handed_out", sa.Integer(), nullable=True),
        sa.Column("returned", sa.Integer(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("difference_reason", sa.Text(), nullable=False),
        sa.Column("opened_by", Id(), nullable=False),
        sa.Column("opened_hlc", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_batches")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("batches", schema=None) as batch_op:
        batch_op.create_index("ix_batches_state", ["state"], unique=False)

    op.create_table(
        "events",
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("event_id", Id(), nullable=False),
        sa.Column("stream", sa.LargeBinary(length=16), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("hlc", sa.BigInteger(), nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("type_version", sa.Integer(), nullable=False),
        sa.Column("actor", Id(), nullable=False),
        sa.Column("entity", Id(), nullable=False),
        sa.Column("parents", sa.LargeBinary(), nullable=False),
        sa.Column("salt", sa.LargeBinary(length=16), nullable=True),
        sa.Column("payload", sa.Text(), nullable=True),
        sa.Column("payload_hash", sa.LargeBinary(length=32), nullable=False),
        sa.Column("prev", sa.LargeBinary(length=32), nullable=False),
        sa.Column("hash", sa.LargeBinary(length=32), nullable=False),
        sa.PrimaryKeyConstraint("unit", "event_id", name=op.f("pk_events")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("events", schema=None) as batch_op:
        batch_op.create_index("ix_events_stream", ["stream", "seq"], unique=False)

    op.create_table(
        "heads",
        sa.Column("entity", Id(), nullable=False),
        sa.Column("event_id", Id(), nullable=False),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("hlc", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("entity", "event_id", name=op.f("pk_heads")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "questionnaires",
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("version", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("definition", sa.Text(), nullable=False),
        sa.Column("published_hlc", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("code", "version", name=op.f("pk_questionnaires")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "responses",
        sa.Column("id", Id(), nullable=False),
        sa.Column("batch", Id(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=True),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("questionnaire", sa.Text(), nullable=False),
        sa.Column("version", sa.Text(), nullable=False),
        sa.Column("collected_on", sa.Text(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("answers", sa.Text(), nullable=False),
        sa.Column("not_asked", sa.Text(), nullable=False),
        sa.Column("typed", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("dossier", sa.Text(), nullable=True),
        sa.Column("replaces", Id(), nullable=True),
        sa.Column("keyed_by", Id(), nullable=False),
        sa.Column("recorded_hlc", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_responses")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("responses", schema=None) as batch_op:
        batch_op.create_index("ix_responses_batch", ["batch", "number"], unique=False)
        batch_op.create_index(
            "ix_responses_dossier",
            ["dossier"],
            unique=False,
            sqlite_where=sa.text("dossier IS NOT NULL"),
            postgresql_where=sa.text("dossier IS NOT NULL"),
        )

    op.create_table(
        "settings",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_settings")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "store_state",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_store_state")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "streams",
        sa.Column("stream", sa.LargeBinary(length=16), nullable=False),
        sa.Column("is_local", sa.Boolean(), nullable=False),
        sa.Column("events", sa.BigInteger(), nullable=False),
        sa.Column("digest", sa.LargeBinary(length=32), nullable=False),
        sa.Column("last_hash", sa.LargeBinary(length=32), nullable=False),
        sa.Column("last_hlc", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("stream", name=op.f("pk_streams")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "tallies",
        sa.Column("span", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("questionnaire", sa.Text(), nullable=False),
        sa.Column("version", sa.Text(), nullable=False),
        sa.Column("counts", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint(
            "span", "unit", "questionnaire", "version", name=op.f("pk_tallies")
        ),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "unit_splits",
        sa.Column("old_code", sa.Text(), nullable=False),
        sa.Column("new_code", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("old_code", name=op.f("pk_unit_splits")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "units",
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("valid_from", sa.Text(), nullable=True),
        sa.Column("valid_to", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_units")),
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    """Take the schema back."""
    op.drop_table("units")
    op.drop_table("unit_splits")
    op.drop_table("tallies")
    op.drop_table("streams")
    op.drop_table("store_state")
    op.drop_table("settings")
    with op.batch_alter_table("responses", schema=None) as batch_op:
        batch_op.drop_index(
            "ix_responses_dossier",
            sqlite_where=sa.text("dossier IS NOT NULL"),
            postgresql_where=sa.text("dossier IS NOT NULL"),
        )
        batch_op.drop_index("ix_responses_batch")

    op.drop_table("responses")
    op.drop_table("questionnaires")
    op.drop_table("heads")
    with op.batch_alter_table("events", schema=None) as batch_op:
        batch_op.drop_index("ix_events_stream")

    op.drop_table("events")
    with op.batch_alter_table("batches", schema=None) as batch_op:
        batch_op.drop_index("ix_batches_state")

    op.drop_table("batches")
    op.drop_table("accounts")
