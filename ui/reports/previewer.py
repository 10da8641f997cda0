"""Keeps figures and pages in step with the choices: waits a moment, counts, then draws."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from ui.context import PageContext
from ui.jobs import Job, Progress
from ui.papers.pages import Bitmap, image_of
from ui.reports.choice import ReportChoice
from ui.reports.tasks import count, draw

if TYPE_CHECKING:
    from exports.document import Document
    from exports.reports import SatisfactionReport

T = TypeVar("T")
_PAUSE_MS = 250


class Previewer(QObject):
    """An answer to an older question is dropped, whenever it comes."""

    started = Signal()
    progressed = Signal(int, object)
    counted = Signal(object)
    drawn = Signal(list)
    failed = Signal(object)

    def __init__(self, context: PageContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._choice: ReportChoice | None = None
        self._job: Job | None = None
        # Every question has a number; only the answer to the last one counts.
        self._question = 0
        self._is_counting = False
        self._drawn: Document | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._on_paused)

    @property
    def is_counting(self) -> bool:
        """Say whether figures are on their way."""
        return self._is_counting

    @property
    def is_busy(self) -> bool:
        """Say whether figures or pages are on their way."""
        return self._is_counting or self._job is not None

    def ask(self, choice: ReportChoice | None, *, is_at_once: bool = False) -> None:
        """Have a choice counted after a short pause, so that typing does not count every key."""
        self.stop()
        self._choice = choice
        self._is_counting = choice is not None
        if is_at_once:
            self._on_paused()
        elif choice is not None:
            self._pause.start()

    def draw(self, report: SatisfactionReport) -> None:
        """Have the pages of a report drawn; at once `drawn` with none if they are on show."""
        self.stop()
        if report.document == self._drawn:
            self.drawn.emit([])
            return
        document = report.document

        def work(progress: Progress) -> tuple[Bitmap, ...]:
            return draw(document, progress)

        done = partial(self._on_drawn, self._question, document)
        self._run(work, done)

    def stop(self) -> None:
        """Drop what is being worked on."""
        self._pause.stop()
        self._question += 1
        self._is_counting = False
        if self._job is not None:
            self._job.cancel()
            self._job = None

    @Slot()
    def _on_paused(self) -> None:
        choice, store, language = self._choice, self._context.store, self._context.language
        if choice is None:
            return

        def work(progress: Progress) -> SatisfactionReport:
            progress.report(0)
            report = count(store, choice, language)
            progress.report(0)
            return report

        self._run(work, partial(self._on_counted, self._question))

    def _run(self, work: Callable[[Progress], T], done: Callable[[T], None]) -> None:
        question = self._question
        self.started.emit()
        job = self._context.jobs.run(
            work, done=done, failed=partial(self._on_failed, question),
            progressed=partial(self._on_progressed, question),
        )  # fmt: skip
        # Work may be done before `run` returns; then another question may have been asked.
        if question == self._question:
            self._job = job

    def _on_counted(self, question: int, report: SatisfactionReport) -> None:
        if question == self._question:
            self._job = None
            self._is_counting = False
            self.counted.emit(report)

    def _on_drawn(self, question: int, document: Document, pages: tuple[Bitmap, ...]) -> None:
        if question == self._question:
            self._job = None
            self._drawn = document
            self.drawn.emit([image_of(page) for page in pages])

    def _on_failed(self, question: int, error: Exception) -> None:
        if question == self._question:
            self._job = None
            self._is_counting = False
            self.failed.emit(error)

    def _on_progressed(self, question: int, done: int, total: int | None, _detail: str) -> None:
        if question == self._question:
            self.progressed.emit(done, total)
