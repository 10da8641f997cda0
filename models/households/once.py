"""Records a check that may have been recorded already: it was sent, and the answer never came.

A screen keeps what it sent until the store has acknowledged it, and sends it again at the next
start; here the second time finds the first and says nothing new.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import select

from models.households.commands import add_household, check_household
from models.households.events import CHECKED
from models.households.naming import hamlet_name
from models.households.sayings import read_sayings
from models.households.state import Saying
from models.households.tables import households
from models.households.values import stored
from models.store.store import Transaction
from models.text import tidy


def check_once(
    tx: Transaction, household: UUID, *, outcome: str, values: Mapping[str, Any], note: str,
    on: date, seen: Sequence[UUID],
) -> UUID:  # fmt: skip
    """Record a check as `check_household` does, unless this account said just that already.

    The same words upon the same heads are the same check; return its event's id either way.
    """
    for saying in read_sayings(tx.connection, [household]).get(household, ()):
        if saying.type == CHECKED and saying.actor == tx.actor:
            is_same = set(saying.parents) == set(seen) and _says(saying, values)
            if is_same and _is_of(saying, outcome, note, on):
                return saying.event_id
    return check_household(
        tx, household, outcome=outcome, values=values, note=note, on=on, seen=seen
    )


def add_once(
    tx: Transaction, unit: str, hamlet: str, values: Mapping[str, Any], *, outcome: str,
    note: str, on: date,
) -> UUID:  # fmt: skip
    """Record a new household as `add_household` does, unless this account recorded just that one.

    Return its id either way.
    """
    query = select(households.c.id).where(
        households.c.unit == unit, households.c.hamlet == hamlet_name(hamlet),
        households.c.list.is_(None), households.c.checked_by == tx.actor,
        households.c.checked_on == on.isoformat(), households.c.merged_into.is_(None),
    )  # fmt: skip
    ids = list(tx.connection.execute(query).scalars())
    for household, sayings in read_sayings(tx.connection, ids).items():
        first = min(sayings, key=lambda saying: saying.order)
        if _says(first, values, is_whole=True) and _is_of(first, outcome, note, on):
            return household
    return add_household(tx, unit, hamlet, values, outcome=outcome, note=note, on=on)


def _says(saying: Saying, values: Mapping[str, Any], *, is_whole: bool = False) -> bool:
    """Say whether a check says these values; what stood before was left out unless `is_whole`."""
    said = saying.content["set"]
    wanted = {name: _kept(name, value) for name, value in values.items()}
    if is_whole:
        wanted = {name: value for name, value in wanted.items() if value}
        return {name: said.get(name) for name in wanted} == wanted and not (
            set(said) - set(wanted) - {"unit", "hamlet", "outcome"}
        )
    # A plate's day brings the plate along.
    return set(said) <= {*wanted, "outcome", "has_plate"} and all(
        said[name] == value for name, value in wanted.items() if name in said
    )


def _kept(name: str, value: Any) -> Any:
    kept = stored(name, value)
    return hamlet_name(kept) if name == "hamlet" else kept


def _is_of(saying: Saying, outcome: str, note: str, on: date) -> bool:
    content = saying.content
    said = (content["set"].get("outcome"), content["note"], content["on"])
    return said == (outcome, tidy(note), on.isoformat())
