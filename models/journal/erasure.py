"""Blanks what was said of a thing whose data somebody may have erased by law.

An erasure is an event like any other (`ERASED`): of an entity of its own, derived from the thing's
id, so that the heads say at once whether a thing was erased. It is the only fact whose content the
journal itself acts upon, with the two that hold another thing's data (`TOOK`, `LIST_IMPORTED`).
Salt and payload go, the hashes stay, and the chain holds. What is on its way still is blanked when
it comes, so that the order in which events arrive decides nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Connection, bindparam, or_, select, update

from models.ids import derived_id
from models.journal.event import Event
from models.journal.histories import read_entities, read_entity, read_whole
from models.journal.log import UNREADABLE, event_of
from models.journal.tables import events, heads, held_events, quarantined_events
from models.store.parts import among

ERASED: Final = "household.erased"
# Values of another thing, which its content names under `from`, that were taken over in a merge.
TOOK: Final = "household.took"
MERGED: Final = "household.merged"
# Cells of all the things on a list; what is said `RESTATED` holds none and blanks the others.
LIST_IMPORTED: Final = "household.list_imported"
RESTATED: Final = "restated"
_KEPT_APART: Final = "household.kept_apart"
_APART_UNDONE: Final = "household.apart_undone"
# What may be erased, and what of it holds nothing of anybody.
_ABOUT: Final = "household."
_NAMELESS: Final = frozenset({ERASED, _KEPT_APART, _APART_UNDONE})

# What a content that holds anything may end in.
_UNREADABLE: Final = (*UNREADABLE, LookupError, AttributeError)

_BLANK: Final = {
    table.name: update(table)
    .where(
        table.c.unit == bindparam("of_unit"), table.c.event_id == bindparam("of"),
        table.c.hash == bindparam("of_hash"),
    )
    .values(salt=None, payload=None)
    for table in (events, held_events, quarantined_events)
}  # fmt: skip


def erasure_of(thing: UUID) -> UUID:
    """Return the entity that the erasures of a thing are of."""
    return derived_id("erasure", [str(thing)])


def is_personal(event: Event) -> bool:
    """Say whether an event of a thing has a payload that goes when the thing is erased."""
    return (
        event.payload is not None
        and event.type.startswith(_ABOUT)
        and event.type not in _NAMELESS
    )


def read_erased(connection: Connection, things: Iterable[UUID]) -> set[UUID]:
    """Return those of `things` that were erased, as far as is known here."""
    marks = {erasure_of(thing): thing for thing in things}
    return {
        marks[row.entity]
        for asked in among(connection, heads.c.entity, sorted(marks, key=lambda one: one.int))
        for row in connection.execute(select(heads.c.entity).where(asked))
    }


def erasures(connection: Connection, things: Mapping[UUID, str]) -> dict[UUID, list[Event]]:
    """Return the erasures of things, `{thing: its unit}`, oldest first; none for most."""
    marks = {erasure_of(thing): thing for thing in things}
    histories = read_entities(connection, {mark: things[of] for mark, of in marks.items()})
    return {
        marks[mark]: told
        for mark, history in histories.items()
        if (told := [event for event in history if event.type == ERASED and event.payload])
    }


def silence(connection: Connection, came: Sequence[Event]) -> list[Event]:
    """Return what came, in its order, without the payloads of what is known to be erased."""
    personal = [event for event in came if is_personal(event)]
    if not personal:
        return list(came)
    about = {event.hash: set(_concerned(event)) for event in personal}
    erased = read_erased(connection, set().union(*about.values()))
    erased.update(*map(erased_by, came))
    restated = _restated(connection, personal)
    gone = {
        event.hash
        for event in personal
        if about[event.hash] & erased or (event.entity in restated and _is_with_cells(event))
    }
    return [blanked(event) if event.hash in gone else event for event in came]


def settle_erasures(connection: Connection, new: Sequence[Event]) -> list[Event]:
    """Blank what is here of all that `new` events erase; return it, as it stands now."""
    gone: list[Event] = []
    for event in new:
        for thing in erased_by(event):
            gone += blank_thing(connection, thing, event.unit)
        if event.type == LIST_IMPORTED and _said(event, RESTATED):
            gone += blank_cells(connection, event.entity, event.unit)
    return gone


def blank_thing(connection: Connection, thing: UUID, unit: str) -> list[Event]:
    """Blank all that was said of a thing, and what others took from it; return that."""
    found = [event for event in read_entity(connection, thing, unit) if is_personal(event)]
    into = {
        UUID(text)
        for event in found
        if event.type == MERGED and (text := _said(event, "set").get("merged_into"))
    }
    for other in into:
        found += [
            event for event in read_whole(connection, other, unit) if _takes_from(event, thing)
        ]
    _blank(connection, events.name, found)
    for table in (held_events, quarantined_events):
        of_it = or_(table.c.entity == thing, table.c.type == TOOK)
        asked = select(table).where(table.c.unit == unit, table.c.payload.is_not(None), of_it)
        waiting = [event_of(row) for row in connection.execute(asked)]
        _blank(
            connection, table.name,
            [
                event for event in waiting
                if is_personal(event) and (event.entity == thing or _takes_from(event, thing))
            ],
        )  # fmt: skip
    return [blanked(event) for event in found]


def blank_cells(connection: Connection, of_list: UUID, unit: str) -> list[Event]:
    """Blank what was said of a list with cells of its things in it; return that."""
    found = [event for event in read_entity(connection, of_list, unit) if _is_with_cells(event)]
    _blank(connection, events.name, found)
    for table in (held_events, quarantined_events):
        asked = select(table).where(
            table.c.unit == unit, table.c.entity == of_list, table.c.payload.is_not(None)
        )
        waiting = [event_of(row) for row in connection.execute(asked)]
        _blank(connection, table.name, [event for event in waiting if _is_with_cells(event)])
    return [blanked(event) for event in found]


def blanked(event: Event) -> Event:
    """Return an event without salt and payload."""
    return Event(
        event.unit, event.event_id, event.stream, event.seq, event.hlc, event.type,
        event.type_version, event.actor, event.entity, event.parents, None, None,
        event.payload_hash, event.prev, event.hash,
    )  # fmt: skip


def erased_by(event: Event) -> Iterator[UUID]:
    """Yield the thing that an event erases; nothing for any other, and where it cannot be read."""
    try:
        if event.type == ERASED and event.payload is not None:
            yield UUID(event.content["household"])
    except _UNREADABLE:
        return


def things_named(event: Event) -> set[UUID]:
    """Return the things on whose erasure the payload of an event depends, or that it erases."""
    return set(_concerned(event) if is_personal(event) else ()) | set(erased_by(event))


def needs_all(event: Event) -> bool:
    """Say whether an event blanks others, so that no other may come at the same time."""
    is_restated = event.type == LIST_IMPORTED and bool(_said(event, RESTATED))
    return event.type == ERASED or is_restated


def _blank(connection: Connection, table: str, found: Sequence[Event]) -> None:
    if not found:
        return
    if connection.dialect.name == "sqlite":
        # What is overwritten is gone from its page too, and not only from the table.
        connection.exec_driver_sql("PRAGMA secure_delete = ON")
    connection.execute(
        _BLANK[table],
        [
            {"of_unit": event.unit, "of": event.event_id, "of_hash": event.hash}
            for event in found
        ],
    )


def _concerned(event: Event) -> Iterator[UUID]:
    """Yield the things on whose erasure the payload of a personal event depends."""
    yield event.entity
    try:
        if event.type == TOOK:
            yield UUID(event.content["from"])
    except _UNREADABLE:
        return


def _said(event: Event, name: str) -> Mapping[str, Any]:
    try:
        said = event.content.get(name)
    except _UNREADABLE:
        return {}
    return said if isinstance(said, Mapping) else {}


def _takes_from(event: Event, thing: UUID) -> bool:
    return event.type == TOOK and is_personal(event) and thing in _concerned(event)


def _is_with_cells(event: Event) -> bool:
    return (
        event.type == LIST_IMPORTED and event.payload is not None and not _said(event, RESTATED)
    )


def _restated(connection: Connection, came: Sequence[Event]) -> set[UUID]:
    """Return the lists among what came that were said again without anybody's cells."""
    lists = [event for event in came if event.type == LIST_IMPORTED]
    histories = read_entities(connection, {event.entity: event.unit for event in lists})
    known = [event for history in histories.values() for event in history]
    return {
        event.entity
        for event in (*lists, *known)
        if event.type == LIST_IMPORTED and _said(event, RESTATED)
    }
