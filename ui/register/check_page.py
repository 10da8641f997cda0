"""Checking households, and what belongs to it: decisions, merges, possible duplicates."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from models.clock import Clock
from models.households.progress import WorkFilter
from models.households.records import HamletKey
from ui.context import PageContext
from ui.register.check_view import CheckView
from ui.register.conflicts_page import ConflictsPage
from ui.register.duplicates_page import DuplicatesPage
from ui.register.merge_page import MergePage


class CheckPage(QStackedWidget):
    """Shows one household, or one of the pages about it; `closed` leads back to the register."""

    closed = Signal()
    household_opened = Signal(object)

    def __init__(self, context: PageContext, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.check = CheckView(context, clock)
        self.merge = MergePage(context)
        self.conflicts = ConflictsPage(context, clock)
        self.duplicates = DuplicatesPage(context)
        for page in (self.check, self.merge, self.conflicts, self.duplicates):
            self.addWidget(page)
        self.check.left.connect(self.closed)
        self.check.household_opened.connect(self.household_opened)
        self.check.merge_requested.connect(self._on_merge_requested)
        self.merge.left.connect(self._on_back)
        self.merge.merged.connect(self._on_merged)
        self.conflicts.left.connect(self.closed)
        self.conflicts.household_chosen.connect(self._on_household_chosen)
        self.duplicates.left.connect(self.closed)

    def open_household(self, household: UUID, wanted: WorkFilter) -> None:
        """Show a household to check, as part of a work list; what was half typed there is back."""
        self.setCurrentWidget(self.check)
        self.check.walk.open(household, wanted)

    def start_new(self, hamlet: HamletKey, wanted: WorkFilter) -> None:
        """Show an empty form for a household of a hamlet that no list names."""
        self.setCurrentWidget(self.check)
        self.check.walk.open_new(hamlet, wanted)

    def open_conflicts(self, wanted: WorkFilter) -> None:
        """Show what waits for a decision in a work list, one household after the other."""
        self.setCurrentWidget(self.conflicts)
        self.conflicts.open(wanted)

    def open_duplicates(self, hamlet: HamletKey) -> None:
        """Show the households of a hamlet that may be one."""
        self.setCurrentWidget(self.duplicates)
        self.duplicates.open(hamlet)
        self.duplicates.take_focus()

    def resume(self) -> bool:
        """Save what was sent, go back to what was half typed last; False when nothing was."""
        self.check.saver.send_left_over()
        return self.check.walk.resume()

    def take_focus(self) -> None:
        """Put the focus where the next key is wanted."""
        page = self.currentWidget()
        assert isinstance(page, (CheckView, MergePage, ConflictsPage, DuplicatesPage))
        page.take_focus()

    @Slot(object)
    def _on_merge_requested(self, household: UUID) -> None:
        self.setCurrentWidget(self.merge)
        self.merge.open(household)
        self.merge.take_focus()

    @Slot()
    def _on_back(self) -> None:
        self.setCurrentWidget(self.check)
        self.check.take_focus()

    @Slot(object)
    def _on_merged(self, household: UUID) -> None:
        self.open_household(household, self.check.walk.wanted)

    @Slot(object)
    def _on_household_chosen(self, household: UUID) -> None:
        self.open_household(household, WorkFilter(has_conflicts=True))
