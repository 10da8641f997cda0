"""Second keying as frozen records."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from models.surveys.records import BatchHeader, Slip, SlipContent

Outcome = Literal["keyed", "missing", "extra"]
Taken = Literal["first", "second", "third"]


@dataclass(frozen=True, slots=True)
class Share:
    """What of a clerk's slips is drawn (0 to 1), and the level that asks for it."""

    level: int
    share: float


@dataclass(frozen=True, slots=True)
class DrawnSlip:
    """A slip that is to be keyed a second time, by its place in the bundle of paper."""

    slip: UUID
    number: int


@dataclass(frozen=True, slots=True)
class DrawnBatch:
    """A batch with slips that are drawn: how many, how many of them somebody may key and has not.

    `extra` is how many papers were found that the first keyer has not.
    """

    id: UUID
    header: BatchHeader
    drawn: int
    keyed: int
    left: tuple[DrawnSlip, ...]
    extra: int = 0


@dataclass(frozen=True, slots=True)
class Difference:
    """A slip on which two keyers differ, or a paper that only one of them has.

    `slip` is None for a paper that the first has not. `seen` are the slip's heads. `is_alone` says
    that nobody works here who keyed neither.
    """

    id: UUID
    outcome: Outcome
    batch: UUID
    unit: str
    number: int
    questionnaire: str
    version: str
    slip: Slip | None
    first_by: UUID | None
    second_by: UUID
    second_at: datetime
    second: SlipContent
    differing: Mapping[str, tuple[Any, Any]]
    seen: tuple[UUID, ...]
    is_alone: bool


@dataclass(frozen=True, slots=True)
class Decided:
    """What a field was decided to be, and whose value that is."""

    value: Any
    taken: Taken


@dataclass(frozen=True, slots=True)
class Sitting:
    """A while at the keys: slips saved, keys pressed, and seconds without long pauses."""

    kind: Literal["first", "second"]
    slips: int
    keys: int
    seconds: int
