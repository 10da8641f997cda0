"""A report on its way out: into a file or to a printer, with progress and a way to stop it."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QPoint, QTimer, Signal, Slot
from PySide6.QtWidgets import QMenu, QWidget

from ui.context import PageContext
from ui.jobs import Job, Progress
from ui.reports.choice import ReportChoice
from ui.reports.printing import ChoosePrinter, PrintRun
from ui.reports.saving import ChoosePath, FileKind, file_kinds, first_folder, suggested_name
from ui.reports.tasks import press_pdf, write_file
from ui.widgets.progress_panel import BusyOverlay

_PATIENCE_MS = 300


class Outgoing(QObject):
    """Does one thing at a time; `saved` carries the file, `printed` whether it was all printed."""

    saved = Signal(object)
    printed = Signal(bool)
    failed = Signal(object)

    def __init__(
        self, context: PageContext, page: QWidget, ask_path: ChoosePath, ask_printer: ChoosePrinter
    ) -> None:
        super().__init__(page)
        self._context = context
        self._page = page
        self._ask_path = ask_path
        self._ask_printer = ask_printer
        self._folder: Path | None = None
        self._choice: ReportChoice | None = None
        self._job: Job | None = None
        self._print: PrintRun | None = None
        self._is_busy = False
        self._label = ""
        self._menu = self._make_menu()
        self._overlay = BusyOverlay(page)
        self._overlay.cancelled.connect(self._on_cancelled)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_PATIENCE_MS)
        self._patience.timeout.connect(self._on_patience_ended)

    @property
    def menu(self) -> QMenu:
        """The kinds of file to choose from."""
        return self._menu

    def offer_kinds(self, choice: ReportChoice, place: QPoint) -> None:
        """Open the menu of kinds at a place of the screen, the first one ready for Enter."""
        if self._is_busy:
            return
        self._choice = choice
        self._menu.popup(place)
        self._menu.setActiveAction(self._menu.actions()[0])

    def print_out(self, choice: ReportChoice) -> None:
        """Make the PDF, then ask for the printer."""
        if self._is_busy:
            return
        store = self._context.store

        def work(progress: Progress) -> tuple[bytes, int]:
            return press_pdf(store, choice, progress)

        self._begin(self.tr("The pages are being made"))
        self._job = self._context.jobs.run(work, done=self._on_pressed, failed=self._on_failed)

    def _make_menu(self) -> QMenu:
        menu = QMenu(self._page)
        for kind in file_kinds():
            action = menu.addAction(f"{kind.name}  –  {kind.purpose}")
            action.triggered.connect(partial(self._on_kind_chosen, kind))
        return menu

    def _on_kind_chosen(self, kind: FileKind, _is_checked: bool = False) -> None:
        choice = self._choice
        if choice is None:
            return
        folder = self._folder or first_folder()
        suggestion = folder / suggested_name(choice.period, kind.suffix)
        path = self._ask_path(self._page, suggestion, kind.name)
        if path is None:
            return
        self._folder = path.parent
        store = self._context.store

        def work(progress: Progress) -> Path:
            return write_file(store, choice, path, progress)

        self._begin(self.tr("The report is being saved"))
        self._job = self._context.jobs.run(
            work, done=self._on_saved, failed=self._on_failed, progressed=self._on_job_progressed
        )

    def _begin(self, label: str) -> None:
        self._is_busy = True
        self._label = label
        self._patience.start()

    def _finish(self) -> None:
        self._is_busy = False
        self._patience.stop()
        if self._overlay.isVisibleTo(self._page):
            self._overlay.finish()
        self._job = self._print = None

    def _on_saved(self, path: Path) -> None:
        self._finish()
        self.saved.emit(path)

    def _on_failed(self, error: Exception) -> None:
        self._finish()
        self.failed.emit(error)

    def _on_pressed(self, made: tuple[bytes, int]) -> None:
        content, pages = made
        self._finish()
        printer = self._ask_printer(self._page, pages)
        if printer is None:
            return
        self._print = PrintRun(self._context.jobs, content, pages, printer, self)
        self._print.progressed.connect(self._on_progressed)
        self._print.finished.connect(self._on_printed)
        self._print.failed.connect(self._on_print_failed)
        self._begin(self.tr("The pages go to the printer"))
        self._print.start()

    def _on_job_progressed(self, done: int, total: int | None, _detail: str) -> None:
        self._overlay.panel.set_progress(done, total)

    @Slot(int, object)
    def _on_progressed(self, done: int, total: int | None) -> None:
        self._overlay.panel.set_progress(done, total)

    @Slot(bool)
    def _on_printed(self, is_complete: bool) -> None:
        self._finish()
        self.printed.emit(is_complete)

    @Slot(object)
    def _on_print_failed(self, error: Exception) -> None:
        self._on_failed(error)

    @Slot()
    def _on_patience_ended(self) -> None:
        self._overlay.start(self._label)

    @Slot()
    def _on_cancelled(self) -> None:
        if self._print is not None:
            self._print.cancel()
            return
        if self._job is not None:
            self._job.cancel()
        self._finish()
