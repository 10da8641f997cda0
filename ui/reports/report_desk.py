"""The report on its way out, in the kind of file that is chosen from a menu."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, Slot
from PySide6.QtWidgets import QMenu, QWidget

from models.permissions import Permission
from ui.context import PageContext
from ui.papers.files import ChoosePath
from ui.papers.outgoing import Outgoing
from ui.papers.printing import ChoosePrinter
from ui.reports.choice import ReportChoice
from ui.reports.saving import FileKind, file_kinds, suggested_name
from ui.reports.tasks import press_pdf, report_told, write_file


class ReportDesk(Outgoing):
    """Saves and prints the report of a choice."""

    def __init__(
        self, context: PageContext, page: QWidget, ask_path: ChoosePath, ask_printer: ChoosePrinter
    ) -> None:
        super().__init__(context, page, ask_path, ask_printer)
        self._choice: ReportChoice | None = None
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

    def offer_kinds(self, choice: ReportChoice, place: QPoint) -> None:
        """Open the menu of kinds at a place of the screen, the first one ready for Enter."""
        if self.is_busy:
            return
        self._choice = choice
        self._menu.popup(place)
        self._menu.setActiveAction(self._menu.actions()[0])

    def offer_signing(self, place: QPoint) -> None:
        """Open the menu of what is done with signatures, at a place of the screen."""
        if not self.is_busy:
            self._signing_menu.popup(place)
            self._signing_menu.setActiveAction(self._signing_menu.actions()[0])

    def print_report(self, choice: ReportChoice) -> None:
        """Make the PDF of a choice, then ask for the printer."""
        press = partial(press_pdf, self._context.store, choice)
        self.print_pages(press, Permission.REPORT, report_told)

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
        if self._choice is None:
            return
        self.save_file(
            suggested_name(self._choice.period, kind.suffix), kind.name,
            self.tr("The report is being saved"),
            partial(write_file, self._context.store, self._choice), Permission.REPORT,
            report_told,
        )  # fmt: skip
