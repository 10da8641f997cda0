"""What the audit is told, what it is asked for, and what it answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, NamedTuple
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Happening:
    """Something that was done: the type of its event, and what `models.audit.events` lists."""

    type: str
    facts: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class AuditFilter:
    """Which entries are wanted: both days included, by whom, of which of `events.GROUPS`."""

    start: date | None = None
    end: date | None = None
    account: UUID | None = None
    group: str | None = None


class AuditPlace(NamedTuple):
    """Where an entry stands among the others: by its time."""

    hlc: int
    event_id: UUID
    unit: str


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """One entry. `account` did it, or failed to sign in; `entity` is what it was done to.

    `facts` are the event's content, empty where it is of no use here or was erased; `machine` is ""
    where none was told.
    """

    place: AuditPlace
    at: datetime
    type: str
    account: UUID
    entity: UUID
    machine: str
    facts: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class SlipsKeyed:
    """How many slips an account recorded on a day."""

    day: date
    account: UUID
    slips: int
