"""The register of households, the lists it came from, progress, and the search index."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from models.store.types import Id

revision = "0002"
down_revision = "0001"

_INDEX = (
    "CREATE VIRTUAL TABLE household_search USING fts5(words, content='', contentless_delete=1,"
    " detail=none, tokenize='unicode61', prefix='1 2 3 4')",
    "CREATE VIRTUAL TABLE household_digits USING fts5(digits, content='', contentless_delete=1,"
    " tokenize='trigram')",
    # What is gathered before it is written: a list of a commune is indexed in one go.
    "INSERT INTO household_search (household_search, rank) VALUES ('hashsize', 16777216)",
    "INSERT INTO household_digits (household_digits, rank) VALUES ('hashsize', 16777216)",
)


def upgrade() -> None:
    """Bring the schema up."""
    op.create_table(
        "hamlet_officers",
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("old_unit", sa.Text(), nullable=False),
        sa.Column("hamlet", sa.Text(), nullable=False),
        sa.Column("officer", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("unit", "old_unit", "hamlet", name=op.f("pk_hamlet_officers")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "hamlet_places",
        sa.Column("old_unit", sa.Text(), nullable=False),
        sa.Column("hamlet", sa.Text(), nullable=False),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("old_unit", "hamlet", name=op.f("pk_hamlet_places")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "hamlet_tallies",
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("old_unit", sa.Text(), nullable=False),
        sa.Column("hamlet", sa.Text(), nullable=False),
        sa.Column("households", sa.Integer(), nullable=False),
        sa.Column("with_code", sa.Integer(), nullable=False),
        sa.Column("checked", sa.Integer(), nullable=False),
        sa.Column("plate", sa.Integer(), nullable=False),
        sa.Column("conflicts", sa.Integer(), nullable=False),
        sa.Column("outcomes", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("unit", "old_unit", "hamlet", name=op.f("pk_hamlet_tallies")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "household_aliases",
        sa.Column("alias", Id(), nullable=False),
        sa.Column("household", Id(), nullable=False),
        sa.PrimaryKeyConstraint("alias", "household", name=op.f("pk_household_aliases")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "household_lists",
        sa.Column("id", Id(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("imported_hlc", sa.BigInteger(), nullable=False),
        sa.Column("imported_by", Id(), nullable=False),
        sa.Column("rows", sa.Integer(), nullable=False),
        sa.Column("columns", sa.Text(), nullable=False),
        sa.Column("header", sa.Text(), nullable=False),
        sa.Column("members", sa.Text(), nullable=False),
        sa.Column("extras", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_household_lists")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "households",
        sa.Column(
            "key",
            sa.Integer().with_variant(sa.BigInteger(), "postgresql"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column("id", Id(), nullable=False),
        sa.Column("home", sa.Text(), nullable=False),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("old_unit", sa.Text(), nullable=False),
        sa.Column("hamlet", sa.Text(), nullable=False),
        sa.Column("order_key", sa.Text(), nullable=False),
        sa.Column("list_code", sa.Text(), nullable=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("phone", sa.Text(), nullable=True),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("house_number", sa.Text(), nullable=False),
        sa.Column("street", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=True),
        sa.Column("has_listed_code", sa.Boolean(), nullable=False),
        sa.Column("place_id", sa.Text(), nullable=True),
        sa.Column("lat", sa.Float(), nullable=True),
        sa.Column("lon", sa.Float(), nullable=True),
        sa.Column("place_source", sa.Text(), nullable=True),
        sa.Column("place_accuracy", sa.Float(), nullable=True),
        sa.Column("has_plate", sa.Boolean(), nullable=False),
        sa.Column("plate_on", sa.Text(), nullable=True),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("checked_on", sa.Text(), nullable=True),
        sa.Column("checked_by", Id(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("visit", sa.Text(), nullable=True),
        sa.Column("list", Id(), nullable=True),
        sa.Column("list_row", sa.Integer(), nullable=True),
        sa.Column("listed", sa.Text(), nullable=True),
        sa.Column("conflicts", sa.Integer(), nullable=False),
        sa.Column("merged_into", Id(), nullable=True),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_households")),
        info={
            "after_clear": (
                "INSERT INTO household_search (household_search) VALUES ('delete-all')",
                "INSERT INTO household_digits (household_digits) VALUES ('delete-all')",
            )
        },
    )
    op.create_index(
        "ix_households_code",
        "households",
        ["code"],
        unique=False,
        sqlite_where=sa.text("code IS NOT NULL"),
        postgresql_where=sa.text("code IS NOT NULL"),
    )
    op.create_index(
        "ix_households_conflicts",
        "households",
        ["unit", "old_unit", "hamlet", "order_key"],
        unique=False,
        sqlite_where=sa.text("conflicts != 0"),
        postgresql_where=sa.text("conflicts != 0"),
    )
    op.create_index("ix_households_id", "households", ["id"], unique=True)
    op.create_index(
        "ix_households_merged",
        "households",
        ["merged_into"],
        unique=False,
        sqlite_where=sa.text("merged_into IS NOT NULL"),
        postgresql_where=sa.text("merged_into IS NOT NULL"),
    )
    op.create_index(
        "ix_households_outcome",
        "households",
        ["outcome", "unit", "old_unit", "hamlet", "order_key"],
        unique=False,
        sqlite_where=sa.text("outcome != ''"),
        postgresql_where=sa.text("outcome != ''"),
    )
    op.create_index(
        "ix_households_plate",
        "households",
        ["plate_on"],
        unique=False,
        sqlite_where=sa.text("has_plate IS 1"),
        postgresql_where=sa.text("has_plate IS 1"),
    )
    op.create_index(
        "ix_households_walk",
        "households",
        ["unit", "old_unit", "hamlet", "order_key"],
        unique=False,
    )
    op.create_table(
        "households_apart",
        sa.Column("one", Id(), nullable=False),
        sa.Column("other", Id(), nullable=False),
        sa.PrimaryKeyConstraint("one", "other", name=op.f("pk_households_apart")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "remembered_layouts",
        sa.Column("fingerprint", sa.Text(), nullable=False),
        sa.Column("columns", sa.Text(), nullable=False),
        sa.Column("header_rows", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("fingerprint", name=op.f("pk_remembered_layouts")),
        sqlite_with_rowid=False,
    )
    if op.get_bind().dialect.name == "sqlite":
        for statement in _INDEX:
            op.execute(sa.text(statement))


def downgrade() -> None:
    """Take the schema back."""
    if op.get_bind().dialect.name == "sqlite":
        op.execute("DROP TABLE household_digits")
        op.execute("DROP TABLE household_search")
    op.drop_table("remembered_layouts")
    op.drop_table("households_apart")
    op.drop_index("ix_households_walk", table_name="households")
    op.drop_index(
        "ix_households_plate",
        table_name="households",
        sqlite_where=sa.text("has_plate IS 1"),
        postgresql_where=sa.text("has_plate IS 1"),
    )
    op.drop_index(
        "ix_households_outcome",
        table_name="households",
        sqlite_where=sa.text("outcome != ''"),
        postgresql_where=sa.text("outcome != ''"),
    )
    op.drop_index(
        "ix_households_merged",
        table_name="households",
        sqlite_where=sa.text("merged_into IS NOT NULL"),
        postgresql_where=sa.text("merged_into IS NOT NULL"),
    )
    op.drop_index("ix_households_id", table_name="households")
    op.drop_index(
        "ix_households_conflicts",
        table_name="households",
        sqlite_where=sa.text("conflicts != 0"),
        postgresql_where=sa.text("conflicts != 0"),
    )
    op.drop_index(
        "ix_households_code",
        table_name="households",
        sqlite_where=sa.text("code IS NOT NULL"),
        postgresql_where=sa.text("code IS NOT NULL"),
    )
    op.drop_table("households")
    op.drop_table("household_lists")
    op.drop_table("household_aliases")
    op.drop_table("hamlet_tallies")
    op.drop_table("hamlet_places")
    op.drop_table("hamlet_officers")
