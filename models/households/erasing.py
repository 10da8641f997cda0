"""Erases a household's personal data on request, here; the exchange carries it to every station.

What goes: all that was said of the household, of the records merged into it, what others took over
from them, the cells of their rows on lists. What stays: that there is such a household, in its
hamlet, and what figures count of it, so that a report of a past period is what it was.
`docs/decisions/0013-personal-data.md`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Connection, RowMapping, select

from models.errors import UserError
from models.households.events import ERASED, LIST_IMPORTED, RESTATED, ROW_KEPT
from models.households.fields import ERASURE_CODES
from models.households.naming import ERASED_PLACE
from models.households.sayings import checks_of, homes_of, sayings_of
from models.households.search_index import forget_words
from models.households.tables import household_aliases, household_lists, households
from models.journal.erasure import blank_cells, blank_thing, erased_by, erasure_of
from models.journal.event import Event, NewEvent
from models.journal.histories import units_of
from models.json_text import parse_json
from models.permissions import Permission, permitted
from models.store.parts import in_parts
from models.store.store import Transaction


@dataclass(frozen=True, slots=True)
class Erasure:
    """What an erasure is about: the household and the records merged into it, and on what it acts.

    `sayings` counts the entries of their histories that lose their content, `lists` the lists whose
    cells of meanings unknown here hold some of theirs.
    """

    households: tuple[UUID, ...]
    sayings: int
    lists: int


def plan_erasure(connection: Connection, household: UUID) -> Erasure:
    """Return what erasing a household would act on; UserError if it is unknown or erased."""
    ids = [row["id"] for row in _records(connection, household)]
    said = sayings_of(connection, homes_of(connection, ids))
    count = sum(saying.says for sayings in said.values() for saying in sayings)
    return Erasure(tuple(ids), count, len(_lists_with_cells(connection, set(ids))))


@permitted(Permission.ERASE_HOUSEHOLDS)
def erase_household(tx: Transaction, household: UUID, *, reason: str) -> Erasure:
    """Erase the personal data of a household for a reason of `ERASURE_REASONS`; return what went.

    UserError for another reason, a household that is not here, or one that is erased already.
    """
    if reason not in ERASURE_CODES:
        codes = ", ".join(ERASURE_CODES)
        raise UserError("households.bad_erasure_reason", reason=reason[:40], reasons=codes)
    planned = plan_erasure(tx.connection, household)
    _restate_lists(tx, set(planned.households))
    _erase(tx, _records(tx.connection, household), reason)
    return planned


def follow_erasures(tx: Transaction, new: Iterable[Event]) -> None:
    """Do what erasures that came leave to whoever holds more than their author knew of.

    Records that were merged here into an erased household go with it; lists that came in here are
    said again without its cells.
    """
    erased = [(event, thing) for event in new for thing in erased_by(event)]
    for event, household in erased:
        merged = [
            row for row in _merged_into(tx.connection, [household])
            if row["order_key"] != ERASED_PLACE
        ]  # fmt: skip
        if merged:
            _restate_lists(tx, {row["id"] for row in merged})
            _erase(tx, merged, str(event.content.get("reason", "")))
    if erased:
        _restate_lists(tx, {household for _, household in erased})
        _sweep(tx)


def _erase(tx: Transaction, records: Sequence[RowMapping], reason: str) -> None:
    homes = {row["id"]: row["home"] for row in records}
    said = sayings_of(tx.connection, homes)
    aliases = _aliases(tx.connection, homes)
    news = [
        NewEvent(
            ERASED, row["home"], erasure_of(row["id"]),
            {
                "household": str(row["id"]), "reason": reason, "unit": row["unit"],
                "old_unit": row["old_unit"], "hamlet": row["hamlet"],
                "has_code": row["has_listed_code"], "has_plate": row["has_plate"],
                "plate_on": row["plate_on"], "outcome": row["outcome"],
                "checked_on": row["checked_on"],
                "checks": [list(check) for check in checks_of(said[row["id"]])],
                "merged_into": str(row["merged_into"]) if row["merged_into"] else None,
                "aliases": aliases.get(row["id"], []),
            },
        )
        for row in records
    ]  # fmt: skip
    for row in records:
        blank_thing(tx.connection, row["id"], row["home"])
    tx.append(*sorted(news, key=lambda new: new.unit))
    _sweep(tx)


def _sweep(tx: Transaction) -> None:
    forget_words(tx.connection)
    tx.sweep()


def _records(connection: Connection, household: UUID) -> list[RowMapping]:
    """Return the rows of a household: of the one that stands, and all that were merged into it."""
    row = _row(connection, household)
    while row["merged_into"] is not None:
        row = _row(connection, row["merged_into"])
    if row["order_key"] == ERASED_PLACE:
        raise UserError("households.is_erased")
    found, further = [row], [row["id"]]
    while further:
        merged = _merged_into(connection, further)
        found += [one for one in merged if one["order_key"] != ERASED_PLACE]
        further = [one["id"] for one in merged]
    return found


def _merged_into(connection: Connection, ids: Sequence[UUID]) -> list[RowMapping]:
    query = select(households).where(households.c.merged_into.in_(ids)).order_by(households.c.id)
    return list(connection.execute(query).mappings())


def _row(connection: Connection, household: UUID) -> RowMapping:
    row = connection.execute(
        select(households).where(households.c.id == household)
    ).mappings().first()  # fmt: skip
    if row is None:
        raise UserError("households.no_household")
    return row


def _aliases(connection: Connection, ids: Iterable[UUID]) -> dict[UUID, list[str]]:
    found: dict[UUID, list[str]] = {}
    for part in in_parts(ids):
        query = select(household_aliases).where(household_aliases.c.household.in_(part))
        for row in connection.execute(query.order_by(household_aliases.c.alias)):
            found.setdefault(row.household, []).append(str(row.alias))
    return found


def _lists_with_cells(connection: Connection, ids: set[UUID]) -> list[RowMapping]:
    """Return the lists that hold cells of one of `ids`."""
    wanted = {str(one) for one in ids}
    found = []
    query = select(household_lists).where(household_lists.c.extras != "{}")
    for row in connection.execute(query).mappings():
        extras = parse_json(row["extras"])
        members = parse_json(row["members"])
        if any(one in wanted and str(number) in extras for number, one in members):
            found.append(row)
    return found


def _restate_lists(tx: Transaction, gone: set[UUID]) -> None:
    """Say lists again without anybody's cells, and the cells of the others beside each of them."""
    for row in _lists_with_cells(tx.connection, gone):
        members, extras = parse_json(row["members"]), parse_json(row["extras"])
        homes = _homes(tx.connection, members, gone)
        kept = [
            NewEvent(
                ROW_KEPT, homes[one], one,
                {"list": str(row["id"]), "row": number, "cells": extras[str(number)]},
            )
            for number, one in ((number, UUID(text)) for number, text in members)
            if str(number) in extras and one in homes
        ]  # fmt: skip
        content = {
            "title": row["title"], "columns": parse_json(row["columns"]),
            "header": parse_json(row["header"]), "members": members, "extras": {},
            RESTATED: {"hlc": row["imported_hlc"], "by": str(row["imported_by"])},
        }  # fmt: skip
        for unit in units_of(tx.connection, row["id"]):
            blank_cells(tx.connection, row["id"], unit)
            tx.append(NewEvent(LIST_IMPORTED, unit, row["id"], content))
        tx.append(*sorted(kept, key=lambda new: new.unit))


def _homes(
    connection: Connection, members: Sequence[tuple[int, str]], gone: set[UUID]
) -> Mapping[UUID, str]:
    """Return the units of a list's households whose data stays."""
    ids = [UUID(household) for _, household in members]
    erased: set[UUID] = set()
    for part in in_parts(ids):
        query = select(households.c.id).where(
            households.c.id.in_(part), households.c.order_key == ERASED_PLACE
        )
        erased.update(connection.execute(query).scalars())
    homes = homes_of(connection, ids)
    return {one: home for one, home in homes.items() if one not in gone | erased}
