"""Which slips wait for a person, kept beside the tallies, and what each side says of them.

Of a unit one row of `tallies` under the span 0, which is no day and no month, names its slips that
wait: `{"#undecided": {slip: how many fields}}`. There is no such row while nothing waits.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Connection, select

from models.clock import hlc_time
from models.errors import UserError
from models.journal.histories import read_entity, told
from models.journal.log import head_ids
from models.json_text import parse_json
from models.surveys.events import CORRECTED, RECORDED, SETTLED, VOIDED, flat_fields
from models.surveys.queries import read_slip
from models.surveys.records import Slip, SlipContent
from models.surveys.state import Side, conflicts_of, version_before, version_of
from models.surveys.tables import tallies
from models.surveys.tally import Counts, keep_counts, read_counts

SPAN: Final = 0
_QUESTION: Final = "#undecided"
SAYINGS: Final = frozenset({RECORDED, CORRECTED, SETTLED, VOIDED})


@dataclass(frozen=True, slots=True)
class SlipSaid:
    """One side: a value (None for blank), who said it and when, and the slip as they left it."""

    value: Any
    event_id: UUID
    actor: UUID
    at: datetime
    version: SlipContent


@dataclass(frozen=True, slots=True)
class SlipConflict:
    """A field (or `answers/<question>`) on which people differ; `before` is what all had seen."""

    field: str
    before: Any
    sides: tuple[SlipSaid, ...]


@dataclass(frozen=True, slots=True)
class UndecidedSlip:
    """A slip as its row stands, what waits of it, and the heads of its history."""

    slip: Slip
    conflicts: tuple[SlipConflict, ...]
    seen: tuple[UUID, ...]


def mark_slips(connection: Connection, fields: Mapping[str, Mapping[UUID, int]]) -> None:
    """Keep of some slips how many of their fields wait, `{unit: {slip: number}}`."""
    for unit, numbers in fields.items():
        before = read_counts(connection, SPAN, unit).get(_QUESTION, {})
        after = dict(before)
        for slip, number in numbers.items():
            if number:
                after[str(slip)] = number
            else:
                after.pop(str(slip), None)
        if after != before:
            counts: Counts = {_QUESTION: after} if after else {}
            keep_counts(connection, SPAN, unit, counts)


def marked_slips(connection: Connection, unit: str) -> set[UUID]:
    """Return the slips of a unit that were marked as waiting."""
    return {UUID(slip) for slip in read_counts(connection, SPAN, unit).get(_QUESTION, ())}


def undecided_slips(connection: Connection) -> list[UUID]:
    """Return the slips that wait for a person, oldest first."""
    query = select(tallies.c.counts).where(tallies.c.span == SPAN)
    found = [
        UUID(slip)
        for counts in connection.execute(query).scalars()
        for slip in parse_json(counts)[_QUESTION]
    ]
    return sorted(found, key=lambda slip: slip.int)


def read_undecided(connection: Connection, slip: UUID) -> UndecidedSlip:
    """Return a slip with what waits of it; UserError for one that is not here."""
    found = read_slip(connection, slip)
    if found is None:
        raise UserError("surveys.no_slip")
    history = told(read_entity(connection, slip, found.unit), SAYINGS)
    conflicts = tuple(
        SlipConflict(field, _before(history, field, sides),
                     tuple(_said(history, side) for side in sides))
        for field, sides in conflicts_of(history).items()
    )  # fmt: skip
    return UndecidedSlip(found, conflicts, head_ids(connection, slip, found.unit))


def _before(history: list[Any], field: str, sides: tuple[Side, ...]) -> Any:
    fields = version_before(history, [side.event.event_id for side in sides])
    return flat_fields(fields).get(field)


def _said(history: list[Any], side: Side) -> SlipSaid:
    event = side.event
    fields = version_of(history, event.event_id)
    version = SlipContent(
        fields["answers"], fields["reason"], fields["note"], fields["dossier"],
        tuple(fields["not_asked"]), tuple(fields["typed"]),
    )  # fmt: skip
    return SlipSaid(side.value, event.event_id, event.actor, hlc_time(event.hlc), version)
