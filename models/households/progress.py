"""How far each hamlet is, read from the kept tallies, and which hamlets a work list is about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import ColumnElement, Connection, and_, case, func, select

from models.households.naming import natural_key
from models.households.records import HamletKey, HamletProgress, Progress
from models.households.tables import hamlet_officers, hamlet_tallies
from models.json_text import parse_json
from models.text import sort_key

_WITH_OFFICERS: Final = hamlet_tallies.outerjoin(
    hamlet_officers,
    and_(hamlet_officers.c.unit == hamlet_tallies.c.unit,
         hamlet_officers.c.old_unit == hamlet_tallies.c.old_unit,
         hamlet_officers.c.hamlet == hamlet_tallies.c.hamlet),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class WorkFilter:
    """Which households a work list shows; None asks for no such thing.

    `outcome` "" means unchecked.
    """

    unit: str | None = None
    hamlets: tuple[HamletKey, ...] | None = None
    street: str | None = None
    outcome: str | None = None
    officer: str | None = None
    has_conflicts: bool = False


@dataclass(frozen=True, slots=True)
class RegisterTotals:
    """How the whole register stands; `own_` counts what one officer was asked to check."""

    households: int
    with_code: int
    checked: int
    conflicts: int
    own_hamlets: int
    own_households: int
    own_checked: int


def hamlet_progress(
    connection: Connection, wanted: WorkFilter | None = None
) -> list[HamletProgress]:
    """Return how far each hamlet is, by unit and name; read from the kept tallies."""
    found = _tallied(connection, wanted or WorkFilter())
    return sorted(
        found, key=lambda item: (*item.hamlet[:2], natural_key(item.hamlet.hamlet))
    )


def register_totals(connection: Connection, officer: str) -> RegisterTotals:
    """Return how the whole register stands, and the hamlets of `officer`; from the tallies."""
    tallies = hamlet_tallies.c
    is_own = case((hamlet_officers.c.officer == officer, 1), else_=0)
    figures: tuple[ColumnElement[int], ...] = (
        tallies.households, tallies.with_code, tallies.checked, tallies.conflicts,
        is_own, is_own * tallies.households, is_own * tallies.checked,
    )  # fmt: skip
    query = select(*(func.coalesce(func.sum(figure), 0) for figure in figures))
    row = connection.execute(query.select_from(_WITH_OFFICERS)).one()
    return RegisterTotals(*(int(figure) for figure in row))


def officers(connection: Connection) -> list[str]:
    """Return everybody who was asked to check a hamlet."""
    query = select(hamlet_officers.c.officer).distinct()
    return sorted(connection.execute(query).scalars(), key=sort_key)


def total(parts: Sequence[Progress]) -> Progress:
    """Return the sum of several progresses."""
    outcomes: dict[str, int] = {}
    for part in parts:
        for code, n in part.outcomes.items():
            outcomes[code] = outcomes.get(code, 0) + n
    return Progress(
        sum(part.households for part in parts), sum(part.with_code for part in parts),
        sum(part.checked for part in parts), sum(part.plate for part in parts),
        sum(part.conflicts for part in parts), outcomes,
    )  # fmt: skip


def wanted_hamlets(connection: Connection, wanted: WorkFilter) -> list[HamletKey] | None:
    """Return the hamlets that a work list is limited to, None for no limit."""
    if wanted.officer is None:
        return list(wanted.hamlets) if wanted.hamlets is not None else None
    query = select(hamlet_officers).where(hamlet_officers.c.officer == wanted.officer)
    theirs = [
        HamletKey(row.unit, row.old_unit, row.hamlet) for row in connection.execute(query)
    ]
    if wanted.hamlets is None:
        return theirs
    return [place for place in theirs if place in wanted.hamlets]


def _tallied(connection: Connection, wanted: WorkFilter) -> list[HamletProgress]:
    query = select(hamlet_tallies, func.coalesce(hamlet_officers.c.officer, "").label("officer"))
    joined = query.select_from(_WITH_OFFICERS)
    if wanted.unit is not None:
        joined = joined.where(hamlet_tallies.c.unit == wanted.unit)
    if wanted.officer is not None:
        joined = joined.where(hamlet_officers.c.officer == wanted.officer)
    rows = connection.execute(joined).all()
    return [
        HamletProgress(
            HamletKey(row.unit, row.old_unit, row.hamlet), row.officer,
            Progress(row.households, row.with_code, row.checked, row.plate, row.conflicts,
                     parse_json(row.outcomes)),
        )
        for row in rows
        if wanted.hamlets is None or (row.unit, row.old_unit, row.hamlet) in wanted.hamlets
    ]  # fmt: skip
