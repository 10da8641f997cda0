"""Papers on their way out of the register, each chosen from a menu."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Final

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QDialog, QMenu, QWidget

from models.permissions import Permission
from ui.context import PageContext
from ui.papers.files import ChoosePath
from ui.papers.outgoing import Outgoing
from ui.papers.period_names import period_title
from ui.papers.printing import ChoosePrinter
from ui.register.paper_audit import paper_told
from ui.register.papers import (
    SUFFIXES,
    Calendar,
    Paper,
    PaperKind,
    press,
    read_calendar,
    save,
)
from ui.widgets.menus import open_menu

_KINDS: Final = {
    ".pdf": "PDF", ".docx": "Word", ".xlsx": "Excel", ".csv": "CSV", ".json": "JSON",
    ".md": "Markdown",
}  # fmt: skip


class PaperDesk(Outgoing):
    """Saves and prints papers about what is on the screen."""

    def __init__(
        self, context: PageContext, page: QWidget, ask_path: ChoosePath,
        ask_printer: ChoosePrinter,
    ) -> None:  # fmt: skip
        super().__init__(context, page, ask_path, ask_printer)
        self._offered: Paper | None = None

    def offer(self, paper: Paper, place: QPoint) -> QMenu | None:
        """Open the menu of papers about what `paper` names; what is not possible now is grey."""
        if self.is_busy:
            return None
        self._offered = paper
        impossible: set[PaperKind] = set()
        if paper.household is None:
            impossible.add("household_minutes")
        if len(paper.wanted.hamlets or ()) != 1:
            impossible.add("hamlet_minutes")
        menu = QMenu(self._page)
        menu.aboutToHide.connect(menu.deleteLater)
        for kind, title in self._titles().items():
            part = menu.addMenu(title)
            part.setEnabled(kind not in impossible)
            if ".pdf" in SUFFIXES[kind]:
                part.addAction(self.tr("Print")).triggered.connect(
                    partial(self._on_chosen, kind, "")
                )
            for suffix in SUFFIXES[kind]:
                words = self.tr("Save as %1").replace("%1", _KINDS[suffix])
                part.addAction(words).triggered.connect(partial(self._on_chosen, kind, suffix))
        open_menu(menu, place)
        return menu

    def send(self, paper: Paper, suffix: str) -> None:
        """Print a paper, or save it where a suffix is given."""
        store = self._context.store
        # The progress report bears figures, the other papers households.
        is_report = paper.kind == "report"
        permission = Permission.REPORT if is_report else Permission.EXPORT_HOUSEHOLDS
        told = partial(paper_told, store, paper)
        if not suffix:
            self.print_pages(partial(press, store, paper), permission, told)
            return
        name = f"{self._titles()[paper.kind]} {_span(paper)}".replace("/", "-")
        self.save_file(
            f"{name}{suffix}", _KINDS[suffix],
            self.tr("The file is being saved"), partial(save, store, paper), permission,
            told,
        )  # fmt: skip

    def _titles(self) -> dict[PaperKind, str]:
        return {
            "walk_sheets": self.tr("Walk sheets"),
            "household_minutes": self.tr("Minutes of the household"),
            "hamlet_minutes": self.tr("Minutes of the hamlet"),
            "plates": self.tr("Plates on labels"),
            "list": self.tr("List of households"),
            "list_personal": self.tr("List with names and telephones"),
            "report": self.tr("Progress report"),
            "corrected": self.tr("The list sent back, corrected"),
        }

    def _on_chosen(self, kind: PaperKind, suffix: str, _is_checked: bool = False) -> None:
        if self._offered is None:
            return
        paper = replace(self._offered, kind=kind)
        if kind == "report":
            query = partial(read_calendar, today=paper.today)
            self._context.read(query, partial(self._ask_for_period, paper, suffix))
        elif kind == "plates":
            self._ask_for_labels(paper, suffix)
        else:
            self.send(paper, suffix)

    def _ask_for_labels(self, paper: Paper, suffix: str) -> None:
        from ui.register.label_dialog import LabelDialog

        dialog = LabelDialog(self._context.language, self._page)
        is_accepted = dialog.exec() == QDialog.DialogCode.Accepted
        if is_accepted:
            paper = replace(
                paper, labels=dialog.sheet(), first_label=dialog.first_label(),
                has_cut_marks=dialog.has_cut_marks(),
            )  # fmt: skip
        dialog.deleteLater()
        if is_accepted:
            self.send(paper, suffix)

    def _ask_for_period(self, paper: Paper, suffix: str, calendar: Calendar) -> None:
        from ui.register.report_dialog import ReportDialog

        dialog = ReportDialog(
            self._context.language, calendar.year_to_date, paper.today, calendar.year_start,
            self._page,
        )  # fmt: skip
        is_accepted = dialog.exec() == QDialog.DialogCode.Accepted
        paper = replace(
            paper, period=dialog.period(), unit_map=dialog.unit_map(),
            hides_small=dialog.hides_small(),
        )  # fmt: skip
        dialog.deleteLater()
        if is_accepted:
            self.send(paper, suffix)


def _span(paper: Paper) -> str:
    """Return what tells a file from the one of another day or period."""
    return f"{paper.today:%Y-%m-%d}" if paper.period is None else period_title(paper.period)
