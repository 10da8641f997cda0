"""What can be saved and printed from the page of reports, with name and audit entry."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from models.audit.happenings import exported, printed
from models.audit.records import Happening
from models.periods import Period
from ui.papers.period_names import period_title
from ui.reports.choice import ReportChoice

if TYPE_CHECKING:
    from exports.comparisons import Asked, Way
    from exports.document import Document
    from models.store.store import Store


@dataclass(frozen=True, slots=True)
class ReportPaper:
    """A report as it is made on its way out: read anew, so that it is of the moment.

    `kind` is what the audit calls it, `name` what its file is called without a suffix.
    """

    kind: str
    name: str
    read: Callable[[Store], Document]

    def told(self, suffix: str) -> Happening:
        """Return what the audit is told: saved with a suffix, or printed for ""."""
        if suffix:
            return exported(self.kind, suffix, None, is_personal=False)
        return printed(self.kind, None, is_personal=False)


def satisfaction_paper(choice: ReportChoice) -> ReportPaper:
    """Return the report of a choice."""

    def read(store: Store) -> Document:
        from ui.reports.tasks import count

        return count(store, choice).document

    translate = QCoreApplication.translate
    return ReportPaper(
        "satisfaction", _named(translate("reports", "Satisfaction report - %1"), choice.period),
        read,
    )  # fmt: skip


def trend_paper(choice: ReportChoice) -> ReportPaper:
    """Return the report over time of a choice."""

    def read(store: Store) -> Document:
        from exports.comparisons import read_trend_report

        return store.read(
            lambda connection: read_trend_report(connection, asked_of(choice), way_of(choice))
        ).document

    translate = QCoreApplication.translate
    return ReportPaper(
        "trend", _named(translate("reports", "Satisfaction over time - %1"), choice.period), read
    )


def comparison_paper(first: ReportChoice, second: ReportChoice) -> ReportPaper:
    """Return the report that compares `second` with `first`."""

    def read(store: Store) -> Document:
        from exports.comparisons import read_comparison

        return store.read(
            lambda connection: read_comparison(
                connection, asked_of(first), asked_of(second), way_of(second)
            )
        ).document

    translate = QCoreApplication.translate
    return ReportPaper(
        "comparison", _named(translate("reports", "Comparison - %1"), second.period), read
    )


def asked_of(choice: ReportChoice) -> Asked:
    """Return a choice's period and units."""
    from exports.comparisons import Asked

    return Asked(choice.period.start, choice.period.end, choice.unit_codes)


def way_of(choice: ReportChoice) -> Way:
    """Return how a choice is counted."""
    from exports.comparisons import Way

    return Way(choice.unit_map, choice.questionnaire, choice.hides_small)


def _named(name: str, period: Period) -> str:
    # A slash would part folders.
    return name.replace("%1", period_title(period)).replace("/", "-")
