"""What taking a list in has done off the GUI thread; spreadsheets are loaded in here, on use."""

from __future__ import annotations

import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from models.audit.happenings import exported
from models.errors import Problem
from models.households.queries import read_households
from models.households.records import Household
from ui.papers.keeping import keep_told
from ui.register.place_names import PlaceNames, read_names

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from exports.household_import import HouseholdImport, ListChoices
    from exports.sheets.household_lists import ListFile
    from models.store.store import Store, Transaction
    from ui.context import PageContext
    from ui.jobs import Progress

Decisions = Mapping[UUID, UUID | None]


@dataclass(frozen=True, slots=True)
class ListPreview:
    """What taking a list in would do, and the households that its unsure rows may be."""

    plan: HouseholdImport
    known: Mapping[UUID, Household]
    names: PlaceNames


class ListStopped(Exception):  # noqa: N818 - not an error: the person chose it
    """Raised in work on a list that a person stops: nothing of it was stored."""


@dataclass(frozen=True, slots=True)
class ListTaken:
    """What was stored of a list."""

    title: str
    added: int
    updated: int
    unchanged: int
    rejected: int


def open_file(
    store: Store, path: Path, unit: str, today: date, progress: Progress
) -> ListPreview:
    """Read a file and say what taking it in would do."""
    from exports.household_import import ListChoices, with_remembered
    from exports.sheets.household_lists import open_list

    # Nobody knows how long a file takes: the bar only shows that it lives.
    progress.report(0)
    file = open_list(path)
    progress.report(0)
    file = store.read(partial(with_remembered, file=file))
    return plan_file(store, file, unit, today, ListChoices(), progress)


def plan_file(
    store: Store, file: ListFile, unit: str, today: date, choices: ListChoices, progress: Progress
) -> ListPreview:
    """Say anew what taking a file in would do, with other columns or choices."""
    from exports.household_import import plan_household_file

    progress.report(0)

    def query(connection: Connection) -> ListPreview:
        plan = plan_household_file(connection, file, unit=unit, today=today, choices=choices)
        wanted = [one for pair in plan.likely for one, _ in pair.candidates]
        known = {one.id: one for one in read_households(connection, wanted)}
        return ListPreview(plan, known, read_names(connection))

    preview = store.read(query)
    progress.report(0)
    return preview


def take_in(
    store: Store, plan: HouseholdImport, decided: Decisions, corrected: Mapping[str, int],
    unit: str, today: date, account: UUID, stop: threading.Event, progress: Progress,
) -> ListTaken:  # fmt: skip
    """Store what was agreed to, all of it or nothing, and return what it was.

    `corrected` are the layouts to remember: the number of header rows by fingerprint. Raises
    ListStopped where `stop` was set in time.
    """
    from exports.household_import import apply_household_import
    from models.households.commands import remember_layout

    if decided != plan.choices.decided:
        choices = replace(plan.choices, decided=decided)
        plan = plan_file(store, plan.file, unit, today, choices, progress).plan
    columns = {
        source.layout.fingerprint: source.layout.columns for source in plan.file.sources
    }

    def progressed(done: int, total: int) -> None:
        if stop.is_set():
            raise ListStopped
        progress.report(done, total)

    def command(tx: Transaction) -> None:
        for fingerprint, header_rows in corrected.items():
            remember_layout(tx, unit, fingerprint, columns[fingerprint], header_rows)
        apply_household_import(tx, plan, unit=unit, progressed=progressed)

    store.write(command, actor=account)
    title = Path(plan.file.name).stem
    return ListTaken(title, plan.added, plan.updated, plan.unchanged, plan.rejected)


def find_alike(
    plan: HouseholdImport, stop: threading.Event, progress: Progress
) -> tuple[Problem, ...] | None:
    """Return the notes on rows of a list that may be one household, None once `stop` is set."""
    from exports.household_import import alike_rows

    def ask() -> None:
        progress.report(0)
        if stop.is_set():
            raise ListStopped

    try:
        return alike_rows(plan, ask)
    except ListStopped:
        return None


def save_problems(
    context: PageContext, plan: HouseholdImport, notes: Sequence[Problem], path: Path,
    progress: Progress,
) -> Path:  # fmt: skip
    """Write the problems of a list and the notes on it as a spreadsheet to send back.

    It holds what the rows say, so the audit is told; without that there is no file, and one that
    stood there stays.
    """
    from exports.sheets.household_problems import write_list_problems

    progress.report(0)
    keep_told(
        path,
        lambda beside: write_list_problems(
            beside, plan.file, plan.problems, context.language, notes=notes
        ),
        lambda rows: context.note(exported("list_problems", ".xlsx", rows, is_personal=True)),
    )
    return path
