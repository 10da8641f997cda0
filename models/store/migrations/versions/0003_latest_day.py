"""The latest day of each month stands under its negative number and outside the month's sum."""

from __future__ import annotations

import json
from typing import Any, Final

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

Counts = dict[str, dict[str, int]]

_TALLIES: Final = sa.table(
    "tallies", sa.column("span"), sa.column("unit"), sa.column("questionnaire"),
    sa.column("version"), sa.column("counts"),
)  # fmt: skip
_FIRST_DAY: Final = 10_000_000


def upgrade() -> None:
    """Bring the rows up."""
    latest: dict[tuple[Any, ...], Any] = {}
    days = sa.select(_TALLIES).where(_TALLIES.c.span >= _FIRST_DAY).order_by(_TALLIES.c.span)
    for row in op.get_bind().execute(days):
        latest[row.span // 100, row.unit, row.questionnaire, row.version] = row
    for row in latest.values():
        _turn(row, -1)


def downgrade() -> None:
    """Take the rows back."""
    for row in op.get_bind().execute(sa.select(_TALLIES).where(_TALLIES.c.span < 0)).all():
        _turn(row, 1)


def _turn(row: Any, sign: int) -> None:
    """Change the sign of a day's number, and take its counts out of the month's or into it."""
    bind = op.get_bind()
    of = (
        (_TALLIES.c.unit == row.unit)
        & (_TALLIES.c.questionnaire == row.questionnaire)
        & (_TALLIES.c.version == row.version)
    )
    day = (_TALLIES.c.span == row.span) & of
    bind.execute(sa.update(_TALLIES).where(day).values(span=-row.span))
    month = (_TALLIES.c.span == abs(row.span) // 100) & of
    held = bind.execute(sa.select(_TALLIES.c.counts).where(month)).scalar()
    bind.execute(sa.delete(_TALLIES).where(month))
    summed = _sum(json.loads(held or "{}"), json.loads(row.counts), sign)
    if summed:
        kept = json.dumps(summed, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        values = {**row._mapping, "span": abs(row.span) // 100, "counts": kept}
        bind.execute(sa.insert(_TALLIES).values(**values))


def _sum(counts: Counts, day: Counts, sign: int) -> Counts:
    summed: Counts = {}
    for question in counts.keys() | day.keys():
        here, there = counts.get(question, {}), day.get(question, {})
        totals = {
            option: here.get(option, 0) + sign * there.get(option, 0)
            for option in here.keys() | there.keys()
        }
        if any(totals.values()):
            summed[question] = {option: n for option, n in totals.items() if n}
    return summed
