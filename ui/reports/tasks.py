"""What the report page has done off the GUI thread; what is heavy is loaded in here, on use."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Final

from models.audit.happenings import pack_made
from models.periods import Period
from models.permissions import Permission
from models.questionnaires.queries import Published, list_slip_forms
from models.settings.queries import read_settings
from models.settings.record import Settings
from models.surveys.summary_query import newest_day
from models.units.queries import read_units
from models.units.unit import UnitRegister
from ui.papers.pages import Bitmap, bitmap, count_pages
from ui.papers.press import holding_press
from ui.reports.choice import ReportChoice
from ui.reports.papers import ReportPaper, asked_of, way_of

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from exports.document import Document
    from exports.reports import SatisfactionReport
    from models.store.store import Store
    from models.surveys.comparison import Comparison
    from models.surveys.trend import Trend
    from ui.context import PageContext
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


def read_trend_of(store: Store, choice: ReportChoice) -> Trend:
    """Return the months and the units of a choice.

    What its drawing takes and has no face is loaded here, beside the window.
    """
    import_module("numpy")
    from exports.comparisons import read_trend_report

    return store.read(
        lambda connection: read_trend_report(connection, asked_of(choice), way_of(choice))
    ).trend


def read_comparison_of(
    store: Store, first: ReportChoice, second: ReportChoice, language: str
) -> Comparison:
    """Return the comparison of a choice with another, in the words of `language`."""
    import_module("numpy")
    from exports.comparisons import read_comparison

    return store.read(
        lambda connection: read_comparison(
            connection, asked_of(first), asked_of(second), way_of(second), language
        )
    ).comparison


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


def write_file(
    store: Store, paper: ReportPaper, path: Path, progress: Progress
) -> Path:
    """Write a report in the format of the file's suffix and return the file."""
    from exports.writers.files import write

    progress.report(0, 2)
    document = paper.read(store)
    with holding_press(progress):
        progress.report(1, 2)
        write(document, path)
    return path


def press_pdf(store: Store, paper: ReportPaper, progress: Progress) -> tuple[bytes, int]:
    """Return a report as PDF, and how many pages it has."""
    from exports.writers.files import render

    document = paper.read(store)
    with holding_press(progress):
        content = render(document, ".pdf")
        return content, count_pages(content)


def write_month(
    context: PageContext, month: Period, targets: Sequence[Path], today: date, progress: Progress,
    *, hides_small: bool,
) -> Path:  # fmt: skip
    """Write a month's pack to all `targets`, or to none of them, and return the first.

    The audit is told of them; it needs the permission to report.
    """
    from exports.monthly_pack import read_pack
    from exports.pack_files import write_pack

    context.demand(Permission.REPORT)
    document = context.store.read(
        lambda connection: read_pack(connection, month, today=today, hide_small=hides_small)
    )
    told = [pack_made(month.start, target.suffix) for target in targets]
    with holding_press(progress):
        write_pack(document, targets, lambda: context.note(*told), progress.report)
    return targets[0]
