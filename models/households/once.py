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
from models.households.state import Saying, resolve
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
    sayings = read_sayings(tx.connection, [household]).get(household, [])
    for saying in sayings:
        is_mine = saying.type == CHECKED and saying.actor == tx.actor
        if is_mine and set(saying.parents) == set(seen) and _is_of(saying, outcome, note, on):
            stood = resolve([one for one in sayings if one.order < saying.order]).values
            if _says(saying, values, stood):
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
    known = {**values, "unit": unit, "hamlet": hamlet}
    for household, sayings in read_sayings(tx.connection, ids).items():
        first = min(sayings, key=lambda saying: saying.order)
        if _is_of(first, outcome, note, on) and _says(first, known, {}):
            return household
    return add_household(tx, unit, hamlet, values, outcome=outcome, note=note, on=on)


def _says(saying: Saying, values: Mapping[str, Any], stood: Mapping[str, Any]) -> bool:
    """Say whether a check says these values; what `stood` already was left out of it."""
    said = saying.content["set"]
    # A plate's day brings the plate along.
    if set(said) - {*values, "outcome", "has_plate"}:
        return False
    for name, value in values.items():
        kept = _kept(name, value)
        before = said.get(name, stood.get(name))
        if kept != before and (kept or before):
            return False
    return True


def _kept(name: str, value: Any) -> Any:
    kept = stored(name, value)
    return hamlet_name(kept) if name == "hamlet" else kept


def _is_of(saying: Saying, outcome: str, note: str, on: date) -> bool:
    content = saying.content
    said = (content["set"].get("outcome"), content["note"], content["on"])
    return said == (outcome, tidy(note), on.isoformat())
