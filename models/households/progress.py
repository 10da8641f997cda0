"""How far each hamlet is, read from the kept tallies, and which hamlets a work list is about."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

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
_TALLIES: Final = select(
    hamlet_tallies, func.coalesce(hamlet_officers.c.officer, "").label("officer")
).select_from(_WITH_OFFICERS)


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


class HamletTally(NamedTuple):
    """What is kept of a hamlet, `outcomes` as JSON; a `HamletProgress` takes twice as long."""

    unit: str
    old_unit: str
    hamlet: str
    households: int
    with_code: int
    checked: int
    plate: int
    conflicts: int
    outcomes: str
    officer: str


@dataclass(frozen=True, slots=True)
class WardProgress:
    """How far a ward is; its hamlets are told when they are asked for, since few of them are."""

    unit: str
    progress: Progress
    tallies: tuple[HamletTally, ...]

    def hamlets(self) -> tuple[HamletProgress, ...]:
        """Return how far each hamlet is, by name."""
        return tuple(_by_name(map(_hamlet, self.tallies)))


def hamlet_progress(
    connection: Connection, wanted: WorkFilter | None = None
) -> list[HamletProgress]:
    """Return how far each hamlet is, by unit and name; read from the kept tallies."""
    return _by_name(map(_hamlet, _tallied(connection, wanted or WorkFilter())))


def ward_progress(connection: Connection) -> list[WardProgress]:
    """Return how far each ward is, by unit; read from the kept tallies."""
    by_unit: dict[str, list[HamletTally]] = {}
    for tally in _tallied(connection, WorkFilter()):
        by_unit.setdefault(tally.unit, []).append(tally)
    return [
        WardProgress(unit, _sum(tallies), tuple(tallies))
        for unit, tallies in sorted(by_unit.items())
    ]


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
        _add(outcomes, part.outcomes)
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


def _tallied(connection: Connection, wanted: WorkFilter) -> list[HamletTally]:
    query = _TALLIES
    if wanted.unit is not None:
        query = query.where(hamlet_tallies.c.unit == wanted.unit)
    if wanted.officer is not None:
        query = query.where(hamlet_officers.c.officer == wanted.officer)
    found = map(HamletTally._make, connection.execute(query))
    if wanted.hamlets is None:
        return list(found)
    places = frozenset(wanted.hamlets)
    return [tally for tally in found if tally[:3] in places]


def _hamlet(tally: HamletTally) -> HamletProgress:
    return HamletProgress(
        HamletKey(tally.unit, tally.old_unit, tally.hamlet), tally.officer,
        Progress(tally.households, tally.with_code, tally.checked, tally.plate, tally.conflicts,
                 parse_json(tally.outcomes)),
    )  # fmt: skip


def _sum(tallies: Sequence[HamletTally]) -> Progress:
    outcomes: dict[str, int] = {}
    for tally in tallies:
        _add(outcomes, parse_json(tally.outcomes))
    return Progress(
        sum(tally.households for tally in tallies), sum(tally.with_code for tally in tallies),
        sum(tally.checked for tally in tallies), sum(tally.plate for tally in tallies),
        sum(tally.conflicts for tally in tallies), outcomes,
    )  # fmt: skip


def _add(outcomes: dict[str, int], more: Mapping[str, int]) -> None:
    for code, n in more.items():
        outcomes[code] = outcomes.get(code, 0) + n


def _by_name(found: Iterable[HamletProgress]) -> list[HamletProgress]:
    return sorted(found, key=lambda item: (*item.hamlet[:2], natural_key(item.hamlet.hamlet)))
