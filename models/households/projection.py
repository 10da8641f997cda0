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
from models.json_text import canonical_json
from models.store.parts import in_parts
from models.store.prepared import Prepared
from models.store.types import Id

_INSERT: Final = Prepared(insert(households))
_UPDATE: Final = update(households).where(households.c.id == bindparam("of"))
_IS_HERE: Final = Prepared(
    select(households.c.key).where(households.c.id == bindparam("of", type_=Id()))
)
_LAST_KEY: Final = select(func.max(households.c.key))
_COUNTED: Final = (
    "unit", "old_unit", "hamlet", "has_listed_code", "outcome", "has_plate", "conflicts",
    "merged_into",
)  # fmt: skip


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


def _apply_steps(
    connection: Connection, steps: Mapping[UUID, list[Event]], journal: Connection
) -> None:
    deltas = Deltas()
    _record_aliases(connection, steps)
    last = connection.execute(_LAST_KEY).scalar() or 0
    before = _read_before(connection, _known(connection, steps)) if last else {}
    # What was never said of again needs no look into the journal: that is all of a first list.
    homes = {
        entity: before[entity]["home"] if entity in before else events[0].unit
        for entity, events in steps.items()
        if entity in before or len(events) > 1 or events[0].parents
    }
    said = sayings_of(journal, homes)
    fresh: list[dict[str, Any]] = []
    for entity, events in steps.items():
        old = before.get(entity)
        if old is None:
            known = said.get(entity) or [saying_of(event) for event in events]
            row = household_row(entity, events[0].unit, resolve(known))
            row["key"] = last = last + 1
            fresh.append(row)
        else:
            row = household_row(entity, old["home"], resolve(said[entity]))
            row["key"] = old["key"]
            _update(connection, old, row)
            deltas.count(old, -1)
        deltas.count(row, 1)
    _INSERT.many(connection, fresh)
    index_new(connection, fresh)
    deltas.write(connection)


def _known(connection: Connection, ids: Iterable[UUID]) -> list[UUID]:
    """Return which of `ids` have a row; most of a list has none, and is asked for one by one."""
    return [one for one in ids if _IS_HERE.first(connection, {"of": one}) is not None]


def household_row(entity: UUID, home: str, state: State) -> dict[str, Any]:
    """Return the row of `households` for a household in a state."""
    values = state.values
    place = values.get("place") or {}
    checked = state.checked
    source = state.source
    hamlet = values.get("hamlet") or ""
    street = values.get("street") or ""
    number = values.get("house_number") or ""
    address = values.get("address") or ""
    name = values.get("name") or ""
    visit = values.get("visit")
    merged = values.get("merged_into")
    return {
        "id": entity,
        "home": home,
        "unit": values.get("unit") or home,
        "old_unit": values.get("old_unit") or "",
        "hamlet": hamlet,
        "order_key": order_key(street, number, address, name),
        "list_code": values.get("list_code"),
        "name": name,
        "phone": values.get("phone"),
        "address": address,
        "house_number": number,
        "street": street,
        "code": values.get("code"),
        "has_listed_code": state.has_listed_code,
        "place_id": values.get("place_id"),
        "lat": place.get("lat"),
        "lon": place.get("lon"),
        "place_source": place.get("source"),
        "place_accuracy": place.get("accuracy"),
        "has_plate": bool(values.get("has_plate")),
        "plate_on": values.get("plate_on"),
        "outcome": values.get("outcome") or "",
        "checked_on": checked.content["on"] if checked else None,
        "checked_by": checked.actor if checked else None,
        "note": checked.content["note"] if checked else "",
        "visit": canonical_json(visit) if visit else None,
        "list": _list_id(source.content["list"]) if source else None,
        "list_row": source.content["row"] if source else None,
        "listed": canonical_json(dict(state.listed)) if state.listed else None,
        "conflicts": len(state.conflicts),
        "merged_into": UUID(merged) if merged else None,
    }


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
