"""What the report page has done off the GUI thread; what is heavy is loaded in here, on use."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

from models.audit.happenings import exported, printed
from models.audit.records import Happening
from models.questionnaires.queries import Published, list_slip_forms
from models.settings.queries import read_settings
from models.settings.record import Settings
from models.surveys.summary_query import newest_day
from models.units.queries import read_units
from models.units.unit import UnitRegister
from ui.papers.pages import Bitmap, bitmap, count_pages
from ui.papers.press import holding_press
from ui.reports.choice import ReportChoice

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from exports.document import Document
    from exports.reports import SatisfactionReport
    from models.store.store import Store
    from ui.jobs import Progress

PREVIEW_DPI: Final = 150


@dataclass(frozen=True, slots=True)
class Choices:
    """What a report can be chosen from; `newest_day` is the last day with slips, if any."""

    settings: Settings
    register: UnitRegister
    questionnaires: tuple[Published, ...]
    newest_day: date | None


def read_choices(connection: Connection) -> Choices:
    """Return the choices; each questionnaire once, under its newest title."""
    newest: dict[str, Published] = {}
    for item in list_slip_forms(connection):
        newest.setdefault(item.code, item)
    return Choices(
        settings=read_settings(connection),
        register=read_units(connection),
        questionnaires=tuple(newest.values()),
        newest_day=newest_day(connection),
    )


def count(store: Store, choice: ReportChoice, language: str = "vi") -> SatisfactionReport:
    """Return the figures of a choice, in the words of `language`, and their document."""
    from exports.reports import read_satisfaction

    return store.read(
        lambda connection: read_satisfaction(
            connection, choice.period.start, choice.period.end, unit_codes=choice.unit_codes,
            unit_map=choice.unit_map, questionnaire=choice.questionnaire,
            population=choice.population, language=language, hide_small=choice.hides_small,
        )
    )  # fmt: skip


def draw(document: Document, progress: Progress) -> tuple[Bitmap, ...]:
    """Return the pages of a document as they are printed, for the screen."""
    from exports.writers.files import render

    with holding_press(progress):
        content = render(document, ".pdf")
        pages = count_pages(content)
        drawn = []
        for index in range(pages):
            progress.report(index, pages)
            drawn.append(bitmap(content, index, PREVIEW_DPI))
    return tuple(drawn)


def write_file(store: Store, choice: ReportChoice, path: Path, progress: Progress) -> Path:
    """Write the report of a choice in the format of the file's suffix and return the file."""
    from exports.writers.files import write

    progress.report(0, 2)
    report = count(store, choice)
    with holding_press(progress):
        progress.report(1, 2)
        write(report.document, path)
    return path


def report_told(suffix: str) -> Happening:
    """Return what the audit is told of a report: saved with a suffix, or printed for ""."""
    if suffix:
        return exported("satisfaction", suffix, None, is_personal=False)
    return printed("satisfaction", None, is_personal=False)


def press_pdf(store: Store, choice: ReportChoice, progress: Progress) -> tuple[bytes, int]:
    """Return the report of a choice as PDF, and how many pages it has."""
    from exports.writers.files import render

    report = count(store, choice)
    with holding_press(progress):
        content = render(report.document, ".pdf")
        return content, count_pages(content)
