"""Keeps what is drawn, keyed a second time and decided in step with the journal."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Table, delete, insert, select, update

from models.journal.event import Event
from models.journal.histories import read_entities, told
from models.json_text import canonical_json, parse_json
from models.rekeying.events import DECIDED, DRAWN, KEYED, REALIGNED, SITTING, rekeyed_of
from models.rekeying.tables import drawn_slips, keying_sittings, rekeyed_slips
from models.store.parts import in_parts

_CONTENT = ("answers", "reason", "note", "dossier", "not_asked", "typed")


class RekeyingProjection:
    """None of its rows is a slip, so no summary counts them.

    Of two who keyed one slip a second time, at stations that did not hear of each other, the first
    stands. A decision stands for the keying that it was about; the last of several does. What is
    moved beside another paper takes the place of the keying that it is about, with its decision.
    """

    tables: tuple[Table, ...] = (drawn_slips, rekeyed_slips, keying_sittings)
    event_types: frozenset[str] = frozenset({DRAWN, KEYED, REALIGNED, DECIDED, SITTING})

    def apply(
        self, connection: Connection, events: Sequence[Event], journal: Connection
    ) -> None:
        """Bring the tables up to date."""
        for event in events:
            if event.type == DRAWN:
                _draw(connection, event)
            elif event.type == KEYED:
                _key(connection, event)
            elif event.type == REALIGNED:
                _realign(connection, event)
            elif event.type == DECIDED:
                _decide(connection, event)
            else:
                _sit(connection, event)

    def refold(
        self, connection: Connection, events: Sequence[Event], journal: Connection
    ) -> None:
        """Make the rows that `events` speak of anew, from all that was said of them."""
        units = {event.entity: event.unit for event in events}
        histories = read_entities(journal, units)
        for entity, history in histories.items():
            found = told(history, self.event_types)
            slips = [slip for event in found if event.type == DRAWN for slip in _slips(event)]
            for part in in_parts(slips):
                connection.execute(delete(drawn_slips).where(drawn_slips.c.slip.in_(part)))
            _unkey(connection, entity)
            connection.execute(delete(keying_sittings).where(keying_sittings.c.id == entity))
            # A decision that came before what it decides says nothing until that is here.
            self.apply(connection, sorted(found, key=_place), journal)


def _place(event: Event) -> tuple[bool, int, int]:
    return event.type == DECIDED, event.hlc, event.event_id.int


def _slips(event: Event) -> list[UUID]:
    return [UUID(slip) for slip, _, _ in event.content["slips"]]


def _draw(connection: Connection, event: Event) -> None:
    content = event.content
    known = {
        slip
        for part in in_parts(_slips(event))
        for slip in connection.execute(
            select(drawn_slips.c.slip).where(drawn_slips.c.slip.in_(part))
        ).scalars()
    }
    clerks = [UUID(clerk["account"]) for clerk in content["clerks"]]
    rows: list[dict[str, Any]] = [
        {
            "slip": UUID(slip), "batch": UUID(content["batch"]), "unit": event.unit,
            "number": number, "first_by": clerks[clerk], "rekeyed": rekeyed_of(UUID(slip)),
        }
        for slip, number, clerk in content["slips"]
        if UUID(slip) not in known
    ]  # fmt: skip
    done = {
        rekeyed
        for part in in_parts([row["rekeyed"] for row in rows])
        for rekeyed in connection.execute(
            select(rekeyed_slips.c.id).where(rekeyed_slips.c.id.in_(part))
        ).scalars()
    }
    for row in rows:
        row["is_done"] = row["rekeyed"] in done
    if rows:
        connection.execute(insert(drawn_slips), rows)


def _key(connection: Connection, event: Event) -> None:
    here = select(rekeyed_slips.c.id).where(rekeyed_slips.c.id == event.entity)
    if connection.execute(here).first() is not None:
        return
    _insert(connection, event, event.actor, event.hlc)


def _realign(connection: Connection, event: Event) -> None:
    """Take what was keyed in the place of what stands, if that is still what it was about."""
    content = event.content
    query = select(rekeyed_slips.c.keying, rekeyed_slips.c.second_hlc)
    row = connection.execute(query.where(rekeyed_slips.c.id == event.entity)).first()
    about = UUID(content["about"]) if content["about"] else None
    if (row.keying if row is not None else None) != about:
        return
    _unkey(connection, event.entity)
    if content["outcome"] != "open":
        hlc = row.second_hlc if row is not None else event.hlc
        _insert(connection, event, UUID(content["second_by"]), hlc)


def _insert(connection: Connection, event: Event, second_by: UUID, second_hlc: int) -> None:
    content = event.content
    row: dict[str, Any] = {
        "id": event.entity,
        "keying": event.event_id,
        "slip": UUID(content["slip"]) if content["slip"] else None,
        "outcome": content["outcome"],
        "batch": UUID(content["batch"]),
        "unit": event.unit,
        "number": content["number"],
        "questionnaire": content["questionnaire"],
        "version": content["version"],
        "first_by": UUID(content["first_by"]) if content["first_by"] else None,
        "second_by": second_by,
        "second_hlc": second_hlc,
        "content": canonical_json({name: content[name] for name in _CONTENT}),
        "fields": canonical_json(content["fields"]),
        "differing": canonical_json(content["differing"]),
        "decided": "",
        "is_waiting": bool(content["differing"]),
    }
    connection.execute(insert(rekeyed_slips), row)
    _mark(connection, row["slip"], is_done=True)


def _unkey(connection: Connection, rekeyed: UUID) -> None:
    """Forget a second keying; its slip is to be keyed again, until what is left of it is told."""
    here = rekeyed_slips.c.id == rekeyed
    _mark(connection, connection.execute(select(rekeyed_slips.c.slip).where(here)).scalar(),
          is_done=False)  # fmt: skip
    connection.execute(delete(rekeyed_slips).where(here))


def _mark(connection: Connection, slip: UUID | None, *, is_done: bool) -> None:
    if slip is not None:
        connection.execute(
            update(drawn_slips).where(drawn_slips.c.slip == slip).values(is_done=is_done)
        )


def _decide(connection: Connection, event: Event) -> None:
    content = event.content
    here = (rekeyed_slips.c.id == event.entity) & (
        rekeyed_slips.c.keying == UUID(content["keying"])
    )
    differing = connection.execute(select(rekeyed_slips.c.differing).where(here)).scalar()
    if differing is None:
        return  # It was about the keying of somebody else, who was not the first.
    fields = set(parse_json(differing))
    values = {
        field: one["value"] for field, one in content["decided"].items() if field in fields
    }
    connection.execute(
        update(rekeyed_slips)
        .where(here)
        .values(
            decided=canonical_json(values), decided_by=event.actor, decided_hlc=event.hlc,
            is_waiting=bool(fields - set(values)),
        )
    )  # fmt: skip


def _sit(connection: Connection, event: Event) -> None:
    here = select(keying_sittings.c.id).where(keying_sittings.c.id == event.entity)
    if connection.execute(here).first() is None:
        content = event.content
        row = {name: content[name] for name in ("day", "kind", "slips", "keys", "seconds")}
        connection.execute(
            insert(keying_sittings),
            {**row, "id": event.entity, "unit": event.unit, "account": event.actor},
        )
