"""What the register page reads and writes, each in one transaction off the GUI thread."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from models.households.commands import assign_hamlet
from models.households.progress import WardProgress, WorkFilter, officers, total, ward_progress
from models.households.queries import (
    WalkPage,
    WalkPlace,
    count_walk,
    streets_of,
    walk_page,
)
from models.households.records import HamletKey, Household, Progress
from ui.register.place_names import PlaceNames, read_names

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from models.store.store import Transaction

# More points than this are a town, and no hamlet that somebody walks through.
MOST_ON_MAP: Final = 5000


@dataclass(frozen=True, slots=True)
class Overview:
    """Every ward and how far it is; `officers` are those who were asked to check some hamlets."""

    wards: tuple[WardProgress, ...]
    whole: Progress
    officers: tuple[str, ...]
    names: PlaceNames


@dataclass(frozen=True, slots=True)
class WorkPart:
    """A part of a work list, and the number of all its households where that was asked for."""

    page: WalkPage
    count: int | None = None


@dataclass(frozen=True, slots=True)
class MapHouseholds:
    """The households of a work list for its map; `count` is how many the list has."""

    households: tuple[Household, ...]
    count: int


def read_overview(connection: Connection) -> Overview:
    """Return every ward's progress, from the kept tallies."""
    wards = tuple(ward_progress(connection))
    return Overview(
        wards, total([ward.progress for ward in wards]), tuple(officers(connection)),
        read_names(connection),
    )  # fmt: skip


def read_first(connection: Connection, wanted: WorkFilter, limit: int) -> WorkPart:
    """Return the first part of a work list, and how many households it has.

    Those of the whole register are counted with the overview.
    """
    count = count_walk(connection, wanted) if wanted != WorkFilter() else None
    return WorkPart(walk_page(connection, wanted, limit=limit), count)


def read_next(
    connection: Connection, wanted: WorkFilter, after: WalkPlace, limit: int
) -> WorkPart:
    """Return the part of a work list that follows."""
    return WorkPart(walk_page(connection, wanted, after=after, limit=limit))


def read_map(connection: Connection, wanted: WorkFilter) -> MapHouseholds:
    """Return the households of a work list, as many as a map can show."""
    page = walk_page(connection, wanted, limit=MOST_ON_MAP)
    count = len(page.households) if page.after is None else count_walk(connection, wanted)
    return MapHouseholds(page.households, count)


def read_streets(connection: Connection, hamlet: HamletKey) -> tuple[HamletKey, tuple[str, ...]]:
    """Return the streets of a hamlet."""
    return hamlet, tuple(streets_of(connection, hamlet))


def assign_hamlets(tx: Transaction, hamlets: Sequence[HamletKey], officer: str) -> None:
    """Record who is to check several hamlets, all or none; "" for nobody."""
    for hamlet in hamlets:
        assign_hamlet(tx, hamlet, officer)
