"""What the pages of second keying read; nothing here holds what was keyed first, but a decision."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from models.accounts.queries import account_names
from models.questionnaires.compiled import CompiledForm, compile_form
from models.questionnaires.queries import read_form
from models.rekeying.queries import (
    drawn_batches,
    has_keyed_in,
    read_difference,
    read_drawn,
    undecided,
)
from models.rekeying.records import Difference, DrawnBatch
from models.settings.queries import read_settings
from models.settings.record import Settings
from models.units.queries import read_units
from ui.keying.loading import unit_name

if TYPE_CHECKING:
    from sqlalchemy import Connection


@dataclass(frozen=True, slots=True)
class SecondKeying:
    """What waits for an account: batches to key again with their units' names, and differences."""

    batches: tuple[tuple[DrawnBatch, str], ...]
    undecided: int


@dataclass(frozen=True, slots=True)
class OpenSecond:
    """A batch ready to be keyed again: its head and the numbers that are left.

    `is_shared` says that the account keyed some of it first, and can tell of no paper left over.
    """

    drawn: DrawnBatch
    compiled: CompiledForm
    settings: Settings
    unit_name: str
    is_shared: bool


@dataclass(frozen=True, slots=True)
class OpenDifference:
    """What two keyers differ on, with all that its words need."""

    difference: Difference
    compiled: CompiledForm
    settings: Settings
    unit_name: str
    names: Mapping[UUID, str]


def read_second_keying(connection: Connection, account: UUID) -> SecondKeying:
    """Return what waits for an account."""
    register = read_units(connection)
    batches = tuple(
        (one, unit_name(register, one.header.unit, one.header.collected_on))
        for one in drawn_batches(connection, account)
    )
    return SecondKeying(batches, len(undecided(connection, account)))


def read_open_second(connection: Connection, batch: UUID, account: UUID) -> OpenSecond:
    """Return a batch ready to be keyed again."""
    drawn = read_drawn(connection, batch, account)
    header = drawn.header
    form = read_form(connection, header.questionnaire, header.version)
    name = unit_name(read_units(connection), header.unit, header.collected_on)
    return OpenSecond(
        drawn, compile_form(form), read_settings(connection), name,
        has_keyed_in(connection, batch, account),
    )  # fmt: skip


def read_waiting(
    connection: Connection, account: UUID, after: UUID | None
) -> tuple[OpenDifference | None, int]:
    """Return the difference that waits behind `after`, the first behind the last; how many."""
    waiting = undecided(connection, account)
    if not waiting:
        return None, 0
    place = waiting.index(after) + 1 if after in waiting else 0
    difference = read_difference(connection, waiting[place % len(waiting)])
    form = read_form(connection, difference.questionnaire, difference.version)
    opened = OpenDifference(
        difference, compile_form(form), read_settings(connection),
        _unit_name(connection, difference), account_names(connection),
    )  # fmt: skip
    return opened, len(waiting)


def _unit_name(connection: Connection, difference: Difference) -> str:
    slip = difference.slip
    register = read_units(connection)
    day = slip.collected_on if slip is not None else difference.second_at.date()
    return unit_name(register, difference.unit, day)
