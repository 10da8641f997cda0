"""Reads the lists that were taken in, their rows and layouts."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, select

from models.clock import hlc_time
from models.errors import UserError
from models.households.events import ROW_KEPT
from models.households.naming import ERASED_PLACE
from models.households.records import HouseholdList
from models.households.sayings import homes_of, read_sayings
from models.households.tables import (
    hamlet_places,
    household_lists,
    households,
    remembered_layouts,
)
from models.journal.histories import read_entities
from models.json_text import parse_json
from models.store.parts import in_parts


def read_lists(connection: Connection) -> list[HouseholdList]:
    """Return the lists that were taken in, the newest first."""
    query = select(household_lists).order_by(household_lists.c.imported_hlc.desc())
    return [
        HouseholdList(
            row.id, row.title, hlc_time(row.imported_hlc), row.rows, parse_json(row.columns),
            parse_json(row.header),
        )
        for row in connection.execute(query)
    ]  # fmt: skip


def list_members(
    connection: Connection, list_id: UUID
) -> tuple[list[tuple[int, UUID]], dict[int, dict[int, str]]]:
    """Return the rows of a list with their households, and the cells that meant nothing here.

    Rows of households whose data was erased are left out.
    """
    query = select(household_lists.c.members, household_lists.c.extras).where(
        household_lists.c.id == list_id
    )
    row = connection.execute(query).first()
    if row is None:
        raise UserError("households.no_list")
    members = [(int(number), UUID(text)) for number, text in parse_json(row.members)]
    extras = {
        int(number): _cells(cells)
        for number, cells in parse_json(row.extras).items()
    }
    homes = homes_of(connection, [household for _, household in members])
    gone = _erased(connection, homes)
    for history in read_entities(connection, homes).values() if gone else ():
        for event in history:
            if event.type == ROW_KEPT and event.content.get("list") == str(list_id):
                extras[event.content["row"]] = _cells(event.content["cells"])
    return [(number, one) for number, one in members if one not in gone], extras


def _cells(said: Mapping[str, str]) -> dict[int, str]:
    return {int(column): text for column, text in said.items()}


def _erased(connection: Connection, ids: Iterable[UUID]) -> set[UUID]:
    """Return those of `ids` whose data was erased."""
    found: set[UUID] = set()
    for part in in_parts(ids):
        query = select(households.c.id).where(
            households.c.id.in_(part), households.c.order_key == ERASED_PLACE
        )
        found.update(connection.execute(query).scalars())
    return found


def list_sayings(
    connection: Connection, list_id: UUID, ids: Sequence[UUID]
) -> dict[UUID, Mapping[str, Any]]:
    """Return what the lists up to and with this one said of households, `{household: {field}}`.

    That is what the list's own cells say: a field that did not change was not said again.
    """
    imported = connection.execute(
        select(household_lists.c.imported_hlc).where(household_lists.c.id == list_id)
    ).scalar_one()
    found: dict[UUID, Mapping[str, Any]] = {}
    for household, sayings in read_sayings(connection, ids).items():
        values: dict[str, Any] = {}
        for saying in sorted(sayings, key=lambda saying: saying.order):
            same = saying.content.get("list") == str(list_id)
            if saying.is_list and (same or saying.hlc <= imported):
                values |= saying.content["set"]
        found[household] = values
    return found


def unlisted(connection: Connection, hamlets: Collection[tuple[str, str]]) -> list[UUID]:
    """Return the households that people found and no list named, as they are walked.

    `hamlets` are the (unit, hamlet) of a list. A list of one hamlet is asked about that one, any
    other about its units: a house may stand in a hamlet that the list left out.
    """
    places = set(hamlets)
    units = {unit for unit, _ in places}
    query = (
        select(households.c.id, households.c.unit, households.c.hamlet)
        # Whoever found it said what it is; so the index of what was worked on finds it.
        .where(households.c.outcome != "", households.c.list.is_(None),
               households.c.merged_into.is_(None), households.c.order_key != ERASED_PLACE)
        .order_by(households.c.unit, households.c.old_unit, households.c.hamlet,
                  households.c.order_key)
    )  # fmt: skip
    return [
        row.id
        for row in connection.execute(query)
        if ((row.unit, row.hamlet) in places if len(places) == 1 else row.unit in units)
    ]


def remembered_layout(
    connection: Connection, fingerprint: str
) -> tuple[dict[str, int], int] | None:
    """Return the columns of a layout as they were read before, and its number of header rows."""
    query = select(remembered_layouts).where(remembered_layouts.c.fingerprint == fingerprint)
    row = connection.execute(query).first()
    return (parse_json(row.columns), row.header_rows) if row else None


def placed_hamlets(connection: Connection) -> dict[tuple[str, str], str]:
    """Return where hamlets of split units belong today, `{(old unit, hamlet): unit}`."""
    rows = connection.execute(select(hamlet_places))
    return {(row.old_unit, row.hamlet): row.unit for row in rows}
