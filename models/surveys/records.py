"""Batches and slips as frozen records."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Final, Literal
from uuid import UUID

from models.ids import derived_id

Answers = Mapping[str, str | list[str]]
SlipStatus = Literal["valid", "invalid", "void", "undone"]
BatchState = Literal["open", "closed"]

# What an importer writes when the sheet names no channel.
IMPORT_CHANNEL: Final = "import"
# What citizens say themselves, at the kiosk: nobody keys such a slip, and nobody corrects it.
KIOSK_CHANNEL: Final = "kiosk"


@dataclass(frozen=True, slots=True)
class BatchHeader:
    """What a bundle of paper slips has in common. Counts are None while they are not known."""

    unit: str
    collected_on: date
    questionnaire: str
    version: str
    channel: str = "paper"
    handed_out: int | None = None
    returned: int | None = None


@dataclass(frozen=True, slots=True)
class Batch:
    """A batch with its state; `keyed` counts valid and invalid slips, not voided ones."""

    id: UUID
    header: BatchHeader
    state: BatchState
    difference_reason: str
    opened_by: UUID
    opened_at: datetime
    valid: int
    invalid: int
    voided: int

    @property
    def keyed(self) -> int:
        """Return how many slips of the batch stand."""
        return self.valid + self.invalid


@dataclass(frozen=True, slots=True)
class SlipContent:
    """What is keyed of one slip. `answers` holds only questions that were answered.

    `reason` is the code of an invalid slip's reason, "" for a valid one. `not_asked` names the
    questions that the form's rules left out, `typed` those whose answer is no choice: they are
    counted as answered, never by what they say.
    """

    answers: Answers
    reason: str = ""
    note: str = ""
    dossier: str | None = None
    not_asked: tuple[str, ...] = ()
    typed: tuple[str, ...] = ()

    @property
    def is_valid(self) -> bool:
        """Say whether the slip counts."""
        return not self.reason


def dossier_code(text: str | None) -> str | None:
    """Return a dossier's code in the one form in which it is kept and compared, None if blank."""
    return "".join((text or "").split()).upper() or None


@dataclass(frozen=True, slots=True)
class Slip:
    """A recorded slip."""

    id: UUID
    batch: UUID
    number: int | None
    unit: str
    questionnaire: str
    version: str
    collected_on: date
    channel: str
    status: SlipStatus
    content: SlipContent
    replaces: UUID | None
    keyed_by: UUID
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class SlipVersion:
    """One entry of a slip's history; `changed` maps field names to (before, after)."""

    event_type: str
    actor: UUID
    at: datetime
    reason: str
    changed: Mapping[str, tuple[object, object]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ImportedSlip:
    """One row of a file: where it stands, its own header fields and what it says.

    `key` identifies the row across imports of the same data; `id` is given where the row was
    exported from a store and so has an identity already.
    """

    row: int
    key: tuple[str, ...]
    unit: str
    collected_on: date
    channel: str
    content: SlipContent
    id: UUID | None = None

    @property
    def slip_id(self) -> UUID:
        """Return the id that the row is recorded under, here and anywhere else."""
        return self.id or derived_id("slip", self.key)
