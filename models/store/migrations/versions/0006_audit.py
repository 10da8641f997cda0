"""Where in the journal the audit's entries are; those of before are looked for once."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from models.store.types import Id

revision = "0006"
down_revision = "0005"

# What the audit read when it came, of what an older program wrote.
_TYPES = (
    "account.created", "account.role_changed", "account.removed", "setting.changed",
    "questionnaire.published", "unit.defined", "unit.split_settled", "household.list_imported",
    "household.settled", "household.merged", "survey.response_settled", "station.enrolled",
    "station.revoked", "drill.made",
)  # fmt: skip


def upgrade() -> None:
    """Bring the schema up."""
    op.create_table(
        "audit_entries",
        sa.Column("hlc", sa.BigInteger(), nullable=False, autoincrement=False),
        sa.Column("event_id", Id(), nullable=False),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("account", Id(), nullable=False),
        sa.PrimaryKeyConstraint("hlc", "event_id", "unit", name="pk_audit_entries"),
        sqlite_with_rowid=False,
    )
    fill = sa.text(
        "INSERT INTO audit_entries (hlc, event_id, unit, type, account)"
        " SELECT hlc, event_id, unit, type, actor FROM events"
        " WHERE type IN :types AND unit <> 'aggregates' ORDER BY hlc, event_id"
    )
    op.get_bind().execute(fill.bindparams(sa.bindparam("types", _TYPES, expanding=True)))


def downgrade() -> None:
    """Take the schema back."""
    op.drop_table("audit_entries")
