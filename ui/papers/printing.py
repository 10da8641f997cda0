"""Prints a PDF page by page, each in the size of its paper whatever the printer."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QMarginsF, QObject, QPoint, Signal
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtWidgets import QWidget

from models.errors import KnownError
from ui.habits import PRINTER, habit, remember
from ui.jobs import Job, Jobs, Progress
from ui.papers.pages import Bitmap, image_of
from ui.papers.press import draw_page

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

# Asks for a printer: parent and number of pages; None for no.
ChoosePrinter = Callable[[QWidget, int], "QPrinter | None"]
# Finer than this is not seen on paper, and a page would take 140 MB.
_FINEST_DPI: Final = 600


def choose_printer(parent: QWidget, pages: int) -> QPrinter | None:
    """Ask for a printer in the system's own dialog, which begins with the one chosen last."""
    from PySide6.QtPrintSupport import (
        QAbstractPrintDialog,
        QPrintDialog,
        QPrinter,
        QPrinterInfo,
    )

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    last = habit(PRINTER, str)
    if last in QPrinterInfo.availablePrinterNames():
        printer.setPrinterName(last)
    dialog = QPrintDialog(printer, parent)
    dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange)
    dialog.setMinMax(1, pages)
    if not dialog.exec():
        return None
    remember(PRINTER, printer.printerName())
    return printer


def prepare(printer: QPrinter) -> None:
    """Set A4 upright, in grey and without margins: the page brings its own."""
    from PySide6.QtPrintSupport import QPrinter as Printer

    # Half the time of colour, and no compression that loses anything.
    printer.setColorMode(Printer.ColorMode.GrayScale)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    printer.setFullPage(True)
    printer.setPageMargins(QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Millimeter)
    if printer.resolution() > _FINEST_DPI:
        printer.setResolution(_FINEST_DPI)


class PrintRun(QObject):
    """Has one page after the other drawn beside the GUI thread, and hands it to the printer."""

    progressed = Signal(int, object)
    finished = Signal(bool)
    failed = Signal(object)

    def __init__(
        self, jobs: Jobs, content: bytes, pages: int, printer: QPrinter,
        parent: QObject | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._jobs = jobs
        self._content = content
        self._printer = printer
        self._wanted = self._order(pages)
        self._place = 0
        self._job: Job | None = None
        self._painter = QPainter()
        self._is_over = False

    def start(self) -> None:
        """Begin with the first page."""
        prepare(self._printer)
        if not self._painter.begin(self._printer):
            self._is_over = True
            self.failed.emit(KnownError("documents.printer"))
            return
        self._painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)
        self._next()

    def cancel(self) -> None:
        """Take the print back as far as the printer lets it."""
        if self._is_over:
            return
        if self._job is not None:
            self._job.cancel()
        self._printer.abort()
        self._end(is_complete=False)

    def _order(self, pages: int) -> list[int]:
        first = max(self._printer.fromPage(), 1)
        last = min(self._printer.toPage() or pages, pages)
        wanted = list(range(first - 1, last))
        # Printers that cannot repeat a page by themselves are sent it again.
        times = 1 if self._printer.supportsMultipleCopies() else self._printer.copyCount()
        return wanted * times

    def _next(self) -> None:
        if self._place == len(self._wanted):
            self._end(is_complete=True)
            return
        self.progressed.emit(self._place, len(self._wanted))
        index, dpi = self._wanted[self._place], self._printer.resolution()

        def work(progress: Progress) -> Bitmap:
            return draw_page(self._content, index, dpi, progress)

        self._job = self._jobs.run(
            work, done=partial(self._on_drawn, self._place), failed=self._on_failed
        )

    def _on_drawn(self, place: int, page: Bitmap) -> None:
        if self._is_over or place != self._place:
            return
        if place and not self._printer.newPage():
            self._on_failed(KnownError("documents.printer"))
            return
        # Drawn at the printer's own resolution, so a pixel is a dot and nothing is scaled.
        self._painter.drawImage(QPoint(0, 0), image_of(page))
        self._place += 1
        self._next()

    def _on_failed(self, error: Exception) -> None:
        if not self._is_over:
            self._printer.abort()
            self._is_over = True
            self._painter.end()
            self.failed.emit(error)

    def _end(self, *, is_complete: bool) -> None:
        self._is_over = True
        self._painter.end()
        self.finished.emit(is_complete)
