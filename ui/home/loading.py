"""What the first page reads."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from models.audit.queries import is_kept_since, is_pack_made
from models.households.progress import (
    HamletStages,
    RegisterTotals,
    hamlet_stages,
    register_totals,
)
from models.periods import Period, due_day, last_complete_month, month_of
from models.settings.queries import read_settings
from models.settings.record import Settings
from models.stations.ledger import Ledger, read_ledger
from models.stations.watch import Watch, read_watch
from models.surveys.queries import list_batches
from models.surveys.records import Batch
from models.surveys.summary import SatisfactionSummary
from models.surveys.summary_query import read_summary, valid_on
from models.surveys.undecided import undecided_slips
from models.units.queries import read_units
from models.units.unit import UnitRegister

if TYPE_CHECKING:
    from sqlalchemy import Connection


# The pack is asked for so many days before it is due: from the 15th where that is the 20th.
REMINDER_DAYS: Final = 5


@dataclass(frozen=True, slots=True)
class PackState:
    """The last complete month, when its pack is due, and whether a person should make it now."""

    month: Period
    due: date
    is_wanted: bool


@dataclass(frozen=True, slots=True)
class Overview:
    """What is open, and how the reporting month and the register stand.

    `undecided` counts slips that wait for a person, `today` valid ones that were filled in today.
    """

    open_batches: tuple[Batch, ...]
    register: UnitRegister
    month: Period
    summary: SatisfactionSummary
    settings: Settings
    households: RegisterTotals
    undecided: int
    today: int
    hamlets: HamletStages
    pack: PackState


def read_overview(connection: Connection, today: date, officer: str) -> Overview:
    """Return the overview of the reporting month that holds `today`, as `officer` sees it."""
    settings = read_settings(connection)
    month = month_of(today, settings.year_start)
    return Overview(
        open_batches=tuple(list_batches(connection, state="open")),
        register=read_units(connection),
        month=month,
        summary=read_summary(connection, month),
        settings=settings,
        households=register_totals(connection, officer),
        undecided=len(undecided_slips(connection)),
        today=valid_on(connection, today),
        hamlets=hamlet_stages(connection),
        pack=_pack_state(connection, today, settings),
    )


def _pack_state(connection: Connection, today: date, settings: Settings) -> PackState:
    month = last_complete_month(today, settings.year_start)
    due = due_day(month, settings.report_day)
    is_near = today >= due - timedelta(days=REMINDER_DAYS)
    is_wanted = (
        is_near and _is_ours(connection, month) and not is_pack_made(connection, month)
    )
    return PackState(month, due, is_wanted=is_wanted)


def _is_ours(connection: Connection, month: Period) -> bool:
    """Say whether a month is this program's to report: who began later owes it nothing for it.

    Unless its slips were keyed, or taken in, afterwards.
    """
    if is_kept_since(connection, month.end):
        return True
    total = read_summary(connection, month).total
    return total.valid + total.invalid > 0


def read_standing(connection: Connection, now_ms: int) -> tuple[Ledger, Watch]:
    """Return how the exchange stands, and what a person should know of this station."""
    return read_ledger(connection), read_watch(connection, now_ms)


def days_until(today: date, day_of_month: int) -> int:
    """Return the days left until the report is due; it is due this month or the next."""
    due = today.replace(day=day_of_month)
    if due < today:
        year, month = (today.year + 1, 1) if today.month == 12 else (today.year, today.month + 1)
        due = date(year, month, day_of_month)
    return (due - today).days
