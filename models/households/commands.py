"""What can be done to households: check, settle, merge, keep apart, assign.

Each command runs inside `Store.write`; what it refuses it refuses with a UserError and changes
nothing. Lists come in by `models.households.list_commands`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final
from uuid import UUID

from sqlalchemy import RowMapping, select

from models.errors import UserError
from models.households.apart import sayings_apart
from models.households.events import (
    APART_UNDONE,
    ASSIGNED,
    CHECKED,
    KEPT_APART,
    LAYOUT_REMEMBERED,
    MERGED,
    PLACED,
    SETTLED,
    TOOK,
)
from models.households.fields import CHECK_FIELDS
from models.households.naming import ERASED_PLACE, hamlet_name
from models.households.records import HamletKey
from models.households.sayings import read_sayings
from models.households.state import State, as_seen, resolve
from models.households.tables import households
from models.households.values import day_of, stored
from models.ids import derived_id, uuid7
from models.journal.event import NewEvent
from models.permissions import Permission, permitted
from models.store.store import Transaction
from models.text import tidy

# Outcomes by which an officer vouches for all that the list says of the house.
_VOUCHING: Final = ("dung", "sai_thong_tin")
_VOUCHED: Final = ("name", "phone", "address", "house_number", "street", "hamlet", "code")
# One of these a household needs, or nobody finds it again.
_FOUND_BY: Final = ("name", "address", "house_number", "street")
# Digital addresses are younger; an older day is a slip of the keys.
_EARLIEST: Final = date(2000, 1, 1)
_MOST_NOTE: Final = 2000


@permitted(Permission.CHECK_HOUSEHOLDS)
def check_household(
    tx: Transaction, household: UUID, *, outcome: str, values: Mapping[str, Any] | None = None,
    note: str = "", on: date | None = None, seen: Sequence[UUID] | None = None,
) -> UUID:  # fmt: skip
    """Record a check on the spot and return its event's id.

    `values` are the fields that are otherwise than they stand, `{field: value}`; equal ones are
    left out. `seen` are the heads that the officer had on the screen, None for those of now: what
    came after them is nothing that the officer can have called right.
    UserError for an unknown household, outcome or field, a bad value, a day to come or long gone,
    or where nothing would be left to find the house by.
    """
    row = _standing_row(tx, household)
    day = _past(tx, on or tx.clock.today())
    if not outcome:
        raise UserError("households.no_outcome")
    sayings = read_sayings(tx.connection, [household])[household]
    shown = resolve(sayings if seen is None else as_seen(sayings, seen)).values
    state = resolve(sayings)
    changes = _changes(state, values or {}, shown)
    _past_plate(tx, changes)
    _still_somewhere({**state.values, **changes}, changes)
    changes["outcome"] = stored("outcome", outcome)
    confirmed = {
        field: shown[field]
        for field in (_VOUCHED if outcome in _VOUCHING else ())
        if field not in changes and shown.get(field)
    }
    content = {"set": changes, "seen": confirmed, "on": day.isoformat(), "note": _note(note)}
    made = tx.append(
        NewEvent(CHECKED, row["home"], household, content,
                 parents=tuple(seen) if seen is not None else None)
    )  # fmt: skip
    return made[0].event_id


@permitted(Permission.CHECK_HOUSEHOLDS)
def add_household(
    tx: Transaction, unit: str, hamlet: str, values: Mapping[str, Any], *, outcome: str,
    note: str = "", on: date | None = None,
) -> UUID:  # fmt: skip
    """Record a household that no list names, found on the spot; return its id.

    UserError without a name and an address, and as `check_household`.
    """
    fields = {name: stored(name, value) for name, value in values.items()}
    fields = {name: value for name, value in fields.items() if value}
    if not (fields.get("name") or fields.get("address") or fields.get("house_number")):
        raise UserError("households.nobody")
    if not hamlet.strip():
        raise UserError("households.no_hamlet")
    day = _past(tx, on or tx.clock.today())
    _past_plate(tx, fields)
    household = uuid7(tx.clock.now_ms())
    changes = {**fields, "unit": unit, "hamlet": hamlet_name(hamlet),
               "outcome": stored("outcome", outcome)}  # fmt: skip
    content = {"set": changes, "seen": {}, "on": day.isoformat(), "note": _note(note)}
    tx.append(NewEvent(CHECKED, unit, household, content, parents=(), is_creation=True))
    return household


@permitted(Permission.SETTLE_HOUSEHOLDS)
def settle(
    tx: Transaction, household: UUID, values: Mapping[str, Any], *, note: str = "",
    seen: Sequence[UUID] | None = None,
) -> UUID:  # fmt: skip
    """Record a person's last word on fields that wait for one; return the event's id.

    `seen` are the heads that the person had on the screen, None for those of now: a side that
    came later is not overruled by who never saw it. UserError for a field that does not wait (any
    more), or a bad value.
    """
    row = _standing_row(tx, household)
    state = _state(tx, household)
    open_fields = set(state.conflicts)
    if not values or not set(values) <= open_fields:
        raise UserError("households.nothing_to_settle")
    content = {
        "set": {name: stored(name, value) for name, value in values.items()},
        "note": _note(note),
    }
    parents = tuple(seen) if seen is not None else None
    return tx.append(NewEvent(SETTLED, row["home"], household, content, parents))[0].event_id


@permitted(Permission.SETTLE_HOUSEHOLDS)
def merge(tx: Transaction, kept: UUID, gone: UUID, *, note: str = "") -> None:
    """Record that two records are one household: `kept` stands and takes what it lacks.

    UserError when either is unknown or merged already, or both are the same.
    """
    if kept == gone:
        raise UserError("households.merge_itself")
    kept_row, gone_row = _standing_row(tx, kept), _standing_row(tx, gone)
    mine, theirs = _state(tx, kept).values, _state(tx, gone).values
    taken = {
        name: theirs[name]
        for name in (*CHECK_FIELDS, "list_code")
        if theirs.get(name) and not mine.get(name)
    }
    tx.append(
        NewEvent(MERGED, gone_row["home"], gone,
                 {"set": {"merged_into": str(kept)}, "note": _note(note)})
    )  # fmt: skip
    if taken:
        before = {name: mine.get(name) for name in taken}
        content = {"set": taken, "from": str(gone), "before": before}
        tx.append(NewEvent(TOOK, kept_row["home"], kept, content))


@permitted(Permission.SETTLE_HOUSEHOLDS)
def undo_merge(tx: Transaction, gone: UUID) -> None:
    """Take a merge back: `gone` stands again, and what the other took from it goes back.

    What was changed since stays. UserError when the household was not merged.
    """
    row = _row(tx, gone)
    if row["order_key"] == ERASED_PLACE:
        raise UserError("households.is_erased")
    if row["merged_into"] is None:
        raise UserError("households.not_merged")
    kept: UUID = row["merged_into"]
    tx.append(NewEvent(MERGED, row["home"], gone, {"set": {"merged_into": None}, "note": ""}))
    kept_row = _row(tx, kept)
    sayings = read_sayings(tx.connection, [kept])[kept]
    took = [
        saying
        for saying in sayings
        if saying.type == TOOK and saying.content["from"] == str(gone) and saying.content["before"]
    ]
    if not took:
        return
    last = max(took, key=lambda saying: saying.order)
    now = resolve(sayings).values
    back = {
        name: last.content["before"][name]
        for name, value in last.content["set"].items()
        if now.get(name) == value
    }
    if back:
        tx.append(NewEvent(TOOK, kept_row["home"], kept,
                           {"set": back, "from": str(gone), "before": {}}))  # fmt: skip


@permitted(Permission.SETTLE_HOUSEHOLDS)
def keep_apart(tx: Transaction, household: UUID, others: Sequence[UUID]) -> None:
    """Record that households that look alike are not the same, so that nobody is asked again."""
    row = _standing_row(tx, household)
    content = {"others": [str(_standing_row(tx, other)["id"]) for other in others]}
    tx.append(NewEvent(KEPT_APART, row["home"], household, content))


@permitted(Permission.SETTLE_HOUSEHOLDS)
def undo_apart(tx: Transaction, household: UUID, other: UUID) -> None:
    """Take back that two households are not the same; UserError where nobody said so."""
    row = _row(tx, household)
    said = sayings_apart(tx.connection, household, other, row["home"])
    if not said:
        raise UserError("households.not_apart")
    undoes = [str(event.event_id) for event in said]
    content = {"others": [str(other)], "undoes": undoes}
    tx.append(NewEvent(APART_UNDONE, row["home"], household, content))


@permitted(Permission.ASSIGN_HAMLETS)
def assign_hamlet(tx: Transaction, hamlet: HamletKey, officer: str) -> None:
    """Record who is to check a hamlet; "" for nobody."""
    content = {**hamlet._asdict(), "officer": tidy(officer)[:200]}
    tx.append(NewEvent(ASSIGNED, hamlet.unit, derived_id("hamlet officer", hamlet), content))


@permitted(Permission.IMPORT_HOUSEHOLDS)
def place_hamlet(tx: Transaction, old_unit: str, hamlet: str, unit: str) -> None:
    """Record to which of today's units a hamlet of a split unit belongs."""
    content = {"old_unit": old_unit, "hamlet": hamlet, "unit": unit}
    entity = derived_id("hamlet place", [old_unit, hamlet])
    tx.append(NewEvent(PLACED, unit, entity, content))


@permitted(Permission.IMPORT_HOUSEHOLDS)
def remember_layout(
    tx: Transaction, unit: str, fingerprint: str, columns: Mapping[str, int], header_rows: int
) -> None:
    """Record how the columns of a layout were read, for the next list that looks like it."""
    content = {"fingerprint": fingerprint, "columns": dict(columns), "header_rows": header_rows}
    tx.append(NewEvent(LAYOUT_REMEMBERED, unit, derived_id("layout", [fingerprint]), content))


def _changes(
    state: State, values: Mapping[str, Any], shown: Mapping[str, Any]
) -> dict[str, Any]:
    """Return what `values` say otherwise than it stands, or than it was shown."""
    changes: dict[str, Any] = {}
    for name, value in values.items():
        if name not in CHECK_FIELDS or name == "outcome":
            raise UserError("households.no_field", field=name[:40])
        kept = stored(name, value)
        if name == "hamlet":
            kept = hamlet_name(kept)
        before = (state.values.get(name), shown.get(name))
        # Said again, a field that waits for a person is no news but a word in the matter.
        if any(kept != value for value in before) or name in state.conflicts:
            if not kept and not any(before):
                continue
            changes[name] = kept
    if values.get("plate_on") and "has_plate" not in changes and not state.values.get("has_plate"):
        changes["has_plate"] = True
    return changes


def _past(tx: Transaction, day: date) -> date:
    written = day.strftime("%d/%m/%Y")
    if day > tx.clock.today():
        raise UserError("households.day_to_come", day=written)
    if day < _EARLIEST:
        raise UserError("households.day_too_old", day=written)
    return day


def _past_plate(tx: Transaction, changes: Mapping[str, Any]) -> None:
    day = day_of(changes.get("plate_on"))
    if day is not None:
        _past(tx, day)


def _still_somewhere(values: Mapping[str, Any], changes: Mapping[str, Any]) -> None:
    """Refuse changes that leave a household without a hamlet, or without name and address."""
    if "hamlet" in changes and not values["hamlet"]:
        raise UserError("households.hamlet_needed")
    if any(name in changes for name in _FOUND_BY) and not any(map(values.get, _FOUND_BY)):
        raise UserError("households.words_needed")


def _state(tx: Transaction, household: UUID) -> State:
    return resolve(read_sayings(tx.connection, [household])[household])


def _row(tx: Transaction, household: UUID) -> RowMapping:
    query = select(households).where(households.c.id == household)
    row = tx.connection.execute(query).mappings().first()
    if row is None:
        raise UserError("households.no_household")
    return row


def _standing_row(tx: Transaction, household: UUID) -> RowMapping:
    row = _row(tx, household)
    if row["order_key"] == ERASED_PLACE:
        raise UserError("households.is_erased")
    if row["merged_into"] is not None:
        raise UserError("households.is_merged")
    return row


def _note(note: str) -> str:
    text = tidy(note)
    if len(text) > _MOST_NOTE:
        raise UserError("households.too_long", field="note", most=_MOST_NOTE)
    return text
