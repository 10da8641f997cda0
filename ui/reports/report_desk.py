"""The report on its way out, in the kind of file that is chosen from a menu."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint, Slot
from PySide6.QtWidgets import QMenu, QWidget

from models.periods import Period
from models.permissions import Permission
from ui.context import PageContext
from ui.papers.files import ChoosePath, first_folder
from ui.papers.outgoing import Outgoing
from ui.papers.printing import ChoosePrinter
from ui.papers.replacing import AskReplace
from ui.reports.papers import ReportPaper
from ui.reports.saving import FileKind, file_kinds
from ui.reports.tasks import press_pdf, write_file, write_month
from ui.widgets.menus import open_menu


class ReportDesk(Outgoing):
    """Saves and prints the reports of a choice, and the pack of a month."""

    def __init__(
        self, context: PageContext, page: QWidget, ask_path: ChoosePath,
        ask_printer: ChoosePrinter, ask_replace: AskReplace,
    ) -> None:  # fmt: skip
        super().__init__(context, page, ask_path, ask_printer)
        self._ask_replace = ask_replace
        self._paper: ReportPaper | None = None
        self._menu = self._make_menu()
        self._signing_menu = self._make_signing_menu()

    @property
    def signing_menu(self) -> QMenu:
        """What is done with signatures."""
        return self._signing_menu

    @property
    def menu(self) -> QMenu:
        """The kinds of file to choose from."""
        return self._menu

    def offer_kinds(self, paper: ReportPaper, place: QPoint) -> None:
        """Open the menu of kinds at a place of the screen, the first one ready for Enter."""
        if self.is_busy:
            return
        self._paper = paper
        open_menu(self._menu, place)

    def make_pack(self, month: Period, today: date, *, hides_small: bool) -> None:
        """Ask where the pack of a month goes, and write both its files; the PDF is asked for.

        `hides_small` hides the counts from 1 to 4. What stands there is replaced only if the person
        says so.
        """
        if self.is_busy:
            return
        from exports.monthly_pack import SUFFIXES, pack_name

        name = pack_name(month, self._context.unit, SUFFIXES[0])
        path = self._ask_path(self._page, (self._folder or first_folder()) / name, "PDF")
        if path is None:
            return
        self._folder = path.parent
        targets = [path.with_suffix(suffix) for suffix in SUFFIXES]
        if not self._may_replace(targets, path):
            return
        work = partial(
            write_month, self._context, month, targets, today, hides_small=hides_small
        )
        self._begin(self.tr("The monthly pack is being made"))
        self._job = self._context.jobs.run(
            work, done=self._on_pack_saved, failed=self._on_failed,
            progressed=self._on_progressed,
        )  # fmt: skip

    def _may_replace(self, targets: Sequence[Path], asked: Path) -> bool:
        """Ask about those that stand there; about the one `asked` for, its dialog did."""
        there = [target for target in targets if target != asked and target.exists()]
        return not there or self._ask_replace(self._page, there)

    def _on_pack_saved(self, path: Path) -> None:
        self._on_saved(path)
        said = self.tr("Saved: %1, and the Word file beside it").replace("%1", str(path))
        self.banner.show_message(
            "success", said, self.tr("Open the file"), self.tr("Sign digitally…")
        )

    def offer_signing(self, place: QPoint) -> None:
        """Open the menu of what is done with signatures, at a place of the screen."""
        if not self.is_busy:
            open_menu(self._signing_menu, place)

    def print_report(self, paper: ReportPaper) -> None:
        """Make the PDF of a report, then ask for the printer."""
        press = partial(press_pdf, self._context.store, paper)
        self.print_pages(press, Permission.REPORT, paper.told)

    def _make_menu(self) -> QMenu:
        menu = QMenu(self._page)
        for kind in file_kinds():
            action = menu.addAction(f"{kind.name}  –  {kind.purpose}")
            action.triggered.connect(partial(self._on_kind_chosen, kind))
        return menu

    def _make_signing_menu(self) -> QMenu:
        menu = QMenu(self._page)
        menu.addAction(self.tr("Sign a PDF file…")).triggered.connect(self._on_sign_any)
        menu.addAction(self.tr("Check the signatures of a file…")).triggered.connect(
            self._on_check_any
        )
        return menu

    @Slot()
    def _on_sign_any(self) -> None:
        self.sign_any()

    @Slot()
    def _on_check_any(self) -> None:
        self.signing.check_any()

    def _on_kind_chosen(self, kind: FileKind, _is_checked: bool = False) -> None:
        if self._paper is None:
            return
        self.save_file(
            self._paper.name + kind.suffix, kind.name, self.tr("The report is being saved"),
            partial(write_file, self._context.store, self._paper), Permission.REPORT,
            self._paper.told,
        )  # fmt: skip
