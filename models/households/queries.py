"""Reads the register for screens, documents and files: a page at a time, never the whole of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, Select, and_, func, or_, select, tuple_

from models.errors import UserError
from models.households.naming import ERASED_PLACE
from models.households.progress import WorkFilter, hamlet_progress, wanted_hamlets
from models.households.records import HamletKey, Household, Place, filled_household
from models.households.search import read_wanted, search_rows
from models.households.tables import households
from models.households.values import day_of, visit_of
from models.json_text import parse_json
from models.store.parts import in_parts
from models.text import sort_key

# What a household record needs, in the order in which `household_of` takes it.
_NAMES: Final = (
    "id", "unit", "hamlet", "name", "old_unit", "list_code", "phone", "address", "house_number",
    "street", "code", "place_id", "lat", "lon", "place_source", "place_accuracy", "has_plate",
    "plate_on", "outcome", "checked_on", "checked_by", "note", "visit", "list", "list_row",
    "merged_into", "conflicts", "order_key",
)  # fmt: skip
_COLUMNS: Final = tuple(households.c[name] for name in _NAMES)
_IDS: Final = tuple(
    _NAMES.index(name) for name in ("id", "checked_by", "list", "merged_into")
)
_HAS_PLATE: Final = _NAMES.index("has_plate")
_WALK: Final = (
    households.c.unit, households.c.old_unit, households.c.hamlet, households.c.order_key,
    households.c.key,
)  # fmt: skip
# Of one whose data was erased there is nothing to check any more.
_IS_OPEN: Final = households.c.order_key != ERASED_PLACE
WalkPlace = tuple[str, str, str, str, int]


@dataclass(frozen=True, slots=True)
class WalkPage:
    """A part of a work list in walking order; `after` asks for the next part, None at the end."""

    households: tuple[Household, ...]
    after: WalkPlace | None


def read_household(connection: Connection, household: UUID) -> Household:
    """Return one household; UserError if it is not here."""
    query = select(*_COLUMNS).where(households.c.id == household)
    row = connection.execute(query).first()
    if row is None:
        raise UserError("households.no_household")
    return household_of(row)


def read_households(connection: Connection, ids: Sequence[UUID]) -> list[Household]:
    """Return households in the order of `ids`, those that are here."""
    found: dict[UUID, Household] = {}
    for part in in_parts(ids):
        query = select(*_COLUMNS).where(households.c.id.in_(part))
        for row in connection.execute(query):
            found[row.id] = household_of(row)
    return [found[one] for one in ids if one in found]


def search_households(connection: Connection, typed: str, *, limit: int = 50) -> list[Household]:
    """Return households that hold all that was typed, in the order of the register.

    Words by their beginnings, in any order, with marks or without; codes and telephones by any
    part. What holds no letter and no digit finds nothing.
    """
    wanted = read_wanted(typed)
    if wanted.is_empty:
        return []
    return [
        household_of(_typed(row)) for row in search_rows(connection, wanted, limit, _NAMES)
    ]


def walk_page(
    connection: Connection, wanted: WorkFilter, *,
    after: WalkPlace | None = None, limit: int = 200,
) -> WalkPage:  # fmt: skip
    """Return the part of a work list that follows `after`, in walking order."""
    query = _walk(connection, wanted).limit(limit)
    if after is not None:
        query = query.where(tuple_(*_WALK) > after)
    return _page(connection, query, limit)


def _page(connection: Connection, query: Select[Any], limit: int) -> WalkPage:
    rows = connection.execute(query).all()
    last = rows[-1] if len(rows) == limit else None
    return WalkPage(
        tuple(household_of(row) for row in rows),
        (last.unit, last.old_unit, last.hamlet, last.order_key, last.key) if last else None,
    )


def walk_all(connection: Connection, wanted: WorkFilter) -> Iterator[Household]:
    """Yield a whole work list in walking order, a chunk at a time, as it goes to paper.

    Of those whose data was erased there is nothing to put there.
    """
    query = _walk(connection, wanted).where(_IS_OPEN)
    rows = connection.execution_options(yield_per=2000).execute(query)
    for row in rows:
        yield household_of(row)


def count_walk(connection: Connection, wanted: WorkFilter) -> int:
    """Return how many households a work list has; of whole hamlets without a scan."""
    if wanted.street is None and wanted.outcome is None and not wanted.has_conflicts:
        return sum(item.progress.households for item in hamlet_progress(connection, wanted))
    if wanted.street is None and not wanted.has_conflicts:
        parts = [item.progress for item in hamlet_progress(connection, wanted)]
        if wanted.outcome == "":
            return sum(part.households - part.checked for part in parts)
        return sum(part.outcomes.get(wanted.outcome or "", 0) for part in parts)
    query = select(func.count()).select_from(households)
    return connection.execute(query.where(*_conditions(connection, wanted))).scalar_one()


def count_on_paper(connection: Connection, wanted: WorkFilter) -> int:
    """Return how many households `walk_all` yields of a work list."""
    query = select(func.count()).select_from(households)
    return connection.execute(
        query.where(_IS_OPEN, *_conditions(connection, wanted))
    ).scalar_one()


def next_unchecked(
    connection: Connection, household: UUID | None, wanted: WorkFilter
) -> Household | None:
    """Return the next unchecked household of a work list after `household`, then from the start."""
    unchecked = WorkFilter(
        wanted.unit, wanted.hamlets, wanted.street, "", wanted.officer,
        wanted.has_conflicts,
    )  # fmt: skip
    query = _walk(connection, unchecked).where(_IS_OPEN).limit(1)
    if household is not None:
        here = connection.execute(
            select(*_WALK).where(households.c.id == household)
        ).first()
        if here is not None:
            later = query.where(tuple_(*_WALK) > tuple(here))
            found = _page(connection, later, 1).households
            if found:
                return found[0]
    first = _page(connection, query, 1).households
    return first[0] if first and first[0].id != household else None


def neighbour(
    connection: Connection, household: UUID, wanted: WorkFilter, *, is_before: bool = False
) -> UUID | None:
    """Return the household after this one in a work list, or the one before; None at the ends.

    Those whose data was erased are passed over. The household itself need not be in the list (any
    more).
    """
    here = connection.execute(select(*_WALK).where(households.c.id == household)).first()
    if here is None:
        return None
    place = tuple_(*_WALK)
    query = select(households.c.id).where(_IS_OPEN, *_conditions(connection, wanted)).limit(1)
    if is_before:
        query = query.where(place < tuple(here)).order_by(*(column.desc() for column in _WALK))
    else:
        query = query.where(place > tuple(here)).order_by(*_WALK)
    return connection.execute(query).scalar()


def streets_of(connection: Connection, hamlet: HamletKey) -> list[str]:
    """Return the streets of a hamlet in the order of their names."""
    query = (
        select(households.c.street)
        .where(
            households.c.unit == hamlet.unit, households.c.old_unit == hamlet.old_unit,
            households.c.hamlet == hamlet.hamlet, households.c.street != "",
        )
        .distinct()
    )
    return sorted(connection.execute(query).scalars(), key=sort_key)


def merged_with(connection: Connection, household: UUID) -> list[Household]:
    """Return the households that were merged into this one."""
    query = select(*_COLUMNS).where(households.c.merged_into == household)
    return [household_of(row) for row in connection.execute(query)]


def household_of(row: Sequence[Any]) -> Household:
    """Return the record of a row of `households`: the columns of `_NAMES`, then any others."""
    (
        key, unit, hamlet, name, old_unit, list_code, phone, address, house_number, street, code,
        place_id, lat, lon, source, accuracy, has_plate, plate_on, outcome, checked_on,
        checked_by, note, visit, list_id, list_row, merged_into, conflicts, place_in_walk,
    ) = row[: len(_NAMES)]  # fmt: skip
    # By place: half the time of naming each, and every row of a list comes by here.
    return filled_household(
        key, unit, hamlet, name, old_unit or None, list_code, phone, address, house_number, street,
        code, place_id, None if lat is None else Place(lat, lon, source, accuracy), has_plate,
        # Once there is no plate any more, the day it was attached says nothing.
        day_of(plate_on) if has_plate else None, outcome, day_of(checked_on), checked_by,
        note, visit_of(parse_json(visit)) if visit else None, list_id, list_row, merged_into,
        conflicts, place_in_walk == ERASED_PLACE,
    )  # fmt: skip


def _typed(row: Sequence[Any]) -> list[Any]:
    """Return the values of a row that the driver gives in another form."""
    typed = list(row)
    for place in _IDS:
        if typed[place] is not None:
            typed[place] = _id_of(typed[place])
    typed[_HAS_PLATE] = bool(typed[_HAS_PLATE])
    return typed


# The same households are found again with every letter, and all came from a few lists.
@lru_cache(maxsize=1000)
def _id_of(value: bytes | UUID) -> UUID:
    return value if isinstance(value, UUID) else UUID(bytes=value)


def _walk(connection: Connection, wanted: WorkFilter) -> Select[Any]:
    columns = (*_COLUMNS, households.c.key)
    return select(*columns).where(*_conditions(connection, wanted)).order_by(*_WALK)


def _conditions(connection: Connection, wanted: WorkFilter) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = [households.c.merged_into.is_(None)]
    if wanted.unit is not None:
        found.append(households.c.unit == wanted.unit)
    places = wanted_hamlets(connection, wanted)
    if places is not None:
        found.append(
            or_(*(and_(households.c.unit == unit, households.c.old_unit == old_unit,
                       households.c.hamlet == hamlet)
                  for unit, old_unit, hamlet in places))
            if places else households.c.key < 0
        )  # fmt: skip
    if wanted.street is not None:
        found.append(households.c.street == wanted.street)
    if wanted.outcome is not None:
        found.append(households.c.outcome == wanted.outcome)
    if wanted.has_conflicts:
        found.append(households.c.conflicts != 0)
    return found
