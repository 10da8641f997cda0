"""Keeps batches, slips, tallies and what waits of slips in step with the journal."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Connection, Table, bindparam, delete, func, insert, select, update

from models.journal.event import Event
from models.journal.histories import read_entities, told
from models.journal.tables import heads
from models.json_text import canonical_json, parse_json
from models.store.parts import in_parts
from models.store.prepared import Prepared
from models.surveys.events import (
    BATCH_CHANGED,
    BATCH_CLOSED,
    BATCH_OPENED,
    CORRECTED,
    RECORDED,
    SETTLED,
    VOIDED,
    corrected,
)
from models.surveys.state import conflicts_of
from models.surveys.tables import batches, responses, tallies
from models.surveys.tally import Deltas
from models.surveys.undecided import mark_slips, marked_slips

_INSERT_RESPONSE: Final = Prepared(insert(responses))
_RESPONSE: Final = select(responses).where(responses.c.id == bindparam("of"))
_UPDATE_RESPONSE: Final = update(responses).where(responses.c.id == bindparam("of"))
_UPDATE_BATCH: Final = update(batches).where(batches.c.id == bindparam("of"))


class SurveysProjection:
    """Slips and batches as they stand now, and how many chose what."""

    tables: tuple[Table, ...] = (batches, responses, tallies)
    event_types: frozenset[str] = frozenset(
        {BATCH_OPENED, BATCH_CHANGED, BATCH_CLOSED, RECORDED, CORRECTED, SETTLED, VOIDED}
    )

    def apply(
        self, connection: Connection, events: Sequence[Event], journal: Connection
    ) -> None:
        """Bring the tables up to date; the tallies are written once for all of `events`."""
        deltas = Deltas()
        fresh: list[dict[str, Any]] = []
        # An id of the world's own, as an imported slip's, may be recorded twice: by two stations
        # that did not know of each other. The first stands.
        known = _known(connection, [
            event.entity
            for event in events
            if event.type == RECORDED and event.event_id != event.entity
        ])  # fmt: skip
        changed: list[Event] = []
        for event in events:
            if event.type == RECORDED:
                if event.event_id != event.entity:
                    if event.entity in known:
                        changed.append(event)
                        continue
                    known.add(event.entity)
                row = _recorded_row(event)
                fresh.append(row)
                deltas.count(row)
                continue
            if event.type in _SLIP_CHANGES:
                _flush(connection, fresh)
                _change_slip(connection, event, deltas)
                changed.append(event)
            else:
                _BATCH_CHANGES[event.type](connection, event)
        _flush(connection, fresh)
        deltas.write(connection)
        if changed:
            _mark_again(connection, changed, journal)

    def refold(
        self, connection: Connection, events: Sequence[Event], journal: Connection
    ) -> None:
        """Make the rows of the batches and slips that `events` speak of anew, from all events."""
        units = {event.entity: event.unit for event in events}
        slips: dict[UUID, Sequence[Event]] = {}
        for entity, history in read_entities(journal, units).items():
            told = [event for event in history if event.payload is not None]
            if any(event.type in _BATCH_CHANGES for event in history):
                _refold_batch(connection, entity, told)
            elif any(event.type in self.event_types for event in history):
                slips[entity] = told
        _refold_slips(connection, slips)
        _mark(connection, units, slips)


def _mark_again(
    connection: Connection, changed: Sequence[Event], journal: Connection
) -> None:
    """Mark what waits of the slips of which two may have spoken without hearing each other."""
    units = {event.entity: event.unit for event in changed}
    parted = {event.entity for event in changed if len(event.parents) > 1}
    for unit in set(units.values()):
        parted |= marked_slips(connection, unit) & units.keys()
    for part in in_parts(sorted(units, key=lambda one: one.int)):
        query = select(heads.c.entity).where(heads.c.entity.in_(part)).group_by(heads.c.entity)
        parted.update(journal.execute(query.having(func.count() > 1)).scalars())
    if parted:
        wanted = {slip: units[slip] for slip in parted}
        _mark(connection, wanted, read_entities(journal, wanted))


def _mark(
    connection: Connection, units: Mapping[UUID, str],
    histories: Mapping[UUID, Sequence[Event]],
) -> None:  # fmt: skip
    numbers: dict[str, dict[UUID, int]] = {}
    for slip, history in histories.items():
        waiting = conflicts_of(told(history, _SAYINGS))
        numbers.setdefault(units[slip], {})[slip] = len(waiting)
    mark_slips(connection, numbers)


def _refold_slips(connection: Connection, histories: Mapping[UUID, Sequence[Event]]) -> None:
    deltas = Deltas()
    for part in in_parts(sorted(histories, key=lambda one: one.int)):
        those = responses.c.id.in_(part)
        for before in connection.execute(select(responses).where(those)).mappings():
            deltas.count(dict(before), -1)
        connection.execute(delete(responses).where(those))
        rows = [row for slip in part if (row := _folded_slip(histories[slip])) is not None]
        for row in rows:
            deltas.count(row)
        _INSERT_RESPONSE.many(connection, rows)
    deltas.write(connection)


def _folded_slip(history: Sequence[Event]) -> dict[str, Any] | None:
    """Return a slip's row, None while its recording has not come."""
    recorded = next((event for event in history if event.type == RECORDED), None)
    if recorded is None:
        return None
    row = _recorded_row(recorded)
    for event in history:
        if event.type in _SLIP_CHANGES:
            row |= _SLIP_CHANGES[event.type](row, event.content)
    return row


def _refold_batch(connection: Connection, batch: UUID, history: Sequence[Event]) -> None:
    connection.execute(delete(batches).where(batches.c.id == batch))
    if any(event.type == BATCH_OPENED for event in history):
        for event in history:
            if event.type in _BATCH_CHANGES:
                _BATCH_CHANGES[event.type](connection, event)


def _known(connection: Connection, slips: Sequence[UUID]) -> set[UUID]:
    return {
        slip
        for part in in_parts(sorted(slips, key=lambda one: one.int))
        for slip in connection.execute(
            select(responses.c.id).where(responses.c.id.in_(part))
        ).scalars()
    }


def _flush(connection: Connection, fresh: list[dict[str, Any]]) -> None:
    _INSERT_RESPONSE.many(connection, fresh)
    fresh.clear()


def _recorded_row(event: Event) -> dict[str, Any]:
    content = event.content
    return {
        "id": event.entity,
        "batch": UUID(content["batch"]),
        "number": content["number"],
        "unit": content["unit"],
        "questionnaire": content["questionnaire"],
        "version": content["version"],
        "collected_on": content["collected_on"],
        "channel": content["channel"],
        "keyed_by": event.actor,
        "recorded_hlc": event.hlc,
        "replaces": UUID(content["replaces"]) if content["replaces"] else None,
        **_content_columns(content),
    }


def _content_columns(content: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "status": "invalid" if content["reason"] else "valid",
        "reason": content["reason"],
        "answers": canonical_json(content["answers"]),
        "not_asked": canonical_json(content["not_asked"]),
        "typed": canonical_json(content["typed"]),
        "note": content["note"],
        "dossier": content["dossier"],
    }


def _change_slip(connection: Connection, event: Event, deltas: Deltas) -> None:
    found = connection.execute(_RESPONSE, {"of": event.entity}).mappings().first()
    if found is None:
        return  # Its recording has not come yet.
    row = dict(found)
    deltas.count(row, -1)
    after = {**row, **_SLIP_CHANGES[event.type](row, event.content)}
    deltas.count(after)
    changed = {key: value for key, value in after.items() if value != row[key]}
    if changed:
        connection.execute(_UPDATE_RESPONSE, {"of": event.entity, **changed})


def _corrected_columns(row: Mapping[str, Any], content: Mapping[str, Any]) -> dict[str, Any]:
    before = {
        "answers": parse_json(row["answers"]),
        "reason": row["reason"],
        "note": row["note"],
        "dossier": row["dossier"],
        "not_asked": parse_json(row["not_asked"]),
        "typed": parse_json(row["typed"]),
    }
    columns = _content_columns(corrected(before, content["set"]))
    if row["status"] in {"void", "undone"}:
        # What one voided stays void, whatever another corrected at the same time.
        return {name: columns[name] for name in ("answers", "not_asked", "typed", "note")}
    return columns


def _voided_columns(_row: Mapping[str, Any], content: Mapping[str, Any]) -> dict[str, Any]:
    if content["undone"]:
        # Its number goes back, so that the slip keyed in its place leaves no gap.
        return {"status": "undone", "reason": content["reason"], "number": None, "dossier": None}
    return {"status": "void", "reason": content["reason"], "dossier": None}


_SLIP_CHANGES: Final[
    Mapping[str, Callable[[Mapping[str, Any], Mapping[str, Any]], dict[str, Any]]]
] = {CORRECTED: _corrected_columns, SETTLED: _corrected_columns, VOIDED: _voided_columns}
_SAYINGS: Final = frozenset({RECORDED, *_SLIP_CHANGES})


def _open_batch(connection: Connection, event: Event) -> None:
    here = select(batches.c.id).where(batches.c.id == event.entity)
    if event.event_id != event.entity and connection.execute(here).first() is not None:
        return  # Two stations took the same file in.
    row = {
        **event.content,
        "id": event.entity,
        "state": "open",
        "difference_reason": "",
        "opened_by": event.actor,
        "opened_hlc": event.hlc,
    }
    connection.execute(insert(batches), row)


def _change_batch(connection: Connection, event: Event) -> None:
    connection.execute(_UPDATE_BATCH, {"of": event.entity, **event.content["set"]})


def _close_batch(connection: Connection, event: Event) -> None:
    content = event.content
    connection.execute(
        _UPDATE_BATCH,
        {
            "of": event.entity,
            "state": "closed",
            "returned": content["returned"],
            "difference_reason": content["reason"],
        },
    )


_BATCH_CHANGES: Final[Mapping[str, Callable[[Connection, Event], None]]] = {
    BATCH_OPENED: _open_batch,
    BATCH_CHANGED: _change_batch,
    BATCH_CLOSED: _close_batch,
}
