"""The pages of second keying, each made when it is first wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from models.clock import Clock
from ui.context import PageContext
from ui.keying.second_entry_page import SecondEntryPage
from ui.keying.second_page import SecondPage

if TYPE_CHECKING:
    from ui.keying.figures_page import FiguresPage
    from ui.keying.practice_page import PracticePage
    from ui.keying.second_decisions_page import SecondDecisionsPage


class SecondSection(QStackedWidget):
    """Leads from the list into a batch, the decisions, the figures and the practice, and back."""

    left = Signal()
    batch_chosen = Signal(object)

    def __init__(self, context: PageContext, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._clock = clock
        self._decisions: SecondDecisionsPage | None = None
        self._figures: FiguresPage | None = None
        self._practice: PracticePage | None = None
        self.list = SecondPage(context)
        self.entry = SecondEntryPage(context, clock)
        self.addWidget(self.list)
        self.addWidget(self.entry)
        self.list.left.connect(self.left)
        self.list.batch_chosen.connect(self.open_batch)
        self.list.deciding_requested.connect(self.open_decisions)
        self.list.figures_requested.connect(self.open_figures)
        self.list.practice_requested.connect(self.open_practice)
        self.entry.left.connect(self.open)

    @Slot()
    def open(self) -> None:
        """Show what waits."""
        self.setCurrentWidget(self.list)
        self.list.refresh()
        self.list.take_focus()

    @Slot(object)
    def open_batch(self, batch: UUID) -> None:
        """Key a batch a second time."""
        self.setCurrentWidget(self.entry)
        self.entry.open(batch)

    @Slot()
    def open_decisions(self) -> None:
        """Show the differences."""
        from ui.keying.second_decisions_page import SecondDecisionsPage

        if self._decisions is None:
            self._decisions = SecondDecisionsPage(self._context, self._clock)
            self._decisions.left.connect(self.open)
            self._decisions.batch_chosen.connect(self.batch_chosen)
            self.addWidget(self._decisions)
        self.setCurrentWidget(self._decisions)
        self._decisions.open()

    @Slot()
    def open_figures(self) -> None:
        """Show how fast and how well one keys."""
        from ui.keying.figures_page import FiguresPage

        if self._figures is None:
            self._figures = FiguresPage(self._context, self._clock)
            self._figures.left.connect(self.open)
            self.addWidget(self._figures)
        self.setCurrentWidget(self._figures)
        self._figures.open()

    @Slot()
    def open_practice(self) -> None:
        """Practise on invented slips."""
        from ui.keying.practice_page import PracticePage

        if self._practice is None:
            self._practice = PracticePage(self._context, self._clock)
            self._practice.left.connect(self.open)
            self.addWidget(self._practice)
        self.setCurrentWidget(self._practice)
        self._practice.open()

    def take_focus(self) -> None:
        """Put the focus where the next key is wanted."""
        page = self.currentWidget()
        if page is self.entry:
            self.entry.take_focus()
        elif self._decisions is not None and page is self._decisions:
            self._decisions.take_focus()
        elif self._figures is not None and page is self._figures:
            self._figures.take_focus()
        elif self._practice is not None and page is self._practice:
            self._practice.take_focus()
        else:
            self.list.take_focus()
