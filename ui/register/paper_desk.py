"""Papers on their way out: the menu, the file or the printer, progress and a way to stop."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QPoint, QTimer, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QMenu, QWidget

from ui.context import PageContext
from ui.jobs import Job, Progress
from ui.messages import sentence
from ui.register.papers import SUFFIXES, Paper, PaperKind, press, save
from ui.reports.saving import ChoosePath, first_folder
from ui.widgets.banner import Banner
from ui.widgets.progress_panel import BusyOverlay

if TYPE_CHECKING:
    from ui.reports.printing import ChoosePrinter, PrintRun

_PATIENCE_MS: Final = 300
_KINDS: Final = {
    ".pdf": "PDF", ".docx": "Word", ".xlsx": "Excel", ".csv": "CSV", ".json": "JSON",
    ".md": "Markdown",
}  # fmt: skip


class PaperDesk(QObject):
    """Does one thing at a time and says on its banner what became of it."""

    saved = Signal(object)
    printed = Signal(bool)
    failed = Signal(object)

    def __init__(
        self, context: PageContext, page: QWidget, ask_path: ChoosePath,
        ask_printer: ChoosePrinter,
    ) -> None:  # fmt: skip
        super().__init__(page)
        self._context = context
        self._page = page
        self._ask_path = ask_path
        self._ask_printer = ask_printer
        self._folder: Path | None = None
        self._job: Job | None = None
        self._run: PrintRun | None = None
        self._is_busy = False
        self._label = ""
        self._offered: Paper | None = None
        self._saved: Path | None = None
        self.banner = Banner()
        self.banner.setVisible(False)
        self.banner.action_requested.connect(self._on_banner_action)
        self._overlay: BusyOverlay | None = None
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_PATIENCE_MS)
        self._patience.timeout.connect(self._on_patience_ended)

    def offer(self, paper: Paper, place: QPoint) -> QMenu | None:
        """Open the menu of papers about what `paper` names; what is not possible now is grey."""
        if self._is_busy:
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
        menu.popup(place)
        return menu

    def send(self, paper: Paper, suffix: str) -> None:
        """Print a paper, or save it where a suffix is given."""
        if self._is_busy:
            return
        store = self._context.store
        if suffix:
            folder = self._folder or first_folder()
            name = self._titles()[paper.kind].replace("/", "-")
            suggestion = folder / f"{name} {paper.today:%Y-%m-%d}{suffix}"
            path = self._ask_path(self._page, suggestion, _KINDS[suffix])
            if path is None:
                return
            self._folder = path.parent

            def write(progress: Progress) -> Path:
                return save(store, paper, path, progress)

            self._begin(self.tr("The file is being saved"))
            self._job = self._context.jobs.run(
                write, done=self._on_saved, failed=self._on_failed, progressed=self._on_progressed
            )
            return

        def make(progress: Progress) -> tuple[bytes, int]:
            return press(store, paper, progress)

        self._begin(self.tr("The pages are being made"))
        self._job = self._context.jobs.run(
            make, done=self._on_pressed, failed=self._on_failed, progressed=self._on_progressed
        )

    def _titles(self) -> dict[PaperKind, str]:
        return {
            "walk_sheets": self.tr("Walk sheets"),
            "household_minutes": self.tr("Minutes of the household"),
            "hamlet_minutes": self.tr("Minutes of the hamlet"),
            "plates": self.tr("Plates on labels"),
            "list": self.tr("List of households"),
            "report": self.tr("Progress report"),
            "corrected": self.tr("The list sent back, corrected"),
        }

    def _on_chosen(self, kind: PaperKind, suffix: str, _is_checked: bool = False) -> None:
        if self._offered is None:
            return
        paper = replace(self._offered, kind=kind)
        if kind == "plates":
            from ui.register.label_dialog import LabelDialog

            dialog = LabelDialog(self._context.language, self._page)
            is_accepted = dialog.exec() == QDialog.DialogCode.Accepted
            if is_accepted:
                paper = replace(
                    paper, labels=dialog.sheet(), first_label=dialog.first_label(),
                    has_cut_marks=dialog.has_cut_marks(),
                )  # fmt: skip
            dialog.deleteLater()
            if not is_accepted:
                return
        self.send(paper, suffix)

    def _begin(self, label: str) -> None:
        self._is_busy = True
        self._label = label
        self._patience.start()

    def _finish(self) -> None:
        self._is_busy = False
        self._patience.stop()
        if self._overlay is not None and self._overlay.isVisibleTo(self._page):
            self._overlay.finish()
        self._job = self._run = None

    def _on_saved(self, path: Path) -> None:
        self._finish()
        self._saved = path
        said = self.tr("Saved: %1").replace("%1", str(path))
        self.banner.show_message("success", said, self.tr("Open the file"))
        self.saved.emit(path)

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self._finish()
        self._saved = None
        self.banner.show_message("danger", sentence(error, self._context.language))
        self.failed.emit(error)

    def _on_pressed(self, made: tuple[bytes, int]) -> None:
        from ui.reports.printing import PrintRun

        content, pages = made
        self._finish()
        printer = self._ask_printer(self._page, pages)
        if printer is None:
            return
        self._run = PrintRun(self._context.jobs, content, pages, printer, self)
        self._run.progressed.connect(self._on_page_progressed)
        self._run.finished.connect(self._on_printed)
        self._run.failed.connect(self._on_failed)
        self._begin(self.tr("The pages go to the printer"))
        self._run.start()

    def _on_progressed(self, done: int, total: int | None, _detail: str) -> None:
        if self._overlay is not None:
            self._overlay.panel.set_progress(done, total)

    @Slot(int, object)
    def _on_page_progressed(self, done: int, total: int | None) -> None:
        if self._overlay is not None:
            self._overlay.panel.set_progress(done, total)

    @Slot(bool)
    def _on_printed(self, is_complete: bool) -> None:
        self._finish()
        self._saved = None
        if is_complete:
            self.banner.show_message("success", self.tr("All pages are at the printer."))
        else:
            self.banner.show_message("info", self.tr("Printing was stopped."))
        self.printed.emit(is_complete)

    @Slot()
    def _on_banner_action(self) -> None:
        if self._saved is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._saved)))

    @Slot()
    def _on_patience_ended(self) -> None:
        if self._overlay is None:
            self._overlay = BusyOverlay(self._page)
            self._overlay.cancelled.connect(self._on_cancelled)
        self._overlay.start(self._label)

    @Slot()
    def _on_cancelled(self) -> None:
        if self._run is not None:
            self._run.cancel()
            return
        if self._job is not None:
            self._job.cancel()
        self._finish()
