"""What the keying pages read from the store, each in one consistent view."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from models.accounts.queries import account_names
from models.questionnaires.compiled import CompiledForm, compile_form
from models.questionnaires.queries import Published, list_slip_forms, read_form
from models.rekeying.queries import hidden_slips
from models.settings.queries import read_settings
from models.settings.record import Settings
from models.surveys.queries import (
    batch_tally,
    list_batches,
    list_slips,
    read_batch,
    slip_history,
)
from models.surveys.records import Batch, Slip, SlipVersion
from models.units.queries import read_units
from models.units.unit import UnitRegister

if TYPE_CHECKING:
    from sqlalchemy import Connection

LAST_SLIPS = 12
# So many can be looked for; older ones are in the reports, and by the command line.
_MOST_BATCHES = 1000
Tally = Mapping[str, Mapping[str, int]]


@dataclass(frozen=True, slots=True)
class BatchProgress:
    """A batch with its last slips and its tally: what changes while slips are keyed."""

    batch: Batch
    slips: tuple[Slip, ...]
    tally: Tally


@dataclass(frozen=True, slots=True)
class OpenBatch:
    """All that the entry page needs of a batch."""

    progress: BatchProgress
    compiled: CompiledForm
    settings: Settings
    unit_name: str


@dataclass(frozen=True, slots=True)
class BatchList:
    """The batches, and what a new one can choose from."""

    batches: tuple[Batch, ...]
    register: UnitRegister
    settings: Settings
    questionnaires: tuple[Published, ...]


def read_progress(connection: Connection, batch: UUID) -> BatchProgress:
    """Return how far a batch has come."""
    slips = list_slips(connection, batch, limit=LAST_SLIPS)
    return BatchProgress(
        read_batch(connection, batch), tuple(slips), batch_tally(connection, batch)
    )


def read_open_batch(connection: Connection, batch: UUID) -> OpenBatch:
    """Return a batch with its questionnaire, ready for keys."""
    progress = read_progress(connection, batch)
    header = progress.batch.header
    form = read_form(connection, header.questionnaire, header.version)
    return OpenBatch(
        progress=progress,
        compiled=compile_form(form),
        settings=read_settings(connection),
        unit_name=unit_name(read_units(connection), header.unit, header.collected_on),
    )


def read_batch_list(connection: Connection) -> BatchList:
    """Return the newest batches and the choices for a new one."""
    return BatchList(
        tuple(list_batches(connection, limit=_MOST_BATCHES)),
        read_units(connection),
        read_settings(connection),
        tuple(list_slip_forms(connection)),
    )


def unit_name(register: UnitRegister, code: str, day: date) -> str:
    """Return the name that a unit's code meant on a day, the code itself if it is not known."""
    unit = register.find(code, day)
    return unit.full_name if unit else code


@dataclass(frozen=True, slots=True)
class SlipStory:
    """A slip's history, and the names of those who made it."""

    slip: UUID
    versions: tuple[SlipVersion, ...]
    names: Mapping[UUID, str]


@dataclass(frozen=True, slots=True)
class ClosedSlips:
    """The slips of a closed batch, the first first.

    `blind` are those that wait for this account's second keying, or yet may: it must not see the
    first.
    """

    slips: tuple[Slip, ...]
    blind: frozenset[UUID]


def read_slips(connection: Connection, batch: UUID, account: UUID) -> ClosedSlips:
    """Return all slips of a batch that were not taken back, the first first."""
    slips = tuple(list_slips(connection, batch)[::-1])
    return ClosedSlips(slips, hidden_slips(connection, batch, account))


def read_story(connection: Connection, slip: UUID) -> SlipStory:
    """Return what happened to a slip and who did it."""
    return SlipStory(slip, tuple(slip_history(connection, slip)), account_names(connection))
