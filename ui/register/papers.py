"""Everything about households that is printed or saved: what it is made of, and made how.

What is heavy is loaded in here, on use; all of it runs off the GUI thread.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal
from uuid import UUID

from models.accounts.queries import account_names
from models.errors import UserError
from models.households.figures import UnitMap
from models.households.history import listed_values
from models.households.list_queries import list_members, list_sayings, read_lists, unlisted
from models.households.progress import WorkFilter, hamlet_progress, total
from models.households.queries import read_household, read_households, walk_all
from models.periods import Period, period, year_of
from models.settings.queries import read_settings
from models.units.queries import read_units
from ui.jobs import Progress
from ui.papers.pages import count_pages
from ui.papers.press import holding_press

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from exports.document import Document
    from exports.household_values import Names
    from exports.labels import LabelSheet
    from exports.walk_sheets import Walk
    from models.store.store import Store

Tell = Callable[[int, int], None]
PaperKind = Literal[
    "walk_sheets", "hamlet_minutes", "household_minutes", "plates", "list", "list_personal",
    "report", "corrected",
]
# What can be made of each, what is asked for most often first.
SUFFIXES: Final[dict[PaperKind, tuple[str, ...]]] = {
    "walk_sheets": (".pdf",),
    "household_minutes": (".pdf", ".docx"),
    "hamlet_minutes": (".pdf", ".docx"),
    "plates": (".pdf",),
    "list": (".pdf", ".xlsx", ".csv"),
    "list_personal": (".pdf", ".xlsx", ".csv"),
    "report": (".pdf", ".docx", ".xlsx", ".csv", ".json", ".md"),
    "corrected": (".xlsx",),
}


@dataclass(frozen=True, slots=True)
class Paper:
    """What is wanted on paper: of a work list, or of one household; plates on a sheet of labels.

    A list names nobody unless it is the `list_personal`.

    `period`, `unit_map` and `hides_small` are the progress report's; without a period it is the
    year up to today.
    """

    kind: PaperKind
    today: date
    wanted: WorkFilter = field(default_factory=WorkFilter)
    household: UUID | None = None
    labels: LabelSheet | None = None
    first_label: int = 1
    has_cut_marks: bool = False
    period: Period | None = None
    unit_map: UnitMap = "today"
    hides_small: bool = False


@dataclass(frozen=True, slots=True)
class Calendar:
    """When the reporting year begins, (month, day), and its days up to today."""

    year_start: tuple[int, int]
    year_to_date: Period


def make(store: Store, paper: Paper, suffix: str, progress: Progress) -> bytes:
    """Return a paper as the bytes of a file; UserError where there is nothing to put on it."""

    def tell(done: int, of: int) -> None:
        progress.report(done, of)

    with holding_press(progress):
        return store.read(lambda connection: _made(connection, paper, suffix, tell))


def save(store: Store, paper: Paper, path: Path, progress: Progress) -> Path:
    """Write a paper in the format of the file's suffix and return the file."""
    from models.store.files import write_atomically

    if not path.parent.is_dir():
        raise UserError("documents.no_folder", folder=path.parent)
    write_atomically(path, make(store, paper, path.suffix.casefold(), progress),
                     refused="documents.disk")  # fmt: skip
    return path


def press(store: Store, paper: Paper, progress: Progress) -> tuple[bytes, int]:
    """Return a paper as PDF, and how many pages it has."""
    content = make(store, paper, ".pdf", progress)
    with holding_press(progress):
        return content, count_pages(content)


def read_calendar(connection: Connection, today: date) -> Calendar:
    """Return how the reporting year lies."""
    start = read_settings(connection).year_start
    year = year_of(today, start)
    first = period("year", year, 1, start).start
    return Calendar(start, Period("range", first, today, year))


def _made(connection: Connection, paper: Paper, suffix: str, tell: Tell) -> bytes:
    if paper.kind == "corrected":
        return _corrected(connection, tell)
    if paper.kind in ("household_minutes", "hamlet_minutes", "report"):
        from exports.writers.files import render

        return render(_document(connection, paper), suffix)
    return _drawn(connection, paper, suffix, tell)


def _drawn(connection: Connection, paper: Paper, suffix: str, tell: Tell) -> bytes:
    names = names_on_paper(connection)
    if paper.kind == "walk_sheets":
        from exports.walk_sheets import walk_sheets

        return walk_sheets(_walks(connection, paper.wanted), names, paper.today, tell)
    households = list(walk_all(connection, paper.wanted))
    if not households:
        raise UserError("households.nothing_to_print")
    if paper.kind == "plates":
        from exports.labels import SHEETS, plate_labels, plates

        sheet = paper.labels or SHEETS[0]
        return plate_labels(
            plates(households, names), sheet, start=paper.first_label,
            cut_marks=paper.has_cut_marks, tell=tell,
        )  # fmt: skip
    from exports.household_list import list_csv, list_pdf, list_xlsx

    title, is_personal = "DANH SÁCH HỘ GIA ĐÌNH", paper.kind == "list_personal"
    if suffix == ".xlsx":
        return list_xlsx(households, names, title, tell, is_personal=is_personal)
    if suffix == ".csv":
        return list_csv(households, names, is_personal=is_personal)
    return list_pdf(households, names, title, paper.today, tell, is_personal=is_personal)


def _document(connection: Connection, paper: Paper) -> Document:
    from exports.household_minutes import hamlet_minutes, household_minutes
    from exports.reports import letterhead, read_households_report

    if paper.kind == "report":
        asked = paper.period or read_calendar(connection, paper.today).year_to_date
        return read_households_report(
            connection, asked.start, asked.end, today=paper.today, unit_map=paper.unit_map,
            hide_small=paper.hides_small,
        ).document
    names = names_on_paper(connection)
    head = letterhead(read_settings(connection))
    if paper.kind == "household_minutes":
        if paper.household is None:
            raise UserError("households.nothing_to_print")
        one = read_household(connection, paper.household)
        return household_minutes(one, names, head, listed_values(connection, one.id))
    hamlets = paper.wanted.hamlets or ()
    if len(hamlets) != 1:
        raise UserError("households.choose_one_hamlet")
    # Minutes of a hamlet are of all its households, whatever the list on the screen leaves out.
    whole = WorkFilter(hamlets=hamlets)
    everyone = list(walk_all(connection, whole))
    progress = total([item.progress for item in hamlet_progress(connection, whole)])
    return hamlet_minutes(hamlets[0].unit, hamlets[0].hamlet, everyone, progress, names, head)


def _walks(connection: Connection, wanted: WorkFilter) -> list[Walk]:
    from exports.walk_sheets import Walk

    walks = []
    for item in hamlet_progress(connection, replace(wanted, street=None, outcome=None)):
        narrowed = replace(wanted, unit=None, hamlets=(item.hamlet,), officer=None)
        households = tuple(walk_all(connection, narrowed))
        if households:
            walks.append(Walk(item.hamlet.unit, item.hamlet.hamlet, households, item.officer))
    if not walks:
        raise UserError("households.nothing_to_print")
    return walks


def _corrected(connection: Connection, tell: Tell) -> bytes:
    from exports.corrected_list import corrected_list
    from exports.household_changes import CorrectedRow

    lists = read_lists(connection)
    if not lists:
        raise UserError("households.no_list")
    newest = lists[0]
    members, extras = list_members(connection, newest.id)
    ids = [household for _, household in members]
    said = list_sayings(connection, newest.id, ids)
    standing = {one.id: one for one in read_households(connection, ids)}
    rows = [
        CorrectedRow(number, said.get(one, {}), standing[one], extras.get(number, {}))
        for number, one in members
        if one in standing
    ]
    places = {(one.unit, one.hamlet) for one in standing.values()}
    added = read_households(connection, unlisted(connection, places))
    return corrected_list(newest, rows, names_on_paper(connection), added, tell)


def names_on_paper(connection: Connection) -> Names:
    """Return what codes and accounts are called on paper."""
    from exports.household_values import Names

    units = read_units(connection).units
    old = {unit.code: unit.full_name for unit in units if unit.valid_to is not None}
    new = {unit.code: unit.full_name for unit in units if unit.valid_to is None}
    return Names({**old, **new}, account_names(connection))
