"""How far each hamlet is, read from the kept tallies, and which hamlets a work list is about."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter
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
_OFFICER: Final = func.coalesce(hamlet_officers.c.officer, "")
_TALLIES: Final = select(hamlet_tallies, _OFFICER.label("officer")).select_from(_WITH_OFFICERS)
_FIGURES: Final = (
    hamlet_tallies.c.households, hamlet_tallies.c.with_code, hamlet_tallies.c.checked,
    hamlet_tallies.c.plate, hamlet_tallies.c.conflicts,
)  # fmt: skip
# A ward's hamlets as one text, which is taken apart where the ward is opened: of a province's three
# thousand few are ever shown. No name holds a control character.
_NEXT_HAMLET: Final = "\x1e"
_NEXT_FIGURE: Final = "\x1f"
_WARDS: Final = (
    select(
        hamlet_tallies.c.unit, *(func.sum(figure) for figure in _FIGURES),
        func.aggregate_strings(
            func.concat_ws(
                _NEXT_FIGURE, hamlet_tallies.c.old_unit, hamlet_tallies.c.hamlet, *_FIGURES,
                hamlet_tallies.c.outcomes, _OFFICER,
            ),
            _NEXT_HAMLET,
        ),
    )
    .select_from(_WITH_OFFICERS)
    .group_by(hamlet_tallies.c.unit)
)  # fmt: skip
_OUTCOMES: Final = select(hamlet_tallies.c.unit, hamlet_tallies.c.outcomes).where(
    hamlet_tallies.c.checked != 0
)


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


@dataclass(frozen=True, slots=True)
class HamletStages:
    """How many hamlets there are, how many are begun but not done, and how many are done."""

    every: int
    begun: int
    done: int


class HamletTally(NamedTuple):
    """What is kept of a hamlet, `outcomes` as JSON."""

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
    """How far a ward is; its hamlets are told when they are asked for, since few of them are.

    `told` is a text of what is kept of them, each the fields of a `HamletTally` but the first.
    """

    unit: str
    progress: Progress
    told: str

    def hamlets(self) -> tuple[HamletProgress, ...]:
        """Return how far each hamlet is, by name."""
        return tuple(_by_name(map(self._hamlet, self.told.split(_NEXT_HAMLET))))

    def _hamlet(self, told: str) -> HamletProgress:
        old_unit, hamlet, *figures, outcomes, officer = told.split(_NEXT_FIGURE)
        households, with_code, checked, plate, conflicts = map(int, figures)
        return _hamlet(
            HamletTally(
                self.unit, old_unit, hamlet, households, with_code, checked, plate, conflicts,
                outcomes, officer,
            )
        )


def hamlet_progress(
    connection: Connection, wanted: WorkFilter | None = None
) -> list[HamletProgress]:
    """Return how far each hamlet is, by unit and name; read from the kept tallies."""
    return _by_name(map(_hamlet, _tallied(connection, wanted or WorkFilter())))


def ward_progress(connection: Connection) -> list[WardProgress]:
    """Return how far each ward is, by unit; read from the kept tallies."""
    outcomes: dict[str, dict[str, int]] = {}
    for unit, more in connection.execute(_OUTCOMES):
        _add(outcomes.setdefault(unit, {}), parse_json(more))
    found = []
    for unit, *figures, told in connection.execute(_WARDS):
        households, with_code, checked, plate, conflicts = map(int, figures)
        progress = Progress(
            households, with_code, checked, plate, conflicts, outcomes.get(unit, {})
        )
        found.append(WardProgress(unit, progress, told))
    return sorted(found, key=attrgetter("unit"))


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


def hamlet_stages(connection: Connection) -> HamletStages:
    """Return how many hamlets are begun and how many are done; from the tallies."""
    tallies = hamlet_tallies.c
    is_done = case((tallies.checked >= tallies.households, 1), else_=0)
    is_begun = case((tallies.checked > 0, 1), else_=0)
    query = select(
        func.count(), func.coalesce(func.sum(is_begun), 0), func.coalesce(func.sum(is_done), 0)
    ).where(tallies.households > 0)
    every, begun, done = connection.execute(query).one()
    return HamletStages(int(every), int(begun) - int(done), int(done))


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


def _add(outcomes: dict[str, int], more: Mapping[str, int]) -> None:
    for code, n in more.items():
        outcomes[code] = outcomes.get(code, 0) + n


def _by_name(found: Iterable[HamletProgress]) -> list[HamletProgress]:
    return sorted(found, key=lambda item: (*item.hamlet[:2], natural_key(item.hamlet.hamlet)))
