"""What reading a file of slips needs and gives: frozen records and the unit lookup."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, Protocol
from uuid import UUID

from exports.sheets.legacy import Preview
from exports.sheets.slip_cells import Answer
from models.errors import Problem

Status = Literal["valid", "invalid"]


@dataclass(frozen=True, slots=True)
class UnitMatch:
    """The unit that a text names on a day: its code, or the candidates where it names several."""

    code: str | None
    candidates: tuple[str, ...] = ()


class UnitLookup(Protocol):
    """Finds a unit by code or name as of a day, since codes were re-used."""

    def __call__(self, text: str, on: dt.date, /) -> UnitMatch:
        """Return the match; code None and no candidates where nothing is found."""


@dataclass(frozen=True, slots=True)
class Known:
    """The channels and reasons that a slip may name: label by code. No channels: any text goes."""

    channels: Mapping[str, str] = field(default_factory=dict)
    reasons: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Defaults:
    """What holds for rows that do not say it themselves; a unit is given by its code."""

    unit: str | None = None
    collected_on: dt.date | None = None
    channel: str = "paper"


@dataclass(frozen=True, slots=True)
class SlipRow:
    """One slip as read; `row` is the spreadsheet's row. Blank answers are absent from `answers`.

    `id` is the slip's own identity where a store wrote the file, None elsewhere.
    """

    row: int
    unit: str
    collected_on: dt.date
    number: str | None
    channel: str
    status: Status
    reason: str | None
    note: str
    dossier: str | None
    answers: dict[str, Answer]
    id: UUID | None = None


@dataclass(frozen=True, slots=True)
class SlipSheet:
    """What a file holds. `digest` is the BLAKE2b-256 of the file's bytes in hex.

    `rejected` counts the rows that are left out; `preview` shows what text conversion did.
    """

    rows: tuple[SlipRow, ...]
    problems: tuple[Problem, ...]
    notes: tuple[Problem, ...]
    preview: Preview
    digest: str
    rejected: int
    sheet: str
