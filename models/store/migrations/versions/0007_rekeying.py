"""Slips that are keyed a second time, and how long who sat at the keys: none of before."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from models.store.types import Id

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Bring the schema up."""
    op.create_table(
        "drawn_slips",
        sa.Column("slip", Id(), nullable=False),
        sa.Column("batch", Id(), nullable=False),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("first_by", Id(), nullable=False),
        sa.Column("rekeyed", Id(), nullable=False),
        sa.Column("is_done", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("slip", name="pk_drawn_slips"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_drawn_slips_batch", "drawn_slips", ["batch", "number"])
    op.create_index("ix_drawn_slips_is_done", "drawn_slips", ["is_done", "batch", "number"])
    op.create_table(
        "rekeyed_slips",
        sa.Column("id", Id(), nullable=False),
        sa.Column("keying", Id(), nullable=False),
        sa.Column("slip", Id()),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("batch", Id(), nullable=False),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("questionnaire", sa.Text(), nullable=False),
        sa.Column("version", sa.Text(), nullable=False),
        sa.Column("first_by", Id()),
        sa.Column("second_by", Id(), nullable=False),
        sa.Column("second_hlc", sa.BigInteger(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("fields", sa.Text(), nullable=False),
        sa.Column("differing", sa.Text(), nullable=False),
        sa.Column("decided", sa.Text(), nullable=False),
        sa.Column("decided_by", Id()),
        sa.Column("decided_hlc", sa.BigInteger()),
        sa.Column("is_waiting", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_rekeyed_slips"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_rekeyed_slips_batch", "rekeyed_slips", ["batch", "number"])
    op.create_index("ix_rekeyed_slips_first_by", "rekeyed_slips", ["first_by", "second_hlc"])
    op.create_index("ix_rekeyed_slips_is_waiting", "rekeyed_slips", ["is_waiting", "second_hlc"])
    op.create_table(
        "keying_sittings",
        sa.Column("id", Id(), nullable=False),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("account", Id(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("slips", sa.Integer(), nullable=False),
        sa.Column("keys", sa.Integer(), nullable=False),
        sa.Column("seconds", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_keying_sittings"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_keying_sittings_account", "keying_sittings", ["account", "day"])


def downgrade() -> None:
    """Take the schema back."""
    for table in ("keying_sittings", "rekeyed_slips", "drawn_slips"):
        op.drop_table(table)
