"""A paper on its way out: into a file or to a printer, with progress and a way to stop it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from models.audit.records import Happening
from models.permissions import Permission
from ui.context import PageContext
from ui.jobs import Job, Progress
from ui.messages import sentence
from ui.papers.files import ChoosePath, first_folder
from ui.papers.keeping import keep_told
from ui.papers.printing import ChoosePrinter, PrintRun
from ui.signing.desk import SigningDesk
from ui.widgets.banner import Banner
from ui.widgets.progress_panel import BusyOverlay

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

# What the audit is told of a paper that was saved with a suffix, or printed where that is "".
Told = Callable[[str], Happening]


class Outgoing(QObject):
    """Does one thing at a time and says on its banner what became of it."""

    def __init__(
        self, context: PageContext, page: QWidget, ask_path: ChoosePath, ask_printer: ChoosePrinter
    ) -> None:
        super().__init__(page)
        self._context = context
        self._page = page
        self._ask_path = ask_path
        self._ask_printer = ask_printer
        self._folder: Path | None = None
        self._saved: Path | None = None
        self._job: Job | None = None
        self._run: PrintRun | None = None
        self._is_busy = False
        self._overlay: BusyOverlay | None = None
        self.banner = Banner()
        self.banner.setVisible(False)
        self.banner.action_requested.connect(self._on_banner_action)
        self.banner.other_requested.connect(self._on_banner_other)
        self.signing = SigningDesk(context, page, self.banner)

    @property
    def is_busy(self) -> bool:
        """Say whether something is on its way."""
        return self._is_busy

    def save_file(
        self, name: str, kind: str, label: str, write: Callable[[Path, Progress], Path],
        permission: Permission, told: Told,
    ) -> None:  # fmt: skip
        """Ask for a file of a kind and have it written; `name` is suggested, with its suffix.

        What is written needs a permission, and is refused without, whatever was shown. The audit is
        `told` of it; without that there is no file, and one that stood there stays.
        """
        if self._is_busy:
            return
        path = self._ask_path(self._page, (self._folder or first_folder()) / name, kind)
        if path is None:
            return
        self._folder = path.parent

        def work(progress: Progress) -> Path:
            self._context.demand(permission)
            keep_told(
                path, lambda beside: write(beside, progress),
                lambda written: self._context.note(told(written.suffix)),
            )  # fmt: skip
            return path

        self._begin(label)
        self._job = self._context.jobs.run(
            work, done=self._on_saved, failed=self._on_failed, progressed=self._on_progressed
        )

    def print_pages(
        self, press: Callable[[Progress], tuple[bytes, int]], permission: Permission, told: Told
    ) -> None:
        """Have a PDF made with the number of its pages, then ask for the printer.

        It needs a permission as a file does, and the audit is told before the first page goes.
        """
        if self._is_busy:
            return

        def work(progress: Progress) -> tuple[bytes, int]:
            self._context.demand(permission)
            return press(progress)

        self._begin(self.tr("The pages are being made"))
        self._job = self._context.jobs.run(
            work, done=partial(self._on_pressed, told), failed=self._on_failed,
            progressed=self._on_progressed,
        )  # fmt: skip

    def sign_any(self) -> None:
        """Ask for a PDF that was saved before, and sign it."""
        if not self._is_busy:
            self._saved = self.signing.sign_any() or self._saved

    def _begin(self, label: str) -> None:
        self._is_busy = True
        if self._overlay is None:
            self._overlay = BusyOverlay(self._page)
            self._overlay.cancelled.connect(self._on_cancelled)
        self._overlay.start_later(label)

    def _finish(self) -> None:
        self._is_busy = False
        self._job = self._run = None
        if self._overlay is not None:
            self._overlay.finish()

    def _on_saved(self, path: Path) -> None:
        self._finish()
        self._saved = path
        said = self.tr("Saved: %1").replace("%1", str(path))
        is_signable = path.suffix.casefold() == ".pdf" and self._context.may(Permission.REPORT)
        sign = self.tr("Sign digitally…") if is_signable else ""
        self.banner.show_message("success", said, self.tr("Open the file"), sign)

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self._finish()
        self.banner.show_message("danger", sentence(error, self._context.language))

    def _on_pressed(self, told: Told, made: tuple[bytes, int]) -> None:
        content, pages = made
        self._finish()
        printer = self._ask_printer(self._page, pages)
        if printer is None:
            return

        def note(_progress: Progress) -> None:
            self._context.note(told(""))

        self._begin(self.tr("The pages go to the printer"))
        self._job = self._context.jobs.run(
            note, done=partial(self._on_noted, content, pages, printer), failed=self._on_failed,
            lane="write",
        )  # fmt: skip

    def _on_noted(self, content: bytes, pages: int, printer: QPrinter, _noted: None) -> None:
        self._run = PrintRun(self._context.jobs, content, pages, printer, self)
        self._run.progressed.connect(self._on_page_progressed)
        self._run.finished.connect(self._on_printed)
        self._run.failed.connect(self._on_failed)
        self._run.start()

    def _on_progressed(self, done: int, total: int | None, _detail: str) -> None:
        self._on_page_progressed(done, total)

    @Slot(int, object)
    def _on_page_progressed(self, done: int, total: int | None) -> None:
        if self._overlay is not None:
            self._overlay.panel.set_progress(done, total)

    @Slot(bool)
    def _on_printed(self, is_complete: bool) -> None:
        self._finish()
        if is_complete:
            self.banner.show_message("success", self.tr("All pages are at the printer."))
        else:
            self.banner.show_message("info", self.tr("Printing was stopped."))

    @Slot()
    def _on_banner_action(self) -> None:
        if self._saved is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._saved)))

    @Slot()
    def _on_banner_other(self) -> None:
        if self._saved is not None:
            self._saved = self.signing.sign(self._saved) or self._saved

    @Slot()
    def _on_cancelled(self) -> None:
        if self._run is not None:
            self._run.cancel()
            return
        if self._job is not None:
            self._job.cancel()
        self._finish()
