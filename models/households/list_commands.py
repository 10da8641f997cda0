"""Takes a list in: all that was planned, in one transaction, or nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from operator import attrgetter
from typing import Any, Final
from uuid import UUID

from sqlalchemy import select

from models.households.events import LIST_IMPORTED, LISTED
from models.households.list_plan import ListPlan, PlannedRow
from models.households.sayings import homes_of
from models.households.tables import household_lists
from models.journal.event import NewEvent
from models.memory import uncollected
from models.permissions import Permission, permitted
from models.store.store import Transaction
from models.text import tidy

_MOST_TITLE: Final = 200
# So many rows at a time: costs no more than all at once, and can be stopped in between.
_PART: Final = 2000


@permitted(Permission.IMPORT_HOUSEHOLDS)
def import_list(
    tx: Transaction, plan: ListPlan, *, unit: str, title: str, columns: Mapping[str, int],
    header: Sequence[Sequence[str]], progressed: Callable[[int, int], None] | None = None,
) -> None:  # fmt: skip
    """Record what a plan says. The same list twice changes nothing.

    `title` is what people call the list; `columns` and `header` are its layout, so that it can be
    written out again as it came. `progressed` is told how many of how many rows are recorded; what
    it raises undoes all of them.
    """
    with uncollected():
        working = [planned for planned in plan.rows if planned.action != "unchanged"]
        is_known = _is_known(tx, plan)
        if is_known and not working:
            return
        if not is_known:
            tx.append(_imported(plan, unit, title, columns, header))
        updated = [planned.household for planned in working if planned.action == "update"]
        homes = homes_of(tx.connection, updated)
        list_id = str(plan.list_id)
        for start in range(0, len(working), _PART):
            part = working[start : start + _PART]
            news = [_listed(list_id, planned, homes) for planned in part]
            # A unit's events lie together in the journal, however the list mixes units.
            tx.append(*sorted(news, key=attrgetter("unit")))
            if progressed is not None:
                progressed(start + len(part), len(working))


def _imported(
    plan: ListPlan, unit: str, title: str, columns: Mapping[str, int],
    header: Sequence[Sequence[str]],
) -> NewEvent:  # fmt: skip
    content = {
        "title": tidy(title)[:_MOST_TITLE],
        "columns": dict(columns),
        "header": [list(line) for line in header],
        # The ids as they are: JSON writes them as text, quicker than a text is made of each first.
        "members": [[planned.row.row, planned.household] for planned in plan.rows],
        "extras": {
            str(planned.row.row): {str(place): text for place, text in cells.items()}
            for planned in plan.rows
            if (cells := planned.row.extra)
        },
    }
    return NewEvent(LIST_IMPORTED, unit, plan.list_id, content)


def _listed(list_id: str, planned: PlannedRow, homes: Mapping[UUID, str]) -> NewEvent:
    content: dict[str, Any] = {
        "set": dict(planned.changes), "list": list_id, "row": planned.row.row,
    }  # fmt: skip
    if planned.alias is not None:
        content["alias"] = str(planned.alias)
    if planned.action == "add":
        return NewEvent(
            LISTED, planned.row.unit, planned.household, content, parents=(), is_plain=True
        )
    return NewEvent(LISTED, homes[planned.household], planned.household, content, is_plain=True)


def _is_known(tx: Transaction, plan: ListPlan) -> bool:
    query = select(household_lists.c.id).where(household_lists.c.id == plan.list_id)
    return tx.connection.execute(query).first() is not None
