"""Keeps the register in step with the journal."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from operator import attrgetter
from typing import Any, Final, cast
from uuid import UUID

from sqlalchemy import Connection, Table, bindparam, delete, func, insert, select, update

from models.households.events import (
    ASSIGNED,
    KEPT_APART,
    LAYOUT_REMEMBERED,
    LIST_IMPORTED,
    LISTED,
    PLACED,
    STEPS,
)
from models.households.naming import order_key
from models.households.sayings import saying_of, sayings_of
from models.households.search_index import index_again, index_new
from models.households.search_text import SEARCHED_DIGITS, SEARCHED_WORDS
from models.households.state import State, resolve
from models.households.tables import (
    hamlet_officers,
    hamlet_places,
    hamlet_tallies,
    household_aliases,
    household_lists,
    households,
    households_apart,
    remembered_layouts,
)
from models.households.tally import Deltas
from models.journal.event import Event
from models.journal.histories import read_whole, told
from models.json_text import canonical_json
from models.store.parts import in_parts
from models.store.prepared import Prepared
from models.store.types import Id

_INSERT: Final = Prepared(insert(households))
# A list says nothing of these, and each None takes as long to hand over as a name.
_UNLISTED: Final = (
    "place_id", "place_accuracy", "plate_on", "checked_on", "checked_by", "visit", "listed",
    "merged_into",
)  # fmt: skip
_INSERT_LISTED: Final = Prepared(
    insert(households), [one.name for one in households.columns if one.name not in _UNLISTED]
)
_UPDATE: Final = update(households).where(households.c.id == bindparam("of"))
_LAST_KEY: Final = select(func.max(households.c.key))
_COUNTED: Final = (
    "unit", "old_unit", "hamlet", "has_listed_code", "outcome", "has_plate", "conflicts",
    "merged_into",
)  # fmt: skip


_ASKED: Final = 250

# A row of which nothing is known; what a household's values say under the same names stands in it
# as it is said, a text that is not said is "".
_TEXTS: Final = frozenset({
    "unit", "old_unit", "hamlet", "name", "address", "house_number", "street", "outcome",
})  # fmt: skip
_OPTIONAL: Final = frozenset({"list_code", "phone", "code", "place_id", "plate_on"})
_BLANK: Final[Mapping[str, Any]] = {
    **{column.name: None for column in households.columns if column.name != "key"},
    **dict.fromkeys(_TEXTS, ""),
    "note": "",
}

# What of a row must be known before it is changed; `hamlet` is counted and searched.
_BEFORE: Final = tuple(dict.fromkeys((*_COUNTED, *SEARCHED_WORDS, *SEARCHED_DIGITS)))


class HouseholdsProjection:
    """Households as they stand, and how far each hamlet is."""

    tables: tuple[Table, ...] = (
        households, household_aliases, households_apart, household_lists,
        hamlet_tallies, hamlet_officers, hamlet_places, remembered_layouts,
    )  # fmt: skip
    event_types: frozenset[str] = STEPS | {
        LIST_IMPORTED, KEPT_APART, ASSIGNED, PLACED, LAYOUT_REMEMBERED,
    }  # fmt: skip

    def apply(
        self, connection: Connection, events: Sequence[Event], journal: Connection
    ) -> None:
        """Bring the tables up to date; the tallies are written once for all of `events`."""
        steps: dict[UUID, list[Event]] = {}
        for event in events:
            if event.type in STEPS:
                steps.setdefault(event.entity, []).append(event)
            else:
                _OTHERS[event.type](connection, event)
        if steps:
            _apply_steps(connection, steps, journal)

    def refold(
        self, connection: Connection, events: Sequence[Event], journal: Connection
    ) -> None:
        """Bring the tables up to date: a household's row is made of all that was said of it."""
        steps = [event for event in events if event.type in STEPS and event.payload is not None]
        others = {
            event.entity: event.unit for event in events if event.type not in STEPS
        }
        for entity, unit in others.items():
            history = read_whole(journal, entity, unit)
            self.apply(connection, told(history, self.event_types - STEPS), journal)
        self.apply(connection, steps, journal)


def _apply_steps(
    connection: Connection, steps: Mapping[UUID, list[Event]], journal: Connection
) -> None:
    deltas = Deltas()
    _record_aliases(connection, steps)
    last = connection.execute(_LAST_KEY).scalar() or 0
    before = _read_before(connection, _known(connection, list(steps))) if last else {}
    # What was never said of again needs no look into the journal: that is all of a first list.
    homes = {
        entity: before[entity]["home"] if before and entity in before else events[0].unit
        for entity, events in steps.items()
        if len(events) > 1 or events[0].parents or (before and entity in before)
    }
    said = sayings_of(journal, homes)
    fresh: list[dict[str, Any]] = []
    for entity, events in steps.items():
        # An id takes longer to be looked up than whether there is anything to look in.
        old = before.get(entity) if before else None
        if old is None:
            known = said.get(entity) if said else None
            known = known or [saying_of(event) for event in events]
            row = household_row(entity, events[0].unit, resolve(known))
            row["key"] = last = last + 1
            fresh.append(row)
        else:
            row = household_row(entity, old["home"], resolve(said[entity]))
            row["key"] = old["key"]
            _update(connection, old, row)
            deltas.count(old, -1)
        deltas.count(row, 1)
    is_listed = not any(row[name] is not None for row in fresh for name in _UNLISTED)
    (_INSERT_LISTED if is_listed else _INSERT).many(connection, fresh)
    index_new(connection, fresh)
    deltas.write(connection)


def household_row(entity: UUID, home: str, state: State) -> dict[str, Any]:
    """Return the row of `households` for a household in a state."""
    row = dict(_BLANK)
    for name, value in state.values.items():
        if name in _OPTIONAL or (value and name in _TEXTS):
            row[name] = value
    values = state.values
    row["id"], row["home"] = entity, home
    row["unit"] = row["unit"] or home
    row["order_key"] = order_key(
        row["street"], row["house_number"], row["address"], row["name"]
    )
    row["has_listed_code"] = state.has_listed_code
    row["has_plate"] = bool(values.get("has_plate"))
    if place := values.get("place"):
        row["lat"], row["lon"] = place.get("lat"), place.get("lon")
        row["place_source"], row["place_accuracy"] = place.get("source"), place.get("accuracy")
    if checked := state.checked:
        row["checked_on"], row["checked_by"] = checked.content["on"], checked.actor
        row["note"] = checked.content["note"]
    if visit := values.get("visit"):
        row["visit"] = canonical_json(visit)
    if source := state.source:
        row["list"], row["list_row"] = _list_id(source.content["list"]), source.content["row"]
    if state.listed:
        row["listed"] = canonical_json(dict(state.listed))
    row["conflicts"] = len(state.conflicts)
    if merged := values.get("merged_into"):
        row["merged_into"] = UUID(merged)
    return row


@lru_cache(maxsize=64)
def _list_id(text: str) -> UUID:
    return UUID(text)


def _record_aliases(connection: Connection, steps: Mapping[UUID, list[Event]]) -> None:
    pairs = {
        (UUID(alias), entity)
        for entity, events in steps.items()
        for event in events
        if event.type == LISTED and (alias := event.content.get("alias"))
    }
    for alias, entity in pairs:
        # Two machines may join the same row to the same household.
        connection.execute(delete(household_aliases).where(
            household_aliases.c.alias == alias, household_aliases.c.household == entity
        ))  # fmt: skip
        connection.execute(insert(household_aliases), {"alias": alias, "household": entity})


def _known(connection: Connection, ids: Sequence[UUID]) -> Sequence[UUID]:
    """Return which of many have a row: most of a list has none, which is found out quickly."""
    if len(ids) < _ASKED:
        return ids
    names = [f"id{place}" for place in range(_ASKED)]
    found: list[UUID] = []
    for start in range(0, len(ids), _ASKED):
        # Always as many as the statement takes: the last part is asked for with some of the others.
        part = ids[start : start + _ASKED] if start + _ASKED <= len(ids) else ids[-_ASKED:]
        rows = _are_here().every(connection, dict(zip(names, part, strict=True)))
        held = {bytes(one) if isinstance(one, bytes) else one.bytes for (one,) in rows}
        if held:
            found += [one for one in part if one.bytes in held]
    return found


@lru_cache(maxsize=1)
def _are_here() -> Prepared:
    asked = [bindparam(f"id{place}", type_=Id()) for place in range(_ASKED)]
    return Prepared(select(households.c.id).where(households.c.id.in_(asked)))


def _read_before(
    connection: Connection, ids: Iterable[UUID]
) -> dict[UUID, Mapping[str, Any]]:
    names = ("id", "key", "home", *_BEFORE)
    query = select(*(households.c[name] for name in names))
    return {
        row["id"]: cast(Mapping[str, Any], row)
        for part in in_parts(sorted(ids, key=attrgetter("int")))
        for row in connection.execute(query.where(households.c.id.in_(part))).mappings()
    }


def _update(connection: Connection, old: Mapping[str, Any], row: dict[str, Any]) -> None:
    changes = {name: value for name, value in row.items() if name not in ("id", "key")}
    connection.execute(_UPDATE.values(changes), {"of": row["id"]})
    index_again(connection, old, row)


def _import_list(connection: Connection, event: Event) -> None:
    content = event.content
    connection.execute(delete(household_lists).where(household_lists.c.id == event.entity))
    connection.execute(
        insert(household_lists),
        {
            "id": event.entity,
            "title": content["title"],
            "imported_hlc": event.hlc,
            "imported_by": event.actor,
            "rows": len(content["members"]),
            "columns": canonical_json(content["columns"]),
            "header": canonical_json(content["header"]),
            "members": canonical_json(content["members"]),
            "extras": canonical_json(content["extras"]),
        },
    )


def _keep_apart(connection: Connection, event: Event) -> None:
    for text in event.content["others"]:
        one, other = sorted((event.entity, UUID(text)))
        pair = (households_apart.c.one == one) & (households_apart.c.other == other)
        connection.execute(delete(households_apart).where(pair))
        connection.execute(insert(households_apart), {"one": one, "other": other})


def _assign(connection: Connection, event: Event) -> None:
    content = event.content
    place = (
        (hamlet_officers.c.unit == content["unit"])
        & (hamlet_officers.c.old_unit == content["old_unit"])
        & (hamlet_officers.c.hamlet == content["hamlet"])
    )
    connection.execute(delete(hamlet_officers).where(place))
    if content["officer"]:
        connection.execute(insert(hamlet_officers), dict(content))


def _place(connection: Connection, event: Event) -> None:
    content = event.content
    place = (hamlet_places.c.old_unit == content["old_unit"]) & (
        hamlet_places.c.hamlet == content["hamlet"]
    )
    connection.execute(delete(hamlet_places).where(place))
    connection.execute(insert(hamlet_places), dict(content))


def _remember_layout(connection: Connection, event: Event) -> None:
    content = event.content
    same = remembered_layouts.c.fingerprint == content["fingerprint"]
    connection.execute(delete(remembered_layouts).where(same))
    connection.execute(
        insert(remembered_layouts),
        {
            "fingerprint": content["fingerprint"],
            "columns": canonical_json(content["columns"]),
            "header_rows": content["header_rows"],
        },
    )


_OTHERS: Final[Mapping[str, Callable[[Connection, Event], None]]] = {
    LIST_IMPORTED: _import_list,
    KEPT_APART: _keep_apart,
    ASSIGNED: _assign,
    PLACED: _place,
    LAYOUT_REMEMBERED: _remember_layout,
}
