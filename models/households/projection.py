"""Keeps the register in step with the journal."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from operator import attrgetter
from typing import Any, Final, cast
from uuid import UUID

from sqlalchemy import Connection, Table, bindparam, delete, func, insert, select, update

from models.households.apart import keep_pairs
from models.households.events import (
    APART_UNDONE,
    ASSIGNED,
    ERASED,
    KEPT_APART,
    LAYOUT_REMEMBERED,
    LIST_IMPORTED,
    LISTED,
    PLACED,
    RESTATED,
    STEPS,
)
from models.households.rows import erased_row, household_row
from models.households.sayings import saying_of, sayings_of
from models.households.search_index import index_again, index_gone, index_new
from models.households.search_text import SEARCHED_DIGITS, SEARCHED_WORDS
from models.households.state import resolve
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
from models.journal.erasure import erased_by, erasures
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

# What of a row must be known before it is changed; `hamlet` is counted and searched.
_BEFORE: Final = tuple(dict.fromkeys((*_COUNTED, *SEARCHED_WORDS, *SEARCHED_DIGITS)))


_OF_PAIRS: Final = (KEPT_APART, APART_UNDONE)


class HouseholdsProjection:
    """Households as they stand, and how far each hamlet is."""

    tables: tuple[Table, ...] = (
        households, household_aliases, households_apart, household_lists,
        hamlet_tallies, hamlet_officers, hamlet_places, remembered_layouts,
    )  # fmt: skip
    event_types: frozenset[str] = STEPS | {
        LIST_IMPORTED, *_OF_PAIRS, ASSIGNED, PLACED, LAYOUT_REMEMBERED, ERASED,
    }  # fmt: skip

    def apply(
        self, connection: Connection, events: Sequence[Event], journal: Connection
    ) -> None:
        """Bring the tables up to date; the tallies are written once for all of `events`."""
        steps: dict[UUID, list[Event]] = {}
        again: dict[UUID, str] = {}
        for event in events:
            if event.type in STEPS:
                steps.setdefault(event.entity, []).append(event)
            elif event.type == ERASED:
                again.update((thing, event.unit) for thing in erased_by(event))
            elif event.type in _OF_PAIRS:
                keep_pairs(connection, event, journal)
            else:
                _OTHERS[event.type](connection, event)
        if again:
            _erase(connection, again, journal)
        if steps:
            _apply_steps(connection, steps, journal)

    def refold(
        self, connection: Connection, events: Sequence[Event], journal: Connection
    ) -> None:
        """Bring the tables up to date: a household's row is made of all that was said of it."""
        told_now = [
            event for event in events
            if event.payload is not None and event.type in (STEPS | {ERASED})
        ]  # fmt: skip
        others = {
            event.entity: event.unit for event in events if event.type not in (STEPS | {ERASED})
        }
        for entity, unit in others.items():
            history = read_whole(journal, entity, unit)
            self.apply(connection, told(history, self.event_types - STEPS), journal)
        self.apply(connection, told_now, journal)
        lost = {
            event.entity for event in events if event.type in STEPS and event.payload is None
        }
        if lost:
            _make_again(connection, lost, journal)


def _erase(connection: Connection, units: Mapping[UUID, str], journal: Connection) -> None:
    """Leave of households what their erasures say, `{household: its unit}`."""
    before = _read_before(connection, units)
    found = erasures(journal, units)
    deltas = Deltas()
    fresh: list[dict[str, Any]] = []
    # Who took values from one that was merged, and whose data goes now, stands without them.
    takers = {row["merged_into"] for row in before.values()} - {None, *units}
    last = connection.execute(_LAST_KEY).scalar() or 0
    for household, unit in units.items():
        old = before.get(household)
        row = erased_row(household, old["home"] if old else unit, found[household])
        if old is None:
            row["key"] = last = last + 1
            fresh.append(row)
        else:
            row["key"] = old["key"]
            _update(connection, old, row)
            deltas.count(old, -1)
        deltas.count(row, 1)
        _replace_aliases(connection, household, found[household])
    _INSERT.many(connection, fresh)
    index_new(connection, fresh)
    deltas.write(connection)
    if takers:
        _make_again(connection, takers, journal)


def _make_again(connection: Connection, ids: Iterable[UUID], journal: Connection) -> None:
    """Make the rows of households of what is left of what was said, or take them away."""
    before = _read_before(connection, ids)
    homes = {household: row["home"] for household, row in before.items()}
    said = sayings_of(journal, homes)
    erased = erasures(journal, homes)
    deltas = Deltas()
    for household, old in before.items():
        if household in erased:
            continue
        deltas.count(old, -1)
        if any(saying.says for saying in said[household]):
            row = household_row(household, old["home"], resolve(said[household]))
            row["key"] = old["key"]
            _update(connection, old, row)
            deltas.count(row, 1)
        else:
            index_gone(connection, old["key"])
            connection.execute(delete(households).where(households.c.id == household))
    deltas.write(connection)


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


def _replace_aliases(connection: Connection, household: UUID, said: Sequence[Event]) -> None:
    """Keep under which ids lists know an erased household, so that they do not bring it back."""
    of_it = household_aliases.c.household == household
    connection.execute(delete(household_aliases).where(of_it))
    aliases = {UUID(alias) for event in said for alias in event.content["aliases"]}
    rows = [{"alias": alias, "household": household} for alias in sorted(aliases)]
    if rows:
        connection.execute(insert(household_aliases), rows)


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
    # Said again without anybody's cells, it came in when it did.
    first = content.get(RESTATED) or {"hlc": event.hlc, "by": str(event.actor)}
    connection.execute(delete(household_lists).where(household_lists.c.id == event.entity))
    connection.execute(
        insert(household_lists),
        {
            "id": event.entity,
            "title": content["title"],
            "imported_hlc": first["hlc"],
            "imported_by": UUID(first["by"]),
            "rows": len(content["members"]),
            "columns": canonical_json(content["columns"]),
            "header": canonical_json(content["header"]),
            "members": canonical_json(content["members"]),
            "extras": canonical_json(content["extras"]),
        },
    )


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
    ASSIGNED: _assign,
    PLACED: _place,
    LAYOUT_REMEMBERED: _remember_layout,
}
