"""Figures that other stations state of units whose slips and households are not here."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from models.store.types import Id

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Bring the schema up."""
    op.create_table(
        "stated_tallies",
        sa.Column("day", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("stated_by", Id(), nullable=False),
        sa.Column("slips", sa.Integer(), nullable=False),
        sa.Column("counts", sa.Text(), nullable=False),
        sa.Column("stated_hlc", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("day", "unit", "stated_by", name="pk_stated_tallies"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "stated_registers",
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("stated_by", Id(), nullable=False),
        sa.Column("households", sa.Integer(), nullable=False),
        sa.Column("hamlets", sa.Text(), nullable=False),
        sa.Column("stated_hlc", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("unit", "day", "stated_by", name="pk_stated_registers"),
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    """Take the schema back."""
    op.drop_table("stated_registers")
    op.drop_table("stated_tallies")
